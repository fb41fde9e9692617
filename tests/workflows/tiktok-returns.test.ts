import { z } from 'zod/v4';
import { decisionSchema, orderSchema, requestSchema, type Command, type Dossier } from '../../lib/returns';
import { png } from '../contract/tiktok-shop-caller';
import { runNode } from './support/run-node';
import { useWorld } from './support/world';
import { shop } from './support/stories';

const world = useWorld();

/** What the node gives is judged by what is in it, not by types. */
const itemSchema = z.record(z.string(), z.any());

const eligibilitySchema = z.array(
  z.object({
    type: z.string(),
    eligible: z.boolean(),
    orderLineIds: z.array(z.string()),
    reasons: z.array(z.string()),
  }),
);
const stockSchema = z.array(z.object({ warehouses: z.array(z.object({ available: z.number() })) }));
const idOf = (chapter: unknown): string => z.object({ id: z.string() }).parse(chapter).id;

const orderShape = z.object({ orderId: z.string() });
const returnShape = z.object({ returnId: z.string() });
const cancelShape = z.object({ cancelId: z.string() });

const seed = {
  buyer: { name: 'Camille Dupont' },
  address: { line1: '4 rue Oberkampf', city: 'Paris', postalCode: '75011', country: 'FR' },
  lines: [
    { sku: 'ROBE-S', title: 'Robe Lune', variantTitle: 'S', quantity: 2, unitPrice: '79.95', stock: 5 },
    { sku: 'MUG', title: 'Mug Lune', quantity: 1, unitPrice: '18.00', stock: 9 },
  ],
  shippingAmount: '4.90',
  shippedAt: '2026-11-10T09:00:00Z',
  deliveredAt: '2026-11-12T09:00:00Z',
};

const does = (path: string, body: object = {}) => world.control(`tiktok-shop/${path}`, body);
const sell = async (changes: object = {}): Promise<string> =>
  orderShape.parse(await does('orders', { ...seed, ...changes })).orderId;
const ask = async (orderId: string, changes: object = {}): Promise<string> =>
  returnShape.parse(await does('returns', { orderId, lines: [{ sku: 'ROBE-S' }], ...changes })).returnId;

const run = async (
  resource: string,
  operation: string,
  parameters: object = {},
  item: object = {},
  binary?: object,
) => {
  const done = await runNode({
    type: 'tikTokShopReturns',
    parameters: { resource, operation, ...parameters },
    items: [item],
    credentials: world.credentials(),
    ...(binary && { binary: binary as never }),
  });
  if (done.status !== 'success') throw new Error(`${done.error?.message ?? ''} ${done.error?.description ?? ''}`);
  return z.array(itemSchema).parse(done.json('node'));
};
const one = async (...args: Parameters<typeof run>) => {
  const [item] = await run(...args);
  if (item === undefined) throw new RangeError('the node gave no item');
  return item;
};
const id = (value: string) => ({ mode: 'id', value, __rl: true });

/** The case of a return, opened from what the node reads. */
async function caseOf(returnId: string, commands: Command[] = []): Promise<Dossier> {
  const read = await one('return', 'get', { returnId: id(returnId) });
  const [order, request] = [orderSchema.parse(read['order']), requestSchema.parse(read['request'])];
  const ledger = await world.ledger();
  const cause = { actor: { kind: 'system' as const } };
  const { dossier } = await ledger.openCase({ request, order, shop, references: read['references'] }, cause);
  let last = dossier;
  for (const command of commands) last = (await ledger.command(dossier.case.id, command, cause)).dossier;
  return last;
}

const approved: Command[] = [{ type: 'approve' }];
const said = () => world.effects('tiktok-shop', 'message.sent');
const refunds = () => world.effects('tiktok-shop', 'refund.made');

