import { z } from 'zod/v4';
import type { Command, Dossier } from '../../lib/returns';
import { runWorkflow, type Run } from './support/run-workflow';
import {
  command as commandCase,
  news,
  placeShopifyOrder,
  requestedInShopify,
  requestInShopify,
  shopper,
} from './support/stories';
import { runNode } from './support/run-node';
import { template } from './support/templates';
import { shippedTemplates } from './support/shipped-templates';
import { useWorld } from './support/world';

const world = useWorld();
const { run: runTemplate, start, report } = shippedTemplates(world);

const orderShape = z.object({ orderId: z.string() });
const returnShape = z.object({ returnId: z.string() });
const cancelShape = z.object({ cancelId: z.string() });
const stateShape = z.object({
  providers: z.object({
    'tiktok-shop': z.object({
      returns: z.array(z.object({ id: z.string(), status: z.string(), refunded: z.number() })),
      cancellations: z.array(z.object({ id: z.string(), status: z.string() })),
      conversations: z.array(z.object({ messages: z.array(z.object({ content: z.string() })) })),
      stock: z.array(z.object({ sku: z.string(), stock: z.record(z.string(), z.number()) })),
    }),
  }),
});

const seed = {
  buyer: { name: 'Camille Dupont' },
  address: { line1: '4 rue Oberkampf', city: 'Paris', postalCode: '75011', country: 'FR' },
  lines: [{ sku: 'ROBE-S', title: 'Robe Lune', variantTitle: 'S', quantity: 1, unitPrice: '79.95', stock: 5 }],
  shippingAmount: '4.90',
};
const days = (count: number): string => new Date(Date.now() - count * 86_400_000).toISOString();

const does = (path: string, body: object = {}) => world.control(`tiktok-shop/${path}`, body);
const sell = async (changes: object = {}): Promise<string> =>
  orderShape.parse(await does('orders', { ...seed, shippedAt: days(8), deliveredAt: days(5), ...changes })).orderId;
const ask = async (orderId: string, changes: object = {}): Promise<string> =>
  returnShape.parse(await does('returns', { orderId, reason: 'buyer_refund_item_is_too_small/short', ...changes }))
    .returnId;
const tiktok = async () =>
  stateShape.parse(await (await fetch(`${world.sandbox().url}/control/state`)).json()).providers['tiktok-shop'];
const statusOf = async (id: string): Promise<string | undefined> => {
  const { returns, cancellations } = await tiktok();
  return [...returns, ...cancellations].find((entry) => entry.id === id)?.status;
};

const tellOf = (tiktokShop: object): Promise<Run> =>
  start('10', 'When something changes on TikTok Shop', [{ tiktokShop }]);
const caseOf = async (externalId: string): Promise<Dossier> =>
  (await world.ledger()).getCase({ channel: 'tiktok_shop', externalId });

const command = async (dossier: Dossier, wanted: Command): Promise<Dossier> =>
  commandCase(await world.ledger(), dossier.case.id, wanted);

/** Asked for, told of, and the case commanded so far. */
async function told(changes: object = {}, commands: readonly Command[] = []): Promise<[string, Dossier]> {
  const returnId = await ask(await sell(), changes);
  await tellOf({ returnId });
  for (const wanted of commands) await command(await caseOf(returnId), wanted);
  return [returnId, await caseOf(returnId)];
}

const batchShape = z.object({
  aftersalesRequestId: z.string(),
  returns: z.array(z.object({ returnId: z.string() })),
});

/** One request for two units. */
async function askForBatch(): Promise<{ batchId: string; returnIds: string[] }> {
  const orderId = await sell({ lines: seed.lines.map((line) => ({ ...line, quantity: 2 })) });
  const reason = 'buyer_refund_item_is_too_small/short';
  const { aftersalesRequestId, returns } = batchShape.parse(await does('aftersales', { orderId, reason }));
  return { batchId: aftersalesRequestId, returnIds: returns.map(({ returnId }) => returnId) };
}

/** The requests and packages in which lines were decided, one for each call. */
const reviews = (): string[] => world.effects('tiktok-shop', 'batch.reviewed').map(({ reference }) => reference);

