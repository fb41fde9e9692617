import type { FeeRule } from '../document/fees';
import { isProtected, type Statement } from '../law';
import { amountIn, percentOfMinor } from './amounts';
import type { CompiledRule } from './compile-policy';
import type { RequestFindings } from './findings';
import type { LineJudgement, Overruling } from './judge-line';
import type { LawView } from './law-view';

/** What is kept from a refund, in minor units of the order's currency. */
export interface Fee {
  readonly amount: number;
  /** The part that falls to each line, in their order. */
  readonly ofLines: readonly number[];
  /** Rules whose amount is in other currencies than the order's: a person has to say. */
  readonly foreign: readonly string[];
  /** Fees that the law does not let the shop keep, by line. */
  readonly overruled: readonly (Overruling & { readonly line: number })[];
}

const none: readonly never[] = [];
const freeLine: Fee = { amount: 0, ofLines: [0], foreign: none, overruled: none };

const noFee = (lines: number): Fee =>
  lines === 1 ? freeLine : { amount: 0, ofLines: new Array<number>(lines).fill(0), foreign: none, overruled: none };

interface Bearing {
  readonly index: number;
  readonly rule: CompiledRule<FeeRule>;
  readonly worth: number;
  readonly units: number;
}

/**
 * The fee of a request: each line bears the fee of its rule. Of flat fees per return the highest is kept once; no fee
 * is more than its goods are worth, and all together are never more than the policy's cap.
 */
export function feeOf(request: RequestFindings, law: LawView, lines: readonly LineJudgement[]): Fee {
  if (request.compiled.fees.rules.length === 0) return noFee(lines.length);
  const bearing: Bearing[] = [];
  const overruled: (Overruling & { readonly line: number })[] = [];
  for (const [index, { findings, outcome }] of lines.entries()) {
    const rule = findings.fee;
    if (rule === undefined || outcome === 'reject' || findings.entry.worth === 0) continue;
    const by = forbiddenBy(law, index, rule.rule);
    if (by === undefined)
      bearing.push({ index, rule, worth: findings.entry.worth, units: findings.entry.asked.quantity });
    else overruled.push({ name: rule.name, by, line: index });
  }
  if (bearing.length === 0) return overruled.length === 0 ? noFee(lines.length) : { ...noFee(lines.length), overruled };
  return { ...chargeOf(request, bearing, lines.length), overruled };
}

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

function chargeOf(
  { compiled, reading }: RequestFindings,
  bearing: readonly Bearing[],
  count: number,
): Omit<Fee, 'overruled'> {
  const { currency } = reading.input.order;
  const ofLines = new Array<number>(count).fill(0);
  const foreign: string[] = [];
  const perReturn = new Map<CompiledRule<FeeRule>, Bearing[]>();
  for (const one of bearing) {
    if (one.rule.rule.per === 'return' && one.rule.rule.percent === undefined) {
      perReturn.set(one.rule, [...(perReturn.get(one.rule) ?? []), one]);
      continue;
    }
    const fee = flatOrShare(one.rule.rule, one, currency);
    if (fee === undefined) foreign.push(one.rule.name);
    else ofLines[one.index] = fee;
  }

  let highest: { readonly fee: number; readonly lines: readonly Bearing[] } | undefined;
  for (const [rule, group] of perReturn) {
    const worth = group.reduce((sum, one) => sum + one.worth, 0);
    const fee = flatOrShare(rule.rule, { worth, units: 1 }, currency);
    if (fee === undefined) foreign.push(rule.name);
    else if (highest === undefined || fee > highest.fee) highest = { fee, lines: group };
  }
  if (highest !== undefined) share(highest.fee, highest.lines, ofLines);

  const { cap } = compiled.policy.fees;
  const limit = cap === undefined ? Infinity : amountIn(cap, currency);
  if (limit === undefined) foreign.push('fees.cap');
  const sum = ofLines.reduce((total, fee) => total + fee, 0);
  if (limit === undefined || sum <= limit) return { amount: sum, ofLines, foreign };
  const capped = new Array<number>(count).fill(0);
  share(
    limit,
    ofLines.map((worth, index) => ({ index, worth })),
    capped,
  );
  return { amount: limit, ofLines: capped, foreign };
}

/** Undefined when the policy names no amount in the currency. */
function flatOrShare(
  { amount, percent, per, minimum, cap }: FeeRule,
  { worth, units }: { readonly worth: number; readonly units: number },
  currency: string,
): number | undefined {
  const flat = amount === undefined ? undefined : amountIn(amount, currency);
  const base = percent === undefined ? flat : percentOfMinor(worth, percent);
  if (base === undefined) return undefined;
  const fee = percent === undefined && per === 'item' ? base * units : base;
  const least = minimum === undefined ? 0 : amountIn(minimum, currency);
  const most = cap === undefined ? Infinity : amountIn(cap, currency);
  if (least === undefined || most === undefined) return undefined;
  return Math.min(Math.max(fee, least), most, worth);
}

/** Splits an amount by worth, to the cent: what is rounded away from one line falls to the next. */
function share(
  amount: number,
  lines: readonly { readonly index: number; readonly worth: number }[],
  into: number[],
): void {
  const worth = lines.reduce((sum, line) => sum + line.worth, 0);
  let upTo = 0;
  let given = 0;
  for (const line of lines) {
    upTo += line.worth;
    const reached =
      worth === 0 ? 0 : Number((2n * BigInt(amount) * BigInt(upTo) + BigInt(worth)) / (2n * BigInt(worth)));
    into[line.index] = (into[line.index] ?? 0) + reached - given;
    given = reached;
  }
}
