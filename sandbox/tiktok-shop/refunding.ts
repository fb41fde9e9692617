import { alreadyCompleted, alreadyInProgress } from './errors';
import type { Cancellation, Order, OrderLine, RefundAmount, Return, ReturnStatus } from './model';
import type { RequestType } from './reasons';
import type { World } from './world';

const openStatuses: readonly ReturnStatus[] = [
  'RETURN_OR_REFUND_REQUEST_PENDING',
  'AWAITING_BUYER_SHIP',
  'BUYER_SHIPPED_ITEM',
  'AWAITING_BUYER_RESPONSE',
  'REPLACEMENT_REQUEST_PENDING',
];

const doneStatuses: readonly ReturnStatus[] = [
  'RETURN_OR_REFUND_REQUEST_SUCCESS',
  'RETURN_OR_REFUND_REQUEST_COMPLETE',
  'REPLACEMENT_REQUEST_REFUND_SUCCESS',
  'REPLACEMENT_REQUEST_COMPLETE',
];

export const isOpen = ({ status, arbitration }: Return): boolean =>
  openStatuses.includes(status) || arbitration === 'IN_PROGRESS';

export const isDone = ({ status }: Return): boolean => doneStatuses.includes(status);

const has = (entry: Return | Cancellation, line: OrderLine): boolean =>
  entry.lines.some(({ orderLineId }) => orderLineId === line.id);

/** Whether a unit is being sent back or cancelled, or already was. */
export function reverseStateOf(world: World, order: Order, line: OrderLine): 'open' | 'done' | undefined {
  if (line.status === 'CANCELLED') return 'done';
  for (const entry of world.returnsOf(order.id)) {
    if (!has(entry, line)) continue;
    if (isOpen(entry)) return 'open';
    if (isDone(entry)) return 'done';
  }
  for (const entry of world.cancellations.values()) {
    const isPending =
      entry.status === 'CANCELLATION_REQUEST_PENDING' || entry.status === 'CANCELLATION_REQUEST_SUCCESS';
    if (entry.orderId === order.id && isPending && has(entry, line)) return 'open';
  }
  return undefined;
}

/** @throws TikTokError when one of these units is being sent back already, or was */
export function ensureFree(world: World, order: Order, lines: readonly OrderLine[]): void {
  for (const line of lines) {
    const state = reverseStateOf(world, order, line);
    if (state === 'open') throw alreadyInProgress();
    if (state === 'done') throw alreadyCompleted();
  }
}

/**
 * What each unit is refunded with, by kind of request: the freight comes back when everything that is left of the order
 * goes, except with a refund without return, which pays it only for a parcel that did not come.
 */
export function refundOf(
  world: World,
  order: Order,
  lines: readonly OrderLine[],
  { type, reason }: { type: RequestType; reason: string },
): RefundAmount[] {
  const rest = order.lines.filter((line) => !lines.includes(line));
  const isWhole = rest.every((line) => reverseStateOf(world, order, line) === 'done');
  const paysFreight = isWhole && (type !== 'REFUND' || /not_received|not_arrive|package_lost/.test(reason));
  return lines.map((line) => ({
    subtotal: line.salePrice + (order.isTaxIncluded ? 0 : line.tax),
    shippingFee: paysFreight ? line.shippingShare : 0,
    tax: line.tax,
  }));
}

export const totalOf = (amounts: readonly RefundAmount[]): number =>
  amounts.reduce((sum, { subtotal, shippingFee }) => sum + subtotal + shippingFee, 0);

export const refundTotal = (entry: Return | Cancellation): number => totalOf(entry.lines.map(({ refund }) => refund));
