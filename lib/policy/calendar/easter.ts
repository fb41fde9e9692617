import { dayOf, type Day } from './day';

/** Easter Sunday in the Gregorian calendar. Source: Meeus, Astronomical Algorithms, chapter 8 (1991). */
export function westernEaster(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Easter Sunday of the Orthodox churches: counted in the Julian calendar, told in the Gregorian. */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  const julianLag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1) + julianLag;
}
