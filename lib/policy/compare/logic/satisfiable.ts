import type { FactName } from '../../facts';
import type { Formula } from './formula';
import { isEmpty, meet, type ValueSet } from './value-set';

/** Steps after which a search gives up; rules that people write take some tens. */
const MOST_STEPS = 5000;

type Group = Exclude<Formula, { kind: 'is' }>;
type Known = ReadonlyMap<FactName, ValueSet>;

/** What follows from formulas at once, and what they leave to choose. */
export interface Assumed {
  readonly facts: Known;
  readonly choices: readonly Group[];
}

/**
 * Whether facts can be so that all formulas hold. Facts are taken to be free of each other and odd sets to have a
 * value, and a search that takes too long is given up: false is sure, true may be wrong.
 */
export function isSatisfiable(...formulas: readonly Formula[]): boolean {
  const assumed = assume(nothing, formulas);
  return assumed !== undefined && canHold(assumed);
}

/** The same with formulas that were assumed before. */
export function isConsistent(assumed: Assumed, ...formulas: readonly Formula[]): boolean {
  if (assumed.choices.length === 0 && formulas.length === 1) {
    const quick = quickly(assumed.facts, formulas[0]);
    if (quick !== undefined) return quick;
  }
  const more = assume(assumed, formulas);
  return more !== undefined && canHold(more);
}

const nothing: Assumed = { facts: new Map(), choices: [] };

/** The usual question, one alternative of single facts, without making anything. */
function quickly(facts: Known, formula: Formula | undefined): boolean | undefined {
  if (formula?.kind !== 'any' || !formula.parts.every(({ kind }) => kind === 'is')) return undefined;
  return formula.parts.some((part) => isPossible(part, facts));
}

/** Undefined when the formulas contradict what is assumed, or each other. */
export function assume({ facts: known, choices: before }: Assumed, formulas: readonly Formula[]): Assumed | undefined {
  const facts = new Map(known);
  const choices = [...before];
  const pending = [...formulas];
  for (let goal = pending.pop(); goal !== undefined; goal = pending.pop()) {
    if (goal.kind === 'is') {
      const earlier = facts.get(goal.fact);
      const set = earlier === undefined ? goal.set : meet(earlier, goal.set);
      if (isEmpty(set)) return undefined;
      facts.set(goal.fact, set);
    } else if (goal.kind === 'all') pending.push(...goal.parts);
    else {
      const [only] = goal.parts;
      if (only === undefined) return undefined;
      if (goal.parts.length === 1) pending.push(only);
      else choices.push(goal);
    }
  }
  return { facts, choices };
}

/** What is assumed of nothing. */
export const assumed = (...formulas: readonly Formula[]): Assumed | undefined => assume(nothing, formulas);

function canHold(state: Assumed): boolean {
  const search = { steps: 0 };
  return solve(state, search) || search.steps > MOST_STEPS;
}

/** Takes up the choice that leaves the least; parts that cannot hold any more fall away at once. */
function solve({ facts, choices }: Assumed, search: { steps: number }): boolean {
  let least: readonly Formula[] | undefined;
  let taken: Group | undefined;
  for (const choice of choices) {
    search.steps += choice.parts.length;
    if (search.steps > MOST_STEPS) return false;
    const parts = choice.parts.filter((part) => isPossible(part, facts));
    if (parts.length === 0) return false;
    if (least !== undefined && least.length <= parts.length) continue;
    [least, taken] = [parts, choice];
  }
  if (least === undefined) return true;
  const others = choices.filter((choice) => choice !== taken);
  return least.some((part) => {
    const next = assume({ facts, choices: others }, [part]);
    return next !== undefined && solve(next, search);
  });
}

function isPossible(formula: Formula, facts: Known): boolean {
  if (formula.kind !== 'is') return true;
  const known = facts.get(formula.fact);
  return !isEmpty(known === undefined ? formula.set : meet(known, formula.set));
}
