import { gid } from '../gid';
import type { Order, Transaction } from '../model';
import { refundableOf } from '../outcome';
import { type View, bagView, moneyView } from '../view';
import type { World } from '../world';

/** `shopify_payments` → `Shopify Payments`. */
export function gatewayName(gateway: string): string {
  return gateway
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

export function transactionView(world: World, order: Order, entry: Transaction): View {
  const parent = order.transactions.find((candidate) => candidate.id === entry.parentId);
  const isPayment = entry.kind !== 'REFUND';
  return {
    __typename: 'OrderTransaction',
    id: gid('OrderTransaction', entry.id),
    kind: entry.kind,
    status: entry.status,
    gateway: entry.gateway,
    formattedGateway: gatewayName(entry.gateway),
    amountSet: bagView(entry.amount, order.currency),
    totalUnsettledSet: bagView(0, order.currency),
    maximumRefundableV2: isPayment ? moneyView(refundableOf(order, entry), order.currency) : null,
    paymentId: entry.paymentId,
    authorizationCode: entry.paymentId,
    authorizationExpiresAt: null,
    accountNumber: null,
    paymentDetails: null,
    errorCode: entry.status === 'FAILURE' ? 'GENERIC_ERROR' : null,
    fees: [],
    receiptJson: entry.paymentId === null ? null : JSON.stringify({ payment_id: entry.paymentId }),
    manuallyCapturable: false,
    manualPaymentGateway: entry.gateway === 'manual',
    multiCapturable: false,
    settlementCurrency: order.currency,
    test: true,
    createdAt: entry.createdAt,
    processedAt: entry.status === 'PENDING' ? null : entry.createdAt,
    order: () => world.views.order(order),
    parentTransaction: () => (parent === undefined ? null : transactionView(world, order, parent)),
  };
}
