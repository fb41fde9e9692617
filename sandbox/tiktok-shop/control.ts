import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from '../core/body';
import { deliverRma, openAftersalesRequest, returnsOf, shipRma } from './batch';
import { openCancellation, withdrawCancellation } from './cancelling';
import { clocksShape } from './clocks';
import { TikTokError } from './errors';
import type { Order, OrderLine, Return } from './model';
import { anyBuyerReason } from './reasons';
import { appeal, arbitrate } from './returning/arbitrate';
import { acceptOffer, refuseOffer } from './returning/offer';
import { editReturn, openReturn, withdraw } from './returning/open-return';
import { deliverBack, shipBack } from './returning/parcel';
import { orderShape, seededOrder, seedOrder } from './seed-order';
import { moveOrder } from './move-order';
import { notify, notifyUnknown } from './webhooks';
import { writeToShop } from './conversing';
import type { World } from './world';

const picture = z.strictObject({ url: z.string(), width: z.int().default(800), height: z.int().default(600) });

const chosenLines = z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1).default(1) })).optional();

const requestShape = z.strictObject({
  orderId: z.string(),
  type: z.enum(['REFUND', 'RETURN_AND_REFUND', 'REPLACEMENT']).default('RETURN_AND_REFUND'),
  /** Everything that was bought when left out. */
  lines: chosenLines,
  /** A reason's name, as the shop's eligibility answers them; the first that fits when left out. */
  reason: z.string().optional(),
  note: z.string().optional(),
  images: z.array(picture).optional(),
  shipmentType: z.enum(['PLATFORM', 'BUYER_ARRANGE']).optional(),
  handoverMethod: z.enum(['DROP_OFF', 'PICKUP']).optional(),
  isQuickRefund: z.boolean().optional(),
});

const editShape = z.strictObject({
  type: z.enum(['REFUND', 'RETURN_AND_REFUND', 'REPLACEMENT']),
  reason: z.string().optional(),
  note: z.string().optional(),
});

const messageShape = z.strictObject({ orderId: z.string(), text: z.string().min(1) });

const cancelShape = z.strictObject({ orderId: z.string(), lines: chosenLines, reason: z.string().optional() });

const shipShape = z.strictObject({
  trackingNumber: z.string().optional(),
  providerId: z.string().optional(),
  providerName: z.string().optional(),
});

const settingsShape = z.strictObject({
  refundDelaySeconds: z.number().nonnegative().optional(),
  redirectUrl: z.url().optional(),
  partnerCenterAddress: z.url().optional(),
  appSecret: z.string().min(1).optional(),
  accessSeconds: z.int().positive().optional(),
  isAddressAllowed: z.boolean().optional(),
});

const shopShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  region: z.string().length(2),
  currency: z.string().length(3),
  cipher: z.string(),
  sellerType: z.enum(['LOCAL', 'CROSS_BORDER']).default('CROSS_BORDER'),
});

/** The units that are meant: of each SKU so many that nothing is under way for. @throws RangeError when there are not enough */
function unitsOf(order: Order, chosen: z.infer<typeof chosenLines>, taken: (line: OrderLine) => boolean): OrderLine[] {
  if (chosen === undefined) {
    const rest = order.lines.filter((line) => !taken(line));
    if (rest.length === 0) throw new RangeError('the order has nothing left');
    return rest;
  }
  return chosen.flatMap(({ sku, quantity }) => {
    const units = order.lines.filter((line) => line.sellerSku === sku && !taken(line)).slice(0, quantity);
    if (units.length < quantity) throw new RangeError(`the order has no ${quantity} of ${sku} left`);
    return units;
  });
}

/** Runs what the business may refuse; here a refusal is a 400 that says why. */
function attempt<T>(effect: () => T): T {
  try {
    return effect();
  } catch (error) {
    if (error instanceof TikTokError) throw new RangeError(`${error.code}: ${error.message}`);
    throw error;
  }
}

const returnSummary = (entry: Return): object => ({
  returnId: entry.id,
  orderId: entry.orderId,
  type: entry.type,
  status: entry.status,
  reason: entry.reason,
  trackingNumber: entry.tracking?.number ?? null,
  deadline: entry.action?.deadline ?? null,
  nextReturnId: entry.nextReturnId ?? null,
  lines: entry.lines.map(({ id, orderLineId }) => ({ id, orderLineId })),
});

