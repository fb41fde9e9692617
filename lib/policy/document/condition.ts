import type { Money } from '../../returns';
import type { FactKind, FactName, KindOf } from '../facts';

/** Words to look for. Case and outer spaces do not count. */
type Words = string | readonly string[];

export interface TextTest {
  /** One of these. */
  readonly is?: Words;
  /** None of these. */
  readonly not?: Words;
  readonly startsWith?: Words;
  readonly contains?: Words;
  /** Whether it is known at all, and not empty. */
  readonly exists?: boolean;
}

export interface TextsTest {
  /** At least one of these is among them. */
  readonly contains?: Words;
  /** All of these are. */
  readonly containsAll?: Words;
  /** None of these is. */
  readonly not?: Words;
  readonly exists?: boolean;
}

/** Minor units in the policy's currency, or an amount in each currency that the shop sells in. */
export type Amount = number | Money | readonly Money[];

export interface QuantityTest<V> {
  readonly is?: V;
  readonly not?: V;
  readonly above?: V;
  readonly atLeast?: V;
  readonly below?: V;
  readonly atMost?: V;
  /** Both ends belong to it. */
  readonly between?: readonly [V, V];
  readonly exists?: boolean;
}

export interface FlagTest {
  readonly is?: boolean;
  readonly exists?: boolean;
}

/**
 * Days in the shop's time zone: `2026-11-27` is that day, `11-27` that day of every year; or an instant. A range of
 * days of every year may pass the new year.
 */
export interface TimeTest {
  readonly before?: string;
  readonly after?: string;
  /** Both days belong to it. */
  readonly between?: readonly [string, string];
  readonly exists?: boolean;
}

interface TestsByKind {
  text: Words | TextTest;
  texts: Words | TextsTest;
  number: number | QuantityTest<number>;
  money: Amount | QuantityTest<Amount>;
  flag: boolean | FlagTest;
  time: TimeTest;
}

/** What may be asked of a fact of this kind. */
export type TestOf<K extends FactKind> = TestsByKind[K];

/**
 * When a rule holds: every fact that it names passes its test, and `any`, `all` and `not` hold. A fact that is not
 * known makes the answer unknown, unless it does not matter or is only asked whether it `exists`.
 */
export type Condition = {
  readonly [F in FactName]?: TestOf<KindOf<F>>;
} & {
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
  readonly not?: Condition;
};

/** What a test may say, by the kind of its fact. */
export const testKeys = {
  text: ['is', 'not', 'startsWith', 'contains', 'exists'],
  texts: ['contains', 'containsAll', 'not', 'exists'],
  number: ['is', 'not', 'above', 'atLeast', 'below', 'atMost', 'between', 'exists'],
  money: ['is', 'not', 'above', 'atLeast', 'below', 'atMost', 'between', 'exists'],
  flag: ['is', 'exists'],
  time: ['before', 'after', 'between', 'exists'],
} as const satisfies Record<FactKind, readonly string[]>;

export const combinators = ['any', 'all', 'not'] as const;
