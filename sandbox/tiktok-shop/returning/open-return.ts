import type { Order, OrderLine, Picture, Return, Role } from '../model';
import { anyBuyerReason } from '../reasons';
import { ensureFree, refundOf, refundTotal } from '../refunding';
import { tellReturn } from '../webhooks';
import type { World } from '../world';
import { awaitSeller } from './await-seller';
import { addRecord, setStatus } from './set-status';
import { awaitParcel, succeed } from './settle';

export interface ReturnRequest {
  order: Order;
  type: Return['type'];
  lines: readonly OrderLine[];
  reason: string;
  role: Extract<Role, 'BUYER' | 'SELLER'>;
  note?: string | undefined;
  images?: Picture[] | undefined;
  shipmentType?: Return['shipmentType'];
  handoverMethod?: Return['handoverMethod'];
  isQuickRefund?: boolean | undefined;
  aftersalesRequestId?: string | undefined;
  preReturnId?: string | undefined;
  /** Minor units that are paid instead of what the units are worth. */
  agreedAmount?: number | undefined;
}

/** What the freight back costs the seller where TikTok ships; the sandbox's own figure, in minor units. */
const platformShippingFee = 499;

/**
 * A request for a return, a refund or a replacement. One that the seller makes needs nobody's answer.
 * @throws TikTokError when a unit is being sent back already, or was
 */
export function openReturn(world: World, request: ReturnRequest): Return {
  const { order, type, lines, reason, role } = request;
  ensureFree(world, order, lines);
  const refunds = refundOf(world, order, lines, { type, reason });
  const isSentBack = type === 'RETURN_AND_REFUND';
  const shipmentType = isSentBack ? (request.shipmentType ?? 'PLATFORM') : undefined;
  const now = world.now();
  const entry: Return = {
    id: world.nextId('4035'),
    shopId: order.shopId,
    orderId: order.id,
    type,
    status: type === 'REPLACEMENT' ? 'REPLACEMENT_REQUEST_PENDING' : 'RETURN_OR_REFUND_REQUEST_PENDING',
    arbitration: undefined,
    role,
    reason,
    shipmentType,
    handoverMethod: shipmentType === 'PLATFORM' ? (request.handoverMethod ?? 'DROP_OFF') : undefined,
    method: shipmentType === undefined ? undefined : shipmentType === 'PLATFORM' ? 'PLATFORM_SHIPPED' : 'BUYER_SHIPPED',
    tracking: undefined,
    documentType: shipmentType === 'PLATFORM' ? 'SHIPPING_LABEL' : undefined,
    preReturnId: request.preReturnId,
    nextReturnId: undefined,
    canBuyerKeepItem: false,
    offer: request.agreedAmount === undefined ? undefined : { amount: request.agreedAmount, isRejected: false },
    isQuickRefund: request.isQuickRefund ?? false,
    returnShippingFee: shipmentType === 'PLATFORM' ? platformShippingFee : 0,
    lines: lines.map((line, index) => ({
      id: world.nextId('4035'),
      orderLineId: line.id,
      refund: refunds[index] ?? { subtotal: 0, shippingFee: 0, tax: 0 },
    })),
    action: undefined,
    deliveredBackTime: undefined,
    refunded: 0,
    records: [],
    aftersalesRequestId: request.aftersalesRequestId,
    createTime: now,
    updateTime: now,
  };
  world.addReturn(entry);
  const what = type === 'REFUND' ? 'refund' : type === 'REPLACEMENT' ? 'replacement' : 'return';
  addRecord(world, entry, role, `${role === 'BUYER' ? 'Customer' : 'Seller'} submitted a ${what} request`, {
    reason,
    note: request.note,
    images: request.images,
  });
  world.record('return.requested', entry.id, {
    orderId: order.id,
    type,
    role,
    units: lines.length,
    refundTotal: refundTotal(entry),
    currency: order.currency,
  });
  if (role === 'BUYER') {
    awaitSeller(world, entry);
    tellReturn(world, entry);
  } else if (isSentBack) awaitParcel(world, entry, 'SELLER');
  else succeed(world, entry, 'SELLER');
  return entry;
}

/** The buyer takes the request back. @throws RangeError when it is too late */
export function withdraw(world: World, entry: Return): void {
  const open: readonly Return['status'][] = [
    'RETURN_OR_REFUND_REQUEST_PENDING',
    'AWAITING_BUYER_SHIP',
    'AWAITING_BUYER_RESPONSE',
    'REPLACEMENT_REQUEST_PENDING',
  ];
  if (!open.includes(entry.status)) throw new RangeError(`the return is ${entry.status}`);
  addRecord(world, entry, 'BUYER', 'Customer cancelled the request');
  setStatus(
    world,
    entry,
    entry.type === 'REPLACEMENT' ? 'REPLACEMENT_REQUEST_CANCEL' : 'RETURN_OR_REFUND_REQUEST_CANCEL',
  );
  world.record('return.cancelled', entry.id, { role: 'BUYER' });
}

/**
 * The buyer asks for something else instead: the request ends, and a new one names it as the one before.
 * @throws RangeError when it is decided already
 */
export function editReturn(
  world: World,
  entry: Return,
  change: { type: Return['type']; reason?: string | undefined; note?: string | undefined },
): Return {
  const order = world.orderOf(entry);
  const ids = new Set(entry.lines.map(({ orderLineId }) => orderLineId));
  const reason = change.reason ?? anyBuyerReason(change.type, order);
  if (reason === undefined) throw new RangeError(`the order is ${order.status}: nothing can be asked for`);
  withdraw(world, entry);
  const next = openReturn(world, {
    order,
    type: change.type,
    lines: order.lines.filter(({ id }) => ids.has(id)),
    reason,
    role: 'BUYER',
    note: change.note,
    preReturnId: entry.id,
  });
  entry.nextReturnId = next.id;
  return next;
}
