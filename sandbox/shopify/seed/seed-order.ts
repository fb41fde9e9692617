import type { Fulfillment, Order, Transaction } from '../model';
import { parseMinor } from '../money';
import { timeOf } from '../names';
import { orderPayload } from '../payloads';
import { totalsOf } from '../pricing';
import type { World } from '../world';
import { addressOf, customerOf } from './customer';
import { linesOf, shippingOf } from './lines';
import type { OrderSeed } from './order-shape';

function fulfillmentOf(world: World, order: Order, seed: OrderSeed): Fulfillment | null {
  const fulfilledAt = seed.fulfilledAt ?? seed.deliveredAt ?? null;
  if (fulfilledAt === null) return null;
  const delivered = seed.deliveredAt ?? null;
  return {
    id: world.nextId(),
    orderId: order.id,
    name: `${order.name}-F1`,
    locationId: world.mainLocation().id,
    status: 'SUCCESS',
    tracking: {
      company: seed.tracking?.company ?? 'Colissimo',
      number: seed.tracking?.number ?? `6A${world.context.random.digits(11)}`,
      url: seed.tracking?.url ?? null,
    },
    lines: order.lines.map((line) => ({ id: world.nextId(), lineItemId: line.id, quantity: line.quantity })),
    createdAt: timeOf(new Date(fulfilledAt)),
    deliveredAt: delivered === null ? null : timeOf(new Date(delivered)),
  };
}

/** Puts a paid order into the shop, with its products, stock, fulfilment and delivery, as if it had been placed. */
export function seedOrder(world: World, seed: OrderSeed): Order {
  const number = world.nextOrderNumber();
  const id = world.nextId();
  const processedAt = seed.processedAt === undefined ? world.now() : timeOf(new Date(seed.processedAt));
  const { discount } = seed;
  const order: Order = {
    id,
    name: seed.name ?? `#${number}`,
    number: Number(/(\d+)\D*$/.exec(seed.name ?? '')?.[1] ?? number),
    confirmationNumber: world.context.random.id('', 9).toUpperCase(),
    email: seed.email,
    phone: seed.customer.phone ?? null,
    locale: seed.customer.locale,
    customerId: customerOf(world, seed, processedAt).id,
    shippingAddress: addressOf(seed),
    currency: seed.currency,
    taxesIncluded: seed.taxesIncluded,
    discount:
      discount === undefined
        ? null
        : {
            code: discount.code,
            value:
              discount.percent === undefined
                ? { amount: parseMinor(discount.amount ?? '0', seed.currency) }
                : { percent: discount.percent },
          },
    lines: linesOf(world, seed, id),
    shipping: shippingOf(world, seed),
    transactions: [],
    refunds: [],
    fulfillments: [],
    fulfillmentOrders: [],
    returns: [],
    feesCharged: 0,
    tags: [...seed.tags],
    note: seed.note ?? null,
    metafields: [],
    closedAt: null,
    processedAt,
    createdAt: processedAt,
    updatedAt: processedAt,
  };
  order.transactions.push(paymentOf(world, order, seed));
  const fulfillment = fulfillmentOf(world, order, seed);
  if (fulfillment !== null) order.fulfillments.push(fulfillment);
  order.fulfillmentOrders.push({
    id: world.nextId(),
    orderId: id,
    locationId: world.mainLocation().id,
    status: fulfillment === null ? 'OPEN' : 'CLOSED',
    holdReason: null,
    returnId: null,
    lines: order.lines.map((line) => ({
      id: world.nextId(),
      lineItemId: line.id,
      totalQuantity: line.quantity,
      remainingQuantity: fulfillment === null ? line.quantity : 0,
    })),
    createdAt: processedAt,
  });
  world.store.orders.set(id, order);
  world.emit('ORDERS_CREATE', orderPayload(order));
  return order;
}

function paymentOf(world: World, order: Order, seed: OrderSeed): Transaction {
  return {
    id: world.nextId(),
    orderId: order.id,
    kind: 'SALE',
    status: 'SUCCESS',
    gateway: seed.payment.gateway,
    amount: totalsOf(order).total,
    parentId: null,
    refundId: null,
    paymentId: seed.payment.reference ?? `${order.confirmationNumber}.1`,
    createdAt: order.processedAt,
  };
}
