import { feesOfLines, type FeeTerms, type LineWithFee } from '../../returns';
import type { Amounts } from '../document/common';
import type { FeeRule } from '../document/fees';
import { isProtected, type Statement } from '../law';
import { amountIn } from './amounts';
import type { RequestFindings } from './findings';
import type { LineJudgement, Overruling } from './judge-line';
import type { LawView } from './law-view';

/** What is kept from a refund, in minor units of the order's currency. */
export interface Fee {
  readonly amount: number;
  /** The part that falls to each line, in their order. */
  readonly ofLines: readonly number[];
  /** How the fee of each line is worked out, in their order; undefined for a line without one. */
  readonly terms: readonly (FeeTerms | undefined)[];
  /** What all of them are never more than. */
  readonly cap: number | undefined;
  /** Rules whose amount is in other currencies than the order's: a person has to say. */
  readonly foreign: readonly string[];
  /** Fees that the law does not let the shop keep, by line. */
  readonly overruled: readonly (Overruling & { readonly line: number })[];
}

const none: readonly never[] = [];
const freeLine: Fee = { amount: 0, ofLines: [0], terms: none, cap: undefined, foreign: none, overruled: none };

const noFee = (lines: number): Fee =>
  lines === 1 ? freeLine : { ...freeLine, ofLines: new Array<number>(lines).fill(0) };

/** The fee of a request: each line bears the fee of its rule, unless the law or the currency keeps it from that. */
export function feeOf(request: RequestFindings, law: LawView, lines: readonly LineJudgement[]): Fee {
  const { compiled, reading } = request;
  if (compiled.fees.rules.length === 0) return noFee(lines.length);
  const { currency } = reading.input.order;
  const bearing: LineWithFee[] = [];
  const foreign = new Set<string>();
  const overruled: (Overruling & { readonly line: number })[] = [];
  let isBorne = false;
  for (const [index, { findings, outcome }] of lines.entries()) {
    const { fee: rule, entry } = findings;
    const line = { terms: undefined, worth: entry.worth, units: entry.asked.quantity };
    bearing.push(line);
    if (rule === undefined || outcome === 'reject' || entry.worth === 0) continue;
    const by = forbiddenBy(law, index, rule.rule);
    if (by !== undefined) {
      overruled.push({ name: rule.name, by, line: index });
      continue;
    }
    isBorne = true;
    const terms = termsIn(currency, rule.name, rule.rule);
    if (terms === undefined) foreign.add(rule.name);
    else bearing[index] = { ...line, terms };
  }
  if (!isBorne) return overruled.length === 0 ? noFee(lines.length) : { ...noFee(lines.length), overruled };
  const cap = optionalIn(compiled.policy.fees.cap, currency);
  if (cap === 'foreign') foreign.add('fees.cap');
  const limit = cap === 'foreign' ? undefined : cap;
  const ofLines = feesOfLines(bearing, limit);
  return {
    amount: ofLines.reduce((sum, fee) => sum + fee, 0),
    ofLines,
    terms: bearing.map(({ terms }) => terms),
    cap: limit,
    foreign: [...foreign],
    overruled,
  };
}

/** Undefined when the rule names no amount in the currency. */
function termsIn(currency: string, rule: string, { percent, per, ...amounts }: FeeRule): FeeTerms | undefined {
  const amount = optionalIn(amounts.amount, currency);
  const minimum = optionalIn(amounts.minimum, currency);
  const cap = optionalIn(amounts.cap, currency);
  if (amount === 'foreign' || minimum === 'foreign' || cap === 'foreign') return undefined;
  return { rule, per, percent, amount, minimum, cap };
}

const optionalIn = (amounts: Amounts | undefined, currency: string): number | 'foreign' | undefined =>
  amounts === undefined ? undefined : (amountIn(amounts, currency) ?? 'foreign');

/** What keeps the shop from keeping a fee. Source: directive 2011/83/EU art. 6(6), 13(1), 14(1) and (5). */
function forbiddenBy(law: LawView, index: number, { kind, percent }: FeeRule): Statement | undefined {
  const rights = law.onDemand.ofLine(index);
  if (rights === undefined) return undefined;
  const { withdrawal } = rights;
  // A share of the price is no cost of the way back, whatever it is called.
  const isForShipping = kind === 'return_shipping' && percent === undefined;
  if (isProtected(withdrawal)) {
    const { forbidsFees } = law.onDemand;
    if (!isForShipping && forbidsFees !== undefined) return forbidsFees;
    if (isForShipping && withdrawal.returnCost !== 'consumer') {
      return withdrawal.statements.find(({ ruleId }) => ruleId.includes('return-cost')) ?? withdrawal.statements[0];
    }
  }
  const paidByShop = [rights.undisclosedPolicy, rights.marketplace].find(
    (right) => right.status === 'open' && (right.returnCost === 'trader' || !isForShipping),
  );
  return paidByShop?.statements[0];
}
