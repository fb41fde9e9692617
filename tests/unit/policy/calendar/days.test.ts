import { DateTime } from 'luxon';
import { addMonths, civilDate, dayOf, isoDay, parseDay, weekdayOf } from '../../../../lib/policy/calendar';
import { fc } from '../../../support/properties';

const days = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2400, 1, 1) });
const utc = (day: number): DateTime => DateTime.fromMillis(day * 86_400_000, { zone: 'UTC' });

describe('days', () => {
  it('are the days that luxon has', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -200, max: 200 }), (day, months) => {
        const { year, month, day: date } = civilDate(day);
        expect([year, month, date]).toEqual([utc(day).year, utc(day).month, utc(day).day]);
        expect(dayOf(year, month, date)).toBe(day);
        expect(weekdayOf(day)).toBe(utc(day).weekday % 7);
        expect(isoDay(day)).toBe(utc(day).toISODate());
        expect(parseDay(isoDay(day))).toBe(day);
        expect(isoDay(addMonths(day, months))).toBe(utc(day).plus({ months }).toISODate());
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-06-05', 24, '2028-06-05'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(isoDay(addMonths(parseDay(from) ?? Number.NaN, months))).toBe(to);
  });

  it('keep their order when months are added', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 120 }), (one, other, months) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        expect(addMonths(first, months)).toBeLessThanOrEqual(addMonths(last, months));
      }),
    );
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '', '2026-01-01T00:00:00Z'])('are not "%s"', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});