describe('a return', () => {
  it('is read with its order, so that a case can be opened and a policy decide', async () => {
    const returnId = await ask(await sell());
    const read = await one('return', 'get', { returnId: id(returnId) });
    expect(requestSchema.parse(read['request'])).toMatchObject({
      channel: 'tiktok_shop',
      externalId: returnId,
      respondBy: expect.any(String),
      locale: 'fr',
    });
    const order = orderSchema.parse(read['order']);
    expect(order.lines.map(({ sku, quantity, returnableQuantity }) => [sku, quantity, returnableQuantity])).toEqual([
      ['ROBE-S', 1, 1],
      ['ROBE-S', 1, 1],
      ['MUG', 1, 1],
    ]);
    expect(read['references']).toMatchObject({ tiktokReturn: returnId });
    const dossier = await caseOf(returnId);
    expect(dossier.case.references).toMatchObject({ tiktokReturn: returnId });
  });

  it('goes from yes over parcel to money, each once, and the case knows', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId, approved);
    const yes = await one('return', 'approve', {}, dossier);
    expect(yes['tiktokReturn'].status).toBe('AWAITING_BUYER_SHIP');
    const again = await one('return', 'approve', {}, dossier);
    expect(again['tiktokReturn'].status).toBe('AWAITING_BUYER_SHIP');
    await does(`returns/${returnId}/ship`, { trackingNumber: '6A0001' });
    await does(`returns/${returnId}/deliver`);
    for (const decision of ['fitting', 'request']) {
      const uninspected = await one('return', 'approve', { decision }, dossier);
      expect(uninspected['tiktokReturn'].status).toBe('AWAITING_BUYER_SHIP');
    }
    expect(refunds()).toEqual([]);
    const paid = await one('return', 'approve', { decision: 'APPROVE_RECEIVED_PACKAGE' }, dossier);
    expect(paid['tiktokReturn'].status).toMatch(/SUCCESS|COMPLETE/);
    expect(paid['case'].settlement).toMatch(/pending|refunded/);
    expect(paid['refund']).toMatchObject({ provider: 'tiktok_shop', amount: { currency: 'EUR' } });
    const twice = await one('return', 'approve', { decision: 'APPROVE_RECEIVED_PACKAGE' }, dossier);
    expect(twice['refund']).toEqual(paid['refund']);
    world.sandbox().context.clock.advance(86_400_000);
    expect(refunds()).toHaveLength(1);
  });

  it('is refused with a reason of its own list and with photos', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId);
    const picture = new Uint8Array(await png().arrayBuffer());
    await (
      await world.ledger()
    ).attachEvidence(
      dossier.case.id,
      { name: 'worn.png', mimeType: 'image/png', content: picture },
      { actor: { kind: 'agent' } },
    );
    const no = await one('return', 'reject', { casePictures: true, comment: 'Worn' }, dossier);
    expect(no['tiktokReturn'].status).toBe('REFUND_OR_RETURN_REQUEST_REJECT');
    const { records } = await one('return', 'getRecords', { returnId: id(returnId), outputMode: 'result' });
    expect(JSON.stringify(records)).toContain('Worn');
  });

  it('can be paid without the goods when the policy says so', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId, approved);
    const money = { amount: 100, currency: 'EUR' };
    const decision = decisionSchema.parse({
      outcome: 'approve',
      policy: { name: 'p', version: '1' },
      evaluatedAt: '2026-11-22T10:00:00Z',
      fee: money,
      refundable: money,
      reason: { shopper: {}, agent: '', audit: '' },
      lines: [],
      trace: [],
      keepItem: { keep: true, rule: 'r', cost: money, worth: money },
    });
    const paid = await one('return', 'approve', {}, { ...dossier, decision });
    expect(paid['case'].settlement).toMatch(/pending|refunded/);
    expect(paid['tiktokReturn'].status).toMatch(/SUCCESS|COMPLETE/);
  });

  it('whose goods are on their way already is not recorded as paid without them', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId, approved);
    await one('return', 'approve', { decision: 'APPROVE_RETURN', goods: 'comeBack' }, dossier);
    await does(`returns/${returnId}/ship`, { trackingNumber: '6A0003' });
    for (const decision of ['request', 'APPROVE_RETURN']) {
      await expect(one('return', 'approve', { decision, goods: 'stay' }, dossier)).rejects.toThrow('TikTok Shop');
    }
    expect(refunds()).toEqual([]);
    const steps = await (await world.ledger()).steps(dossier.case.id);
    expect(steps.filter(({ step, status }) => step === 'refund' && status === 'done')).toEqual([]);
  });

  it('is approved as a request once, also when its money has been paid since', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId, approved);
    await one('return', 'approve', { returnId: id(returnId), caseId: id('') });
    await does(`returns/${returnId}/ship`, { trackingNumber: '6A0004' });
    await does(`returns/${returnId}/deliver`);
    await one('return', 'approve', { decision: 'APPROVE_RECEIVED_PACKAGE' }, dossier);
    const late = await one('return', 'approve', { decision: 'request' }, dossier);
    expect(late['tiktokReturn'].status).toMatch(/SUCCESS|COMPLETE/);
    const steps = await (await world.ledger()).steps(dossier.case.id);
    expect(steps.map(({ step, status }) => [step, status]).sort()).toEqual([
      ['refund', 'done'],
      ['tiktok:approve_return', 'done'],
    ]);
    world.sandbox().context.clock.advance(86_400_000);
    expect(refunds()).toHaveLength(1);
  });

  it('can be offered part of the money', async () => {
    const returnId = await ask(await sell(), { type: 'REFUND' });
    const offered = await one('return', 'offerPartialRefund', {
      returnId: id(returnId),
      amount: { amount: 1000, currency: 'EUR' },
    });
    expect(offered['tiktokReturn']).toMatchObject({
      status: 'AWAITING_BUYER_RESPONSE',
      proposed: { amount: { amount: 1000 } },
    });
  });

  it('takes a label of the shop', async () => {
    const returnId = await ask(await sell(), { shipmentType: 'BUYER_ARRANGE' });
    await one('return', 'approve', { returnId: id(returnId) });
    const label = {
      mimeType: 'application/pdf',
      fileName: 'label.pdf',
      data: Buffer.from('%PDF-1.7').toString('base64'),
    };
    const labelled = await one(
      'return',
      'addLabel',
      { returnId: id(returnId), trackingNumber: '6A0002' },
      {},
      { label },
    );
    expect(labelled['tiktokReturn']).toMatchObject({ id: returnId });
  });

  it('tells what can be decided, and why it can be refused', async () => {
    const returnId = await ask(await sell());
    const { decisions } = await one('return', 'getDecisions', { returnId: id(returnId), outputMode: 'result' });
    expect(decisions).toEqual(
      expect.arrayContaining([expect.objectContaining({ decision: 'APPROVE_RETURN', eligible: true })]),
    );
    const { reasons } = await one('return', 'getRejectReasons', { returnId: id(returnId), outputMode: 'result' });
    expect(reasons.length).toBeGreaterThan(0);
  });
});

