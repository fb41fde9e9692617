/** ISO 4217 currencies whose minor unit is not a hundredth. */
const digitsOf: Record<string, number> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** How many decimals the currency's minor unit stands for. */
export function fractionDigits(currency: string): number {
  return digitsOf[currency] ?? 2;
}

/** A decimal such as `0.2` or `12.5` as an exact fraction. */
interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

function parseRatio(text: string): Ratio {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) throw new RangeError(`not a decimal number: ${text}`);
  const [, sign = '', whole = '0', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return { numerator: sign === '-' ? -digits : digits, denominator: 10n ** BigInt(fraction.length) };
}

/** `numerator / denominator` to the nearest whole number, halves away from zero. */
function divideRounded(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n !== denominator < 0n;
  const above = numerator < 0n ? -numerator : numerator;
  const below = denominator < 0n ? -denominator : denominator;
  const rounded = (above * 2n + below) / (below * 2n);
  return Number(negative ? -rounded : rounded);
}

/** `12.30` EUR → 1230. Throws RangeError on what is no decimal or has more decimals than the currency. */
export function parseMinor(amount: string | number, currency: string): number {
  const { numerator, denominator } = parseRatio(String(amount));
  const scaled = numerator * 10n ** BigInt(fractionDigits(currency));
  if (scaled % denominator !== 0n) throw new RangeError(`${amount} has too many decimals for ${currency}`);
  return Number(scaled / denominator);
}

/** As the `Money` scalar and the REST shapes write it: `20.00`. */
export function formatMoney(minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (digits === 0) return `${sign}${text}`;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** As the `Decimal` scalar of `MoneyV2` writes it: zeros at the end are dropped but for one, `20.0`, `12.5`, `9.99`. */
export function formatDecimal(minor: number, currency: string): string {
  const text = formatMoney(minor, currency);
  return text.includes('.') ? text.replace(/(\.\d+?)0+$/, '$1') : `${text}.0`;
}

const symbols: Record<string, string> = { EUR: '€', GBP: '£', USD: '$', CAD: '$', AUD: '$', JPY: '¥' };

/** As a user error's sentence writes it: `$25.00`, `€25.00`, `25.00 CHF`. */
export function formatForMessage(minor: number, currency: string): string {
  const symbol = symbols[currency];
  const amount = formatMoney(minor, currency);
  return symbol === undefined ? `${amount} ${currency}` : `${symbol}${amount}`;
}

/**
 * Splits a total by weights so that the parts sum to it exactly: each part is rounded down and the units left over go
 * to the largest remainders, earlier parts first. All weights zero: the first part takes everything.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  if (weights.length === 0) return [];
  if (sum === 0) return weights.map((_weight, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = exact.map((value) => Number(value / BigInt(sum)));
  let left = total - parts.reduce((one, other) => one + other, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value % BigInt(sum) }))
    .sort((one, other) =>
      one.remainder === other.remainder ? one.index - other.index : one.remainder > other.remainder ? -1 : 1,
    );
  for (const { index } of order) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/**
 * What the units `from` (included) to `to` (excluded) of a line carry of the line's total. Neighbouring ranges sum to
 * the range they make together, so that a line refunded in any steps is refunded exactly once, to the cent.
 */
export function shareOfTotal(total: number, quantity: number, from: number, to: number): number {
  if (quantity === 0) return 0;
  const upTo = (units: number): number => divideRounded(BigInt(total) * BigInt(units), BigInt(quantity));
  return upTo(to) - upTo(from);
}

/** The tax contained in a gross amount; rate as a decimal, `0.2` for 20 %. */
export function taxWithin(gross: number, rate: string): number {
  const { numerator, denominator } = parseRatio(rate);
  return divideRounded(BigInt(gross) * numerator, denominator + numerator);
}

/** The tax that comes on top of a net amount. */
export function taxOnTop(net: number, rate: string): number {
  const { numerator, denominator } = parseRatio(rate);
  return divideRounded(BigInt(net) * numerator, denominator);
}

/** `percent` (`10`, `12.5`) of an amount, rounded to the minor unit. */
export function percentOf(minor: number, percent: string | number): number {
  const { numerator, denominator } = parseRatio(String(percent));
  return divideRounded(BigInt(minor) * numerator, denominator * 100n);
}

/** An amount per unit, rounded to the minor unit; for display only, since its multiple need not be the total. */
export function divided(total: number, quantity: number): number {
  return quantity === 0 ? 0 : divideRounded(BigInt(total), BigInt(quantity));
}
