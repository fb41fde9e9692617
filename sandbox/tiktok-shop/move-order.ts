import type { Order, OrderStatus } from './model';
import { tellOrder } from './webhooks';
import type { World } from './world';

const steps = {
  ship: { from: ['AWAITING_SHIPMENT', 'AWAITING_COLLECTION'], to: 'IN_TRANSIT' },
  deliver: { from: ['AWAITING_SHIPMENT', 'AWAITING_COLLECTION', 'IN_TRANSIT'], to: 'DELIVERED' },
  complete: { from: ['DELIVERED'], to: 'COMPLETED' },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: OrderStatus }>;

/** The order goes its way: handed over, delivered, or past the time for returns. @throws RangeError when it is not there yet */
export function moveOrder(world: World, order: Order, step: keyof typeof steps): Order {
  const { from, to }: { from: readonly OrderStatus[]; to: OrderStatus } = steps[step];
  if (!from.includes(order.status)) throw new RangeError(`the order is ${order.status}`);
  order.status = to;
  for (const line of order.lines) if (line.status !== 'CANCELLED') line.status = to;
  const now = world.now();
  order.updateTime = now;
  order.shippedTime ??= now;
  if (order.trackingNumber === '') order.trackingNumber = world.random.digits(12);
  if (step === 'deliver') order.deliveryTime = now;
  tellOrder(world, order);
  return order;
}
