import { instantOf } from '../../../lib/policy/facts';
import { isReturnsError } from '../../../lib/returns';
import { fc, runs } from '../../support/properties';

const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

describe('an instant', () => {
  it('is read as the platform reads it, with and without milliseconds', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString();
        expect(instantOf(iso, 'field')).toBe(Date.parse(iso));
        const seconds = iso.replace(/\.\d+Z$/, 'Z');
        expect(instantOf(seconds, 'field')).toBe(Date.parse(seconds));
      }),
      runs(1000),
    );
  });

  it.each([
    ['2024-02-29T23:59:59Z', Date.UTC(2024, 1, 29, 23, 59, 59)],
    ['2026-12-31T23:59:59.999Z', Date.UTC(2026, 11, 31, 23, 59, 59, 999)],
    ['2026-10-10T09:00:00+02:00', Date.UTC(2026, 9, 10, 7)],
  ])('%s is one', (iso, at) => {
    expect(instantOf(iso, 'field')).toBe(at);
  });

  it.each([
    '9999-12-31T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    '2023-02-29T00:00:00.000Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-10-00T00:00:00Z',
    '2026-10-10T24:30:00Z',
    '2026-10-10T09:60:00Z',
    '2026X10X10T09:00:00Z',
    '2026-1:-10T09:00:00Z',
    'yesterday',
    '',
  ])('"%s" is none: the error names the field and says what to give', (text) => {
    let thrown: unknown;
    try {
      instantOf(text, 'order.placedAt');
    } catch (error) {
      thrown = error;
    }
    expect(isReturnsError(thrown) && thrown).toMatchObject({
      code: 'invalid_input',
      message: 'The time in order.placedAt cannot be read',
      description: expect.stringContaining('ISO 8601'),
    });
  });
});
