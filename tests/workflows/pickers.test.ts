import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import {
  daysAgo,
  openCase,
  placeShopifyOrder,
  requestInShopify,
  shopper,
  stripeOrder,
  teeRequest,
} from './support/stories';
import { loadPackage } from './support/n8n-nodes';
import { pick } from './support/pick';
import { runNode } from './support/run-node';
import { useWorld } from './support/world';

const world = useWorld();

/** Fields, and those inside their collections. */
const withNested = (fields: readonly INodeProperties[]): INodeProperties[] =>
  fields.flatMap((field) => [
    field,
    ...withNested((field.options ?? []).filter((option): option is INodeProperties => 'type' in option)),
  ]);

const withCases = async (count: number) => {
  const ledger = await world.ledger();
  const opened = [];
  for (let index = 0; index < count; index += 1) {
    const order = stripeOrder('pi_1', { name: `AL-${3000 + index}` });
    opened.push(await openCase(ledger, order, teeRequest({ externalId: `form-${index}` })));
  }
  return opened;
};

it('every picker of every node has its list', async () => {
  const { nodes } = await loadPackage();
  for (const [name, { description, methods }] of nodes) {
    const wanted = withNested(description.properties).flatMap(({ modes = [] }) =>
      modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
    );
    expect([name, Object.keys(methods?.listSearch ?? {}).sort()]).toEqual([name, [...new Set(wanted)].sort()]);
  }
});

it.each(['returnCase', 'returnDocuments', 'returnEmail', 'returnPayments', 'returnShipping', 'shopifyReturns'])(
  '%s lists cases by RMA number and order, the newest first, without a word about the shopper',
  async (type) => {
    const [first, second] = await withCases(2);
    const { results } = await pick({ type, method: 'searchCases' });
    expect(results).toEqual([
      { name: `${second?.case.rma ?? ''} · AL-3001 · requested`, value: second?.case.id },
      { name: `${first?.case.rma ?? ''} · AL-3000 · requested`, value: first?.case.id },
    ]);
    expect(JSON.stringify(results)).not.toContain(shopper.name);
  },
);

it('finds a case by what is typed, and gives more pages where there are more', async () => {
  const opened = await withCases(60);
  const typed = await pick({ type: 'returnCase', method: 'searchCases', filter: 'al-3042' });
  expect(typed.results.map(({ value }) => value)).toEqual([opened[42]?.case.id]);
  const page = await pick({ type: 'returnCase', method: 'searchCases' });
  const next = await pick({
    type: 'returnCase',
    method: 'searchCases',
    ...(typeof page.paginationToken === 'string' && { paginationToken: page.paginationToken }),
  });
  expect([page.results.length, next.results.length, next.paginationToken]).toEqual([50, 10, undefined]);
});

describe('what belongs to a case', () => {
  const locator = (mode: string, value: string) => ({ caseId: { __rl: true, mode, value } });

  it('lists the steps that are not done, of the case that is chosen', async () => {
    const [dossier] = await withCases(1);
    const ledger = await world.ledger();
    const cause = { actor: { kind: 'system' } } as const;
    const { id = '', rma = '' } = dossier?.case ?? {};
    await ledger.runOnce(id, 'label', () => Promise.resolve({ result: 1 }), cause);
    await ledger.runOnce(id, 'refund', () => Promise.reject(new Error('no')), cause).catch(() => undefined);
    const list = { type: 'returnCase', method: 'searchSteps' };
    const wanted = [{ name: expect.stringContaining('refund (failed'), value: 'refund' }];
    expect((await pick({ ...list, parameters: locator('list', id) })).results).toEqual(wanted);
    expect((await pick({ ...list, parameters: locator('rma', rma) })).results).toEqual(wanted);
    expect((await pick({ ...list, parameters: { caseId: id }, filter: 'mail' })).results).toEqual([]);
  });

  it('lists the files of the case that is chosen', async () => {
    const [dossier] = await withCases(1);
    const ledger = await world.ledger();
    const { evidence } = await ledger.attachEvidence(
      dossier?.case.id ?? '',
      { name: 'seam.jpg', mimeType: 'image/jpeg', content: Buffer.from('x') },
      { actor: { kind: 'system' } },
    );
    const list = { type: 'returnCase', method: 'searchEvidence', parameters: locator('id', dossier?.case.id ?? '') };
    expect((await pick(list)).results).toEqual([{ name: 'seam.jpg (image/jpeg)', value: evidence.id }]);
  });

  it.each([{}, locator('id', '={{ $json.case?.id }}'), locator('list', '')])(
    'asks for the case first when the editor knows none yet (%j)',
    async (parameters) => {
      const listing = pick({ type: 'returnCase', method: 'searchSteps', parameters });
      await expect(listing).rejects.toThrow('No case is chosen');
    },
  );
});

