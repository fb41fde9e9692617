import { paidUnits, sumMoney, type Dossier, type SettlementState } from '../returns';
import type { RefundPlanInput } from './refund-plan';

/** Settlements that have paid, or are paying, money back. */
const paying: readonly SettlementState[] = ['pending', 'refunded', 'partially_refunded'];

/**
 * What the other cases of the same order have paid back, for the plan of this one.
 * @param cases cases of the same order; the case itself, and those that have paid nothing, are left out
 */
export function alreadyPaidBack(current: Dossier, cases: readonly Dossier[]): NonNullable<RefundPlanInput['already']> {
  const others = cases.filter(
    ({ case: other, order, refund }) =>
      other.id !== current.case.id &&
      order.id === current.order.id &&
      order.channel === current.order.channel &&
      refund !== undefined &&
      paying.includes(other.settlement),
  );
  const units: Record<string, number> = {};
  for (const { case: other } of others) {
    for (const line of other.lines) units[line.orderLineId] = (units[line.orderLineId] ?? 0) + paidUnits(other, line);
  }
  const amounts = others.flatMap(({ refund }) => (refund ? [refund.amount] : []));
  const deliveries = others.flatMap(({ case: { plannedDelivery } }) => plannedDelivery ?? []);
  const { currency } = current.order;
  return { units, amount: sumMoney(amounts, currency), delivery: sumMoney(deliveries, currency) };
}