describe('searching', () => {
  it('walks all pages and brings the orders along', async () => {
    const orders = await Promise.all([1, 2, 3].map(() => sell()));
    const wanted = await Promise.all(orders.map((orderId) => ask(orderId)));
    const found = await run('return', 'getAll', {
      returnAll: true,
      filters: { statuses: ['RETURN_OR_REFUND_REQUEST_PENDING'] },
    });
    expect(found.map((item) => idOf(item['tiktokReturn'])).sort()).toEqual(wanted.sort());
    for (const { order, request } of found) {
      expect(orderSchema.parse(order).id).toBeTruthy();
      expect(requestSchema.parse(request).lines).toHaveLength(1);
    }
    await expect(run('return', 'getAll', { filters: { statuses: ['BUYER_SHIPPED_ITEM'] } })).resolves.toEqual([]);
  });

  it('finds what TikTok will soon decide by itself, the most urgent first', async () => {
    await ask(await sell());
    expect(await run('return', 'getDue', { withinHours: 1 })).toEqual([]);
    const [due] = await run('return', 'getDue', { withinHours: 24 * 14 });
    expect(due?.['deadline']).toMatchObject({ knownFrom: 'marketplace', hoursLeft: expect.any(Number) });
    expect(due?.['order']).toBeDefined();
  });

  it('finds orders, and what they cost', async () => {
    const orderId = await sell();
    const found = await run('order', 'getAll', { filters: { status: 'delivered' } });
    expect(found.map((item) => idOf(item['order']))).toEqual([orderId]);
    const price = await one('order', 'getPriceDetail', { orderId, outputMode: 'result' });
    expect(price['currency']).toBe('EUR');
    const { eligibility } = await one('order', 'getEligibility', { orderId, outputMode: 'result' });
    const row = eligibilitySchema.parse(eligibility).find(({ type, eligible }) => type === 'REFUND' && eligible);
    expect(row?.reasons.length).toBeGreaterThan(0);
    const refundable = await one('order', 'calculateRefund', {
      orderId,
      orderLineIds: row?.orderLineIds.join(','),
      type: 'REFUND',
      reasonName: row?.reasons[0],
      outputMode: 'result',
    });
    expect(refundable['total'].amount).toBeGreaterThan(0);
  });
});

describe('a cancellation', () => {
  const unsent = { shippedAt: null, deliveredAt: null };

  it('is read, and granted once', async () => {
    const orderId = await sell(unsent);
    const { cancelId } = cancelShape.parse(await does('cancellations', { orderId }));
    const read = await one('cancellation', 'get', { cancelId });
    expect(requestSchema.parse(read['request'])).toMatchObject({
      externalId: cancelId,
      lines: [{ quantity: 1 }, {}, {}],
    });
    const granted = await one('cancellation', 'approve', { cancelId });
    expect(granted['tiktokCancellation'].status).toMatch(/SUCCESS|COMPLETE/);
    const found = await run('cancellation', 'getAll', { filters: { orderIds: orderId } });
    expect(found).toHaveLength(1);
  });

  it('is refused with a reason of its list', async () => {
    const orderId = await sell(unsent);
    const { cancelId } = cancelShape.parse(await does('cancellations', { orderId }));
    await expect(one('cancellation', 'reject', { cancelId })).rejects.toThrow('Product has been packed');
    const reason = id('seller_reject_apply_product_has_been_packed');
    const no = await one('cancellation', 'reject', { cancelId, reason });
    expect(no['tiktokCancellation'].status).toBe('CANCELLATION_REQUEST_CANCEL');
  });
});

