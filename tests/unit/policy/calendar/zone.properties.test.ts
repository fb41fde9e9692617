import { DateTime } from 'luxon';
import { zoneOf } from '../../../../lib/policy/calendar';
import { fc } from '../../../support/properties';
import { difficultZones } from './difficult-zones';

describe('zoneOf', () => {
  it('begins and ends days where luxon does, in every zone and year', () => {
    const instants = fc.date({ min: new Date('2005-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...difficultZones), instants, (name, date) => {
        const zone = zoneOf(name);
        const local = DateTime.fromJSDate(date, { zone: name });
        const day = zone.dayOf(date.getTime());
        expect(zone.startOf(day)).toBe(local.startOf('day').toMillis());
        expect(zone.endOf(day)).toEqual({
          day,
          at: local.endOf('day').toMillis(),
          iso: local.endOf('day').toUTC().toISO(),
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('has one day after the other, of 23 to 25 hours', () => {
    const paris = zoneOf('Europe/Paris');
    for (let day = 20_000; day < 21_000; day += 1) {
      const hours = (paris.endOf(day).at + 1 - paris.startOf(day)) / 3_600_000;
      expect([23, 24, 25]).toContain(hours);
      expect(paris.startOf(day + 1)).toBe(paris.endOf(day).at + 1);
    }
  });

  it('gives the same deadline object for the same day', () => {
    expect(zoneOf('Europe/Paris').endOf(20_600)).toBe(zoneOf('Europe/Paris').endOf(20_600));
  });

  it('knows no zone on Mars', () => {
    expect(() => zoneOf('Mars/Olympus')).toThrow(RangeError);
  });
});