/** The package that the approved lines of a batch come back in. */
async function packageOf(batchId: string): Promise<string> {
  const state: unknown = await (await fetch(`${world.sandbox().url}/control/state`)).json();
  const rmas = z.array(z.object({ id: z.string(), aftersalesRequestId: z.string() }));
  const shape = z.object({ providers: z.object({ 'tiktok-shop': z.object({ rmas }) }) });
  const found = shape.parse(state).providers['tiktok-shop'].rmas;
  return found.find(({ aftersalesRequestId }) => aftersalesRequestId === batchId)?.id ?? '';
}

describe('10 Intake from TikTok Shop', () => {
  it('opens one case with its order and shop, however often and by whomever it is told', async () => {
    const [returnId, dossier] = await told();
    await tellOf({ returnId });
    expect(dossier).toMatchObject({
      case: {
        ...{ channel: 'tiktok_shop', externalId: returnId, decision: 'requested', resolution: 'refund' },
        references: { tiktokReturn: returnId },
      },
      request: { lines: [{ reason: 'too_small', quantity: 1 }] },
      order: { payment: { provider: 'tiktok_shop' }, lines: [{ sku: 'ROBE-S' }] },
      shop: { name: 'Atelier Lune' },
    });
    expect((await (await world.ledger()).findCases({}, { limit: 10 })).items).toHaveLength(1);
    expect((await caseOf(returnId)).case.version).toBe(dossier.case.version);
  });

  it('writes the parcel and the money into the case, from whichever state it is told first', async () => {
    const [returnId, dossier] = await told({}, [{ type: 'approve' }]);
    await start('11', 'When a case is approved', [news('decision.approved', await caseOf(returnId))]);
    await does(`returns/${returnId}/ship`);
    await tellOf({ returnId });
    expect((await caseOf(returnId)).case).toMatchObject({ parcel: 'in_transit' });
    await does(`returns/${returnId}/deliver`);
    await command(dossier, inspection(dossier, 'new'));
    await start('11', 'When the goods are inspected', [news('inspection.recorded', await caseOf(returnId))]);
    await world.control('clock', { advanceMs: 5_000 });
    await tellOf({ returnId });
    await tellOf({ returnId });
    expect(await caseOf(returnId)).toMatchObject({
      case: { parcel: 'received', settlement: 'refunded' },
      refund: { provider: 'tiktok_shop', status: 'succeeded', amount: { amount: 8485, currency: 'EUR' } },
    });
  });

  it('closes the case when the shopper withdraws', async () => {
    const [returnId] = await told();
    await does(`returns/${returnId}/withdraw`);
    await tellOf({ returnId });
    expect((await caseOf(returnId)).case).toMatchObject({ decision: 'cancelled' });
  });

  it('takes over what was decided on TikTok Shop, and decides nothing there once more', async () => {
    await does('clocks', { region: 'FR', respond: { hours: 0.01 } });
    const [returnId] = await told();
    await world.control('clock', { advanceMs: 60_000 });
    expect(await statusOf(returnId)).toBe('AWAITING_BUYER_SHIP');
    await tellOf({ returnId });
    const dossier = await caseOf(returnId);
    expect(dossier.case).toMatchObject({ decision: 'approved', parcel: 'none' });
    await start('11', 'When a case is approved', [news('decision.approved', dossier)]);
    expect(world.effects('tiktok-shop', 'return.approved')).toMatchObject([{ detail: { role: 'SYSTEM' } }]);
  });

  it('takes over a refusal in Seller Center, and refuses nothing there once more', async () => {
    const [returnId] = await told();
    const asked = await runNode({
      type: 'tikTokShopReturns',
      parameters: {
        resource: 'return',
        operation: 'reject',
        caseId: '',
        returnId: { __rl: true, mode: 'id', value: returnId },
      },
      items: [{}],
      credentials: world.credentials(),
    });
    expect(asked).toMatchObject({ status: 'success' });
    await tellOf({ returnId });
    const dossier = await caseOf(returnId);
    expect(dossier.case).toMatchObject({ decision: 'rejected' });
    await start('11', 'When a case is rejected', [news('decision.rejected', dossier)]);
    expect(world.effects('tiktok-shop', 'return.rejected')).toHaveLength(1);
  });

  it('settles a replacement by the new goods', async () => {
    const [returnId] = await told(
      { type: 'REPLACEMENT', reason: 'ecom_order_delivered_replacement_reason_defective' },
      [{ type: 'approve' }],
    );
    await start('11', 'When a case is approved', [news('decision.approved', await caseOf(returnId))]);
    await tellOf({ returnId });
    expect((await caseOf(returnId)).case).toMatchObject({
      ...{ resolution: 'exchange', parcel: 'not_required', settlement: 'exchanged' },
    });
    expect(world.effects('tiktok-shop', 'replacement.sent')).toHaveLength(1);
  });

  it('opens a case for a cancellation, and grants it once', async () => {
    const orderId = await sell({ shippedAt: null, deliveredAt: null });
    const { cancelId } = cancelShape.parse(await does('cancellations', { orderId }));
    await tellOf({ cancelId });
    await command(await caseOf(cancelId), { type: 'approve' });
    const approved = [news('decision.approved', await caseOf(cancelId))];
    await start('11', 'When a case is approved', approved);
    await start('11', 'When a case is approved', approved);
    await world.control('clock', { advanceMs: 5_000 });
    await tellOf({ cancelId });
    expect((await caseOf(cancelId)).case).toMatchObject({
      ...{ decision: 'approved', parcel: 'not_required', settlement: 'refunded' },
      references: { tiktokCancellation: cancelId },
    });
  });
});

