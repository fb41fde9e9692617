import { reject } from '../errors';
import { idOf } from '../gid';
import type { ExchangeLine, Order, Return, ReturnLine } from '../model';
import type { World } from '../world';
import { type MoneyInput, amountOf } from './plan-return-lines';

/** The order that a return is asked for; an unknown one is rejected. */
export function ensureOrder(world: World, orderId: string, prefix: string): Order {
  const order = world.store.orders.get(idOf(orderId, 'Order'));
  if (order === undefined) throw reject([prefix, 'orderId'], 'Order not found.', 'NOT_FOUND');
  return order;
}

export function shippingFeeOf(
  world: World,
  order: Order,
  fee: { amount: MoneyInput } | null | undefined,
  prefix: string,
): Return['shippingFee'] {
  if (fee === null || fee === undefined) return null;
  const amount = amountOf(fee.amount, order, [prefix, 'returnShippingFee', 'amount']);
  if (amount < 0) throw reject([prefix, 'returnShippingFee', 'amount'], 'Amount must be positive.', 'INVALID');
  return { id: world.nextId(), amount, charged: false };
}

/** Puts a return on the order, named after it: `#1001-R1`. */
export function addReturn(
  world: World,
  order: Order,
  parts: {
    status: 'REQUESTED' | 'OPEN';
    lines: ReturnLine[];
    exchangeLines: ExchangeLine[];
    shippingFee: Return['shippingFee'];
    createdAt?: string;
  },
): Return {
  const now = world.now();
  const entry: Return = {
    id: world.nextId(),
    orderId: order.id,
    name: `${order.name}-R${order.returns.length + 1}`,
    status: parts.status,
    lines: parts.lines,
    exchangeLines: parts.exchangeLines,
    shippingFee: parts.shippingFee,
    decline: null,
    reverseOrders: [],
    createdAt: parts.createdAt ?? now,
    approvedAt: parts.status === 'OPEN' ? now : null,
    closedAt: null,
  };
  order.returns.push(entry);
  world.touch(order);
  return entry;
}
