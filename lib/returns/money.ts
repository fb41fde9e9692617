import { z } from 'zod/v4';
import { counted } from './counted';
import { ReturnsError } from './errors';

/** ISO 4217 currencies whose minor unit is not a hundredth. Source: ISO 4217 table A.1. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

const knownCurrencies = new Set([...Intl.supportedValuesOf('currency'), ...Object.keys(EXPONENTS)]);

export const currencySchema = z
  .string()
  .refine((code) => knownCurrencies.has(code), { message: 'expected an ISO 4217 currency code such as EUR' });

export const moneySchema = z.object({ amount: z.int(), currency: currencySchema }).meta({
  title: 'Money',
  description: 'Integer minor units (cents for EUR, whole yen for JPY) and an ISO 4217 currency',
});

/** An exact amount: `{ amount: 1999, currency: 'EUR' }` is 19.99 €. */
export type Money = z.infer<typeof moneySchema>;

/** Number of decimals of a currency's minor unit: EUR 2, JPY 0, KWD 3. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

export const money = (amount: number, currency: string): Money => moneySchema.parse({ amount, currency });

export const zero = (currency: string): Money => ({ amount: 0, currency });

/** @throws ReturnsError `invalid_input` when the currencies differ: amounts are never converted silently. */
export function addMoney(...amounts: readonly [Money, ...Money[]]): Money {
  const [first, ...rest] = amounts;
  return rest.reduce(
    (sum, next) => ({ amount: sum.amount + sameCurrency(sum, next).amount, currency: sum.currency }),
    first,
  );
}

export const subtractMoney = (from: Money, what: Money): Money => ({
  amount: from.amount - sameCurrency(from, what).amount,
  currency: from.currency,
});

export const sumMoney = (amounts: readonly Money[], currency: string): Money => addMoney(zero(currency), ...amounts);

export const compareMoney = (left: Money, right: Money): number => left.amount - sameCurrency(left, right).amount;

export const minMoney = (left: Money, right: Money): Money => (compareMoney(left, right) <= 0 ? left : right);

export const equalMoney = (left: Money, right: Money): boolean =>
  left.currency === right.currency && left.amount === right.amount;

/**
 * The part of `total` that falls to `share` of `whole` units when the units are taken one after the other, starting
 * after `before` units. Cumulative rounding: all parts of a whole always sum to the total, to the cent.
 */
export function shareOf(total: Money, share: number, whole: number, before = 0): Money {
  if (whole <= 0 || share < 0 || before < 0 || before + share > whole) {
    throw new ReturnsError('invalid_input', `Cannot take ${share} of ${counted(whole, 'unit')} after ${before}`, {
      description: 'Ask for no more units than the line has left.',
    });
  }
  const upTo = (units: number): number => divideHalfUp(BigInt(total.amount) * BigInt(units), BigInt(whole));
  return { amount: upTo(before + share) - upTo(before), currency: total.currency };
}

/** `percent` of an amount from zero on, rounded half up to the minor unit; percent may have two decimals (e.g. 12.5). */
export const percentOf = ({ amount, currency }: Money, percent: number): Money => ({
  amount: percentOfMinor(amount, percent),
  currency,
});

/** The same of an amount of minor units. */
export function percentOfMinor(amount: number, percent: number): number {
  const product = amount * Math.round(percent * 100);
  if (Number.isSafeInteger(product * 2)) return Math.floor((2 * product + 10_000) / 20_000);
  return Number((2n * BigInt(amount) * BigInt(Math.round(percent * 100)) + 10_000n) / 20_000n);
}

/**
 * Reads a provider's decimal string ("19.99") without passing through a binary float.
 * @throws ReturnsError `invalid_input` when the text is no amount, or has more decimals than the currency
 */
export function parseDecimal(text: string, currency: string): Money {
  const exponent = currencyExponent(currencySchema.parse(currency));
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  const whole = match?.[2];
  const fraction = match?.[3]?.replace(/0+$/, '') ?? '';
  if (whole === undefined || fraction.length > exponent) {
    throw new ReturnsError('invalid_input', `"${text}" is not an amount of ${currency}`, {
      description: `Give a decimal number with at most ${exponent} decimals, such as ${exponent === 0 ? '1999' : '19.99'}.`,
    });
  }
  const amount = Number(whole + fraction.padEnd(exponent, '0'));
  if (!Number.isSafeInteger(amount)) {
    throw new ReturnsError('invalid_input', `"${text}" is too large an amount`, { description: 'Check the amount.' });
  }
  return { amount: match?.[1] === '-' && amount !== 0 ? -amount : amount, currency };
}

/** The decimal string that providers read: `{ amount: 1999, currency: 'EUR' }` is "19.99", JPY has no point. */
export function toDecimal({ amount, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = Math.abs(amount)
    .toString()
    .padStart(exponent + 1, '0');
  const cut = digits.length - exponent;
  const text = exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return amount < 0 ? `-${text}` : text;
}

/** For people: "19,99 €" in French, "€19.99" in English. */
export function formatMoney(value: Money, locale: string): string {
  const exponent = currencyExponent(value.currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
    // A decimal string keeps every digit; Number would not beyond 2^53.
  }).format(toDecimal(value) as Intl.StringNumericLiteral);
}

function sameCurrency(expected: Money, value: Money): Money {
  if (expected.currency === value.currency) return value;
  throw new ReturnsError('invalid_input', `Cannot combine ${expected.currency} with ${value.currency}`, {
    description: 'Amounts of one case must share one currency. Nothing is converted silently.',
  });
}

function divideHalfUp(dividend: bigint, divisor: bigint): number {
  const doubled = 2n * (dividend < 0n ? -dividend : dividend) + divisor;
  const rounded = doubled / (2n * divisor);
  return Number(dividend < 0n ? -rounded : rounded);
}
