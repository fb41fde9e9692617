import { ReturnsError, type Money } from '../../returns';
import { isPlainObject } from '../document/check-condition';
import { fold } from './fold';

/** The operands of a test that has been checked at the door; what else comes is a fault of this package. */

export const unexpected = (what: string): ReturnsError =>
  new ReturnsError('invalid_input', `A condition asks for something that is not ${what}`, {
    description: 'Read the policy with parsePolicy before it is evaluated.',
  });

export function wordsOf(value: unknown): readonly string[] {
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  return words.map((word) => {
    if (typeof word !== 'string') throw unexpected('a text');
    return fold(word);
  });
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw unexpected('a number');
  return value;
}

export function flagOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw unexpected('true or false');
  return value;
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw unexpected('a text');
  return value;
}

export function pairOf(value: unknown): readonly [unknown, unknown] {
  if (!Array.isArray(value) || value.length !== 2) throw unexpected('a range');
  const ends: readonly unknown[] = value;
  return [ends[0], ends[1]];
}

/** Minor units of an amount by currency. */
export function amountByCurrency(value: unknown, currency: string | undefined): ReadonlyMap<string, number> {
  if (typeof value === 'number') return new Map(currency === undefined ? [] : [[currency, value]]);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return new Map(
    list.map((entry) => {
      if (!isMoney(entry)) throw unexpected('an amount');
      return [entry.currency, entry.amount];
    }),
  );
}

const isMoney = (value: unknown): value is Money =>
  isPlainObject(value) && typeof value['amount'] === 'number' && typeof value['currency'] === 'string';
