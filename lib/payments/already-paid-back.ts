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
      (paying.includes(other.settlement) || other.settlement === 'exchanged'),
  );
  const units: Record<string, number> = {};
  // An exchange pays back a difference and no units: its goods were swapped.
  for (const { case: other } of others.filter(({ case: { settlement } }) => paying.includes(settlement))) {
    for (const line of other.lines) units[line.orderLineId] = (units[line.orderLineId] ?? 0) + paidUnits(other, line);
  }
  const amounts = others.flatMap(({ refund }) => (refund ? [refund.amount] : []));
  const deliveries = others.flatMap(({ case: { plannedDelivery } }) => plannedDelivery ?? []);
  const { currency } = current.order;
  return { units, amount: sumMoney(amounts, currency), delivery: sumMoney(deliveries, currency) };
}
