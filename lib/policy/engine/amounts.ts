import type { Amounts } from '../document/common';

/** Minor units of an amount in a currency; undefined when the policy does not say: nothing is converted silently. */
export function amountIn(amounts: Amounts, currency: string): number | undefined {
  if (!Array.isArray(amounts)) return amounts.currency === currency ? amounts.amount : undefined;
  return amounts.find((amount) => amount.currency === currency)?.amount;
}

/** `percent` of an amount of minor units, rounded half up; percent may have two decimals. */
export function percentOfMinor(amount: number, percent: number): number {
  const product = amount * Math.round(percent * 100);
  if (Number.isSafeInteger(product * 2)) return Math.floor((2 * product + 10_000) / 20_000);
  return Number((2n * BigInt(amount) * BigInt(Math.round(percent * 100)) + 10_000n) / 20_000n);
}
