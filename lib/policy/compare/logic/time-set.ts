import type { Zone } from '../../calendar/zone';
import { readDay } from '../../document/day-text';
import { textOf } from '../../engine/operands';
import { between, everyNumber, meetIntervals, noNumber, outside, type Intervals } from './intervals';

/** Values of a time: instants as epoch milliseconds, on days of the year as month × 100 + date; or not known. */
export interface TimeSet {
  readonly kind: 'time';
  readonly instants: Intervals;
  readonly yearDays: Intervals;
  readonly unknown: boolean;
}

export const meetTimes = (one: TimeSet, other: TimeSet): TimeSet => ({
  kind: 'time',
  instants: meetIntervals(one.instants, other.instants),
  yearDays: meetIntervals(one.yearDays, other.yearDays),
  unknown: one.unknown && other.unknown,
});

export const isNoTime = ({ instants, yearDays, unknown }: TimeSet): boolean =>
  !unknown && (instants.length === 0 || yearDays.length === 0);

export const knownTime = (isKnown: boolean): TimeSet => ({
  kind: 'time',
  instants: isKnown ? everyNumber : noNumber,
  yearDays: everyNumber,
  unknown: !isKnown,
});

/** A bound of times that one test sets, on instants or on days of the year. */
export type Bound = Pick<TimeSet, 'instants' | 'yearDays'>;

/** What a test asks: every one of these bounds. Undefined for a test that is too odd to be reckoned with. */
export function boundsOf(operator: string, operand: unknown, zone: Zone): readonly Bound[] | undefined {
  if (operator !== 'between') return [boundOf(operator === 'before' ? 'below' : 'above', textOf(operand), zone)];
  const ends: readonly unknown[] = Array.isArray(operand) ? operand : [];
  const [from, to] = [textOf(ends[0]), textOf(ends[1])];
  const [first, last] = [readDay(from), readDay(to)];
  if (first?.kind === 'yearly' && last?.kind === 'yearly') {
    const [low, high] = [yearDay(first), yearDay(last)];
    if (low <= high) return [ofYear(between(low, high))];
    return [ofYear([...between(-Infinity, high), ...between(low, Infinity)])];
  }
  // 29 February of a common year counts as 1 March where it ends a range that begins otherwise.
  if (last?.kind === 'yearly' && last.month === 2 && last.date === 29) return undefined;
  return [boundOf('atLeast', from, zone), boundOf('atMost', to, zone)];
}

type Comparison = 'above' | 'atLeast' | 'below' | 'atMost';

function boundOf(comparison: Comparison, text: string, zone: Zone): Bound {
  const day = readDay(text);
  if (day?.kind === 'yearly') return ofYear(stretch(comparison, yearDay(day), yearDay(day)));
  const at = Date.parse(text);
  const [first, last] = day === undefined ? [at, at] : [zone.startOf(day.day), zone.endOf(day.day).at];
  return { instants: stretch(comparison, first, last), yearDays: everyNumber };
}

/** @param first and last instant of the day, or twice the instant itself */
function stretch(comparison: Comparison, first: number, last: number): Intervals {
  switch (comparison) {
    case 'above':
      return between(last, Infinity, false);
    case 'atLeast':
      return between(first, Infinity);
    case 'below':
      return between(-Infinity, first, true, false);
    case 'atMost':
      return between(-Infinity, last);
  }
}

const ofYear = (yearDays: Intervals): Bound => ({ instants: everyNumber, yearDays });

const yearDay = ({ month, date }: { readonly month: number; readonly date: number }): number => month * 100 + date;

/** What lies outside a bound. */
export const beyond = ({ instants, yearDays }: Bound): Bound =>
  yearDays === everyNumber
    ? { instants: complement(instants), yearDays }
    : { instants, yearDays: complement(yearDays) };

const complement = (intervals: Intervals): Intervals =>
  intervals.reduce<Intervals>((left, interval) => meetIntervals(left, outside(interval)), everyNumber);
