import { ReturnsError } from '../../returns';

/** Orders are older than no web shop and younger than no clock: what is beyond has been misread. */
const FIRST_INSTANT = Date.UTC(1990, 0, 1);
const LAST_INSTANT = Date.UTC(2200, 0, 1);

/**
 * Epoch milliseconds of an ISO 8601 instant.
 * @param what names the field in the error, e.g. `order.placedAt`
 * @throws ReturnsError `invalid_input` when the text is no instant, or one before 1990 or after 2199
 */
export function instantOf(iso: string, what: string): number {
  const fast = utcInstant(iso);
  const at = fast === NOT_USUAL ? Date.parse(iso) : fast;
  if (at >= FIRST_INSTANT && at < LAST_INSTANT) return at;
  throw new ReturnsError('invalid_input', `The time in ${what} cannot be read`, {
    description: 'Give an instant between 1990 and 2199 in ISO 8601, such as 2026-11-22T09:30:00Z.',
    context: { field: what },
  });
}

const NOT_USUAL = -1;
const [ZERO, DASH, COLON, DOT, T, Z] = [48, 45, 58, 46, 84, 90];
/** Far enough below zero that no sum of digits is one. */
const NO_DIGIT = -100_000;

const FIRST_YEAR = 1990;
/** Days from 1970 to the first of each month from 1990 to the end of 2199. */
const monthStarts = Int32Array.from({ length: 210 * 12 + 1 }, (_, month) =>
  daysFromCivil(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1),
);

/**
 * `YYYY-MM-DDTHH:mm:ss[.sss]Z`, read by hand because a request has several and `Date.parse` takes as long as several
 * rules. Every other text is left to it.
 */
function utcInstant(iso: string): number {
  const { length } = iso;
  if ((length !== 24 && length !== 20) || iso.charCodeAt(length - 1) !== Z || !hasSeparators(iso)) return NOT_USUAL;
  const month = twoDigits(iso, 5);
  if (month < 1 || month > 12) return NOT_USUAL;
  const at = (100 * twoDigits(iso, 0) + twoDigits(iso, 2) - FIRST_YEAR) * 12 + month - 1;
  const first = monthStarts[at];
  const next = monthStarts[at + 1];
  const day = twoDigits(iso, 8) - 1;
  const hour = twoDigits(iso, 11);
  const minute = twoDigits(iso, 14);
  const second = twoDigits(iso, 17);
  const millis = length === 24 ? 10 * twoDigits(iso, 20) + digit(iso, 22) : 0;
  if (first === undefined || next === undefined || day < 0) return NOT_USUAL;
  // `Date.parse` would take 30 February for 2 March.
  if (first + day >= next) return Number.NaN;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || millis < 0) return NOT_USUAL;
  return (first + day) * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1000 + millis;
}

const hasSeparators = (iso: string): boolean =>
  iso.charCodeAt(10) === T &&
  iso.charCodeAt(4) === DASH &&
  iso.charCodeAt(7) === DASH &&
  iso.charCodeAt(13) === COLON &&
  iso.charCodeAt(16) === COLON &&
  (iso.length === 20 || iso.charCodeAt(19) === DOT);

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : NO_DIGIT;
}

const twoDigits = (text: string, at: number): number => 10 * digit(text, at) + digit(text, at + 1);

/**
 * Days since 1970-01-01 of a date in the Gregorian calendar, for years from 1 on.
 * Source: Howard Hinnant, chrono-compatible low-level date algorithms, days_from_civil.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.trunc(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
