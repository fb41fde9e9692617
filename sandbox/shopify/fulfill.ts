import { gid } from './gid';
import type { Fulfillment, Order } from './model';
import { orderPayload } from './payloads';
import type { World } from './world';

/** `fulfillments/create`: the parts of the long REST shape that a return needs. */
function fulfillmentPayload(entry: Fulfillment): Record<string, unknown> {
  return {
    id: Number(entry.id),
    admin_graphql_api_id: gid('Fulfillment', entry.id),
    order_id: Number(entry.orderId),
    name: entry.name,
    status: 'success',
    created_at: entry.createdAt,
    tracking_company: entry.tracking.company,
    tracking_number: entry.tracking.number,
    line_items: entry.lines.map(({ lineItemId, quantity }) => ({ id: Number(lineItemId), quantity })),
  };
}

/** The warehouse sends what an order has open, such as goods sent in exchange. Throws RangeError when nothing is. */
export function fulfill(world: World, order: Order): { id: string; trackingNumber: string | null } {
  const open = order.fulfillmentOrders.filter(({ status }) => status === 'OPEN');
  if (open.length === 0) throw new RangeError(`${order.name} has nothing to send`);
  const lines = open.flatMap((entry) =>
    entry.lines.map(({ lineItemId, remainingQuantity: quantity }) => ({ id: world.nextId(), lineItemId, quantity })),
  );
  for (const entry of open) {
    entry.status = 'CLOSED';
    for (const line of entry.lines) line.remainingQuantity = 0;
  }
  const made: Fulfillment = {
    id: world.nextId(),
    orderId: order.id,
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    locationId: world.mainLocation().id,
    status: 'SUCCESS',
    tracking: { company: 'Colissimo', number: `6A${world.context.random.digits(11)}`, url: null },
    lines,
    createdAt: world.now(),
    deliveredAt: null,
  };
  order.fulfillments.push(made);
  world.touch(order);
  world.emit('FULFILLMENTS_CREATE', fulfillmentPayload(made));
  world.emit('ORDERS_FULFILLED', orderPayload(order));
  world.emit('ORDERS_UPDATED', orderPayload(order));
  world.record('order.fulfilled', gid('Fulfillment', made.id), { orderId: gid('Order', order.id), name: order.name });
  return { id: gid('Fulfillment', made.id), trackingNumber: made.tracking.number };
}
