import { isPlainObject } from '../document/check-condition';
import type { Condition } from '../document/condition';
import { isFactName } from '../facts';
import { compileTest, type CompiledTest, type TestContext } from './compile-test';
import { unexpected } from './operands';
import type { Reading } from './reading';
import { allOf, anyOf, NO, notOf, UNKNOWN, YES, type Predicate } from './truth';

export interface CompiledGroup {
  readonly kind: 'all' | 'any' | 'not';
  readonly parts: readonly CompiledCondition[];
  readonly holds: Predicate;
}

export type CompiledCondition = CompiledTest | CompiledGroup;

const noCondition: CompiledGroup = { kind: 'all', parts: [], holds: () => YES };

/** Makes functions of a condition: nothing of the document is looked at again while requests are judged. */
export function compileCondition(context: TestContext, condition: Condition | undefined): CompiledCondition {
  return condition === undefined ? noCondition : compileParts(context, condition);
}

function compileParts(context: TestContext, condition: unknown): CompiledCondition {
  if (!isPlainObject(condition)) throw unexpected('a condition');
  const parts = Object.entries(condition).map(([key, part]): CompiledCondition => {
    if (isFactName(key)) return compileTest(context, key, part);
    if (key === 'not') return group('not', [compileParts(context, part)]);
    if (!Array.isArray(part)) throw unexpected('a list of conditions');
    return group(
      key === 'any' ? 'any' : 'all',
      part.map((entry) => compileParts(context, entry)),
    );
  });
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : group('all', parts);
}

function group(kind: CompiledGroup['kind'], parts: readonly CompiledCondition[]): CompiledGroup {
  const predicates = parts.map(({ holds }) => holds);
  if (kind === 'any') return { kind, parts, holds: anyOf(predicates) };
  const all = allOf(predicates);
  return { kind, parts, holds: kind === 'not' ? notOf(all) : all };
}

/** Every test in a condition. */
export function testsOf(condition: CompiledCondition): readonly CompiledTest[] {
  return condition.kind === 'test' ? [condition] : condition.parts.flatMap(testsOf);
}

/** Why a condition is not answered: facts that nobody knows, and amounts in other currencies than the order's. */
export interface Gaps {
  readonly facts: readonly string[];
  readonly isForeign: boolean;
}

/** The tests that leave a condition open; those whose answer could not change it are left out. */
export function gapsOf(condition: CompiledCondition, reading: Reading): Gaps {
  const open = openTests(condition, reading);
  const isForeign = ({ currencies }: CompiledTest): boolean =>
    currencies !== undefined && !currencies.has(reading.input.order.currency);
  return {
    facts: [...new Set(open.filter((test) => !isForeign(test)).map(({ name }) => name))],
    isForeign: open.some(isForeign),
  };
}

function openTests(condition: CompiledCondition, reading: Reading): readonly CompiledTest[] {
  if (condition.holds(reading) !== UNKNOWN) return [];
  return condition.kind === 'test' ? [condition] : condition.parts.flatMap((part) => openTests(part, reading));
}

export { NO, UNKNOWN, YES };