it('lists the triggers that read the ledger', async () => {
  await withCases(1);
  const ledger = await world.ledger();
  await ledger.claim({ consumer: 'shop:trigger', filter: {}, limit: 1, leaseMs: 1000, startFrom: 'beginning' });
  await ledger.reject('shop:trigger', [1], 'no', undefined);
  const titled = { consumer: 'x:y', title: '04 Label / When approved', filter: {}, limit: 1, leaseMs: 1000 } as const;
  await ledger.claim({ ...titled, startFrom: 'now' });
  const { results } = await pick({ type: 'returnCase', method: 'searchConsumers', filter: 'SHOP' });
  expect(results).toEqual([{ name: 'shop:trigger (dead letters: 1)', value: 'shop:trigger' }]);
  expect((await pick({ type: 'returnCase', method: 'searchConsumers', filter: 'label' })).results).toEqual([
    { name: '04 Label / When approved (dead letters: 0)', value: 'x:y' },
  ]);
});

describe('what is in Shopify', () => {
  const list = (method: string, filter?: string, paginationToken?: unknown) =>
    pick({
      type: 'shopifyReturns',
      method,
      credentials: world.credentials(),
      ...(filter !== undefined && { filter }),
      ...(typeof paginationToken === 'string' && { paginationToken }),
    });

  async function move(operation: string, returnId: string): Promise<void> {
    const parameters = { resource: 'return', operation, returnId: { __rl: true, mode: 'list', value: returnId } };
    const run = await runNode({ type: 'shopifyReturns', parameters, items: [{}], credentials: world.credentials() });
    expect(run).toMatchObject({ status: 'success', error: undefined });
  }

  /** Orders with a return each: one asked for, one open, one closed. */
  async function threeReturns() {
    const returned = [];
    for (let index = 0; index < 3; index += 1) {
      const { id, name } = await placeShopifyOrder(world);
      returned.push({ orderId: id, name, returnId: await requestInShopify(world, name) });
      await world.control('clock', { advanceMs: 60_000 });
    }
    const [, opened, closed] = returned.map(({ returnId }) => returnId);
    await move('approve', opened ?? '');
    await move('approve', closed ?? '');
    await move('close', closed ?? '');
    return returned;
  }

  it('lists the open returns, the newest change first, without a word about the shopper', async () => {
    const [requested, opened] = await threeReturns();
    const { results, paginationToken } = await list('searchReturns');
    expect(results).toEqual([
      { name: `${opened?.name ?? ''}-R1 · ${opened?.name ?? ''} · open`, value: opened?.returnId },
      { name: `${requested?.name ?? ''}-R1 · ${requested?.name ?? ''} · requested`, value: requested?.returnId },
    ]);
    expect(paginationToken).toBeUndefined();
    expect(JSON.stringify(results)).not.toContain('Martin');
  });

  it('finds a return by its name, its order or its shopper, a closed one too', async () => {
    const [, , closed] = await threeReturns();
    const number = closed?.name.replace('#', '') ?? '';
    for (const typed of [`#${number}`, ` ${number}-r1 `, `${number}-R`]) {
      expect((await list('searchReturns', typed)).results).toEqual([
        { name: `#${number}-R1 · #${number} · closed`, value: closed?.returnId },
      ]);
    }
    expect((await list('searchReturns', 'martin')).results).toHaveLength(3);
    expect((await list('searchReturns', `${number}-R2`)).results).toEqual([]);
    expect((await list('searchReturns', 'AND "')).results).toEqual([]);
  });

  it('gives more pages where there are more, and looks past orders with nothing open', async () => {
    for (let index = 0; index < 30; index += 1) {
      await requestInShopify(world, (await placeShopifyOrder(world)).name);
    }
    const first = await list('searchReturns');
    const second = await list('searchReturns', undefined, first.paginationToken);
    expect([first.results.length, second.results.length, second.paginationToken]).toEqual([25, 5, undefined]);
    expect(new Set([...first.results, ...second.results].map(({ value }) => value)).size).toBe(30);
    await world.control('clock', { advanceMs: 60_000 });
    for (const { value } of first.results) await move('decline', String(value));
    for (const { value } of second.results.slice(1)) await move('approve', String(value));
    for (const { value } of second.results.slice(1)) await move('close', String(value));
    expect((await list('searchReturns')).results.map(({ value }) => value)).toEqual([second.results[0]?.value]);
  });

  it('lists the orders, the newest first, and finds one by its name or how it begins', async () => {
    const old = await placeShopifyOrder(world, { processedAt: '2026-01-05T10:00:00Z' });
    const young = await placeShopifyOrder(world, { processedAt: '2026-02-06T10:00:00Z' });
    expect((await list('searchOrders')).results).toEqual([
      { name: `${young.name} · 2026-02-06 · fulfilled`, value: young.id },
      { name: `${old.name} · 2026-01-05 · fulfilled`, value: old.id },
    ]);
    const typed = await list('searchOrders', old.name.replace('#', ''));
    expect(typed.results.map(({ value }) => value)).toEqual([old.id]);
    expect((await list('searchOrders', young.name.slice(0, -1))).results).toHaveLength(2);
  });

  it('lists the locations', async () => {
    expect((await list('searchLocations', 'paris')).results).toEqual([
      { name: 'Atelier Lune Paris', value: expect.stringContaining('gid://shopify/Location/') },
    ]);
    expect((await list('searchLocations', 'lyon')).results).toEqual([]);
  });

  it.each(['searchReturns', 'searchOrders', 'searchLocations'])(
    '%s says what is wrong with a credential that does not work, and what to do',
    async (method) => {
      const returnsShopifyApi = { ...world.credentials()['returnsShopifyApi'], accessToken: 'shpat_wrong' };
      const listing = pick({ type: 'shopifyReturns', method, credentials: { returnsShopifyApi } });
      // What the editor shows: a status of 401 makes it link to the credential.
      await expect(listing).rejects.toMatchObject({
        message: expect.stringContaining('access token'),
        description: expect.stringContaining('credential'),
        httpCode: '401',
      });
    },
  );
});

