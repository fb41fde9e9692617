import { moneySchema } from '../../returns';
import { factNames, factOf, isFactName, type Fact, type FactKind } from '../facts';
import { combinators, testKeys } from './condition';
import { readDay } from './day-text';
import { nearest, unknownWord } from './suggest';

/** Notes a fault at a place in the document. */
export type Fault = (path: readonly PropertyKey[], message: string) => void;

const DEEPEST = 8;
const LONGEST_LIST = 10_000;
const LONGEST_WORD = 500;
const conditionKeys: readonly string[] = [...combinators, ...factNames];

/** Finds every fault of a condition. */
export function checkCondition(value: unknown, path: readonly PropertyKey[], fault: Fault, depth = 0): void {
  if (!isPlainObject(value)) {
    fault(path, 'expected a condition such as { "line.category": ["shoes"] }');
    return;
  }
  if (depth > DEEPEST) {
    fault(path, `expected at most ${DEEPEST} conditions within each other`);
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    const place = [...path, key];
    if (key === 'not') checkCondition(part, place, fault, depth + 1);
    else if (key === 'any' || key === 'all') checkList(part, place, fault, depth);
    else if (isFactName(key)) checkTest(factOf(key), part, place, fault);
    else fault(place, unknownWord(key, conditionKeys));
  }
}

function checkList(value: unknown, path: readonly PropertyKey[], fault: Fault, depth: number): void {
  if (!Array.isArray(value) || value.length === 0 || value.length > LONGEST_LIST) {
    fault(path, 'expected a list with at least one condition');
    return;
  }
  for (const [index, entry] of value.entries()) checkCondition(entry, [...path, index], fault, depth + 1);
}

function checkTest(fact: Fact, value: unknown, path: readonly PropertyKey[], fault: Fault): void {
  const { kind } = fact;
  if (!isPlainObject(value) || (kind === 'money' && isMoney(value))) {
    if (kind === 'time') fault(path, 'expected an object such as { "after": "2026-11-27" }');
    else checkOperand(fact, value, path, fault);
    return;
  }
  const known: readonly string[] = testKeys[kind];
  const entries = Object.entries(value);
  if (entries.length === 0) fault(path, `expected one of ${known.join(', ')}`);
  for (const [key, operand] of entries) {
    const place = [...path, key];
    if (!known.includes(key)) fault(place, unknownWord(key, known));
    else if (key === 'exists') checkFlag(operand, place, fault);
    else if (key === 'between') checkRange(fact, operand, place, fault);
    else checkOperand(fact, operand, place, fault, key);
  }
}

function checkRange(fact: Fact, value: unknown, path: readonly PropertyKey[], fault: Fault): void {
  if (!Array.isArray(value) || value.length !== 2) {
    fault(path, 'expected two values, the lowest and the highest');
    return;
  }
  const ends: readonly unknown[] = value;
  const [from, to] = ends;
  checkOperand(fact, from, [...path, 0], fault);
  checkOperand(fact, to, [...path, 1], fault);
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    fault(path, 'expected the lower value first: nothing lies between these two');
  }
}

const checks: Record<
  FactKind,
  (fact: Fact, value: unknown, path: readonly PropertyKey[], fault: Fault, key?: string) => void
> = {
  text: checkWords,
  texts: checkWords,
  flag: (_fact, value, path, fault) => {
    checkFlag(value, path, fault);
  },
  number: (_fact, value, path, fault) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) fault(path, 'expected a number');
  },
  money: (_fact, value, path, fault) => {
    checkAmount(value, path, fault);
  },
  time: (_fact, value, path, fault) => {
    checkTime(value, path, fault);
  },
};

const checkOperand = (fact: Fact, value: unknown, path: readonly PropertyKey[], fault: Fault, key?: string): void => {
  checks[fact.kind](fact, value, path, fault, key);
};

function checkFlag(value: unknown, path: readonly PropertyKey[], fault: Fault): void {
  if (typeof value !== 'boolean') fault(path, 'expected true or false');
}

function checkWords({ values }: Fact, value: unknown, path: readonly PropertyKey[], fault: Fault, key?: string): void {
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (words.length === 0 || words.length > LONGEST_LIST) {
    fault(path, `expected 1 to ${LONGEST_LIST} words`);
    return;
  }
  const isWhole = key !== 'startsWith' && !(key === 'contains' && values === undefined);
  for (const [index, word] of words.entries()) {
    const place = Array.isArray(value) ? [...path, index] : path;
    if (typeof word !== 'string' || word.trim() === '' || word.length > LONGEST_WORD) {
      fault(place, `expected a text of 1 to ${LONGEST_WORD} letters`);
    } else if (isWhole && values && !values.includes(word.trim().toLowerCase())) {
      const meant = nearest(word, values);
      fault(place, meant === undefined ? `expected one of ${values.join(', ')}` : unknownWord(word, values));
    }
  }
}

function checkAmount(value: unknown, path: readonly PropertyKey[], fault: Fault): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) fault(path, 'expected an integer of the smallest unit, e.g. 1999 for 19.99 EUR');
    return;
  }
  const amounts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const seen = new Set<string>();
  if (amounts.length === 0) fault(path, 'expected an amount');
  for (const [index, amount] of amounts.entries()) {
    const place = Array.isArray(value) ? [...path, index] : path;
    const read = moneySchema.safeParse(amount);
    if (!read.success) {
      for (const issue of read.error.issues) fault([...place, ...issue.path], issue.message);
    } else if (seen.has(read.data.currency)) fault(place, `there is an amount in ${read.data.currency} already`);
    else seen.add(read.data.currency);
  }
}

function checkTime(value: unknown, path: readonly PropertyKey[], fault: Fault): void {
  if (typeof value === 'string' && (readDay(value) !== undefined || isInstant(value))) return;
  fault(path, 'expected a day such as 2026-11-27, a day of every year such as 11-27, or an instant');
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  Number.isFinite(Date.parse(text));

const isMoney = (value: object): boolean => 'amount' in value || 'currency' in value;

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
