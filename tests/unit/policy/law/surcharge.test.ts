import { lateRefundSurcharge, type LateRefund } from '../../../../lib/policy/law/index';
import { dayOf } from '../../../../lib/policy/calendar';
import { fc } from '../../../support/properties';
import { refusalOf } from './refusal';

const dueDay = dayOf(2026, 6, 29);
const late = (days: number, rest: Partial<LateRefund> = {}): ReturnType<typeof lateRefundSurcharge> =>
  lateRefundSurcharge({ schedule: 'fr_withdrawal', owedMinor: 10_000, dueDay, paidDay: dueDay + days, ...rest });

describe('lateRefundSurcharge', () => {
  it.each([
    [11, 5, 500],
    [20, 5, 500],
    [21, 10, 1000],
    [30, 10, 1000],
    [31, 20, 2000],
    [60, 20, 2000],
    [61, 50, 5000],
    [90, 50, 5000],
    [91, 55, 5500],
  ])('of 100 € paid back %i days late in France is %i %%', (days, percent, amountMinor) => {
    expect(late(days)).toEqual({ daysLate: days, percent, amountMinor, missingRates: [] });
  });

  it('is nothing on the last day and before', () => {
    expect(late(0).amountMinor).toBe(0);
    expect(late(-5)).toEqual({ daysLate: 0, percent: 'legal_rate', amountMinor: 0, missingRates: [] });
  });

  it('is interest at the legal rate for up to ten days, which has to be given', () => {
    expect(late(10)).toEqual({
      daysLate: 10,
      percent: 'legal_rate',
      amountMinor: 0,
      missingRates: [dayOf(2026, 1, 1), dayOf(2026, 7, 1)],
    });
    expect(late(10, { legalRateFrom: () => 7.3 })).toEqual({
      daysLate: 10,
      percent: 'legal_rate',
      amountMinor: 20,
      missingRates: [],
    });
  });

  it('grows by five points with the first day of each further month', () => {
    // 90 days after 29 June is 27 September.
    expect(late(90 + 30).percent).toBe(55);
    expect(late(90 + 31).percent).toBe(60);
  });

  it('stops at the price of the goods, then only the legal rate runs on', () => {
    const atPrice = late(500, { legalRateFrom: () => 0 });
    expect(atPrice).toEqual({ daysLate: 500, percent: 'legal_rate', amountMinor: 10_000, missingRates: [] });
    expect(late(500)).toMatchObject({ amountMinor: 10_000, missingRates: [dayOf(2027, 7, 1)] });
    // 50 % and ten months of 5 points are 100 %; they end on 27 July 2027, 106 days before.
    expect(late(499, { legalRateFrom: () => 3.65 }).amountMinor).toBe(10_106);
    expect(late(500, { priceMinor: 6000, legalRateFrom: () => 0 }).amountMinor).toBe(6000);
  });

  it('rounds half a cent up', () => {
    expect(late(11, { owedMinor: 1010 }).amountMinor).toBe(51);
    expect(late(11, { owedMinor: 1009 }).amountMinor).toBe(50);
  });

  it.each([
    [1, 10],
    [14, 10],
    [15, 20],
    [30, 20],
    [31, 50],
    [400, 50],
  ])('of an order that never came, %i days late, is %i %%', (days, percent) => {
    expect(late(days, { schedule: 'fr_undelivered' })).toMatchObject({ percent, amountMinor: percent * 100 });
  });

  it.each([{ owedMinor: -1 }, { owedMinor: 1.5 }, { owedMinor: 1e15 }, { priceMinor: -1 }, { paidDay: 1e9 }])(
    'refuses %j with a typed error',
    (given) => {
      expect(refusalOf(() => late(11, given))?.code).toBe('invalid_input');
    },
  );

  it.each([-1, Number.NaN, 101])('refuses a rate of %d with a typed error', (rate) => {
    expect(refusalOf(() => late(10, { legalRateFrom: () => rate }))?.code).toBe('invalid_input');
  });

  it('counts each day at the rate of its half-year', () => {
    const rates = new Map([
      [dayOf(2026, 1, 1), 3.65],
      [dayOf(2026, 7, 1), 7.3],
    ]);
    // 30 June at a ten-thousandth a day, 1 to 9 July at two: 1 + 18 ten-thousandths of 100 €.
    expect(late(10, { legalRateFrom: (halfYear) => rates.get(halfYear) })).toMatchObject({ amountMinor: 19 });
    rates.delete(dayOf(2026, 1, 1));
    expect(late(10, { legalRateFrom: (halfYear) => rates.get(halfYear) })).toMatchObject({
      amountMinor: 18,
      missingRates: [dayOf(2026, 1, 1)],
    });
  });

  it('never falls when the refund comes later or the sum is larger', () => {
    const days = fc.integer({ min: -20, max: 900 });
    const sums = fc.integer({ min: 0, max: 10_000_000 });
    const rates = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(days, days, sums, rates, (one, other, owedMinor, legalRatePercent) => {
        const [early, later] = [Math.min(one, other), Math.max(one, other)];
        const amount = (after: number, owed: number): number =>
          late(after, { owedMinor: owed, legalRateFrom: () => legalRatePercent }).amountMinor;
        expect(amount(early, owedMinor)).toBeLessThanOrEqual(amount(later, owedMinor));
        expect(amount(early, owedMinor)).toBeLessThanOrEqual(amount(early, owedMinor + 1));
        expect(Number.isSafeInteger(amount(later, owedMinor))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