describe('10 Intake from TikTok Shop: batches', () => {
  it('opens a case for each return of a batch, once, whichever of its events comes', async () => {
    const { batchId, returnIds } = await askForBatch();
    const [first = ''] = returnIds;
    await tellOf({ returnId: first });
    await tellOf({ aftersalesRequestId: batchId });
    await tellOf({ aftersalesRequestId: batchId });
    for (const returnId of returnIds) {
      expect(await caseOf(returnId)).toMatchObject({
        case: { decision: 'requested', references: { tiktokReturn: returnId, tiktokBatch: batchId } },
        request: { lines: [{ quantity: 1 }] },
        shop: { name: 'Atelier Lune' },
      });
    }
    expect((await (await world.ledger()).findCases({}, { limit: 10 })).items).toHaveLength(2);
  });

  it('takes a batch from request to money, each return by itself', async () => {
    const { batchId, returnIds } = await askForBatch();
    await tellOf({ aftersalesRequestId: batchId });
    for (const returnId of returnIds) {
      await command(await caseOf(returnId), { type: 'approve' });
      await start('11', 'When a case is approved', [news('decision.approved', await caseOf(returnId))]);
    }
    expect(reviews()).toEqual([batchId, batchId]);
    const rmaId = await packageOf(batchId);
    await does(`rmas/${rmaId}/ship`, { trackingNumber: 'TT1', providerName: 'Colissimo' });
    await tellOf({ rmaId, aftersalesRequestId: batchId });
    for (const returnId of returnIds) expect((await caseOf(returnId)).case.parcel).toBe('in_transit');
    await does(`rmas/${rmaId}/deliver`);
    const [kept = '', refused = ''] = returnIds;
    await command(await caseOf(kept), inspection(await caseOf(kept), 'new'));
    await command(await caseOf(refused), inspection(await caseOf(refused), 'damaged'));
    for (const returnId of [kept, kept, refused]) {
      await start('11', 'When the goods are inspected', [news('inspection.recorded', await caseOf(returnId))]);
    }
    expect(reviews()).toEqual([batchId, batchId, rmaId]);
    await world.control('clock', { advanceMs: 5_000 });
    await tellOf({ rmaId, aftersalesRequestId: batchId, status: 'REFUND_SUCCESS' });
    expect(world.effects('tiktok-shop', 'refund.made')).toHaveLength(1);
    expect(await caseOf(kept)).toMatchObject({
      case: { settlement: 'refunded' },
      refund: { provider: 'tiktok_shop', status: 'succeeded' },
    });
    expect((await caseOf(refused)).case.settlement).toBe('none');
    expect(await statusOf(refused)).toBe('REJECT_RECEIVE_PACKAGE');
  });

  it('tells of each line that TikTok Shop did not take, and goes on with the other returns', async () => {
    const { batchId, returnIds } = await askForBatch();
    await tellOf({ aftersalesRequestId: batchId });
    const [gone = '', good = ''] = returnIds;
    for (const returnId of returnIds) await command(await caseOf(returnId), { type: 'approve' });
    await does(`returns/${gone}/withdraw`);
    const run = await runWorkflow({
      workflow: template('11'),
      startNode: 'When a case is approved',
      items: [news('decision.approved', await caseOf(gone))],
      credentials: world.credentials(),
      change: {
        'Approve on TikTok Shop': {
          parameters: { resource: 'return', operation: 'approve', decision: 'APPROVE_RETURN' },
        },
      },
    });
    expect(run.error?.message).toMatch(/did not take 1 of 1 lines of return \d+: line \d+: .+ \(\d+\)/);
    await start('11', 'When a case is approved', [news('decision.approved', await caseOf(good))]);
    expect(await statusOf(good)).toBe('AWAITING_BUYER_SHIP');
  });

  it('fails, and so is told, for a batch that TikTok Shop does not know', async () => {
    const run = await runWorkflow({
      workflow: template('10'),
      startNode: 'When something changes on TikTok Shop',
      items: [{ tiktokShop: { aftersalesRequestId: '4711' } }],
      credentials: world.credentials(),
    });
    expect(run.error?.message).toBe('TikTok Shop knows no request 4711');
  });
});

