import { gid } from './gid';
import type {
  Disposition,
  DispositionType,
  ExchangeLine,
  FulfillmentOrder,
  Id,
  LineItem,
  Order,
  Return,
  ReverseFulfillmentOrder,
  ReverseLine,
} from './model';
import { disposedPayload, orderPayload } from './payloads';
import { exchangeShare, totalsOf } from './pricing';
import { adjustStock } from './stock';
import type { World } from './world';

/** Expects the goods of a return: its reverse fulfilment order, as approving or creating it does. */
export function openReverseOrder(world: World, order: Order, entry: Return): ReverseFulfillmentOrder {
  const reverse: ReverseFulfillmentOrder = {
    id: world.nextId(),
    orderId: order.id,
    returnId: entry.id,
    status: 'OPEN',
    deliveries: [],
    lines: entry.lines.map((line) => ({
      id: world.nextId(),
      returnLineId: line.id,
      fulfillmentLineItemId: line.fulfillmentLineItemId,
      totalQuantity: line.quantity,
      dispositions: [],
    })),
  };
  entry.reverseOrders.push(reverse);
  return reverse;
}

export function disposedQuantity(line: ReverseLine): number {
  return line.dispositions.reduce((total, disposition) => total + disposition.quantity, 0);
}

export interface PlannedDisposition {
  reverse: ReverseFulfillmentOrder;
  line: ReverseLine;
  quantity: number;
  type: DispositionType;
  locationId: Id | null;
}

/** Says what became of returned goods; what is restocked is for sale again. */
export function dispose(world: World, order: Order, planned: readonly PlannedDisposition[]): void {
  const byReverse = new Map<ReverseFulfillmentOrder, Parameters<typeof disposedPayload>[1][number][]>();
  for (const { reverse, line, quantity, type, locationId } of planned) {
    const disposition: Disposition = { id: world.nextId(), type, quantity, locationId, createdAt: world.now() };
    line.dispositions.push(disposition);
    byReverse.set(reverse, [
      ...(byReverse.get(reverse) ?? []),
      { lineId: line.id, id: disposition.id, type, quantity, locationId },
    ]);
    const item = itemOfReverseLine(order, line);
    const variant = item?.variantId == null ? undefined : world.store.variants.get(item.variantId);
    if (type === 'RESTOCKED' && locationId !== null && variant !== undefined) {
      adjustStock(world, {
        itemId: variant.inventoryItemId,
        locationId,
        name: 'available',
        delta: quantity,
        reason: 'restock',
      });
    }
    world.record('return.disposed', gid('ReverseFulfillmentOrderLineItem', line.id), {
      returnId: gid('Return', reverse.returnId),
      type,
      quantity,
      sku: item?.sku ?? null,
      locationId: locationId === null ? null : gid('Location', locationId),
    });
  }
  for (const [reverse, disposed] of byReverse) {
    if (reverse.lines.every((line) => disposedQuantity(line) >= line.totalQuantity)) reverse.status = 'CLOSED';
    world.emit('REVERSE_FULFILLMENT_ORDERS_DISPOSE', disposedPayload(reverse, disposed));
  }
}

function itemOfReverseLine(order: Order, line: ReverseLine): LineItem | undefined {
  const fulfilled = order.fulfillments
    .flatMap((entry) => entry.lines)
    .find((entry) => entry.id === line.fulfillmentLineItemId);
  return order.lines.find((item) => item.id === fulfilled?.lineItemId);
}

/** Puts the units of an exchange on the order as a line of their own. */
function addExchangeItem(
  world: World,
  order: Order,
  entry: Return,
  line: ExchangeLine,
  quantity: number,
): LineItem | undefined {
  const variant = world.store.variants.get(line.variantId);
  const product = variant === undefined ? undefined : world.store.products.get(variant.productId);
  if (variant === undefined || product === undefined) return undefined;
  const share = exchangeShare(order, line, line.processedQuantity, line.processedQuantity + quantity);
  const item: LineItem = {
    id: world.nextId(),
    orderId: order.id,
    variantId: variant.id,
    productId: product.id,
    sku: variant.sku,
    title: product.title,
    variantTitle: variant.title,
    vendor: product.vendor,
    quantity,
    unitPrice: line.unitPrice,
    lineDiscount: line.unitPrice * quantity - share.subtotal,
    cartDiscount: 0,
    taxRate: line.taxRate,
    tax: share.tax,
    weightGrams: variant.weightGrams,
    refundedQuantity: 0,
    exchangeOf: entry.id,
    properties: [],
  };
  order.lines.push(item);
  line.processedQuantity += quantity;
  line.lineItemIds.push(item.id);
  const level = world.store.ensureLevel(variant.inventoryItemId, world.mainLocation().id, world.now());
  adjustStock(world, {
    itemId: level.itemId,
    locationId: level.locationId,
    name: 'available',
    delta: -quantity,
    reason: 'exchange',
  });
  level.committed += quantity;
  return item;
}

/**
 * Makes the fulfilment order of exchanged-for items. It is on hold while the shopper still owes money for them.
 * Call it after the refund, which settles what is owed.
 */
export function processExchange(
  world: World,
  order: Order,
  entry: Return,
  wanted: readonly { line: ExchangeLine; quantity: number }[],
): FulfillmentOrder | null {
  const items = wanted.flatMap(({ line, quantity }) => addExchangeItem(world, order, entry, line, quantity) ?? []);
  if (items.length === 0) return null;
  const isOwed = totalsOf(order).outstanding > 0;
  const made: FulfillmentOrder = {
    id: world.nextId(),
    orderId: order.id,
    locationId: world.mainLocation().id,
    status: isOwed ? 'ON_HOLD' : 'OPEN',
    holdReason: isOwed ? 'AWAITING_PAYMENT' : null,
    returnId: entry.id,
    lines: items.map((item) => ({
      id: world.nextId(),
      lineItemId: item.id,
      totalQuantity: item.quantity,
      remainingQuantity: item.quantity,
    })),
    createdAt: world.now(),
  };
  order.fulfillmentOrders.push(made);
  world.emit('ORDERS_EDITED', {
    order_edit: {
      id: Number(made.id),
      order_id: Number(order.id),
      created_at: made.createdAt,
      notify_customer: false,
      line_items: { additions: items.map((item) => ({ id: Number(item.id), delta: item.quantity })), removals: [] },
    },
  });
  world.emit('ORDERS_UPDATED', orderPayload(order));
  world.record('exchange.processed', gid('FulfillmentOrder', made.id), {
    orderId: gid('Order', order.id),
    orderName: order.name,
    returnId: gid('Return', entry.id),
    status: made.status,
    items: items.map((item) => ({ sku: item.sku, variantTitle: item.variantTitle, quantity: item.quantity })),
  });
  return made;
}
