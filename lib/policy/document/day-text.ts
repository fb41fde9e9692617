import { daysFromCivil } from '../facts';

/** A day of one year, or of every year. */
export type DayText =
  | { readonly kind: 'once'; readonly day: number }
  | { readonly kind: 'yearly'; readonly month: number; readonly date: number };

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2026-11-27` or `11-27`; undefined for every other text. 29 February of a common year is 1 March. */
export function readDay(text: string): DayText | undefined {
  const match = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, date] = [match[1], Number(match[2]), Number(match[3])];
  const last = daysOfMonth[month - 1];
  if (last === undefined || date < 1 || date > last) return undefined;
  if (year === undefined) return { kind: 'yearly', month, date };
  const inYear = Number(year);
  if (inYear < 1990 || inYear > 2199 || (month === 2 && date === 29 && !isLeap(inYear))) return undefined;
  return { kind: 'once', day: daysFromCivil(inYear, month, date) };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day that a text means in a year. */
export const dayIn = (text: DayText, year: number): number =>
  text.kind === 'once' ? text.day : daysFromCivil(year, text.month, text.date);

/** The year of a day counted from 1970-01-01. */
export function yearOf(day: number): number {
  let year = 1970 + Math.floor(day / 365.2425);
  while (daysFromCivil(year, 1, 1) > day) year -= 1;
  while (daysFromCivil(year + 1, 1, 1) <= day) year += 1;
  return year;
}