describe('stock', () => {
  it('goes up once by what was inspected as good', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId, approved);
    const [line] = dossier.request.lines;
    const inspection = {
      inspectedAt: '2026-11-22T10:00:00Z',
      lines: [{ orderLineId: line?.orderLineId, quantity: 1, grade: 'new', disposition: 'restock' }],
    };
    const skuId = dossier.order.lines.find((entry) => entry.id === line?.orderLineId)?.variantId;
    const count = async (): Promise<number> => {
      const { stock } = await one('stock', 'get', { skuIds: skuId, outputMode: 'result' });
      const [sku] = stockSchema.parse(stock);
      return sku?.warehouses.reduce((sum, { available }) => sum + available, 0) ?? 0;
    };
    const before = await count();
    const [warehouse] = await run('warehouse', 'getAll', { outputMode: 'result' });
    const parameters = { warehouseId: id(String(warehouse?.['id'])) };
    const done = await one('stock', 'restock', parameters, { ...dossier, inspection });
    expect(done['restocked']).toMatchObject([{ skuId, quantity: 1 }]);
    await one('stock', 'restock', parameters, { ...dossier, inspection });
    expect(await count()).toBe(before + 1);
  });
});

describe('a message', () => {
  it('reaches the shopper once, as text or as the letter of the case', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId);
    const sent = await one('message', 'send', { content: 'letter', letter: 'request_received' }, dossier);
    const again = await one('message', 'send', { content: 'letter', letter: 'request_received' }, dossier);
    expect(again['tiktokMessage']).toEqual(sent['tiktokMessage']);
    await one('message', 'send', { content: 'TEXT', text: 'Bonjour' }, dossier);
    await one('message', 'send', { content: 'RETURN_REFUND_CARD', skuId: dossier.order.lines[0]?.variantId }, dossier);
  });

  it('is not written again in other words when the answer was lost and the case has moved on', async () => {
    const returnId = await ask(await sell());
    const dossier = await caseOf(returnId, [...approved, { type: 'receive' }]);
    const letter = { content: 'letter', letter: 'received' };
    const match = { method: 'POST', path: '/messages' };
    world.fault({ provider: 'tiktok-shop', kind: 'lost-answer', count: 1, match });
    await expect(one('message', 'send', letter, dossier)).rejects.toThrow();
    expect(said()).toHaveLength(1);
    const plan: Command = { type: 'plan_settlement', amount: { amount: 1234, currency: 'EUR' } };
    const cause = { actor: { kind: 'system' as const } };
    const later = await (await world.ledger()).command(dossier.case.id, plan, cause);
    const sent = await one('message', 'send', letter, later.dossier);
    expect(sent['tiktokMessage'].messageId).toBe(said()[0]?.reference);
    expect(said()).toHaveLength(1);
  });
});

describe('a batch', () => {
  it('is found, and decided line by line', async () => {
    const orderId = await sell();
    const opened = await does('aftersales', { orderId, lines: [{ sku: 'ROBE-S' }, { sku: 'MUG' }] });
    const batch = await one('batchReturn', 'getRequests', { filters: { ids: opened['aftersalesRequestId'] } });
    expect(batch['tiktokBatch']).toMatchObject({ kind: 'AFTERSALES', status: 'PENDING_REQUEST_REVIEW' });
    const reviewed = await one('batchReturn', 'review', { action: 'APPROVE_REQUEST' }, batch);
    expect(reviewed['tiktokReview'].failed).toEqual([]);
    const again = await one('batchReturn', 'review', { action: 'APPROVE_REQUEST' }, batch);
    expect(again['tiktokReview'].failed).toHaveLength(2);
    const rmas = await run('batchReturn', 'getRmas', { filters: { orderIds: orderId } });
    for (const { tiktokBatch } of rmas) expect(tiktokBatch.requestId).toBe(opened['aftersalesRequestId']);
  });
});

it('lists shops and carriers', async () => {
  const [shop] = await run('shop', 'getAll', { outputMode: 'result' });
  expect(shop).toMatchObject({ region: 'FR' });
  const [warehouse] = await run('warehouse', 'getAll', { outputMode: 'result' });
  const { carriers } = await one('warehouse', 'getCarriers', {
    warehouseId: id(String(warehouse?.['id'])),
    outputMode: 'result',
  });
  expect(carriers.length).toBeGreaterThan(0);
});
