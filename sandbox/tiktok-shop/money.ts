const known = new Map<string, number>();

/** How many decimals a currency has: 2 for EUR, 0 for VND and JPY. Remembered, because asking takes long. */
function decimalsOf(currency: string): number {
  const before = known.get(currency);
  if (before !== undefined) return before;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  known.set(currency, decimals);
  return decimals;
}

/** Minor units as TikTok writes money: major units without trailing zeros, `60.79`, `4.8`, `864000`. */
export function toDecimal(minor: number, currency: string): string {
  return String(Number((minor / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency))));
}

/** Minor units of a decimal text; undefined when it is none, or finer than the currency. */
export function toMinor(decimal: string, currency: string): number | undefined {
  if (!/^\d+(\.\d+)?$/.test(decimal)) return undefined;
  const [whole = '', fraction = ''] = decimal.split('.');
  const decimals = decimalsOf(currency);
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > decimals) return undefined;
  return Number(whole + kept.padEnd(decimals, '0'));
}

/** Shares that add up to the whole; what cannot be divided goes to the first ones. */
export function shareOut(minor: number, parts: number): number[] {
  const each = Math.floor(minor / parts);
  const left = minor - each * parts;
  return Array.from({ length: parts }, (_, index) => each + (index < left ? 1 : 0));
}
