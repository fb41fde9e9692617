import { percentOfMinor } from '../../returns';
import type { Amounts } from '../document/common';
import type { KeepItemRule } from '../document/keep-item';
import { amountIn } from './amounts';
import type { CompiledRule } from './compile-policy';
import type { Judgement } from './judge';
import type { LineJudgement } from './judge-line';

/** What the way back of the goods would cost the shop, and what they are worth to it, in minor units. */
export interface KeepItem {
  readonly keep: boolean;
  readonly rule: string;
  readonly cost: number;
  readonly worth: number;
  /** Whether each line is kept, in their order. */
  readonly ofLines: readonly boolean[];
}

interface Candidate {
  readonly index: number;
  readonly rule: CompiledRule<KeepItemRule>;
  /** Without the label, which is paid once for all that comes back. */
  readonly cost: number;
  readonly worth: number;
  readonly always: boolean;
}

/**
 * Whether the shopper keeps the goods: when label, handling, grade loss and payment fee exceed the worth. The label
 * counts only where nothing else comes back, because otherwise it is paid anyway. What is not known is not guessed:
 * such a line comes back. Undefined when no rule speaks of any line.
 */
export function keepItemOf(judgement: Judgement): KeepItem | undefined {
  const { lines } = judgement;
  const live = lines.flatMap((line, index) => (line.outcome === 'reject' ? [] : [{ line, index }]));
  const candidates = live.flatMap(({ line, index }) => candidateOf(judgement, line, index) ?? []);
  const forced = live.filter(({ line }) => line.findings.apart?.rule.keepItem === true);
  const [first] = candidates;
  const [firstForced] = forced;
  const rule = first?.rule.name ?? firstForced?.line.findings.apart?.name;
  if (rule === undefined) return undefined;

  const { currency } = judgement.findings.reading.input.order;
  const all = candidates.length + forced.length === live.length;
  const label = all && first !== undefined ? (amountOr(first.rule.rule.label, currency) ?? 0) : 0;
  const cost = candidates.reduce((sum, candidate) => sum + candidate.cost, label);
  const worth = candidates.reduce((sum, candidate) => sum + candidate.worth, 0);
  const isTogether = all && (cost > worth || candidates.every(({ always }) => always));
  const kept = new Set([
    ...forced.map(({ index }) => index),
    ...candidates.filter((one) => isTogether || one.always || one.cost > one.worth).map(({ index }) => index),
  ]);
  return {
    keep: live.length > 0 && kept.size === live.length,
    rule,
    cost,
    worth,
    ofLines: lines.map((_, index) => kept.has(index)),
  };
}

function candidateOf(judgement: Judgement, line: LineJudgement, index: number): Candidate | undefined {
  const { compiled, findings } = judgement;
  const { entry, apart } = line.findings;
  if (compiled.keepItem.rules.length === 0 || apart?.rule.keepItem !== undefined) return undefined;
  const { reading } = findings;
  reading.turnTo(entry.asked, entry.line, entry.worth);
  const found = compiled.keepItem.first(reading);
  if (found === undefined || compiled.keepItem.open.length > 0) return undefined;
  const { rule } = found;
  const { currency } = reading.input.order;
  const net = entry.worth - entry.tax;
  const cost = entry.line.cost?.currency === currency ? entry.line.cost.amount * entry.asked.quantity : undefined;
  const worth = rule.worth === 'cost' ? cost : net;
  const handling = amountOr(rule.handling, currency);
  const label = amountOr(rule.label, currency);
  if (rule.always === true) return { index, rule: found, cost: 0, worth: worth ?? net, always: true };
  if (worth === undefined || handling === undefined || label === undefined) return undefined;
  return {
    index,
    rule: found,
    cost:
      handling * entry.asked.quantity +
      percentOfMinor(worth, rule.gradeLoss) +
      percentOfMinor(entry.worth, rule.paymentFee),
    worth,
    always: false,
  };
}

/** Nothing where the policy names no amount at all, undefined where it names none in the currency. */
const amountOr = (amounts: Amounts | undefined, currency: string): number | undefined =>
  amounts === undefined ? 0 : amountIn(amounts, currency);
