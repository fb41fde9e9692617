/** A stretch of numbers; its ends belong to it or not. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly withLow: boolean;
  readonly withHigh: boolean;
}

/** Numbers as stretches that do not overlap, from low to high. */
export type Intervals = readonly Interval[];

export const everyNumber: Intervals = [{ low: -Infinity, high: Infinity, withLow: true, withHigh: true }];
export const noNumber: Intervals = [];

export const between = (low: number, high: number, withLow = true, withHigh = true): Intervals =>
  isEmptyInterval({ low, high, withLow, withHigh }) ? noNumber : [{ low, high, withLow, withHigh }];

const isEmptyInterval = ({ low, high, withLow, withHigh }: Interval): boolean =>
  low > high || (low === high && !(withLow && withHigh));

/** The numbers in both. */
export function meetIntervals(one: Intervals, other: Intervals): Intervals {
  if (one === everyNumber) return other;
  if (other === everyNumber) return one;
  return one.flatMap((a) => other.flatMap((b) => meetOf(a, b)));
}

function meetOf(a: Interval, b: Interval): Intervals {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const withLow = (a.low < low || a.withLow) && (b.low < low || b.withLow);
  const withHigh = (a.high > high || a.withHigh) && (b.high > high || b.withHigh);
  return between(low, high, withLow, withHigh);
}

/** The numbers outside one stretch. */
export function outside({ low, high, withLow, withHigh }: Interval): Intervals {
  return [...between(-Infinity, low, true, !withLow), ...between(high, Infinity, !withHigh, true)].filter(
    (interval) => !(interval.low === interval.high && !Number.isFinite(interval.low)),
  );
}
