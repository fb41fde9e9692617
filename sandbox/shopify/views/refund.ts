import { connection } from '../connection';
import { gid } from '../gid';
import type { Order, Refund } from '../model';
import { type View, bagView, moneyView } from '../view';
import type { World } from '../world';
import { lineOf } from '../lookup';
import { divided } from '../money';

/** What a refund moves: its transactions that did not fail. */
export function refundedBy(order: Order, refund: Refund): number {
  return order.transactions
    .filter((entry) => refund.transactionIds.includes(entry.id) && ['SUCCESS', 'PENDING'].includes(entry.status))
    .reduce((total, entry) => total + entry.amount, 0);
}

export function refundView(world: World, order: Order, refund: Refund): View {
  const { currency } = order;
  const entry = order.returns.find((candidate) => candidate.id === refund.returnId);
  const transactions = order.transactions.filter((candidate) => refund.transactionIds.includes(candidate.id));
  const { shipping } = refund;
  return {
    __typename: 'Refund',
    id: gid('Refund', refund.id),
    legacyResourceId: refund.id,
    note: refund.note,
    createdAt: refund.createdAt,
    updatedAt: refund.createdAt,
    processedAt: refund.processedAt,
    duties: [],
    staffMember: null,
    totalRefunded: moneyView(refundedBy(order, refund), currency),
    totalRefundedSet: bagView(refundedBy(order, refund), currency),
    order: () => world.views.order(order),
    return: () => (entry === undefined ? null : world.views.return(order, entry)),
    refundLineItems: (args: unknown) =>
      connection(refund.lines, args, (line) => ({
        id: gid('RefundLineItem', line.id),
        quantity: line.quantity,
        restockType: line.restockType,
        restocked: line.restocked,
        priceSet: bagView(divided(line.subtotal, line.quantity), currency),
        subtotalSet: bagView(line.subtotal, currency),
        totalTaxSet: bagView(line.tax, currency),
        lineItem: () => world.views.lineItem(order, lineOf(order, line.lineItemId)),
        location: () => {
          const location = line.locationId === null ? undefined : world.store.locations.get(line.locationId);
          return location === undefined ? null : world.views.location(location);
        },
      })),
    refundShippingLines: (args: unknown) =>
      connection(shipping === null ? [] : [{ id: refund.id }], args, ({ id }) => ({
        __typename: 'RefundShippingLine',
        id: gid('RefundShippingLine', id),
        subtotalAmountSet: bagView(shipping?.amount ?? 0, currency),
        taxAmountSet: bagView(shipping?.tax ?? 0, currency),
        shippingLine: () => world.views.shippingLine(order),
      })),
    orderAdjustments: (args: unknown) =>
      connection(refund.discrepancy === 0 ? [] : [{ id: refund.id }], args, ({ id }) => ({
        __typename: 'OrderAdjustment',
        id: gid('OrderAdjustment', id),
        reason: 'REFUND_DISCREPANCY',
        amountSet: bagView(-refund.discrepancy, currency),
        taxAmountSet: bagView(0, currency),
      })),
    transactions: (args: unknown) =>
      connection(transactions, args, (transaction) => world.views.transaction(order, transaction)),
  };
}
