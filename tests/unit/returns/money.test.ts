import {
  addMoney,
  currencyExponent,
  formatMoney,
  parseDecimal,
  percentOf,
  shareOf,
  subtractMoney,
  sumMoney,
  toDecimal,
} from '../../../lib/returns';
import { fc } from '../../support/properties';
import { refusalOf } from './dossier';

const currency = fc.constantFrom('JPY', 'EUR', 'KWD');
const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const invalid = { code: 'invalid_input' };

describe('money', () => {
  it.each([
    ['1999', 'JPY', 1999],
    ['19.99', 'EUR', 1999],
    ['19.9', 'EUR', 1990],
    ['19.990', 'EUR', 1999],
    ['-0.5', 'EUR', -50],
    ['0.001', 'KWD', 1],
    [' 12.345 ', 'KWD', 12_345],
    ['-0', 'EUR', 0],
  ])('reads %p %s as %i minor units', (text, code, minor) => {
    expect(parseDecimal(text, code)).toEqual({ amount: minor, currency: code });
  });

  it.each([
    ['19.999', 'EUR'],
    ['19.5', 'JPY'],
    ['0.0001', 'KWD'],
    ['19,99', 'EUR'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
    ['.5', 'EUR'],
    ['999999999999999.99', 'EUR'],
  ])('does not take %p for an amount of %s', (text, code) => {
    expect(refusalOf(() => parseDecimal(text, code))).toMatchObject(invalid);
  });

  it('writes what it reads, and reads what it writes', () => {
    fc.assert(
      fc.property(amount, currency, (minor, code) => {
        const text = toDecimal({ amount: minor, currency: code });
        expect(parseDecimal(text, code)).toEqual({ amount: minor, currency: code });
        expect(text.split('.')[1]?.length ?? 0).toBe(currencyExponent(code));
      }),
    );
  });

  it.each([
    [{ amount: 1999, currency: 'EUR' }, 'fr', '19,99 €'],
    [{ amount: 1999, currency: 'EUR' }, 'en', '€19.99'],
    [{ amount: 1999, currency: 'JPY' }, 'en', '¥1,999'],
    [{ amount: 1999, currency: 'KWD' }, 'en', 'KWD 1.999'],
    [{ amount: 9_007_199_254_740_991, currency: 'EUR' }, 'en', '€90,071,992,547,409.91'],
  ])('is written for people: %p in %s', (value, locale, text) => {
    expect(formatMoney(value, locale).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text);
  });

  it('is shared out to the last minor unit, however the units are taken', () => {
    fc.assert(
      fc.property(amount, currency, fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), (minor, code, parts) => {
        const total = { amount: minor, currency: code };
        const whole = parts.reduce((sum, part) => sum + part, 0) || 1;
        let before = 0;
        const shares = parts.map((part) => {
          const share = shareOf(total, part, whole, before);
          before += part;
          return share;
        });
        if (before === whole) expect(sumMoney(shares, code)).toEqual(total);
        for (const [index, share] of shares.entries()) {
          expect(Math.abs(share.amount - (minor * (parts[index] ?? 0)) / whole)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it.each([
    [1, 0, 0],
    [-1, 3, 0],
    [2, 3, 2],
    [4, 3, 0],
  ])('has no share of %i of %i units after %i', (share, whole, before) => {
    expect(refusalOf(() => shareOf({ amount: 100, currency: 'EUR' }, share, whole, before))).toMatchObject(invalid);
  });

  it('is rounded half up by a percentage, by at most half a unit', () => {
    expect(percentOf({ amount: 999, currency: 'EUR' }, 12.5).amount).toBe(125);
    expect(percentOf({ amount: 5, currency: 'JPY' }, 50).amount).toBe(3);
    fc.assert(
      fc.property(fc.nat(1_000_000_000), currency, fc.integer({ min: 0, max: 10_000 }), (minor, code, hundredths) => {
        const part = percentOf({ amount: minor, currency: code }, hundredths / 100);
        expect(part.currency).toBe(code);
        expect(Math.abs(part.amount * 10_000 - minor * hundredths)).toBeLessThanOrEqual(5000);
        expect(part.amount).toBeLessThanOrEqual(minor);
      }),
    );
  });

  it('of two currencies is never added up', () => {
    const [euros, yen] = [
      { amount: 1, currency: 'EUR' },
      { amount: 1, currency: 'JPY' },
    ] as const;
    expect(refusalOf(() => addMoney(euros, yen))).toMatchObject(invalid);
    expect(refusalOf(() => subtractMoney(euros, yen))).toMatchObject(invalid);
  });
});
