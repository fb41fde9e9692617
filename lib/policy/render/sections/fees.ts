import type { Amounts } from '../../document/common';
import type { FeeRule } from '../../document/fees';
import { withdrawalDays, type PageContext } from '../context';
import { paragraph, type Block, type Section } from '../page';
import { amountsInWords, percentInWords } from '../words/values';
import { ruleTable } from './rule-table';

/** What is kept from the refund, and what the law does not let the shop keep. */
export function feesSection(context: PageContext): Section {
  const { policy, say, locale } = context;
  const { rules, cap } = policy.fees;
  const charging = rules.filter((rule) => !isFree(rule));
  const heading = { id: 'returns-fees', heading: say('fees_heading') };
  if (charging.length === 0) return { ...heading, blocks: [paragraph(say('fee_none'))] };
  return {
    ...heading,
    blocks: [
      ...ruleTable(context, {
        rules,
        heads: [say('condition'), say('fee')],
        caption: say('fees_caption'),
        cell: (rule) => [feeInWords(context, rule)],
        otherwise: [say('fee_free')],
        alone: (fee) => [say('fee_is', { fee })],
      }),
      paragraph(say('fees_fault')),
      paragraph(say('fees_kept')),
      ...(charging.filter(isPerReturn).length > 1 ? [paragraph(say('fees_highest'))] : []),
      ...(cap === undefined ? [] : [paragraph(say('fees_cap', { amount: amountsInWords(cap, locale) }))]),
      ...lawBlocks(context, charging),
    ],
  };
}

/** "3,00 € per return, at most 5 €". */
export function feeInWords({ say, locale }: Pick<PageContext, 'say' | 'locale'>, rule: FeeRule): string {
  const { amount, percent, per, minimum, cap, kind } = rule;
  if (isFree(rule)) return say('fee_free');
  const limit = (key: 'fee_minimum' | 'fee_cap', amounts: Amounts | undefined): string[] =>
    amounts === undefined ? [] : [say(key, { amount: amountsInWords(amounts, locale) })];
  const words = [
    ...(amount === undefined ? [] : [say(`fee_${per}`, { amount: amountsInWords(amount, locale) })]),
    ...(percent === undefined ? [] : [say('fee_percent', { percent: percentInWords(percent, locale) })]),
    ...limit('fee_minimum', minimum),
    ...limit('fee_cap', cap),
    ...(kind === 'restocking' ? [say('fee_restocking')] : []),
  ];
  return words.join(', ');
}

function isFree({ free, amount, percent, minimum }: FeeRule): boolean {
  if (free === true) return true;
  if (minimum !== undefined) return false;
  if (percent !== undefined) return percent === 0;
  const amounts = amount === undefined ? [] : Array.isArray(amount) ? amount : [amount];
  return amounts.every((each) => each.amount === 0);
}

const isPerReturn = ({ amount, per }: FeeRule): boolean => amount !== undefined && per === 'return';

/** A share of the price is no cost of the way back, whatever it is called. */
const isForShipping = ({ kind, percent }: FeeRule): boolean => kind === 'return_shipping' && percent === undefined;

function lawBlocks(context: PageContext, charging: readonly FeeRule[]): Block[] {
  const { law, say } = context;
  if (withdrawalDays(context) === undefined) return [];
  const other = law.noOtherCharge !== undefined && !charging.every(isForShipping);
  const told = law.returnCost !== undefined && charging.some(isForShipping);
  return [...(other ? [paragraph(say('fees_law_other'))] : []), ...(told ? [paragraph(say('fees_law_told'))] : [])];
}