describe('10 Intake from TikTok Shop: what is about no return', () => {
  it.each([
    [{ event: 'UPCOMING_AUTHORIZATION_EXPIRATION', expiresAt: '2026-12-24T08:00:00.000Z' }, 'ends on 2026-12-24'],
    [{ event: 'UPCOMING_AUTHORIZATION_EXPIRATION' }, 'ends soon'],
    [{ event: 'SELLER_DEAUTHORIZATION' }, 'The seller has withdrawn the authorization'],
  ])('tells the shop what to do: %j', async (told, words) => {
    await tellOf({ shopId: '7494049642642441621', ...told });
    const mails = await world.mails('returns@atelier-lune.example');
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('authorize the app')]);
    const text = await world.mailText(mails[0]?.id ?? '');
    expect(text).toContain(words);
    expect(text).toContain('Enter the new code in the credential');
    expect(text).toContain('Shop: 7494049642642441621');
  });

  it('shows an event that nobody knows yet with all that was sent, and mails nobody', async () => {
    const unknown = { type: 4711, event: 'UNKNOWN', key: 'notification:1', payload: { sign: 'of the times' } };
    const run = await tellOf(unknown);
    expect(run.json('Show what nobody knows yet')).toEqual([
      { tiktokShop: unknown, unknown: 'TikTok Shop sent event 4711, which this workflow has no answer to' },
    ]);
    expect(await world.mails()).toEqual([]);
  });
});