/** What buyers, carriers and the platform's own people do: everything that no API call can. */
export function registerControl(app: FastifyInstance, world: World): void {
  const base = '/control/tiktok-shop';
  const orderOf = (id: string): Order => {
    const order = world.orders.get(id);
    if (order === undefined) throw new RangeError(`no order ${id}`);
    return order;
  };
  const idOf = (request: FastifyRequest): string => z.object({ id: z.string() }).parse(request.params).id;
  const returnOf = (request: FastifyRequest): Return => {
    const entry = world.returns.get(idOf(request));
    if (entry === undefined) throw new RangeError(`no return ${idOf(request)}`);
    return entry;
  };
  const onReturn = (verb: string, effect: (entry: Return, body: unknown) => void): void => {
    app.post(`${base}/returns/:id/${verb}`, (request) => {
      const entry = returnOf(request);
      attempt(() => {
        effect(entry, jsonBody(request));
      });
      return returnSummary(entry);
    });
  };
  const isTaken = (order: Order) => (line: OrderLine) =>
    line.status === 'CANCELLED' ||
    world
      .returnsOf(order.id)
      .some(
        (entry) =>
          !/REJECT|CANCEL$/.test(entry.status) && entry.lines.some(({ orderLineId }) => orderLineId === line.id),
      );

  app.post(`${base}/shops`, async (request, reply) => {
    const shop = shopShape.parse(jsonBody(request));
    return reply.code(201).send(world.openShop({ ...shop, code: `${shop.region}${shop.id.slice(-8)}` }));
  });
  app.post(`${base}/orders`, async (request, reply) =>
    reply.code(201).send(seededOrder(seedOrder(world, orderShape.parse(jsonBody(request))))),
  );
  for (const step of ['ship', 'deliver', 'complete'] as const) {
    app.post(`${base}/orders/:id/${step}`, (request) => seededOrder(moveOrder(world, orderOf(idOf(request)), step)));
  }

  app.post(`${base}/returns`, async (request, reply) => {
    const { orderId, lines, reason, ...rest } = requestShape.parse(jsonBody(request));
    const order = orderOf(orderId);
    const named = reason ?? anyBuyerReason(rest.type, order);
    if (named === undefined) throw new RangeError(`the order is ${order.status}: nothing can be asked for`);
    const units = unitsOf(order, lines, isTaken(order));
    const entry = attempt(() => openReturn(world, { ...rest, order, lines: units, reason: named, role: 'BUYER' }));
    return reply.code(201).send(returnSummary(entry));
  });
  onReturn('ship', (entry, body) => {
    shipBack(world, entry, shipShape.parse(body));
  });
  onReturn('edit', (entry, body) => {
    editReturn(world, entry, editShape.parse(body));
  });
  onReturn('deliver', (entry) => {
    deliverBack(world, entry);
  });
  onReturn('withdraw', (entry) => {
    withdraw(world, entry);
  });
  onReturn('accept-offer', (entry) => {
    acceptOffer(world, entry);
  });
  onReturn('refuse-offer', (entry) => {
    refuseOffer(world, entry);
  });
  onReturn('appeal', (entry) => {
    appeal(world, entry);
  });
  onReturn('arbitrate', (entry, body) => {
    arbitrate(world, entry, z.strictObject({ inFavourOf: z.enum(['BUYER', 'SELLER']) }).parse(body).inFavourOf);
  });

  app.post(`${base}/aftersales`, async (request, reply) => {
    const { orderId, lines, reason, ...rest } = requestShape.parse(jsonBody(request));
    const order = orderOf(orderId);
    const named = reason ?? anyBuyerReason(rest.type, order);
    if (named === undefined) throw new RangeError(`the order is ${order.status}: nothing can be asked for`);
    const units = unitsOf(order, lines, isTaken(order));
    const batch = attempt(() => openAftersalesRequest(world, { ...rest, order, lines: units, reason: named }));
    return reply.code(201).send({
      aftersalesRequestId: batch.id,
      status: batch.status,
      returns: returnsOf(world, batch).map(returnSummary),
    });
  });
  for (const [verb, effect] of [
    ['ship', shipRma],
    ['deliver', deliverRma],
  ] as const) {
    app.post(`${base}/rmas/:id/${verb}`, (request) => {
      const rma = world.rmas.get(idOf(request));
      if (rma === undefined) throw new RangeError(`no RMA ${idOf(request)}`);
      effect(world, rma, shipShape.parse(jsonBody(request)));
      return { rmaId: rma.id, status: rma.status, returns: returnsOf(world, rma).map(returnSummary) };
    });
  }

  app.post(`${base}/cancellations`, async (request, reply) => {
    const { orderId, lines, reason } = cancelShape.parse(jsonBody(request));
    const order = orderOf(orderId);
    const named = reason ?? anyBuyerReason('CANCEL', { ...order, status: 'AWAITING_SHIPMENT' }) ?? '';
    const units = unitsOf(order, lines, isTaken(order));
    const entry = attempt(() => openCancellation(world, { order, lines: units, reason: named, role: 'BUYER' }));
    return reply
      .code(201)
      .send({ cancelId: entry.id, orderId, status: entry.status, deadline: entry.deadline ?? null });
  });
  app.post(`${base}/cancellations/:id/withdraw`, (request) => {
    const entry = world.cancellations.get(idOf(request));
    if (entry === undefined) throw new RangeError(`no cancellation ${idOf(request)}`);
    withdrawCancellation(world, entry);
    return { cancelId: entry.id, status: entry.status };
  });

  app.post(`${base}/messages`, async (request, reply) => {
    const { orderId, text } = messageShape.parse(jsonBody(request));
    return reply.code(201).send(writeToShop(world, orderOf(orderId), text));
  });

  app.post(`${base}/settings`, (request) => {
    const { accessSeconds, ...change } = settingsShape.parse(jsonBody(request));
    if (accessSeconds !== undefined) world.tokens.accessSeconds = accessSeconds;
    world.settings = {
      refundDelaySeconds: change.refundDelaySeconds ?? world.settings.refundDelaySeconds,
      redirectUrl: change.redirectUrl ?? world.settings.redirectUrl,
      partnerCenterAddress: change.partnerCenterAddress ?? world.settings.partnerCenterAddress,
      appSecret: change.appSecret ?? world.settings.appSecret,
      isAddressAllowed: change.isAddressAllowed ?? world.settings.isAddressAllowed,
    };
    return { refundDelaySeconds: world.settings.refundDelaySeconds };
  });
  app.post(`${base}/clocks`, (request) => {
    const { region, ...clocks } = clocksShape
      .extend({ region: z.string() })
      .partial()
      .required({ region: true })
      .parse(jsonBody(request));
    const defined = Object.fromEntries(Object.entries(clocks).filter(([, span]) => span !== undefined));
    const next = clocksShape.parse({ ...world.clocksOf(region), ...defined });
    world.clocks.set(region, next);
    return next;
  });
  app.post(`${base}/limits`, (request) => {
    const { limits } = world.rateLimit;
    const rate = z.number().positive();
    const shape = z.strictObject({ reads: rate.default(limits.reads), writes: rate.default(limits.writes) });
    world.rateLimit.limits = shape.parse(jsonBody(request));
    return world.rateLimit.limits;
  });

  app.post(`${base}/events`, (request) => {
    const shape = z.strictObject({ type: z.int(), data: z.record(z.string(), z.unknown()).default({}) });
    const { type, data } = shape.parse(jsonBody(request));
    notifyUnknown(world, world.mainShop(), type, data);
    return { ok: true };
  });

  app.post(`${base}/tokens/code`, (request) => {
    const { scopes } = z.strictObject({ scopes: z.array(z.string()).optional() }).parse(jsonBody(request));
    return { code: world.tokens.issueCode(scopes) };
  });
  app.post(`${base}/tokens/expire`, () => {
    world.tokens.expireAccess();
    return { ok: true };
  });
  app.post(`${base}/tokens/revoke`, () => {
    world.tokens.revoke();
    notify(world, world.mainShop(), 'SELLER_DEAUTHORIZATION', {
      message: 'The seller has deauthorized the app, please stop calling the API for this shop',
    });
    return { ok: true };
  });
  app.post(`${base}/tokens/warn`, (request) => {
    const { days } = z.strictObject({ days: z.int().positive().default(30) }).parse(jsonBody(request));
    notify(world, world.mainShop(), 'UPCOMING_AUTHORIZATION_EXPIRATION', {
      message: `The authorization expires in ${days} days, please ask the seller to authorize again`,
      expiration_time: String(world.now() + days * 86_400),
    });
    return { ok: true };
  });
}
