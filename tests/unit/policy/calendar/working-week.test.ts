import { dayOf, isoDay, parseDay, widestWeekOf, workingWeek, workingWeekOf } from '../../../../lib/policy/calendar';
import { fc } from '../../../support/properties';

const day = (iso: string): number => parseDay(iso) ?? Number.NaN;

describe('working weeks', () => {
  it.each([
    ['FR', undefined, '2026-06-19', '2026-06-19'],
    ['FR', undefined, '2026-06-20', '2026-06-22'],
    ['FR', undefined, '2026-05-01', '2026-05-04'],
    ['DE', undefined, '2026-04-03', '2026-04-07'],
    ['GB', 'ENG', '2027-12-25', '2027-12-29'],
    ['FR', '67', '2026-12-25', '2026-12-28'],
    ['XX', undefined, '2026-12-25', '2026-12-25'],
    [undefined, undefined, '2026-12-26', '2026-12-28'],
  ])('in %s %s a period that ends on %s ends on %s', (country, region, from, to) => {
    expect(isoDay(workingWeekOf(country, region).workingDayFrom(day(from)))).toBe(to);
  });

  it('of a country know the holidays of all its parts when asked to', () => {
    const epiphany = day('2027-01-06');
    expect(workingWeekOf('DE', undefined).isWorkingDay(epiphany)).toBe(true);
    expect(workingWeekOf('DE', 'BY').isWorkingDay(epiphany)).toBe(false);
    expect(widestWeekOf('DE').isWorkingDay(epiphany)).toBe(false);
    expect(widestWeekOf('PT')).toBe(workingWeekOf('PT', undefined));
  });

  it('count working days over weekends and holidays', () => {
    const france = workingWeekOf('FR', undefined);
    // Thursday 30 April 2026; 1 May is a Friday.
    expect(isoDay(france.addWorkingDays(day('2026-04-30'), 1))).toBe('2026-05-04');
    expect(isoDay(france.addWorkingDays(day('2026-04-30'), 5))).toBe('2026-05-11');
    expect(france.workingDaysBetween(day('2026-04-30'), day('2026-05-11'))).toBe(5);
    expect(france.workingDaysBetween(day('2026-05-11'), day('2026-04-30'))).toBe(0);
    expect(isoDay(france.addWorkingDays(day('2026-05-02'), 0))).toBe('2026-05-02');
  });

  it('may have another weekend', () => {
    const friday = workingWeek({ places: [], weekend: [5, 6] });
    expect(isoDay(friday.workingDayFrom(day('2026-06-19')))).toBe('2026-06-21');
  });

  it('give up on a week without work', () => {
    const never = workingWeek({ places: [], weekend: [0, 1, 2, 3, 4, 5, 6] });
    expect(never.workingDayFrom(day('2026-06-19'))).toBe(day('2026-06-19'));
  });

  it('keep the order of days, and count back what they count on', () => {
    const days = fc.integer({ min: dayOf(2020, 1, 1), max: dayOf(2035, 1, 1) });
    const places = fc.constantFrom('FR', 'DE', 'GB', 'US', 'BG', 'XX');
    fc.assert(
      fc.property(places, days, days, fc.integer({ min: 0, max: 60 }), (place, one, other, count) => {
        const week = workingWeekOf(place, undefined);
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        expect(week.workingDayFrom(first)).toBeLessThanOrEqual(week.workingDayFrom(last));
        expect(week.workingDayFrom(first)).toBeGreaterThanOrEqual(first);
        const reached = week.addWorkingDays(first, count);
        expect(week.workingDaysBetween(first, reached)).toBe(count);
        expect(week.addWorkingDays(first, count)).toBeLessThanOrEqual(week.addWorkingDays(last, count));
      }),
    );
  });
});
