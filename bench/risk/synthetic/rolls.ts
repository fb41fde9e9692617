import { pick } from '../../measuring/dice';
import type { Range } from './profiles';

/** Random choices from one dice, so that a seed tells everything. */
export interface Rolls {
  /** Whether something of this share of 1 happens. */
  readonly chance: (share: number) => boolean;
  readonly whole: (range: Range) => number;
  readonly between: (range: Range) => number;
  readonly one: <T>(values: readonly T[]) => T;
}

export function rollsOf(roll: () => number): Rolls {
  return {
    chance: (share) => roll() < share,
    whole: ([from, to]) => from + Math.floor(roll() * (to - from + 1)),
    between: ([from, to]) => from + roll() * (to - from),
    one: (values) => pick(roll, values),
  };
}
