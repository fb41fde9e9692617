import type { CaseRule } from '../document/cases';
import type { MethodRule, ResolutionRule } from '../document/offers';
import { isProtected } from '../law';
import { amountIn } from './amounts';
import type { CompiledRule } from './compile-policy';
import type { Judgement } from './judge';
import type { LineJudgement } from './judge-line';
import type { RuleIndex } from './rule-index';

const usualRefund: ResolutionRule = { id: 'refund', resolution: 'refund', paidAt: 'inspection' };

/** What is offered where a policy says nothing of it. */
export const usualResolutions: readonly ResolutionRule[] = [
  usualRefund,
  { id: 'exchange', resolution: 'exchange', paidAt: 'inspection' },
  { id: 'store_credit', resolution: 'store_credit', paidAt: 'inspection' },
];
export const usualMethods: readonly MethodRule[] = [{ id: 'post', method: 'post' }];

/** What may be chosen for one line, in the order of the policy; a refund always where the law grants it. */
export function resolutionsOfLine(judgement: Judgement, index: number): readonly ResolutionRule[] {
  const { compiled, law, lines } = judgement;
  const line = lines[index];
  if (line === undefined || line.outcome === 'reject') return [];
  const allowed = line.findings.apart?.rule.resolutions;
  const rules =
    compiled.resolutions.rules.length === 0 ? usualResolutions : heldRules(judgement, line, compiled.resolutions);
  const offered = allowed === undefined ? rules : rules.filter(({ resolution }) => allowed.includes(resolution));
  const rights = law.ofLine(index);
  // Who was given the goods is paid no refund before the buyer agrees: it would go back to the buyer.
  const isOwed =
    rights !== undefined && isProtected(rights.withdrawal) && !rights.withdrawal.needs.includes('buyerAgrees');
  return isOwed && !offered.some(({ resolution }) => resolution === 'refund') ? [usualRefund, ...offered] : offered;
}

/** Whether a rule promises a bonus as an amount, and none in this currency: there is none then. */
export const isBonusForeign = ({ bonus }: ResolutionRule, currency: string): boolean =>
  bonus?.amount !== undefined && amountIn(bonus.amount, currency) === undefined;

/** How one line can be sent back, in the order of the policy. */
export function methodsOfLine(judgement: Judgement, index: number): readonly MethodRule[] {
  const { compiled, lines } = judgement;
  const line = lines[index];
  if (line === undefined || line.outcome === 'reject') return [];
  const { apart } = line.findings;
  const rules = compiled.methods.rules.length === 0 ? usualMethods : heldRules(judgement, line, compiled.methods);
  return rules.filter(({ method }) => allowsMethod(apart, method));
}

const allowsMethod = (apart: CompiledRule<CaseRule> | undefined, method: MethodRule['method']): boolean =>
  apart?.rule.methods === undefined || apart.rule.methods.includes(method);

/** What is offered for every line that is not refused: the list of the first, without what another lacks. */
export function forAllLines<T extends object>(
  judgement: Judgement,
  ofLine: (judgement: Judgement, index: number) => readonly T[],
  isSame: (one: T, other: T) => boolean,
): readonly T[] {
  const lists = judgement.lines.flatMap(({ outcome }, index) =>
    outcome === 'reject' ? [] : [ofLine(judgement, index)],
  );
  const [first = [], ...others] = lists;
  return first.filter((one) => others.every((list) => list.some((other) => isSame(one, other))));
}

/** Rules of a part that hold for a line. */
export function heldRules<R>(
  { findings: { reading } }: Judgement,
  { findings: { entry } }: LineJudgement,
  index: RuleIndex<CompiledRule<R>>,
): readonly R[] {
  reading.turnTo(entry.asked, entry.line, entry.worth);
  index.all(reading);
  return index.held.map(({ rule }) => rule);
}
