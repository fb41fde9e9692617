import { ReturnsError } from '../../../returns';
import { isPlainObject } from '../../document/check-condition';
import type { Condition } from '../../document/condition';
import { factOf, isFactName, type FactName } from '../../facts';

/** One question about one fact. `holds` is false where the answer has to be no. */
export interface TestClause {
  readonly kind: 'test';
  readonly fact: FactName;
  readonly operator: string;
  readonly operand: unknown;
  readonly holds: boolean;
}

export interface GroupClause {
  readonly kind: 'all' | 'any';
  readonly parts: readonly Clause[];
}

export type Clause = TestClause | GroupClause;

/** A condition that asks nothing holds always: an `all` without parts. An `any` without parts never holds. */
export const always: GroupClause = { kind: 'all', parts: [] };

/**
 * A condition as single questions that are joined by and, and by or: `not` is carried down to the questions. With three
 * answers the law of De Morgan holds as well: what is not known stays so.
 * @param holds false for the clauses under which the condition is answered by no
 */
export function clauseOf(condition: Condition | undefined, holds = true): Clause {
  return condition === undefined ? group('all', [], holds) : conditionClause(condition, holds);
}

function conditionClause(condition: unknown, holds: boolean): Clause {
  if (!isPlainObject(condition)) throw unread();
  return group(
    'all',
    Object.entries(condition).map(([key, part]) => entryClause(key, part, holds)),
    holds,
  );
}

function entryClause(key: string, part: unknown, holds: boolean): Clause {
  if (key === 'not') return conditionClause(part, !holds);
  if (key === 'any' || key === 'all') {
    if (!Array.isArray(part)) throw unread();
    return group(
      key,
      part.map((entry: unknown) => conditionClause(entry, holds)),
      holds,
    );
  }
  if (!isFactName(key)) throw unread();
  const questions = questionsOf(key, part).map(([operator, operand]): Clause => ({
    kind: 'test',
    fact: key,
    operator,
    operand,
    holds,
  }));
  return group('all', questions, holds);
}

/** A bare value is short for the usual question: a text is one of these, a list has one of these, a number is this. */
function questionsOf(fact: FactName, part: unknown): readonly (readonly [string, unknown])[] {
  const { kind } = factOf(fact);
  if (isPlainObject(part) && !(kind === 'money' && 'amount' in part)) return Object.entries(part);
  return [[kind === 'texts' ? 'contains' : 'is', part]];
}

const opposite = { all: 'any', any: 'all' } as const;

/** Joins clauses; groups of the same kind become one, a group of one clause is that clause. */
function group(kind: GroupClause['kind'], parts: readonly Clause[], holds: boolean): Clause {
  const joined = holds ? kind : opposite[kind];
  const flat = parts.flatMap((part) => (part.kind === joined ? part.parts : [part]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind: joined, parts: flat };
}

/** Every question of a clause. */
export const testsOf = (clause: Clause): readonly TestClause[] =>
  clause.kind === 'test' ? [clause] : clause.parts.flatMap(testsOf);

/** Every fact that a condition asks about, each once. */
export const factsOf = (condition: Condition | undefined): readonly FactName[] => [
  ...new Set(testsOf(clauseOf(condition)).map(({ fact }) => fact)),
];

const unread = (): ReturnsError =>
  new ReturnsError('invalid_input', 'A condition cannot be read', {
    description: 'Read the policy with parsePolicy before anything else is done with it.',
  });