describe('11 Decide on TikTok Shop', () => {
  it('approves once, whatever is repeated', async () => {
    const [returnId, dossier] = await told({}, [{ type: 'approve' }]);
    for (const _ of [1, 2]) await start('11', 'When a case is approved', [news('decision.approved', dossier)]);
    expect(await statusOf(returnId)).toBe('AWAITING_BUYER_SHIP');
    expect(world.effects('tiktok-shop', 'return.approved')).toHaveLength(1);
    expect(world.effects('easypost', 'label.bought')).toEqual([]);
  });

  it('pays without the goods where only money was asked for, and awaits no parcel', async () => {
    const [returnId] = await told({ type: 'REFUND', reason: 'ecom_order_delivered_refund_reason_damaged' }, [
      { type: 'approve' },
    ]);
    for (const _ of [1, 2]) {
      await start('11', 'When a case is approved', [news('decision.approved', await caseOf(returnId))]);
    }
    await world.control('clock', { advanceMs: 5_000 });
    expect(world.effects('tiktok-shop', 'refund.made')).toHaveLength(1);
    const { parcel, settlement } = (await caseOf(returnId)).case;
    expect(parcel).toBe('not_required');
    // On a slow machine the money has arrived by the second look.
    expect(['pending', 'refunded']).toContain(settlement);
  });

  it('refuses with a reason of TikTok’s own list', async () => {
    const [returnId] = await told({}, [{ type: 'reject' }]);
    for (const _ of [1, 2]) {
      await start('11', 'When a case is rejected', [news('decision.rejected', await caseOf(returnId))]);
    }
    expect(await statusOf(returnId)).toBe('REFUND_OR_RETURN_REQUEST_REJECT');
    expect(world.effects('tiktok-shop', 'return.rejected')).toMatchObject([{ detail: { decision: 'REJECT_RETURN' } }]);
  });

  it.each(['damaged', 'wrong_item', 'missing'])('refuses a parcel in which the goods are %s', async (grade) => {
    const [returnId, dossier] = await told({}, [{ type: 'approve' }]);
    await start('11', 'When a case is approved', [news('decision.approved', dossier)]);
    await does(`returns/${returnId}/ship`);
    await does(`returns/${returnId}/deliver`);
    await command(dossier, inspection(dossier, grade));
    for (const _ of [1, 2]) {
      await start('11', 'When the goods are inspected', [news('inspection.recorded', await caseOf(returnId))]);
    }
    expect(world.effects('tiktok-shop', 'return.rejected')).toMatchObject([
      { detail: { decision: 'REJECT_RECEIVED_PACKAGE' } },
    ]);
    expect(world.effects('tiktok-shop', 'refund.made')).toEqual([]);
  });

  it('puts what is fit for sale back on sale, once', async () => {
    const [returnId, dossier] = await told({}, [{ type: 'approve' }]);
    await start('11', 'When a case is approved', [news('decision.approved', dossier)]);
    await does(`returns/${returnId}/ship`);
    await does(`returns/${returnId}/deliver`);
    const stock = async (): Promise<number> =>
      Object.values((await tiktok()).stock.find(({ sku }) => sku === 'ROBE-S')?.stock ?? {}).reduce((a, b) => a + b, 0);
    const before = await stock();
    await command(dossier, inspection(dossier, 'new'));
    for (const _ of [1, 2]) {
      await start('11', 'When the goods are inspected', [news('inspection.recorded', await caseOf(returnId))]);
    }
    expect(await stock()).toBe(before + 1);
  });
});

describe('12 Deadline guard', () => {
  it('calls a person once when the clock runs out soon, and takes the default when little time is left', async () => {
    await does('clocks', { region: 'FR', respond: { hours: 10 } });
    const [returnId, dossier] = await told({}, [{ type: 'put_in_review' }]);
    for (const _ of [1, 2]) await start('12', 'Every hour', [{}]);
    const [mail, ...others] = await world.mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: dossier.shop?.email,
      subject: expect.stringContaining(`TikTok Shop decides on case ${dossier.case.rma} by itself`),
    });
    const text = await world.mailText(mail?.id ?? '');
    expect(text).toContain('If nobody has decided 4 hours before that, the workflow approves the return.');
    expect(text).toContain(`Return ${dossier.case.rma}: approve or reject?`);
    expect((await caseOf(returnId)).case.decision).toBe('in_review');
    await does('clocks', { region: 'FR', respond: { hours: 3 } });
    const [urgent] = await told({}, [{ type: 'put_in_review' }]);
    await start('12', 'Every hour', [{}]);
    expect((await caseOf(urgent)).case.decision).toBe('approved');
    expect((await caseOf(returnId)).case.decision).toBe('in_review');
  });

  it('leaves alone what has time', async () => {
    const [returnId] = await told({}, [{ type: 'put_in_review' }]);
    await does('clocks', { region: 'FR', respond: { hours: 3 } });
    await start('12', 'Every hour', [{}]);
    expect(await world.mails()).toEqual([]);
    expect((await caseOf(returnId)).case.decision).toBe('in_review');
  });

  it('calls a person for a return that no case is open for, and goes on with the others', async () => {
    await does('clocks', { region: 'FR', respond: { hours: 3 } });
    const [known] = await told({}, [{ type: 'put_in_review' }]);
    const unknown = await ask(await sell());
    const guarded = await start('12', 'Every hour', [{}]);
    expect((await caseOf(known)).case.decision).toBe('approved');
    const mails = await world.mails();
    expect(mails).toHaveLength(2);
    const called = mails.find(({ subject }) => subject.includes('no case is open'));
    expect(called).toMatchObject({ to: 'returns@atelier-lune.example', subject: expect.stringContaining(unknown) });
    expect(await world.mailText(called?.id ?? '')).toMatch(
      /decides return \d+ by itself unless it is answered before 20\d\d-\d\d-\d\d \d\d:\d\d UTC\./,
    );
    expect(guarded.json('Call a person')).toHaveLength(1);
  });

  it('fails, and so is told, when the ledger cannot be read: no deadline passes unseen', async () => {
    await does('clocks', { region: 'FR', respond: { hours: 3 } });
    await ask(await sell());
    world.loseLedger();
    const failed = await runTemplate('12', 'Every hour', [{}]);
    expect(failed).toMatchObject({ status: 'error', lastNode: 'Stop and tell the shop' });
    await report('12', failed);
    const [mail] = await world.mails();
    expect(mail).toMatchObject({ subject: 'Returns: "Returns 12: Deadline guard" failed' });
    expect(await world.mailText(mail?.id ?? '')).toContain('[storage_failed]');
  });
});

