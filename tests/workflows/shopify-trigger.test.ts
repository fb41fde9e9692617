import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { shopifyAccount } from '../../sandbox/accounts';
import { until } from '../support/until';
import { activateWebhook, type ActiveWebhook, type Delivery } from './support/active-webhook';
import { runNode } from './support/run-node';
import { placeShopifyOrder, requestInShopify } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();
let active: ActiveWebhook | undefined;

afterEach(async () => {
  await world.sandbox().context.webhooks.idle();
  await active?.stop();
  active = undefined;
});

async function activate(topics: string[], more: IDataObject = {}, account: object = {}): Promise<ActiveWebhook> {
  active = await activateWebhook({
    type: 'shopifyReturnsTrigger',
    parameters: { topics, lookEveryMinutes: 0, ...more },
    credentials: { returnsShopifyApi: { ...world.credentials()['returnsShopifyApi'], ...account } },
    ledger: await world.ledger(),
  });
  return active;
}

async function shopifyDoes(operation: string, item: object, parameters: IDataObject = {}): Promise<void> {
  const run = await runNode({
    type: 'shopifyReturns',
    parameters: { resource: 'return', operation, ...parameters },
    items: [item],
    credentials: world.credentials(),
  });
  expect(run).toMatchObject({ status: 'success', error: undefined });
}

const request = async (): Promise<string> => requestInShopify(world, (await placeShopifyOrder(world)).name);

const settle = async (trigger: ActiveWebhook): Promise<IDataObject[]> => {
  await world.sandbox().context.webhooks.idle();
  await trigger.worked();
  return trigger.starts.flat().map(({ json }) => json['shopify'] as IDataObject);
};

const signed = (body: Buffer, headers: Record<string, string> = {}): Delivery => ({
  body,
  headers: {
    'content-type': 'application/json',
    'x-shopify-topic': 'returns/request',
    'x-shopify-shop-domain': shopifyAccount.shop,
    'x-shopify-webhook-id': 'webhook-1',
    'x-shopify-event-id': 'event-1',
    'x-shopify-triggered-at': new Date().toISOString(),
    'x-shopify-hmac-sha256': createHmac('sha256', shopifyAccount.clientSecret).update(body).digest('base64'),
    ...headers,
  },
});

const bodyOf = (kind: string, more: object = {}): Buffer =>
  Buffer.from(JSON.stringify({ id: 945, admin_graphql_api_id: `gid://shopify/${kind}/945`, ...more }));

