import type { ResolutionRule } from '../../document/offers';
import { usualResolutions } from '../../engine/offers';
import { under, withdrawalDays, type PageContext } from '../context';
import { list, paragraph, type Line, type Section } from '../page';
import { amountsInWords, percentInWords } from '../words/values';

/** What can be chosen, and when it is paid. Keeping the goods is the shop's to offer, so it is not told. */
export function resolutionsSection(context: PageContext): Section | undefined {
  const { policy, say, law } = context;
  const rules = policy.resolutions.length === 0 ? usualResolutions : policy.resolutions;
  const told = rules.filter(({ resolution }) => resolution !== 'keep_item');
  const withdraws = withdrawalDays(context) !== undefined;
  const isRefundMissing = withdraws && !told.some(({ resolution }) => resolution === 'refund');
  const lines = [
    ...(isRefundMissing ? [[{ strong: say('refund_by_law') }]] : []),
    ...told.map((rule) => resolutionLine(context, rule)),
  ];
  if (lines.length === 0) return undefined;
  return {
    id: 'returns-choices',
    heading: say('resolutions_heading'),
    blocks: [list(lines), ...(withdraws && law.sameMeans !== undefined ? [paragraph(say('resolutions_law'))] : [])],
  };
}

function resolutionLine(context: PageContext, rule: ResolutionRule): Line {
  const { say } = context;
  const what = resolutionInWords(context, rule);
  const line =
    rule.resolution === 'repair'
      ? `${what}.`
      : `${say('at_event', { resolution: what, event: say(`event_${rule.paidAt}`) })}.`;
  return under(context, rule.when, line);
}

/** "Store credit with a bonus of 10%". */
export function resolutionInWords(
  { say, locale }: Pick<PageContext, 'say' | 'locale'>,
  { resolution, exchange, bonus }: ResolutionRule,
): string {
  const what =
    resolution === 'exchange' && exchange !== undefined
      ? say(`resolution_exchange_${exchange}`)
      : say(`resolution_${resolution}`);
  if (bonus === undefined) return what;
  const more =
    bonus.percent === undefined
      ? bonus.amount && amountsInWords(bonus.amount, locale)
      : percentInWords(bonus.percent, locale);
  return more === undefined ? what : say('with_bonus', { resolution: what, bonus: more });
}
