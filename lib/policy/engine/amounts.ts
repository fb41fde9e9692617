import type { Amounts } from '../document/common';

/** Minor units of an amount in a currency; undefined when the policy does not say: nothing is converted silently. */
export function amountIn(amounts: Amounts, currency: string): number | undefined {
  if (!Array.isArray(amounts)) return amounts.currency === currency ? amounts.amount : undefined;
  return amounts.find((amount) => amount.currency === currency)?.amount;
}
