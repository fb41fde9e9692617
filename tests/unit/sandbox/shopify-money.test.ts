import {
  allocate,
  formatDecimal,
  formatMoney,
  parseMinor,
  percentOf,
  shareOfTotal,
  taxOnTop,
  taxWithin,
} from '../../../sandbox/shopify/money';
import { fc } from '../../support/properties';

const amounts = fc.integer({ min: 0, max: 10_000_000 });

describe('amounts of the Shopify simulator', () => {
  it.each([
    ['20', 'EUR', 2000, '20.00', '20.0'],
    ['12.5', 'EUR', 1250, '12.50', '12.5'],
    ['9.99', 'EUR', 999, '9.99', '9.99'],
    ['0.10', 'EUR', 10, '0.10', '0.1'],
    ['1200', 'JPY', 1200, '1200', '1200.0'],
    ['1.234', 'KWD', 1234, '1.234', '1.234'],
  ])('%s %s is %i minor units, %s as Money and %s as Decimal', (text, currency, minor, money, decimal) => {
    expect(parseMinor(text, currency)).toBe(minor);
    expect(formatMoney(minor, currency)).toBe(money);
    expect(formatDecimal(minor, currency)).toBe(decimal);
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(parseMinor(formatMoney(minor, currency), currency)).toBe(minor);
          expect(parseMinor(formatDecimal(minor, currency).replace(/\.0$/, ''), currency)).toBe(minor);
        },
      ),
    );
  });

  it.each(['1.005', 'ten', '', '1e3', '--1'])('refuses %p as an amount of euros', (text) => {
    expect(() => parseMinor(text, 'EUR')).toThrow(RangeError);
  });

  it('splits a discount over lines to the cent, none off by more than one', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          const sum = weights.reduce((left, right) => left + right, 0);
          expect(parts.reduce((left, right) => left + right, 0)).toBe(total);
          if (sum === 0) return;
          parts.forEach((part, index) => {
            expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum)).toBeLessThanOrEqual(1);
          });
        },
      ),
    );
  });

  it('gives a line back in any steps for exactly what it cost', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, steps, (total, quantities) => {
        const quantity = quantities.reduce((left, right) => left + right, 0);
        let from = 0;
        let refunded = 0;
        for (const step of quantities) {
          const share = shareOfTotal(total, quantity, from, from + step);
          expect(Math.abs(share - (total * step) / quantity)).toBeLessThanOrEqual(1);
          refunded += share;
          from += step;
        }
        expect(refunded).toBe(total);
      }),
    );
  });

  it.each([
    [12_000, '0.2', 2000],
    [5399, '0.2', 900],
    [1990, '0.055', 104],
    [0, '0.2', 0],
    [5000, '0', 0],
  ])('finds in %i at a rate of %s the tax %i', (gross, rate, tax) => {
    expect(taxWithin(gross, rate)).toBe(tax);
  });

  it('puts on a net amount the tax that the gross amount then contains', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('0.2', '0.1', '0.055', '0.021', '0.19'), (net, rate) => {
        const tax = taxOnTop(net, rate);
        expect(Math.abs(taxWithin(net + tax, rate) - tax)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('rounds a percentage half up', () => {
    expect(percentOf(17_997, '10')).toBe(1800);
    expect(percentOf(5, '50')).toBe(3);
    expect(percentOf(1999, 12.5)).toBe(250);
  });
});
