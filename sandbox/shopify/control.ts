import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from '../core/body';
import { Rejected } from './errors';
import { fulfill } from './fulfill';
import { gid } from './gid';
import type { Order } from './model';
import { mutations } from './mutations/index';
import { payOutstanding } from './pay-outstanding';
import { defaultVersion } from './schema';
import { orderShape } from './seed/order-shape';
import { seedOrder } from './seed/seed-order';
import { seededOrder } from './seed/seeded-order';
import { returnReasonDefinitions } from './store';
import { sendEvents } from './webhooks';
import type { World } from './world';

const requestShape = z.object({
  orderName: z.string(),
  lines: z
    .array(
      z.object({
        sku: z.string(),
        quantity: z.int().min(1).default(1),
        /** A value of the older enum or a handle of the newer library. */
        reason: z.string().default('UNKNOWN'),
        note: z.string().optional(),
      }),
    )
    .min(1),
});

const throttleShape = z.strictObject({
  maximumAvailable: z.int().positive().optional(),
  restoreRate: z.number().positive().optional(),
  currentlyAvailable: z.int().nonnegative().optional(),
});

const settingsShape = z.strictObject({
  accessToken: z.string().min(1).optional(),
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
  idempotentDelayMs: z.int().nonnegative().optional(),
  refundStatus: z.enum(['SUCCESS', 'PENDING', 'FAILURE']).optional(),
});

const settleShape = z.object({ transactionId: z.string(), status: z.enum(['SUCCESS', 'FAILURE']) });
const orderNameShape = z.object({ orderName: z.string() });
const stockShape = z.object({ sku: z.string(), available: z.int().nonnegative() });

/** Asks for a return as a shopper does in their account. Throws RangeError on what the shop would not let them ask. */
function requestReturn(world: World, input: z.infer<typeof requestShape>): unknown {
  const order = world.store.orderNamed(input.orderName);
  if (order === undefined) throw new RangeError(`no order ${input.orderName}`);
  const returnLineItems = input.lines.map((line) => {
    const item = order.lines.find((candidate) => candidate.sku === line.sku);
    const fulfilled = order.fulfillments.flatMap((entry) => entry.lines).find((entry) => entry.lineItemId === item?.id);
    if (fulfilled === undefined) throw new RangeError(`${line.sku} was not delivered with ${order.name}`);
    const definition = returnReasonDefinitions.find(
      (candidate) => candidate.handle === line.reason || candidate.legacy === line.reason,
    );
    if (definition === undefined) throw new RangeError(`no return reason ${line.reason}`);
    return {
      fulfillmentLineItemId: gid('FulfillmentLineItem', fulfilled.id),
      quantity: line.quantity,
      returnReasonDefinitionId: gid('ReturnReasonDefinition', definition.id),
      customerNote: line.note ?? null,
    };
  });
  const args = { input: { orderId: gid('Order', order.id), returnLineItems } };
  try {
    mutations['returnRequest']?.run({ world, version: defaultVersion, args });
  } catch (error) {
    if (error instanceof Rejected) throw new RangeError(error.message);
    throw error;
  }
  sendEvents(world);
  const entry = order.returns.at(-1);
  if (entry === undefined) throw new RangeError('the return was not made');
  return {
    id: gid('Return', entry.id),
    name: entry.name,
    status: entry.status,
    lines: entry.lines.map((line) => ({ id: gid('ReturnLineItem', line.id), quantity: line.quantity })),
  };
}

function settle(world: World, input: z.infer<typeof settleShape>): unknown {
  const transactions = world.store.allOrders().flatMap((order) => order.transactions);
  const found = transactions.find((entry) => gid('OrderTransaction', entry.id) === input.transactionId);
  if (found?.status !== 'PENDING') throw new RangeError(`${input.transactionId} is not pending`);
  found.status = input.status;
  if (input.status === 'FAILURE') world.record('refund.failed', input.transactionId, { minor: found.amount });
  return { id: input.transactionId, status: found.status };
}

function setStock(world: World, input: z.infer<typeof stockShape>): unknown {
  const variant = world.store.variantBySku(input.sku);
  if (variant === undefined) throw new RangeError(`no variant ${input.sku}`);
  const level = world.store.ensureLevel(variant.inventoryItemId, world.mainLocation().id, world.now());
  level.quantities.available = input.available;
  return input;
}

/** What only tests and the page may do. A body that cannot be used gets a 400 that says why. */
export function registerControl(app: FastifyInstance, world: World): void {
  app.post('/control/shopify/orders', async (request, reply) => {
    const order = seedOrder(world, orderShape.parse(jsonBody(request)));
    sendEvents(world);
    await reply.code(201).send(seededOrder(world, order));
  });
  app.post('/control/shopify/returns/request', async (request, reply) =>
    reply.code(201).send(requestReturn(world, requestShape.parse(jsonBody(request)))),
  );
  app.post('/control/shopify/throttle', (request) => {
    world.throttle.configure(throttleShape.parse(jsonBody(request)));
    return world.throttle.status();
  });
  app.post('/control/shopify/settings', (request) => {
    const change = settingsShape.parse(jsonBody(request));
    world.settings = {
      accessToken: change.accessToken ?? world.settings.accessToken,
      clientId: change.clientId ?? world.settings.clientId,
      clientSecret: change.clientSecret ?? world.settings.clientSecret,
      idempotentDelayMs: change.idempotentDelayMs ?? world.settings.idempotentDelayMs,
      refundStatus: change.refundStatus ?? world.settings.refundStatus,
    };
    return { refundStatus: world.settings.refundStatus, idempotentDelayMs: world.settings.idempotentDelayMs };
  });
  app.post('/control/shopify/transactions/settle', (request) => settle(world, settleShape.parse(jsonBody(request))));
  app.post('/control/shopify/authorize', () => ({ code: world.tokens.authorize() }));
  const onOrder = <T>(act: (world: World, order: Order) => T) => {
    return (request: FastifyRequest): T => {
      const { orderName } = orderNameShape.parse(jsonBody(request));
      const order = world.store.orderNamed(orderName);
      if (order === undefined) throw new RangeError(`no order ${orderName}`);
      const done = act(world, order);
      sendEvents(world);
      return done;
    };
  };
  app.post('/control/shopify/orders/pay', onOrder(payOutstanding));
  app.post('/control/shopify/orders/fulfill', onOrder(fulfill));
  app.post('/control/shopify/stock', (request) => setStock(world, stockShape.parse(jsonBody(request))));
}
