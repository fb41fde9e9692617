/** A calendar day, as the number of days since 1970-01-01. It has no time zone: 4 July is 4 July everywhere. */
export type Day = number;

export const DAY_MS = 86_400_000;

/** From 1 March of the year 0 until 1970. */
const DAYS_TO_1970 = 719_468;
/** Of the 400 years after which the calendar repeats itself. */
const DAYS_OF_ERA = 146_097;

/**
 * `month` from 1. Days and months beyond the end run over: 31 April is 1 May.
 * Counted without Date, because every deadline in months asks for it.
 * Source: Howard Hinnant, chrono-compatible low-level date algorithms, days_from_civil.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const marchYear = year + Math.floor((month - 3) / 12);
  const monthFromMarch = (((month - 3) % 12) + 12) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

export interface CivilDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** The other way round. Source: the same, civil_from_days. */
export function civilDate(day: Day): CivilDate {
  const shifted = day + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** `2026-11-22`. */
export const isoDay = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Reads `2026-11-22`; undefined when it is no day of the calendar. */
export function parseDay(iso: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(at) && isoDay(at / DAY_MS) === iso ? at / DAY_MS : undefined;
}

/** 0 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/**
 * The same date `months` later, or the last day of that month where it has no such date.
 * Source: regulation (EEC, Euratom) 1182/71 art. 3(2)(c).
 */
export function addMonths(day: Day, months: number): Day {
  const from = civilDate(day);
  const firstOfMonth = dayOf(from.year, from.month + months, 1);
  // No month has fewer than 28 days, so only the last three dates may be missing.
  if (from.day <= 28) return firstOfMonth + from.day - 1;
  return Math.min(firstOfMonth + from.day, dayOf(from.year, from.month + months + 1, 1)) - 1;
}
