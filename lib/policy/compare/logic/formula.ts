import type { Zone } from '../../calendar/zone';
import type { Condition } from '../../document/condition';
import { factOf, type FactName } from '../../facts';
import { clauseOf, type Clause, type TestClause } from '../../render/words/clauses';
import { flagsOf } from './flag-set';
import { amountsOf } from './money-set';
import { numbersOf, type NumberSet } from './number-set';
import { textsOf } from './text-set';
import { listsOf } from './texts-set';
import { beyond, boundsOf, knownTime, type Bound } from './time-set';
import type { ValueSet } from './value-set';

/** What facts have to be, in two answers: that a fact is not known is a value like others. */
export type Formula =
  | { readonly kind: 'is'; readonly fact: FactName; readonly set: ValueSet }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] };

/** What the meaning of a condition depends on besides itself. */
export interface Meaning {
  /** Of plain amounts. */
  readonly currency: string | undefined;
  readonly zone: Zone;
}

export const always: Formula = { kind: 'all', parts: [] };
export const never: Formula = { kind: 'any', parts: [] };

/** When a condition is answered by yes. */
export const holds = (condition: Condition | undefined, meaning: Meaning): Formula =>
  formulaOf(clauseOf(condition), meaning, true);

/** When it is answered by anything but yes: by no, or because something is not known. */
export const doesNotHold = (condition: Condition | undefined, meaning: Meaning): Formula =>
  formulaOf(clauseOf(condition), meaning, false);

/** When it is answered by no. */
export const isDenied = (condition: Condition | undefined, meaning: Meaning): Formula =>
  formulaOf(clauseOf(condition, false), meaning, true);

const opposite = { all: 'any', any: 'all' } as const;

function formulaOf(clause: Clause, meaning: Meaning, isYes: boolean): Formula {
  if (clause.kind === 'test') return testFormula(clause, meaning, isYes);
  const kind = isYes ? clause.kind : opposite[clause.kind];
  return { kind, parts: clause.parts.map((part) => formulaOf(part, meaning, isYes)) };
}

function testFormula(test: TestClause, meaning: Meaning, isYes: boolean): Formula {
  const { fact, operator, operand } = test;
  const { kind, values } = factOf(fact);
  const isTrue = test.holds === isYes;
  const is = (set: ValueSet): Formula => ({ kind: 'is', fact, set });
  switch (kind) {
    case 'text':
      return is(textsOf(operator, operand, isTrue, !isYes, values));
    case 'texts':
      return is(listsOf(operator, operand, isTrue, !isYes));
    case 'flag':
      return is(flagsOf(operator, operand, isTrue, !isYes));
    case 'number':
      return is(numberSet(operator, operand, isTrue, !isYes));
    case 'money':
      return is(amountsOf(operator, operand, isTrue, !isYes, meaning.currency));
    case 'time':
      return timeFormula(test, meaning, isTrue, !isYes);
  }
}

function numberSet(operator: string, operand: unknown, isTrue: boolean, orUnknown: boolean): NumberSet {
  const within = numbersOf(operator, operand, isTrue);
  return { kind: 'number', within, unknown: operator === 'exists' ? within.length === 0 : orUnknown };
}

function timeFormula(
  { fact, operator, operand }: TestClause,
  { zone }: Meaning,
  isTrue: boolean,
  orUnknown: boolean,
): Formula {
  if (operator === 'exists') return { kind: 'is', fact, set: knownTime(isTrue === (operand === true)) };
  const bounds = boundsOf(operator, operand, zone);
  // Neither its yes nor its no can be reckoned with, so both are possible.
  if (bounds === undefined) return always;
  const is = (bound: Bound): Formula => ({ kind: 'is', fact, set: { kind: 'time', ...bound, unknown: orUnknown } });
  return isTrue
    ? { kind: 'all', parts: bounds.map(is) }
    : { kind: 'any', parts: bounds.map((bound) => is(beyond(bound))) };
}
