import { formatMoney } from '../../../returns';
import { isInEuropeanEconomicArea } from '../../law/packs';
import { marketplaceRules } from '../../law/packs/marketplaces';
import type { LawRuleKind, WithdrawalPeriodRule } from '../../law/rules';
import { LAW_ID, type PageContext } from '../context';
import { list, paragraph, type Block, type Inline, type Line, type Section } from '../page';
import { nameOf } from '../words/values';
import { guaranteeLines } from './guarantee';
import { within } from './periods';
import { surchargeLines } from './surcharges';
import { withSource, type Source } from './with-source';

/**
 * The rights of the shopper's country, each with where it stands, whatever the policy says. They come from the packs
 * by which requests are decided, so that page and decision cannot differ.
 */
export function lawSection(context: PageContext): Section {
  const { law, locale, country, sayLaw } = context;
  const place = nameOf('region', country ?? 'EU', locale);
  if (law.jurisdictions.length === 0) {
    const blocks = [paragraph(sayLaw('unknown', { country: place })), ...marketplaceBlocks(context)];
    return { id: LAW_ID, heading: sayLaw('heading'), blocks };
  }
  return {
    id: LAW_ID,
    heading: sayLaw('heading_in', { country: place }),
    blocks: [
      paragraph(sayLaw('intro')),
      ...group(sayLaw('withdrawal_heading'), withdrawalLines(context)),
      ...exceptionBlocks(context),
      ...group(sayLaw('guarantee_heading'), guaranteeLines(context)),
      ...group(sayLaw('undisclosed_heading'), undisclosedLines(context)),
      ...marketplaceBlocks(context),
    ],
  };
}

const group = (heading: string, lines: readonly Line[]): Block[] =>
  lines.length === 0 ? [] : [{ kind: 'heading', text: heading }, list(lines)];

function withdrawalLines(context: PageContext): Line[] {
  const { law, sayLaw } = context;
  const rule = law.withdrawalPeriod;
  if (rule === undefined) return [];
  const line = (key: Parameters<PageContext['sayLaw']>[0], of: Source | undefined, days?: number): Line[] =>
    of === undefined
      ? []
      : [withSource(context, [sayLaw(key, { period: days === undefined ? '' : within(context, 'days', days) })], of)];
  const { missingInformation, withdrawalRefund: refund } = law;
  if (!rule.premises.includes('distance')) return [withSource(context, awaySentences(context, rule), rule)];
  return [
    withSource(context, periodSentences(context, rule), rule),
    ...line('sent_in_time', law.sentInTime),
    ...(missingInformation === undefined
      ? []
      : [
          withSource(
            context,
            [sayLaw('missing_information', { period: within(context, 'months', missingInformation.months) })],
            missingInformation,
          ),
        ]),
    ...line('no_waiver', law.noWaiver),
    ...line('send_back', law.sendBack, law.sendBack?.days),
    ...line('return_cost', law.returnCost),
    ...line('no_other_charge', law.noOtherCharge),
    ...(refund === undefined ? [] : line(`refund_${refund.countedFrom}`, refund, refund.days)),
    ...line('same_means', law.sameMeans),
    ...line('outbound_delivery', law.outboundDelivery),
    ...line('deduction', law.deduction),
    ...surchargeLines(context),
  ];
}

function periodSentences(context: PageContext, rule: WithdrawalPeriodRule): string[] {
  const { sayLaw } = context;
  return [
    sayLaw('withdrawal', { period: within(context, daysOf(rule), rule.days) }),
    sayLaw(`from_${rule.countedFrom}`),
    ...(rule.rolls ? [sayLaw('rolls')] : []),
  ];
}

/** What is bought at the door may be taken back where what is bought online may not. */
function awaySentences(context: PageContext, rule: WithdrawalPeriodRule): string[] {
  const { sayLaw, locale } = context;
  const amount = formatMoney({ amount: rule.minimumMinor ?? 0, currency: 'USD' }, locale);
  return [
    sayLaw('withdrawal_away', { amount, period: within(context, daysOf(rule), rule.days) }),
    sayLaw(`from_${rule.countedFrom}`),
  ];
}

const daysOf = ({ counting }: WithdrawalPeriodRule): 'days' | 'business_days' =>
  counting === 'us_business_days' ? 'business_days' : 'days';

function exceptionBlocks(context: PageContext): Block[] {
  const { law, say, sayLaw } = context;
  if (law.withdrawalPeriod?.premises.includes('distance') !== true || law.exceptions.size === 0) return [];
  const lines = [...law.exceptions.values()]
    .reverse()
    .map((rule): Line => withSource(context, [say(`ground_${rule.ground}`)], rule));
  return [paragraph(sayLaw('exceptions')), list(lines)];
}

function undisclosedLines(context: PageContext): Line[] {
  const { law, sayLaw } = context;
  return law.undisclosedPolicies.map((rule) => {
    const key = rule.premises.includes('distance') ? 'undisclosed' : 'undisclosed_in_store';
    return withSource(context, [sayLaw(key, { period: within(context, 'days', rule.days) })], rule);
  });
}

/** Names of their own, the same in every language. */
const channelNames: Readonly<Record<string, string>> = { tiktok_shop: 'TikTok Shop' };

/** What a marketplace promises its buyers, on the page for that channel. */
function marketplaceBlocks(context: PageContext): Block[] {
  const { channel, country, sayLaw } = context;
  if (channel === undefined || country === undefined) return [];
  const isSoldIn = (markets: readonly string[]): boolean =>
    markets.includes(country) || (markets.includes('EEA') && isInEuropeanEconomicArea(country));
  const rule = marketplaceRules.find((each) => each.channel === channel && isSoldIn(each.markets));
  if (rule === undefined) return [];
  const key = rule.forDefectsOnly ? 'marketplace_defects' : 'marketplace';
  const line: Inline[] = [sayLaw(key, { period: within(context, 'days', rule.days) })];
  return [
    { kind: 'heading', text: sayLaw('marketplace_heading', { channel: channelNames[channel] ?? channel }) },
    list([[...line, ' (', { link: channelNames[channel] ?? channel, href: rule.source }, ')']]),
  ];
}

/** Kinds of rules that the page does not spell out, and why. */
export const unspoken = {
  scope: 'the page speaks to consumers, and says so',
  exception_information: 'a duty of the shop; the exceptions themselves are named',
  duty: 'duties of the shop; the withdrawal function is linked where its address is given',
} as const satisfies Partial<Record<LawRuleKind, string>>;
