import type { Fulfillment, LineItem, Location, Order, Product, Return, Variant } from './model';
import type { World } from './world';

/** The line of an order with this id; an order without it is a broken world. */
export function lineOf(order: Order, lineItemId: string): LineItem {
  const line = order.lines.find((candidate) => candidate.id === lineItemId);
  if (line === undefined) throw new Error(`no line item ${lineItemId} on order ${order.name}`);
  return line;
}

export function orderOf(world: World, owner: { orderId: string }): Order {
  const order = world.store.orders.get(owner.orderId);
  if (order === undefined) throw new Error(`no order ${owner.orderId}`);
  return order;
}

export function findReturn(world: World, id: string): Return | undefined {
  return world.store.allReturns().find((entry) => entry.id === id);
}

export type FulfillmentLine = Fulfillment['lines'][number];

export function findFulfillmentLine(order: Order, id: string): FulfillmentLine | undefined {
  return order.fulfillments.flatMap((fulfillment) => fulfillment.lines).find((line) => line.id === id);
}

/** Units of an order line that have left the shop. */
export function fulfilledQuantity(order: Order, line: LineItem): number {
  return order.fulfillments
    .filter((fulfillment) => fulfillment.status === 'SUCCESS')
    .flatMap((fulfillment) => fulfillment.lines)
    .filter((entry) => entry.lineItemId === line.id)
    .reduce((total, entry) => total + entry.quantity, 0);
}

/**
 * Units of a fulfilled line that can still be put in a return: what was delivered less what other returns hold (those
 * declined or cancelled hold nothing) and what was refunded without a return.
 */
export function returnableQuantity(order: Order, line: FulfillmentLine): number {
  const held = order.returns
    .filter((entry) => entry.status !== 'DECLINED' && entry.status !== 'CANCELED')
    .flatMap((entry) => entry.lines)
    .filter((entry) => entry.fulfillmentLineItemId === line.id)
    .reduce((total, entry) => total + entry.quantity, 0);
  const refundedWithoutReturn = order.refunds
    .filter((refund) => refund.returnId === null)
    .flatMap((refund) => refund.lines)
    .filter((entry) => entry.lineItemId === line.lineItemId)
    .reduce((total, entry) => total + entry.quantity, 0);
  return Math.max(0, line.quantity - held - refundedWithoutReturn);
}

export function variantsOf(world: World, product: Product): Variant[] {
  return product.variantIds.flatMap((id) => world.store.variants.get(id) ?? []);
}

export function variantOfItem(world: World, inventoryItemId: string): Variant | undefined {
  return [...world.store.variants.values()].find((variant) => variant.inventoryItemId === inventoryItemId);
}

/** Units for sale over all locations. */
export function availableOf(world: World, variant: Variant): number {
  return world.store.levels
    .filter((level) => level.itemId === variant.inventoryItemId)
    .reduce((total, level) => total + level.quantities.available, 0);
}

export function findLocation(world: World, id: string): Location | undefined {
  return world.store.locations.get(id);
}

/** `NO_RETURN`, or how far the order's returns have come, as observed on a real shop. */
export function returnStatusOf(order: Order): string {
  const statuses = order.returns.map((entry) => entry.status);
  if (statuses.includes('REQUESTED')) return 'RETURN_REQUESTED';
  if (statuses.includes('OPEN')) return 'IN_PROGRESS';
  return statuses.includes('CLOSED') ? 'RETURNED' : 'NO_RETURN';
}