describe('13 Mirror in Shopify', () => {
  const marks = async (name: string) =>
    z
      .object({
        providers: z.object({
          shopify: z.object({
            orders: z.array(
              z.object({
                name: z.string(),
                tags: z.array(z.string()),
                note: z.string().nullable(),
                refunds: z.array(z.unknown()),
                returns: z.array(z.unknown()),
              }),
            ),
          }),
        }),
      })
      .parse(await (await fetch(`${world.sandbox().url}/control/state`)).json())
      .providers.shopify.orders.find((order) => order.name === name);

  async function mirrored(quantity = 1): Promise<{ copy: string; returnId: string; dossier: Dossier }> {
    const orderId = await sell({ lines: seed.lines.map((line) => ({ ...line, quantity })) });
    const copy = `#${orderId}`;
    await placeShopifyOrder(world, {
      name: copy,
      lines: [{ sku: 'ROBE-S', title: 'Robe Lune', quantity, unitPrice: '79.95' }],
    });
    const returnId = await ask(orderId);
    await tellOf({ returnId });
    await start('13', 'When a case is opened on TikTok Shop', [news('case.opened', await caseOf(returnId))]);
    return { copy, returnId, dossier: await command(await caseOf(returnId), { type: 'approve' }) };
  }

  it('finds the copy of the order, restocks every unit once and notes what was paid elsewhere', async () => {
    const { copy, returnId, dossier } = await mirrored(2);
    expect((await marks(copy))?.tags).toEqual(['tiktok-return']);
    await command(dossier, inspection(dossier, 'new'));
    const stocks = [];
    for (const _ of [1, 2]) {
      const run = await start('13', 'When the goods are inspected', [
        news('inspection.recorded', await caseOf(returnId)),
      ]);
      stocks.push(run.json('Restock in Shopify')[0]?.['stock']);
    }
    expect(stocks[0]).toMatchObject({ delta: 2 });
    expect(stocks[1]).toEqual(stocks[0]);
    await start('13', 'When the money is back', [news('settlement.refunded', await caseOf(returnId))]);
    expect(await marks(copy)).toMatchObject({ refunds: [], note: expect.stringContaining(dossier.case.rma) });
  });

  it('opens no second case for the copy, and refuses to pay it back in Shopify', async () => {
    const { copy, dossier } = await mirrored();
    const shopifyReturn = await requestInShopify(world, copy, 'ROBE-S');
    const told = await start('01', 'When a return is requested', [requestedInShopify(shopifyReturn)]);
    expect(told.json('Open the case')).toEqual([]);
    const form = await runWorkflow({
      workflow: template('02'),
      startNode: 'When a shopper comes',
      items: [{ orderNumber: copy, email: shopper.email }],
      credentials: world.credentials(),
    });
    expect(form.json('Open the case')).toEqual([]);
    expect(form.endings).toHaveLength(1);
    const amount = { amount: 100, currency: 'EUR' };
    const refused = await runNode({
      type: 'shopifyReturns',
      parameters: { resource: 'return', operation: 'process', amount, returnId: shopifyReturn },
      items: [{ ...dossier }],
      credentials: world.credentials(),
    });
    expect(refused).toMatchObject({ status: 'error', error: { message: expect.stringContaining('TikTok Shop') } });
    expect(await marks(copy)).toMatchObject({ refunds: [] });
  });

  it('passes by what no connector has copied', async () => {
    const [returnId, dossier] = await told();
    await start('13', 'When a case is opened on TikTok Shop', [news('case.opened', dossier)]);
    expect((await caseOf(returnId)).case.references).not.toHaveProperty('shopifyOrder');
  });

  const opened = 'When a case is opened on TikTok Shop';

  it('fails when Shopify has a problem, so that the trigger tries again; the shop need not know yet', async () => {
    const [, dossier] = await told();
    world.fault({ provider: 'shopify', kind: 'server-error' });
    const failed = await runTemplate('13', opened, [news('case.opened', dossier)]);
    expect(failed).toMatchObject({ status: 'error', lastNode: 'Stop and try again' });
    expect(failed.error).toMatchObject({ description: expect.stringContaining('[provider_unavailable]') });
    await report('13', failed);
    const { failures } = (await (await world.ledger()).getCase({ id: dossier.case.id })).case;
    expect(failures).toMatchObject([{ code: 'workflow_failed' }]);
    expect(await world.mails()).toEqual([]);
  });

  it('fails when the key of Shopify is revoked, and the shop is told at once', async () => {
    const [, dossier] = await told();
    const credentials = world.credentials();
    const returnsShopifyApi = { ...credentials['returnsShopifyApi'], accessToken: 'shpat_wrong4711' };
    const failed = await runTemplate('13', opened, [news('case.opened', dossier)], {
      credentials: { ...credentials, returnsShopifyApi },
    });
    expect(failed).toMatchObject({ status: 'error', lastNode: 'Stop and try again' });
    await report('13', failed);
    expect(await world.mails()).toMatchObject([{ subject: expect.stringContaining(dossier.case.rma) }]);
  });
});

