import { TikTokError } from './errors';
import type { AftersalesRequest, Order, OrderLine, Return, ReturnLine, Rma } from './model';
import { isOpen } from './refunding';
import { approveReturn } from './returning/approve';
import { openReturn, type ReturnRequest } from './returning/open-return';
import { deliverBack, type Handover, shipBack } from './returning/parcel';
import { rejectReasonsOf } from './reasons';
import { rejectReturn } from './returning/reject';
import { tellAftersales, tellRma } from './webhooks';
import type { World } from './world';

/**
 * One request of a buyer for several units: first review of the request, then one parcel (RMA) with a review of its own.
 * Every unit has a return of its own, because each is decided by itself.
 */
export function openAftersalesRequest(
  world: World,
  request: Omit<ReturnRequest, 'lines' | 'role' | 'aftersalesRequestId'> & {
    order: Order;
    lines: readonly OrderLine[];
  },
): AftersalesRequest {
  const { lines, ...rest } = request;
  const now = world.now();
  const entry: AftersalesRequest = {
    id: world.nextId('4035'),
    shopId: request.order.shopId,
    orderId: request.order.id,
    status: 'PENDING_REQUEST_REVIEW',
    returnIds: [],
    createTime: now,
    updateTime: now,
  };
  world.aftersales.set(entry.id, entry);
  for (const line of lines) {
    const { id } = openReturn(world, { ...rest, lines: [line], role: 'BUYER', aftersalesRequestId: entry.id });
    entry.returnIds.push(id);
  }
  tellAftersales(world, entry);
  return entry;
}

export const returnsOf = (world: World, { returnIds }: { returnIds: readonly string[] }): Return[] =>
  returnIds.flatMap((id) => world.returns.get(id) ?? []);

const isPending = ({ status }: Return): boolean =>
  status === 'RETURN_OR_REFUND_REQUEST_PENDING' ||
  status === 'AWAITING_BUYER_RESPONSE' ||
  status === 'REPLACEMENT_REQUEST_PENDING';

function rmaStatus(returns: readonly Return[]): Rma['status'] {
  if (returns.some(({ status }) => status === 'BUYER_SHIPPED_ITEM')) return 'PENDING_PACKAGE_REVIEW';
  return returns.some((entry) => isOpen(entry)) ? 'AWAITING_BUYER_RETURN' : 'PACKAGE_REVIEW_COMPLETED';
}

/** One parcel for everything of a request that is to come back. */
function openRma(world: World, request: AftersalesRequest): void {
  const returnIds = returnsOf(world, request)
    .filter(({ status }) => status === 'AWAITING_BUYER_SHIP')
    .map(({ id }) => id);
  if (returnIds.length === 0) return;
  const now = world.now();
  const rma: Rma = {
    id: world.nextId('2894'),
    shopId: request.shopId,
    packageId: world.nextId('2894'),
    aftersalesRequestId: request.id,
    status: 'AWAITING_BUYER_RETURN',
    returnIds,
    createTime: now,
    updateTime: now,
  };
  world.rmas.set(rma.id, rma);
  tellRma(world, rma);
}

/** Request and parcel follow what became of a return. */
export function followReturn(world: World, entry: Return): void {
  const request = world.aftersales.get(entry.aftersalesRequestId ?? '');
  if (request === undefined) return;
  const isReviewed = !returnsOf(world, request).some(isPending);
  if (isReviewed && request.status === 'PENDING_REQUEST_REVIEW') {
    request.status = 'REQUEST_REVIEW_COMPLETED';
    request.updateTime = world.now();
    tellAftersales(world, request);
    openRma(world, request);
  }
  const rma = [...world.rmas.values()].find(({ returnIds }) => returnIds.includes(entry.id));
  const status = rma === undefined ? undefined : rmaStatus(returnsOf(world, rma));
  if (rma === undefined || status === undefined || status === rma.status) return;
  rma.status = status;
  rma.updateTime = world.now();
  tellRma(world, rma);
}

/** The buyer hands over the one parcel. @throws RangeError when it is not awaited */
export function shipRma(world: World, rma: Rma, handover: Handover): void {
  const trackingNumber = handover.trackingNumber ?? world.random.digits(12);
  for (const entry of returnsOf(world, rma)) shipBack(world, entry, { ...handover, trackingNumber });
}

export function deliverRma(world: World, rma: Rma): void {
  for (const entry of returnsOf(world, rma)) deliverBack(world, entry);
}

export const reviewActions = [
  'APPROVE_REQUEST',
  'REJECT_REQUEST',
  'APPROVE_RETURN_PACKAGE',
  'REJECT_RETURN_PACKAGE',
] as const;

export interface Review {
  action: (typeof reviewActions)[number];
  reason: string | undefined;
  comment: string | undefined;
  images: readonly string[];
}

/** Decides one line. @throws TikTokError when it cannot be decided so; other lines are not touched by that */
export function reviewLine(world: World, entry: Return, review: Review): void {
  const isParcel = review.action.endsWith('PACKAGE');
  if (review.action.startsWith('APPROVE')) {
    const decision = isParcel
      ? 'APPROVE_RECEIVED_PACKAGE'
      : entry.type === 'REFUND'
        ? 'APPROVE_REFUND'
        : entry.type === 'REPLACEMENT'
          ? 'APPROVE_REPLACEMENT'
          : 'APPROVE_RETURN';
    approveReturn(world, entry, { decision, buyerKeepsItem: false, partialRefund: undefined });
    return;
  }
  const decision = isParcel
    ? 'REJECT_RECEIVED_PACKAGE'
    : entry.type === 'REFUND'
      ? 'REJECT_REFUND'
      : entry.type === 'REPLACEMENT'
        ? 'REJECT_REPLACEMENT'
        : 'REJECT_RETURN';
  // How a review names its reason is not published: without one the first that fits is taken.
  const reason = review.reason ?? rejectReasonsOf(entry, world.shopOf(entry).region)[0]?.name ?? '';
  rejectReturn(world, entry, { decision, reason, comment: review.comment, images: review.images });
}

/** The return that a line of a request or parcel belongs to. */
export function returnOfLine(world: World, batch: AftersalesRequest | Rma, lineId: string): Return {
  const found = returnsOf(world, batch).find(({ lines }) => lines.some(({ id }: ReturnLine) => id === lineId));
  if (found === undefined)
    throw new TikTokError(98001004, 'Invalid parameters. Please verify your input before retrying');
  return found;
}
