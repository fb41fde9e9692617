import { DateTime } from 'luxon';
import {
  civilDate,
  holidaysOf,
  isoDay,
  isPublicHoliday,
  knowsHolidays,
  partsWithHolidays,
  weekdayOf,
} from '../../../../lib/policy/calendar';
import { orthodoxEaster, westernEaster } from '../../../../lib/policy/calendar/easter';
import { holidayTable } from '../../../../lib/policy/calendar/holiday-table';
import { readRule } from '../../../../lib/policy/calendar/holidays';
import { knownHolidays } from './known-holidays';

const SUNDAY = 0;
const datesOf = (place: string, year: number): string[] =>
  [...holidaysOf(place, year)].filter((day) => weekdayOf(day) !== SUNDAY).map((day) => isoDay(day).slice(5));

/** Periods set by Dutch law end on no 5 May either; everybody has it off only every fifth year. */
const besides: Readonly<Record<string, string>> = { NL: '05-05' };

describe('public holidays', () => {
  it.each(Object.entries(knownHolidays))('of %s from 2024 to 2030 are those of another list', (place, years) => {
    for (const [year, dates] of Object.entries(years)) {
      const known = dates.split(' ');
      const ours = datesOf(place, Number(year)).filter((date) => known.includes(date) || date !== besides[place]);
      expect([year, ...ours]).toEqual([year, ...known]);
    }
  });

  it('are known of every member of the EEA, the nations of the United Kingdom, the German states and the US', () => {
    const members = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(
      ' ',
    );
    expect([...members, 'GB', 'US'].filter((place) => !knowsHolidays(place))).toEqual([]);
    expect(partsWithHolidays('GB')).toEqual(['GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR']);
    expect(partsWithHolidays('DE')).toHaveLength(16);
  });

  it.each(Object.entries(holidayTable))('of %s stand in a line that can be read', (place, line) => {
    const words = line.split(' ').filter((word) => !word.startsWith('@'));
    expect(words.map(readRule)).toHaveLength(words.length);
    expect(holidaysOf(place, 2026).size).toBeGreaterThan(5);
  });

  it.each(['13-', '05.xyz1', '1-1', '05-01]', ''])('cannot be read from "%s"', (word) => {
    expect(() => readRule(word)).toThrow(RangeError);
  });

  it('are none where nobody knows any', () => {
    for (const place of ['XX', 'FR-IDF', 'constructor', '']) {
      expect(knowsHolidays(place)).toBe(false);
      expect(holidaysOf(place, 2026).size).toBe(0);
    }
  });

  it.each([
    ['US', '2027-12-31', 'New Year’s Day 2028, a Saturday, is kept on the Friday before'],
    ['GB-ENG', '2027-12-28', 'Christmas and Boxing Day on a weekend are kept on Monday and Tuesday'],
    ['GB-SCT', '2026-06-15', 'a day that was given once'],
    ['IE', '2030-02-01', 'Saint Brigid’s Day on a Friday'],
    ['FR-67', '2026-04-03', 'Good Friday in Alsace'],
    ['SK', '2027-05-08', 'a holiday that was left out for one year is back'],
    ['PL', '2025-12-24', 'a holiday since 2025'],
    ['IT', '2026-10-04', 'a holiday since 2026'],
  ])('of %s have %s: %s', (place, date) => {
    expect([...holidaysOf(place, Number(date.slice(0, 4)))].map(isoDay)).toContain(date);
  });

  it.each([
    ['FR', '2026-04-03', 'Good Friday in the rest of France'],
    ['SK', '2026-05-08', 'the year in which it was left out'],
    ['PL', '2024-12-24', 'the year before it became one'],
    ['DK', '2024-04-26', 'Great Prayer Day, given up in 2024'],
    ['US', '2026-11-27', 'the day after Thanksgiving'],
  ])('of %s have not %s: %s', (place, date) => {
    expect([...holidaysOf(place, Number(date.slice(0, 4)))].map(isoDay)).not.toContain(date);
  });

  it('answer for a day', () => {
    const [labourDay, next] = [Date.UTC(2026, 4, 1) / 86_400_000, Date.UTC(2026, 4, 2) / 86_400_000];
    expect([isPublicHoliday('FR', labourDay), isPublicHoliday('FR', next)]).toEqual([true, false]);
  });
});

describe('Easter', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('was or will be in %i on %s', (year, date) => {
    expect(isoDay(westernEaster(year))).toBe(date);
  });

  it.each([
    [2023, '2023-04-16'],
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
    [2026, '2026-04-12'],
    [2027, '2027-05-02'],
    [2030, '2030-04-28'],
  ])('of the Orthodox churches in %i on %s', (year, date) => {
    expect(isoDay(orthodoxEaster(year))).toBe(date);
  });

  it('is a Sunday between 22 March and 25 April in every year', () => {
    for (let year = 1900; year <= 2999; year += 1) {
      const { month, day } = civilDate(westernEaster(year));
      expect(weekdayOf(westernEaster(year))).toBe(SUNDAY);
      expect(month * 100 + day).toBeGreaterThanOrEqual(322);
      expect(month * 100 + day).toBeLessThanOrEqual(425);
      expect(weekdayOf(orthodoxEaster(year))).toBe(SUNDAY);
      expect(DateTime.fromISO(isoDay(westernEaster(year))).weekday).toBe(7);
    }
  });
});
