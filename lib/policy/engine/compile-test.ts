import { isPlainObject } from '../document/check-condition';
import { factOf, type Fact, type FactName } from '../facts';
import { amountByCurrency, flagOf, numberOf, pairOf, wordsOf } from './operands';
import type { FactSlots } from './reading';
import { compileTimeTest, type TimeTest } from './time-test';
import { allOf, NO, truthOf, UNKNOWN, YES, type Predicate } from './truth';

/** One fact with everything that a condition asks of it. */
export interface CompiledTest {
  readonly kind: 'test';
  readonly name: FactName;
  readonly fact: Fact;
  readonly slot: number;
  /** What the document says, for the trace. */
  readonly asked: unknown;
  readonly holds: Predicate;
  /** Words of which the fact must have one; undefined when the test is of another kind. */
  readonly words: readonly string[] | undefined;
  /** Lowest and highest number that can pass; undefined when the test is of another kind. */
  readonly range: readonly [number, number] | undefined;
  /** Currencies in which the amounts of the test are given; undefined when it has none. */
  readonly currencies: ReadonlySet<string> | undefined;
}

export interface TestContext {
  readonly slots: FactSlots;
  /** Of plain amounts. */
  readonly currency: string | undefined;
}

/** Makes a function of the test of one fact. */
export function compileTest({ slots, currency }: TestContext, name: FactName, asked: unknown): CompiledTest {
  const fact = factOf(name);
  const slot = slots.slotOf(fact);
  const operators = operatorsOf(fact, asked);
  const base = {
    kind: 'test',
    name,
    fact,
    slot,
    asked,
    words: undefined,
    range: undefined,
    currencies: undefined,
  } as const;
  const exists = operators.filter(([key]) => key === 'exists').map(([, wanted]) => existence(slot, flagOf(wanted)));
  const others = operators.filter(([key]) => key !== 'exists');
  const all = (predicates: readonly Predicate[]): Predicate => allOf([...exists, ...predicates]);

  switch (fact.kind) {
    case 'text':
      return {
        ...base,
        holds: all(others.map((operator) => textPredicate(slot, operator))),
        words: wordsNeeded(others, 'is'),
      };
    case 'texts':
      return {
        ...base,
        holds: all(others.map((operator) => textsPredicate(slot, operator))),
        words: wordsNeeded(others, 'contains'),
      };
    case 'flag':
      return {
        ...base,
        holds: all(others.map(([, wanted]) => flagPredicate(slot, flagOf(wanted)))),
        words: others.slice(0, 1).map(([, wanted]) => String(flagOf(wanted))),
      };
    case 'number': {
      const bounds = others.map(([key, operand]) => boundOf(key, plainPair(key, operand)));
      return { ...base, holds: all(bounds.map((bound) => numberPredicate(slot, bound))), range: rangeOf(bounds) };
    }
    case 'money': {
      const currencies = others.map(([key, operand]) => moneyBounds(key, operand, currency));
      return {
        ...base,
        holds: all(currencies.map((bounds) => moneyPredicate(slot, bounds))),
        currencies: new Set(currencies.flatMap((bounds) => [...bounds.keys()])),
      };
    }
    case 'time': {
      const tests = others.map(([key, operand]) => compileTimeTest(key, operand));
      return { ...base, holds: all(tests.map((test) => timePredicate(slot, test))) };
    }
  }
}

type Operator = readonly [key: string, operand: unknown];

/** A bare value is short for the usual question: a text is one of these, a list has one of these, a number is this. */
function operatorsOf({ kind }: Fact, asked: unknown): readonly Operator[] {
  if (isPlainObject(asked) && !(kind === 'money' && 'amount' in asked)) return Object.entries(asked);
  return [[kind === 'texts' ? 'contains' : 'is', asked]];
}

const wordsNeeded = (operators: readonly Operator[], needed: string): readonly string[] | undefined => {
  const operator = operators.find(([key]) => key === needed);
  return operator && wordsOf(operator[1]);
};

function existence(slot: number, wanted: boolean): Predicate {
  return (reading) => {
    const value = reading.value(slot);
    const exists = value !== null && value !== '' && !(typeof value === 'object' && value.length === 0);
    return truthOf(exists === wanted);
  };
}

function textPredicate(slot: number, [key, operand]: Operator): Predicate {
  const words = wordsOf(operand);
  const matches = textMatcher(key, words);
  return (reading) => {
    const value = reading.text(slot);
    return value === null ? UNKNOWN : truthOf(matches(value));
  };
}

