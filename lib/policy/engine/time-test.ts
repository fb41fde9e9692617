import { dayIn, readDay, yearOf, type DayText } from '../document/day-text';
import { civilDate } from '../calendar/day';
import { textOf, pairOf } from './operands';

/** Whether an instant, on its day in the shop's time zone, passes a test. */
export type TimeTest = (instant: number, day: number) => boolean;

/** A day of every year as month and date in one number, so that days can be compared within a year. */
const yearDay = (month: number, date: number): number => month * 100 + date;

function yearDayOf(day: number): number {
  const { month, day: date } = civilDate(day);
  return yearDay(month, date);
}

/** @param key `before`, `after` or `between` */
export function compileTimeTest(key: string, operand: unknown): TimeTest {
  if (key === 'between') {
    const [from, to] = pairOf(operand);
    return betweenDays(textOf(from), textOf(to));
  }
  const text = textOf(operand);
  const day = readDay(text);
  if (day === undefined) {
    const at = Date.parse(text);
    return key === 'before' ? (instant) => instant < at : (instant) => instant > at;
  }
  if (day.kind === 'once') return key === 'before' ? (_, on) => on < day.day : (_, on) => on > day.day;
  const mark = yearDay(day.month, day.date);
  return key === 'before' ? (_, on) => yearDayOf(on) < mark : (_, on) => yearDayOf(on) > mark;
}

function betweenDays(from: string, to: string): TimeTest {
  const [first, last] = [readDay(from), readDay(to)];
  if (first?.kind === 'yearly' && last?.kind === 'yearly') {
    return (_, on) => isWithinYear(on, first, last);
  }
  const startsBefore = compileBound(from, first, 'from');
  const endsAfter = compileBound(to, last, 'to');
  return (instant, on) => startsBefore(instant, on) && endsAfter(instant, on);
}

function compileBound(text: string, day: DayText | undefined, end: 'from' | 'to'): TimeTest {
  if (day === undefined) {
    const at = Date.parse(text);
    return end === 'from' ? (instant) => instant >= at : (instant) => instant <= at;
  }
  return end === 'from' ? (_, on) => on >= dayIn(day, yearOf(on)) : (_, on) => on <= dayIn(day, yearOf(on));
}

/** Whether a day lies in a range of every year; the range may pass the new year. */
export function isWithinYear(
  on: number,
  from: Extract<DayText, { kind: 'yearly' }>,
  to: Extract<DayText, { kind: 'yearly' }>,
): boolean {
  const [at, first, last] = [yearDayOf(on), yearDay(from.month, from.date), yearDay(to.month, to.date)];
  return first <= last ? at >= first && at <= last : at >= first || at <= last;
}
