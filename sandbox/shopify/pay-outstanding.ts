import { gid } from './gid';
import type { Order } from './model';
import { formatMoney } from './money';
import { shopDomain } from './names';
import { orderPayload, transactionPayload } from './payloads';
import { totalsOf } from './pricing';
import type { World } from './world';

/** The page on which a shopper pays what an order still owes; null when it owes nothing. */
export function paymentPageOf(order: Order): string | null {
  if (totalsOf(order).outstanding <= 0) return null;
  return `https://${shopDomain}/1/order_payment/${order.id}?secret=${order.confirmationNumber.toLowerCase()}`;
}

/** The shopper pays it: what was held back for it may be sent. Throws RangeError when nothing is owed. */
export function payOutstanding(world: World, order: Order): { amount: string; currency: string } {
  const { outstanding } = totalsOf(order);
  if (outstanding <= 0) throw new RangeError(`${order.name} owes nothing`);
  const payment = {
    id: world.nextId(),
    orderId: order.id,
    kind: 'SALE' as const,
    status: 'SUCCESS' as const,
    gateway: order.transactions[0]?.gateway ?? 'shopify_payments',
    amount: outstanding,
    parentId: null,
    refundId: null,
    paymentId: `${order.confirmationNumber}.${order.transactions.length + 1}`,
    createdAt: world.now(),
  };
  order.transactions.push(payment);
  for (const held of order.fulfillmentOrders.filter(({ status }) => status === 'ON_HOLD')) {
    held.status = 'OPEN';
    held.holdReason = null;
  }
  world.touch(order);
  world.emit('ORDER_TRANSACTIONS_CREATE', transactionPayload(order, payment));
  world.emit('ORDERS_UPDATED', orderPayload(order));
  const amount = formatMoney(outstanding, order.currency);
  world.record('order.paid', gid('Order', order.id), { amount, minor: outstanding, currency: order.currency });
  return { amount, currency: order.currency };
}
