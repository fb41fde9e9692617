import { after } from './clocks';
import { invalidParameter, notCancellable, reasonUnfit, reasonUnknown, TikTokError } from './errors';
import type { Cancellation, Order, OrderLine, Role } from './model';
import { cancellationRejectReasons, isKnownReason, requestReasons, stageOf } from './reasons';
import { ensureFree, refundOf, refundTotal } from './refunding';
import { tellCancellation, tellOrder } from './webhooks';
import type { World } from './world';

export interface CancelRequest {
  order: Order;
  lines: readonly OrderLine[];
  reason: string;
  role: Extract<Role, 'BUYER' | 'SELLER'>;
}

/** Single units of an order can be cancelled in these markets only (specification of Cancel Order). */
const partialMarkets: readonly string[] = ['US', 'GB'];

const timerKey = (entry: Cancellation): string => `cancellation ${entry.id}`;

function setStatus(world: World, entry: Cancellation, status: Cancellation['status']): void {
  entry.status = status;
  entry.deadline = undefined;
  entry.updateTime = world.now();
  const order = world.orderOf(entry);
  order.isBuyerRequestCancel = false;
  world.timers.cancel(timerKey(entry));
  tellCancellation(world, entry);
}

/** The units are cancelled, and paid back a little later. */
function succeed(world: World, entry: Cancellation, role: Role): void {
  setStatus(world, entry, 'CANCELLATION_REQUEST_SUCCESS');
  const order = world.orderOf(entry);
  const ids = new Set(entry.lines.map(({ orderLineId }) => orderLineId));
  for (const line of order.lines) if (ids.has(line.id)) line.status = 'CANCELLED';
  order.updateTime = world.now();
  order.cancelReason = entry.reason;
  if (order.lines.every(({ status }) => status === 'CANCELLED')) {
    order.status = 'CANCELLED';
    order.cancelTime = world.now();
  }
  world.record('order.cancelled', order.id, { role, cancelId: entry.id, units: ids.size });
  tellOrder(world, order);
  world.timers.set(timerKey(entry), world.now() + world.settings.refundDelaySeconds, () => {
    world.record('refund.made', entry.id, {
      orderId: order.id,
      amount: refundTotal(entry),
      currency: order.currency,
    });
    setStatus(world, entry, 'CANCELLATION_REQUEST_COMPLETE');
  });
}

/**
 * The buyer asks to cancel, or the seller cancels at once.
 * @throws TikTokError when the order is on its way, the reason does not fit, or something is under way for a unit
 */
export function openCancellation(world: World, { order, lines, reason, role }: CancelRequest): Cancellation {
  const isShipped = stageOf(order.status) !== 'unshipped';
  // A buyer may still ask while the parcel waits for the carrier: the seller answers that it is packed.
  if (order.status === 'CANCELLED' || (isShipped && (role === 'SELLER' || order.status !== 'AWAITING_COLLECTION'))) {
    throw notCancellable();
  }
  if (!isKnownReason(reason)) throw reasonUnknown();
  if (!requestReasons(role, 'CANCEL', 'AWAITING_SHIPMENT').some(({ name }) => name === reason)) throw reasonUnfit();
  const shop = world.shopOf(order);
  if (lines.length < order.lines.length && !partialMarkets.includes(shop.region)) {
    throw invalidParameter('order_line_item_ids: partial cancellation is not supported in this market');
  }
  ensureFree(world, order, lines);
  const refunds = refundOf(world, order, lines, { type: 'CANCEL', reason });
  const now = world.now();
  const entry: Cancellation = {
    id: world.nextId('4035'),
    shopId: order.shopId,
    orderId: order.id,
    type: role === 'BUYER' ? 'BUYER_CANCEL' : 'CANCEL',
    status: 'CANCELLATION_REQUEST_PENDING',
    role,
    reason,
    lines: lines.map((line, index) => ({
      id: world.nextId('4035'),
      orderLineId: line.id,
      refund: refunds[index] ?? { subtotal: 0, shippingFee: 0, tax: 0 },
    })),
    deadline: undefined,
    createTime: now,
    updateTime: now,
  };
  world.cancellations.set(entry.id, entry);
  world.record('cancellation.requested', entry.id, { orderId: order.id, role, units: lines.length });
  if (role === 'SELLER') {
    succeed(world, entry, 'SELLER');
    return entry;
  }
  order.isBuyerRequestCancel = true;
  entry.deadline = after(now, world.clocksOf(shop.region).cancel);
  world.timers.set(timerKey(entry), entry.deadline, () => {
    succeed(world, entry, 'SYSTEM');
  });
  tellCancellation(world, entry);
  return entry;
}

export function ensurePending(entry: Cancellation): void {
  if (entry.status !== 'CANCELLATION_REQUEST_PENDING') {
    throw new TikTokError(25001010, 'reverse order has already been completed');
  }
}

/** @throws TikTokError when it is decided already */
export function approveCancellation(world: World, entry: Cancellation): void {
  ensurePending(entry);
  succeed(world, entry, 'SELLER');
}

/** @throws TikTokError when it is decided already, or for a reason that it does not allow */
export function rejectCancellation(world: World, entry: Cancellation, reason: string): void {
  ensurePending(entry);
  if (!cancellationRejectReasons(entry).some(({ name }) => name === reason)) throw reasonUnknown();
  setStatus(world, entry, 'CANCELLATION_REQUEST_CANCEL');
  world.record('cancellation.rejected', entry.id, { orderId: entry.orderId, reason });
}

/** The buyer takes it back. @throws RangeError when it is decided already */
export function withdrawCancellation(world: World, entry: Cancellation): void {
  if (entry.status !== 'CANCELLATION_REQUEST_PENDING') throw new RangeError(`the cancellation is ${entry.status}`);
  setStatus(world, entry, 'CANCELLATION_REQUEST_CANCEL');
}
