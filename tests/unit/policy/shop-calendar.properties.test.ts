import { DateTime } from 'luxon';
import { shopCalendar } from '../../../lib/policy/shop-calendar';
import { fc } from '../../support/properties';
import { difficultZones } from './calendar/difficult-zones';

describe('shopCalendar', () => {
  it('ends days where luxon ends them, in every zone and year', () => {
    const instants = fc.date({ min: new Date('2005-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...difficultZones), instants, (zone, date) => {
        const calendar = shopCalendar(zone);
        const local = DateTime.fromJSDate(date, { zone });
        expect(calendar.dayOf(date.getTime())).toBe(
          Math.floor(local.setZone('UTC', { keepLocalTime: true }).toMillis() / 86_400_000),
        );
        expect(calendar.endOf(calendar.dayOf(date.getTime())).at).toBe(local.endOf('day').toMillis());
      }),
      { numRuns: 3000 },
    );
  });

  it('ends a day at its first midnight where the clock strikes twelve twice', () => {
    const havana = shopCalendar('America/Havana');
    const end = havana.endOf(havana.dayOf(Date.parse('2021-11-06T12:00:00Z')));
    expect(end.iso).toBe('2021-11-07T03:59:59.999Z');
    expect([havana.dayOf(end.at), havana.dayOf(end.at + 1)]).toEqual([18_937, 18_938]);
  });

  it.each([
    ['2026-03-29T12:00:00Z', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25T12:00:00Z', '2026-10-25T22:59:59.999Z'],
  ])('gives the day of a clock change its 23 or 25 hours (%s)', (noon, end) => {
    const calendar = shopCalendar('Europe/Paris');
    expect(calendar.endOf(calendar.dayOf(Date.parse(noon))).iso).toBe(end);
  });

  it('writes dates as people do, the French first of a month too', () => {
    const calendar = shopCalendar('Europe/Paris');
    const first = calendar.dayOf(Date.parse('2026-11-01T12:00:00Z'));
    expect([calendar.format(first, 'en'), calendar.format(first, 'fr')]).toEqual([
      '1 November 2026',
      '1er novembre 2026',
    ]);
  });
});
