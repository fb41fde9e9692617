import { atLeast } from '../at-least';
import { ramp, rampOfShare, type Ramp } from '../ramp';
import type { RiskView } from '../view';

export interface Habit {
  readonly severity: number;
  /** All orders that are known of. */
  readonly orders: number;
  /** Of these, how many are likely to be of that kind at the least, 0 to 1. */
  readonly share: number;
}

/**
 * How much of a habit something is: it needs a number of orders, and a share of all orders that cannot be chance.
 * Orders of which nothing is known can only make it less.
 * @param evidence what each order adds, 0 to 1
 */
export function habitOf(
  { orders, orderCount = 0 }: RiskView,
  evidence: readonly number[],
  { orders: count, share }: { readonly orders: Ramp; readonly share: Ramp },
): Habit {
  const bad = evidence.reduce((sum, part) => sum + part, 0);
  const all = Math.max(orderCount, orders.length);
  const found = atLeast(bad, all - evidence.filter((part) => part > 0).length);
  return { severity: ramp(bad, count) * rampOfShare(found, share), orders: all, share: found };
}