describe('what is on TikTok Shop', () => {
  const orderShape = z.object({ orderId: z.string() });
  const returnShape = z.object({ returnId: z.string() });

  it('lists the newest returns without a word about the buyer, and finds one by its id', async () => {
    const sold = {
      buyer: { name: 'Camille Dupont' },
      address: { line1: '4 rue Oberkampf', city: 'Paris', postalCode: '75011', country: 'FR' },
      lines: [{ sku: 'MUG', title: 'Mug Lune', quantity: 1, unitPrice: '18.00', stock: 9 }],
      shippedAt: daysAgo(8),
      deliveredAt: daysAgo(5),
    };
    const returned = [];
    for (let index = 0; index < 2; index += 1) {
      const { orderId } = orderShape.parse(await world.control('tiktok-shop/orders', sold));
      const asked = returnShape.parse(await world.control('tiktok-shop/returns', { orderId }));
      returned.push({ orderId, returnId: asked.returnId });
      await world.control('clock', { advanceMs: 60_000 });
    }
    const [first, second] = returned;
    const list = { type: 'tikTokShopReturns', method: 'searchReturnsToPick', credentials: world.credentials() };
    const { results } = await pick(list);
    expect(results.map(({ value }) => value)).toEqual([second?.returnId, first?.returnId]);
    expect(results[0]?.name).toMatch(new RegExp(`^${second?.orderId ?? ''} · Mug Lune · `));
    expect(JSON.stringify(results)).not.toContain('Dupont');
    const typed = await pick({ ...list, filter: ` ${first?.returnId ?? ''} ` });
    expect(typed.results.map(({ value }) => value)).toEqual([first?.returnId]);
  });
});