function textMatcher(key: string, words: readonly string[]): (value: string) => boolean {
  const [only] = words;
  const set = new Set(words);
  switch (key) {
    case 'startsWith':
      return (value) => words.some((word) => value.startsWith(word));
    case 'contains':
      return (value) => words.some((word) => value.includes(word));
    case 'not':
      return (value) => !set.has(value);
    default:
      return words.length === 1 ? (value) => value === only : (value) => set.has(value);
  }
}

function textsPredicate(slot: number, [key, operand]: Operator): Predicate {
  const words = wordsOf(operand);
  const set = new Set(words);
  const matches: (values: readonly string[]) => boolean =
    key === 'containsAll'
      ? (values) => words.every((word) => values.includes(word))
      : key === 'not'
        ? (values) => !values.some((value) => set.has(value))
        : words.length === 1
          ? (values) => values.includes(words[0] ?? '')
          : (values) => values.some((value) => set.has(value));
  return (reading) => {
    const values = reading.texts(slot);
    return values === null ? UNKNOWN : truthOf(matches(values));
  };
}

function flagPredicate(slot: number, wanted: boolean): Predicate {
  return (reading) => {
    const value = reading.flag(slot);
    return value === null ? UNKNOWN : truthOf(value === wanted);
  };
}

/** What numbers pass: those between two ends, each belonging to it or not; or all but one. */
interface Bound {
  readonly low: number;
  readonly high: number;
  readonly withLow: boolean;
  readonly withHigh: boolean;
  readonly except: boolean;
}

const anything: Bound = { low: -Infinity, high: Infinity, withLow: true, withHigh: true, except: false };

function boundOf(key: string, [first, second]: readonly [number, number]): Bound {
  switch (key) {
    case 'above':
      return { ...anything, low: first, withLow: false };
    case 'atLeast':
      return { ...anything, low: first };
    case 'below':
      return { ...anything, high: first, withHigh: false };
    case 'atMost':
      return { ...anything, high: first };
    case 'between':
      return { ...anything, low: first, high: second };
    default:
      return { ...anything, low: first, high: first, except: key === 'not' };
  }
}

function plainPair(key: string, operand: unknown): readonly [number, number] {
  if (key !== 'between') return [numberOf(operand), numberOf(operand)];
  const [low, high] = pairOf(operand);
  return [numberOf(low), numberOf(high)];
}

function isWithin(value: number, { low, high, withLow, withHigh, except }: Bound): boolean {
  const within = (withLow ? value >= low : value > low) && (withHigh ? value <= high : value < high);
  return within !== except;
}

function numberPredicate(slot: number, bound: Bound): Predicate {
  return (reading) => {
    const value = reading.number(slot);
    return value === null ? UNKNOWN : truthOf(isWithin(value, bound));
  };
}

function rangeOf(bounds: readonly Bound[]): readonly [number, number] | undefined {
  const within = bounds.filter(({ except }) => !except);
  if (within.length === 0) return undefined;
  return [Math.max(...within.map(({ low }) => low)), Math.min(...within.map(({ high }) => high))];
}

function moneyBounds(key: string, operand: unknown, currency: string | undefined): ReadonlyMap<string, Bound> {
  const [first, second] = key === 'between' ? pairOf(operand) : [operand, operand];
  const [low, high] = [amountByCurrency(first, currency), amountByCurrency(second, currency)];
  const bounds = new Map<string, Bound>();
  for (const [code, amount] of low) {
    const other = high.get(code);
    if (other !== undefined) bounds.set(code, boundOf(key, [amount, other]));
  }
  return bounds;
}

/** An amount in another currency is neither above nor below: nothing is converted silently. */
function moneyPredicate(slot: number, bounds: ReadonlyMap<string, Bound>): Predicate {
  return (reading) => {
    const bound = bounds.get(reading.input.order.currency);
    if (bound === undefined) return UNKNOWN;
    const value = reading.number(slot);
    return value === null ? UNKNOWN : isWithin(value, bound) ? YES : NO;
  };
}

function timePredicate(slot: number, test: TimeTest): Predicate {
  return (reading) => {
    const instant = reading.number(slot);
    return instant === null ? UNKNOWN : test(instant, reading.dayOf(instant)) ? YES : NO;
  };
}