describe('the Shopify Returns Trigger', () => {
  it('starts once for an action that several topics tell of', async () => {
    const topics = ['RETURNS_APPROVE', 'RETURNS_PROCESS', 'REFUNDS_CREATE', 'RETURNS_CLOSE'];
    const trigger = await activate(topics);
    await trigger.call('create');
    const id = await request();
    await shopifyDoes('approve', { shopifyReturn: { id } });
    const amount = JSON.stringify({ amount: 1000, currency: 'EUR' });
    await shopifyDoes('process', { shopifyReturn: { id } }, { settleBy: 'refund', amount, delivery: '' });
    const heard = await settle(trigger);
    expect(trigger.deliveries.length).toBeGreaterThan(2);
    const actions = heard.map(({ eventId, returnId }) => JSON.stringify([eventId, returnId]));
    expect(new Set(actions).size).toBe(actions.length);
    expect(heard[0]).toMatchObject({ topic: 'RETURNS_APPROVE', returnId: id });
  });

  it('starts for each of the topics where that is asked for', async () => {
    const trigger = await activate(['RETURNS_PROCESS', 'REFUNDS_CREATE', 'RETURNS_CLOSE'], { oncePerEvent: false });
    await trigger.call('create');
    const id = await request();
    await shopifyDoes('approve', { shopifyReturn: { id } });
    const amount = JSON.stringify({ amount: 1000, currency: 'EUR' });
    await shopifyDoes('process', { shopifyReturn: { id } }, { settleBy: 'refund', amount, delivery: '' });
    const heard = await settle(trigger);
    expect(heard.length).toBe(trigger.deliveries.length);
    expect(heard.length).toBeGreaterThan(1);
  });

  it.each([
    ['of another shop', 401, { 'x-shopify-shop-domain': 'other.myshopify.com' }],
    ['of days ago', 401, { 'x-shopify-triggered-at': '2020-01-01T00:00:00Z' }],
    ['of no time', 401, { 'x-shopify-triggered-at': 'yesterday' }],
    ['of another topic than its body', 400, { 'x-shopify-topic': 'refunds/create' }],
    ['without a topic', 400, { 'x-shopify-topic': '' }],
    ['with two topics', 400, { 'shopify-topic': 'returns/approve' }],
  ])('refuses a delivery %s with %i, and starts nothing', async (_kind, status, headers) => {
    const trigger = await activate(['RETURNS_REQUEST', 'REFUNDS_CREATE']);
    await expect(trigger.deliver(signed(bodyOf('Return'), headers))).resolves.toBe(status);
    expect(await settle(trigger)).toEqual([]);
    await expect(trigger.deliver(signed(bodyOf('Return')))).resolves.toBe(200);
    expect(await settle(trigger)).toHaveLength(1);
  });

  it.each([
    ['a byte changed', (body: Buffer) => Buffer.from(body.toString().replace('945', '946'))],
    ['its end cut off', (body: Buffer) => body.subarray(0, -1)],
    ['bytes behind its end', (body: Buffer) => Buffer.concat([body, Buffer.from(' ')])],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('refuses a body with %s, and starts nothing', async (_kind, change) => {
    const trigger = await activate(['RETURNS_REQUEST']);
    const delivery = signed(bodyOf('Return'));
    await expect(trigger.deliver({ ...delivery, body: change(delivery.body) })).resolves.toBe(401);
    expect(await settle(trigger)).toEqual([]);
  });

  it('starts once for what is delivered again, under new headers too', async () => {
    const trigger = await activate(['RETURNS_REQUEST', 'RETURNS_APPROVE']);
    const delivery = signed(bodyOf('Return'));
    await trigger.deliver(delivery);
    await trigger.deliver(delivery);
    const renamed = { 'x-shopify-webhook-id': 'webhook-2', 'x-shopify-event-id': 'event-2' };
    await expect(trigger.deliver(signed(bodyOf('Return'), renamed))).resolves.toBe(200);
    expect(await settle(trigger)).toHaveLength(1);
  });

  it('passes over topics that are not chosen any more', async () => {
    const trigger = await activate(['RETURNS_REQUEST']);
    const close = signed(bodyOf('Return'), { 'x-shopify-topic': 'returns/close' });
    await expect(trigger.deliver(close)).resolves.toBe(200);
    expect(await settle(trigger)).toEqual([]);
  });

  it('tells of each change once when they come in another order than they happened', async () => {
    const trigger = await activate(['RETURNS_CLOSE', 'RETURNS_REOPEN', 'RETURNS_APPROVE']);
    const steps = ['returns/close', 'returns/approve', 'returns/reopen', 'returns/close'];
    for (const [index, topic] of steps.entries()) {
      const headers = { 'x-shopify-topic': topic, 'x-shopify-event-id': `event-${index}` };
      await expect(trigger.deliver(signed(bodyOf('Return'), headers))).resolves.toBe(200);
    }
    const heard = await settle(trigger);
    expect(heard.map(({ topic }) => topic).sort()).toEqual([
      'RETURNS_APPROVE',
      'RETURNS_CLOSE',
      'RETURNS_CLOSE',
      'RETURNS_REOPEN',
    ]);
  });

  it('answers within the five seconds that Shopify waits', async () => {
    const trigger = await activate(['RETURNS_REQUEST']);
    const startedAt = Date.now();
    await trigger.deliver(signed(bodyOf('Return')));
    expect(Date.now() - startedAt).toBeLessThan(5000);
  });

  it('finds what no webhook told of, once, and passes over the webhook that comes late', async () => {
    const returnId = await request();
    const trigger = await activate(['RETURNS_REQUEST'], { lookEveryMinutes: 15 });
    await until(() => trigger.starts.length > 0);
    expect(await settle(trigger)).toMatchObject([{ topic: 'RETURNS_REQUEST', returnId, found: true }]);
    const late = Buffer.from(JSON.stringify({ id: 1, admin_graphql_api_id: returnId }));
    await expect(trigger.deliver(signed(late))).resolves.toBe(200);
    expect(await settle(trigger)).toHaveLength(1);
  });

  it('calls the error workflow when looking cannot go well before a person has acted', async () => {
    const trigger = await activate(['RETURNS_REQUEST'], { lookEveryMinutes: 15 }, { accessToken: 'shpat_withdrawn' });
    await until(() => trigger.alarms.length > 0);
    expect(trigger.alarms).toMatchObject([
      { message: expect.stringMatching(/"trigger" cannot look for what it was not told: Shopify did not accept/) },
    ]);
    expect(JSON.stringify(trigger.alarms)).not.toContain('shpat_withdrawn');
  });

  it('hears of a fulfilment once, by the webhook or by looking', async () => {
    const { name } = await placeShopifyOrder(world, { fulfilledAt: undefined, deliveredAt: undefined });
    const trigger = await activate(['FULFILLMENTS_CREATE', 'ORDERS_FULFILLED']);
    await trigger.call('create');
    const { id } = await world.control('shopify/orders/fulfill', { orderName: name });
    const heard = await settle(trigger);
    expect(heard).toContainEqual(expect.objectContaining({ topic: 'FULFILLMENTS_CREATE' }));
    expect(heard[0]).toMatchObject({ orderId: expect.stringContaining('gid://shopify/Order/') });
    expect(heard).toContainEqual(
      expect.objectContaining({ payload: expect.objectContaining({ admin_graphql_api_id: id }) }),
    );
    const topics = heard.map(({ topic }) => topic);
    expect(new Set(topics).size).toBe(topics.length);
  });

  it('finds nothing that a webhook has told of', async () => {
    const trigger = await activate(['RETURNS_REQUEST', 'RETURNS_APPROVE', 'FULFILLMENTS_CREATE']);
    await trigger.call('create');
    const id = await request();
    await shopifyDoes('approve', { shopifyReturn: { id } });
    expect((await settle(trigger)).map(({ topic }) => topic)).toEqual(['RETURNS_REQUEST', 'RETURNS_APPROVE']);
    await trigger.stop();
    const again = await activate(['RETURNS_REQUEST', 'RETURNS_APPROVE'], { lookEveryMinutes: 15 });
    await sleep(1500);
    expect(await settle(again)).toEqual([]);
  });
});
