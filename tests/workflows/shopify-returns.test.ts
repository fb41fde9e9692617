import type { IDataObject } from 'n8n-workflow';
import type { Dossier } from '../../lib/returns';
import { pick } from './support/pick';
import { runNode } from './support/run-node';
import { openCase, placeShopifyOrder, requestInShopify, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

/** Runs one operation of the node on one item, and answers what comes out. */
async function run(resource: string, operation: string, item: object, parameters: IDataObject = {}) {
  const result = await runNode({
    type: 'shopifyReturns',
    parameters: { resource, operation, ...parameters },
    items: [item],
    credentials: world.credentials(),
  });
  expect(result).toMatchObject({ status: 'success', error: undefined });
  return result.json('node');
}

async function only(...asked: Parameters<typeof run>): Promise<IDataObject> {
  const [item] = await run(...asked);
  if (!item) throw new Error('the node answered no item');
  return item;
}

/** An order of the shop, with the return that was asked for and approved. */
async function returned(): Promise<IDataObject> {
  const { name } = await placeShopifyOrder(world);
  const returnId = await requestInShopify(world, name);
  await run('return', 'approve', { shopifyReturn: { id: returnId } });
  return only('return', 'get', { shopifyReturn: { id: returnId } });
}

const requestOf = ({ request }: IDataObject): object => request as object;

const caseOf = async (item: IDataObject): Promise<Dossier> => {
  const { order, request } = item as unknown as Dossier;
  return openCase(await world.ledger(), order, request, [
    { type: 'approve' },
    { type: 'plan_settlement', amount: { amount: 2000, currency: 'EUR' } },
  ]);
};

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('the Shopify Returns node', () => {
  it('tells what of an order can come back, and what it would cost', async () => {
    const { id } = await placeShopifyOrder(world);
    const { order } = await only('order', 'get', {}, { findBy: 'id', orderId: { __rl: true, mode: 'id', value: id } });
    const returnable = await only('order', 'getReturnableLines', { order });
    expect(returnable['returnable']).toMatchObject([
      { sku: 'ROBE-LUNE-M', left: 1 },
      { sku: 'MUG-LUNE', left: 1 },
    ]);
    const [line] = (order as unknown as Dossier['order']).lines;
    const lines = JSON.stringify([{ orderLineId: line?.id, quantity: 1 }]);
    const refund = await only('order', 'getSuggestedRefund', { order }, { lines, delivery: '', as: 'store_credit' });
    expect(refund['suggestedRefund']).toMatchObject({ refund: line?.paid, storeCredit: line?.paid });
    const outcome = await only('return', 'calculate', { order }, { lines, exchangeLines: '[]', fee: '' });
    expect(outcome['outcome']).toMatchObject({ refund: line?.paid, owed: eur(0) });
  });

  it('gets a token by its client credentials, and the next one when a day has passed', async () => {
    const { id } = await placeShopifyOrder(world);
    const credential = {
      ...world.credentials()['returnsShopifyApi'],
      authentication: 'clientCredentials',
      clientId: 'sandbox-client-id',
      accessToken: '',
      sessionToken: '',
    };
    const read = async (): Promise<string> => {
      const result = await runNode({
        type: 'shopifyReturns',
        parameters: {
          resource: 'order',
          operation: 'get',
          findBy: 'id',
          orderId: { __rl: true, mode: 'id', value: id },
        },
        items: [{}, {}, {}],
        credentials: { returnsShopifyApi: credential },
      });
      expect(result).toMatchObject({ status: 'success', error: undefined });
      expect(result.json('node')).toHaveLength(3);
      return credential.sessionToken;
    };
    const first = await read();
    expect(first).toMatch(/^shpat_/);
    await expect(read()).resolves.toBe(first);
    await world.control('clock', { advanceMs: 86_400_000 });
    const second = await read();
    expect(second).not.toBe(first);
    expect(world.effects('shopify', 'token.given')).toHaveLength(2);
  });

  it('takes a request in, and moves the return to and fro', async () => {
    const item = await returned();
    const { order, request } = item as unknown as Dossier;
    await run('return', 'cancel', item);
    const lines = request.lines.map(({ returnLineId: _id, ...line }) => line);
    const asked = await only('return', 'request', { order, request: { ...request, lines } });
    expect(asked['shopifyReturn']).toMatchObject({ status: 'REQUESTED' });
    await run('return', 'approve', { shopifyReturn: asked['shopifyReturn'] });
    for (const [operation, status] of [
      ['close', 'CLOSED'],
      ['reopen', 'OPEN'],
      ['close', 'CLOSED'],
    ] as const) {
      const moved = await only('return', operation, { shopifyReturn: asked['shopifyReturn'] });
      expect(moved['shopifyReturn']).toMatchObject({ status });
    }
    const outcome = await only('return', 'reopen', { shopifyReturn: asked['shopifyReturn'] }).then((open) =>
      only('return', 'getSuggestedOutcome', open, { lines: '', delivery: '' }),
    );
    expect(outcome['outcome']).toMatchObject({ owed: eur(0) });
    const removal = { lines: JSON.stringify(lines), exchangeLines: '' };
    const emptied = await only('return', 'removeLines', { shopifyReturn: asked['shopifyReturn'] }, removal);
    expect(emptied['shopifyReturn']).toMatchObject({ status: 'CLOSED' });
  });

  it('makes a return for each of two cases that ask for the same, also when the second attempt has to look', async () => {
    const { id } = await placeShopifyOrder(world, {
      lines: [{ sku: 'LAMPE', title: 'Lampe', productType: 'Home', quantity: 2, unitPrice: '80.00', taxRate: '0.2' }],
    });
    const { order } = (await only('order', 'get', {}, { findBy: 'id', orderId: id })) as unknown as Dossier;
    const created = async (externalId: string): Promise<IDataObject> => {
      const lines = [{ orderLineId: order.lines[0]?.id ?? '', quantity: 1, reason: 'other' as const }];
      const request = teeRequest({ externalId, lines });
      const dossier = await openCase(await world.ledger(), order, request, [{ type: 'approve' }]);
      return { ...dossier };
    };
    const [one, other] = [await created('one'), await created('other')];
    const first = await only('return', 'create', one);
    world.fault({ provider: 'shopify', kind: 'server-error', count: 1, match: { operation: 'ReturnsCreate' } });
    const refused = await runNode({
      type: 'shopifyReturns',
      parameters: { resource: 'return', operation: 'create' },
      items: [other],
      credentials: world.credentials(),
    });
    expect(refused.error).toMatchObject({
      description: expect.stringContaining('[provider_unavailable, may be retried]'),
    });
    const second = await only('return', 'create', other);
    const [returned, too] = [first, second].map(({ shopifyReturn }) => (shopifyReturn as { id: string }).id);
    expect(too).not.toBe(returned);
    expect(second['case']).toMatchObject({ references: { shopifyReturn: too } });
    expect(world.effects('shopify', 'return.created')).toHaveLength(2);
  });

  it('pays a case back in money and store credit, once', async () => {
    const item = await returned();
    const dossier = await caseOf(item);
    const more = { storeCredit: JSON.stringify(eur(500)), expiresAt: '2030-01-01T00:00:00Z' };
    const asked = { settleBy: 'refund', amount: JSON.stringify(eur(1500)), more, delivery: '' };
    for (let time = 0; time < 2; time += 1) {
      const paid = await only('return', 'process', { ...item, case: dossier.case }, asked);
      expect(paid).toMatchObject({
        case: { settlement: 'refunded' },
        refund: { amount: eur(2000) },
        credit: { amount: eur(500) },
      });
    }
    expect(world.effects('shopify', 'refund.made')).toHaveLength(1);
    expect(world.effects('shopify', 'store-credit.credited')).toHaveLength(1);
  });

  it('restocks at the location that is picked, in the same step', async () => {
    const item = await returned();
    const { lines } = item['request'] as unknown as Dossier['request'];
    const inspection = JSON.stringify({
      inspectedAt: '2026-11-22T10:00:00Z',
      lines: [{ orderLineId: lines[0]?.orderLineId, quantity: 1, grade: 'new', disposition: 'restock' }],
    });
    const processAt = (locationId: string) =>
      runNode({
        type: 'shopifyReturns',
        parameters: {
          ...{ resource: 'return', operation: 'process', settleBy: 'refund', amount: JSON.stringify(eur(1500)) },
          ...{ delivery: '', more: { inspection, locationId: { __rl: true, mode: 'list', value: locationId } } },
        },
        items: [item],
        credentials: world.credentials(),
      });
    expect((await processAt('gid://shopify/Location/404')).error?.message).toMatch(/location/i);
    const { results } = await pick({
      type: 'shopifyReturns',
      method: 'searchLocations',
      credentials: world.credentials(),
    });
    expect(await processAt(String(results[0]?.value))).toMatchObject({ status: 'success', error: undefined });
    expect(world.effects('shopify', 'refund.made')).toHaveLength(1);
  });

  it('gives store credit with a bonus to who has agreed, once, and to nobody else', async () => {
    const item = await returned();
    const dossier = await caseOf(item);
    const credit = { bonusPercent: 10, expiresAt: '' };
    const refused = await runNode({
      type: 'shopifyReturns',
      parameters: { resource: 'storeCredit', operation: 'give', ...credit },
      items: [{ ...item, case: dossier.case }],
      credentials: world.credentials(),
    });
    expect(refused.error?.message).toContain('has not agreed to store credit');
    for (let time = 0; time < 2; time += 1) {
      const given = await only('storeCredit', 'give', { ...item, case: dossier.case }, { ...credit, consent: 'given' });
      expect(given).toMatchObject({ case: { settlement: 'credited' }, credit: { amount: eur(2200) } });
    }
    expect(world.effects('shopify', 'store-credit.credited')).toHaveLength(1);
    const known = await only('storeCredit', 'get', item);
    expect(known['storeCredit']).toMatchObject({ accounts: [{ balance: eur(2200) }] });
  });

  it('gives each of two cases of one customer its credit, though they are worth the same', async () => {
    const item = await returned();
    const [one, other] = [
      await caseOf(item),
      await caseOf({ ...item, request: { ...requestOf(item), externalId: 'second' } }),
    ];
    const give = (dossier: Dossier) =>
      runNode({
        type: 'shopifyReturns',
        parameters: { resource: 'storeCredit', operation: 'give', expiresAt: '', consent: 'given' },
        items: [{ ...item, case: dossier.case }],
        credentials: world.credentials(),
      });
    world.fault({ provider: 'shopify', kind: 'server-error', count: 1, match: { operation: 'ReturnsGiveCredit' } });
    expect((await give(one)).error?.message).toContain('has a problem of its own');
    expect(await give(other)).toMatchObject({ status: 'success' });
    expect(await give(one)).toMatchObject({ status: 'success' });
    expect(world.effects('shopify', 'store-credit.credited')).toHaveLength(2);
  });

  it('makes a gift card once, and keeps its code out of the ledger', async () => {
    const item = await returned();
    const dossier = await caseOf(item);
    const card = { settles: true, expiresAt: '', notifyCustomer: true };
    const made = await only('giftCard', 'create', { ...item, case: dossier.case }, card);
    const { code } = made['giftCard'] as { code: string };
    expect(code).toMatch(/^[0-9A-F]{16}$/);
    expect(made).toMatchObject({ case: { settlement: 'credited' }, giftCard: { amount: eur(2000) } });
    const repeated = await only('giftCard', 'create', { ...item, case: dossier.case }, card);
    expect(repeated['giftCard']).not.toHaveProperty('code');
    expect(world.effects('shopify', 'gift-card.made')).toHaveLength(1);
    const ledger = await world.ledger();
    const held = JSON.stringify([await ledger.steps(dossier.case.id), await ledger.getCase({ id: dossier.case.id })]);
    expect(held).not.toContain(code);
  });

  it('pays goodwill beside the refund of a case, each once', async () => {
    const item = await returned();
    const dossier = await caseOf(item);
    const goodwill = { amount: JSON.stringify(eur(300)), storeCredit: '', delivery: '', lines: '', settles: false };
    for (let time = 0; time < 2; time += 1) {
      const paid = await only('refund', 'create', { ...item, case: dossier.case }, { ...goodwill, purpose: 'late' });
      expect(paid).toMatchObject({ case: { settlement: 'planned' }, extraRefund: { amount: eur(300) } });
    }
    const settling = { ...goodwill, amount: JSON.stringify(eur(2000)), settles: true };
    const settled = await only('refund', 'create', { ...item, case: dossier.case }, settling);
    expect(settled).toMatchObject({ case: { settlement: 'refunded' }, refund: { amount: eur(2000) } });
    expect(world.effects('shopify', 'refund.made')).toHaveLength(2);
  });

  it('reads deliveries, reasons, what is owed and the history of orders', async () => {
    const item = await returned();
    const label = {
      carrier: 'Colissimo',
      service: 'Return',
      trackingNumber: '8R1',
      url: 'https://labels.test/8R1.pdf',
      format: 'pdf',
      cost: eur(500),
      shipmentId: 'shp_1',
      provider: 'easypost',
      createdAt: '2026-11-20T10:00:00Z',
    };
    await run('reverseDelivery', 'addLabel', item, { label: JSON.stringify(label) });
    const { reverseDeliveries } = await only('reverseDelivery', 'getAll', item);
    expect(reverseDeliveries).toMatchObject([{ trackingNumber: '8R1', labelUrl: expect.stringContaining('http') }]);
    const { reasons } = await only('reason', 'getAll', {});
    expect(reasons).toContainEqual(expect.objectContaining({ handle: 'too-small', reason: 'too_small' }));
    const owed = await only('exchange', 'getPaymentLink', item);
    expect(owed['exchangePayment']).toMatchObject({ owed: eur(0), paid: true });
    const history = await run('order', 'getHistory', {}, { since: '2020-01-01', until: '', returnAll: true });
    expect(history).toMatchObject([
      { order: { id: (item['order'] as IDataObject)['id'] }, returns: [{ status: 'OPEN' }] },
    ]);
  });

  it('marks an order with tags, a note and metafields, and changes the stock once per case', async () => {
    const item = await returned();
    const dossier = await caseOf(item);
    await run('order', 'addTags', item, { tags: 'returned, vip' });
    await run('order', 'removeTags', item, { tags: 'vip' });
    const note = await only('order', 'addNote', { ...item, case: dossier.case });
    expect(note['orderNote']).toEqual({ note: dossier.case.rma, added: true });
    const fields = await only('order', 'setMetafields', { ...item, case: dossier.case });
    expect(fields['metafields']).toMatchObject([{ namespace: 'returns', key: 'rma', value: dossier.case.rma }]);
    const stock = { variantId: '', sku: 'ROBE-LUNE-M', delta: -1, expected: '', reason: 'reservation_created' };
    const first = await only('inventory', 'adjust', { ...item, case: dossier.case }, stock);
    const second = await only('inventory', 'adjust', { ...item, case: dossier.case }, stock);
    expect(first['stock']).toMatchObject({ delta: -1 });
    expect(second['stock']).toEqual(first['stock']);
  });
});