describe('14 Messages on TikTok Shop', () => {
  it('writes each letter once, in the chat', async () => {
    const [, dossier] = await told();
    for (const _ of [1, 2]) await start('14', 'When there is news', [news('case.opened', dossier)]);
    const { conversations } = await tiktok();
    const messages = conversations.flatMap((conversation) => conversation.messages);
    expect(messages).toHaveLength(1);
    // As a chat says it: no foot of a mail, and nobody is told to answer a mail.
    expect(messages[0]?.content).toContain(dossier.case.rma);
    expect(messages[0]?.content).not.toMatch(/--|mail|returns@/);
  });
});

describe('what the shop pays and ships itself', () => {
  it('buys no label and pays nothing for a return on TikTok Shop', async () => {
    const [, approved] = await told({}, [{ type: 'approve' }]);
    const labelled = await start('04', 'When a case is approved', [news('decision.approved', approved)]);
    expect(labelled.json('Buy the return label')).toEqual([]);
    const inspected = await command(approved, inspection(approved, 'new'));
    const planned = await start('07', 'When the goods are inspected', [news('inspection.recorded', inspected)]);
    expect(planned.json('Plan the refund')).toEqual([]);
    const paid = await start('07', 'When a refund is planned', [news('settlement.planned', inspected)]);
    expect([paid.json('Refund in Shopify'), paid.json('Refund on Stripe')]).toEqual([[], []]);
    const sent = await start('08', 'When the parcel has its first scan', [news('parcel.in_transit', inspected)]);
    expect(sent.json('Send the exchange in Shopify')).toEqual([]);
  });

  it('goes on without a mail where TikTok Shop hides the address, and says so once', async () => {
    const [, dossier] = await told();
    for (const _ of [1, 2]) {
      const run = await start('05', 'When a parcel has come back', [news('parcel.received', dossier)]);
      expect(run.json('Tell the shopper that it has arrived')).toHaveLength(1);
    }
    expect(await world.mails()).toEqual([]);
    const events = await (await world.ledger()).timeline(dossier.case.id);
    expect(events.filter(({ note }) => note?.includes('no e-mail address'))).toHaveLength(1);
  });
});

function inspection({ case: { lines } }: Dossier, grade: string): Command {
  const disposition = grade === 'new' ? 'restock' : 'write_off';
  return {
    type: 'inspect',
    inspection: {
      inspectedAt: new Date().toISOString(),
      lines: lines.map(({ orderLineId }) => ({ orderLineId, quantity: 1, grade: gradeOf(grade), disposition })),
    },
  };
}

const gradeOf = (word: string) => z.enum(['new', 'damaged', 'wrong_item', 'missing']).parse(word);
