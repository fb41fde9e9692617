import { createHmac } from 'node:crypto';
import { z } from 'zod/v4';
import { tiktokShopAccount } from '../../sandbox/accounts';
import { until } from '../support/until';
import { activateWebhook, type ActiveWebhook, type Delivery } from './support/active-webhook';
import { useWorld } from './support/world';

const world = useWorld();
let active: ActiveWebhook | undefined;
afterEach(async () => {
  await world.sandbox().context.webhooks.idle();
  await active?.stop();
  active = undefined;
});

const webhookShape = z.object({ webhooks: z.array(z.object({ event_type: z.string(), address: z.string() })) });
const newsShape = z.looseObject({
  tiktokShop: z.looseObject({
    event: z.string(),
    foundBy: z.string(),
    key: z.string(),
    returnId: z.string().optional(),
    status: z.string().optional(),
  }),
});

const seed = {
  buyer: { name: 'Camille Dupont' },
  address: { line1: '4 rue Oberkampf', city: 'Paris', postalCode: '75011', country: 'FR' },
  lines: [{ sku: 'ROBE-S', title: 'Robe Lune', quantity: 1, unitPrice: '79.95' }],
  shippedAt: '2026-11-10T09:00:00Z',
  deliveredAt: '2026-11-12T09:00:00Z',
};
const does = (path: string, body: object = {}) => world.control(`tiktok-shop/${path}`, body);
async function ask(): Promise<string> {
  const { orderId } = z.object({ orderId: z.string() }).parse(await does('orders', seed));
  return z.object({ returnId: z.string() }).parse(await does('returns', { orderId })).returnId;
}

const activate = async (parameters: object = {}, account: object = {}): Promise<ActiveWebhook> =>
  (active = await activateWebhook({
    type: 'tikTokShopReturnsTrigger',
    parameters: { events: ['RETURN_STATUS_CHANGE', 'CANCELLATION_STATUS_CHANGE'], askEvery: 0, ...parameters },
    credentials: { returnsTikTokShopApi: { ...world.credentials()['returnsTikTokShopApi'], ...account } },
    ledger: await world.ledger(),
  }));

const news = ({ starts }: ActiveWebhook) => starts.flat().map(({ json }) => newsShape.parse(json).tiktokShop);

/** Waits for what the simulator sends, and for the runs that follow. */
async function heard(trigger: ActiveWebhook): Promise<void> {
  await world.sandbox().context.webhooks.idle();
  await trigger.worked();
}

async function subscriptions(url: string): Promise<string[]> {
  const timestamp = String(world.sandbox().context.clock.unix());
  const query: Record<string, string> = {
    app_key: tiktokShopAccount.appKey,
    shop_cipher: tiktokShopAccount.shopCipher,
    timestamp,
  };
  const path = '/event/202309/webhooks';
  const { appSecret } = tiktokShopAccount;
  const text = `${appSecret}${path}app_key${query['app_key'] ?? ''}shop_cipher${query['shop_cipher'] ?? ''}timestamp${timestamp}${appSecret}`;
  query['sign'] = createHmac('sha256', appSecret).update(text).digest('hex');
  const answer = await fetch(`${world.sandbox().url}/tiktok-shop${path}?${new URLSearchParams(query).toString()}`, {
    headers: { 'x-tts-access-token': tiktokShopAccount.accessToken },
  });
  const { data } = z.object({ data: webhookShape }).parse(await answer.json());
  return data.webhooks.filter(({ address }) => address === url).map(({ event_type }) => event_type);
}

const sign = (body: Buffer, secret: string = tiktokShopAccount.appSecret): string =>
  createHmac('sha256', secret).update(tiktokShopAccount.appKey).update(body).digest('hex');

const deliveryOf = (body: Buffer, authorization = sign(body)): Delivery => ({
  body,
  headers: { 'content-type': 'application/json', authorization },
});

const notification = (changes: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 12,
      tts_notification_id: '7327112393057371910',
      shop_id: '7494049642642441621',
      timestamp: 1_795_000_000,
      data: { order_id: '5', return_id: '6', return_status: 'AWAITING_BUYER_SHIP', update_time: 1_795_000_000 },
      ...changes,
    }),
  );

describe('the webhook', () => {
  it('subscribes itself once, knows that it has, and unsubscribes', async () => {
    const trigger = await activate();
    await expect(trigger.call('checkExists')).resolves.toBe(false);
    await trigger.call('create');
    await expect(trigger.call('checkExists')).resolves.toBe(true);
    await expect(subscriptions(trigger.url)).resolves.toHaveLength(2);
    await trigger.call('delete');
    await expect(trigger.call('checkExists')).resolves.toBe(false);
    await expect(subscriptions(trigger.url)).resolves.toEqual([]);
  });

  it('starts a run for each change of a return, beside its case where there is one', async () => {
    const trigger = await activate();
    await trigger.call('create');
    const returnId = await ask();
    await heard(trigger);
    await does(`returns/${returnId}/withdraw`);
    await heard(trigger);
    expect(news(trigger).map(({ event, foundBy, status }) => [event, foundBy, status])).toEqual([
      ['RETURN_STATUS_CHANGE', 'webhook', 'RETURN_OR_REFUND_REQUEST_PENDING'],
      ['RETURN_STATUS_CHANGE', 'webhook', 'RETURN_OR_REFUND_REQUEST_CANCEL'],
    ]);
    expect(news(trigger)[0]?.returnId).toBe(returnId);
  });

  it('changes nothing when it is forged, cut off or turned', async () => {
    const trigger = await activate();
    const body = notification();
    const turned = Buffer.from(body.toString().replace('"6"', '"7"'));
    const forged: [Delivery, number][] = [
      [deliveryOf(body, sign(body, 'another secret')), 401],
      [deliveryOf(turned, sign(body)), 401],
      [deliveryOf(body.subarray(0, body.length - 9), sign(body)), 401],
      [deliveryOf(Buffer.concat([body, Buffer.from(' ')]), sign(body)), 401],
      [deliveryOf(body, ''), 401],
      [deliveryOf(body, createHmac('sha256', tiktokShopAccount.appSecret).update(body).digest('hex')), 401],
      // Signed as it should be, but cut off before it was: it is no notification.
      [deliveryOf(body.subarray(0, 40)), 400],
      [deliveryOf(Buffer.from('{}')), 400],
    ];
    for (const [delivery, status] of forged) await expect(trigger.deliver(delivery)).resolves.toBe(status);
    await heard(trigger);
    expect(trigger.starts).toEqual([]);
  });

  it('starts one run however often and in whatever order deliveries come', async () => {
    const trigger = await activate();
    const first = notification();
    const later = notification({
      tts_notification_id: '2',
      data: { order_id: '5', return_id: '6', return_status: 'BUYER_SHIPPED_ITEM', update_time: 1_795_000_900 },
    });
    for (const body of [later, first, later, first]) {
      await expect(trigger.deliver(deliveryOf(body))).resolves.toBe(200);
    }
    await heard(trigger);
    expect(
      news(trigger)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['AWAITING_BUYER_SHIP', 'BUYER_SHIPPED_ITEM']);
  });

  it('passes unknown events on, and leaves known ones that nobody wants', async () => {
    const trigger = await activate();
    const unknown = notification({ type: 4711, tts_notification_id: '3', data: { sign: 'of the times' } });
    const unwanted = notification({ type: 1, data: { order_id: '5', order_status: 'DELIVERED', update_time: 1 } });
    await expect(trigger.deliver(deliveryOf(unknown))).resolves.toBe(200);
    await expect(trigger.deliver(deliveryOf(unwanted))).resolves.toBe(200);
    await heard(trigger);
    expect(news(trigger).map(({ event }) => event)).toEqual(['UNKNOWN']);
  });

  it('tells that the authorization ends, or has ended', async () => {
    const trigger = await activate({ events: ['UPCOMING_AUTHORIZATION_EXPIRATION', 'SELLER_DEAUTHORIZATION'] });
    await trigger.call('create');
    await does('tokens/warn', { days: 7 });
    await does('tokens/revoke');
    await heard(trigger);
    expect(
      news(trigger)
        .map(({ event }) => event)
        .sort(),
    ).toEqual(['SELLER_DEAUTHORIZATION', 'UPCOMING_AUTHORIZATION_EXPIRATION']);
  });

  it('tells once of a warning that comes daily', async () => {
    const trigger = await activate({ events: ['UPCOMING_AUTHORIZATION_EXPIRATION'] });
    await trigger.call('create');
    const now = world.sandbox().context.clock.unix();
    for (const day of [1, 2]) {
      const data = { message: `in ${30 - day} days`, expiration_time: String(now + 30 * 86_400) };
      const warning = notification({ type: 7, tts_notification_id: `day ${day}`, data });
      await expect(trigger.deliver(deliveryOf(warning))).resolves.toBe(200);
    }
    await heard(trigger);
    expect(news(trigger)).toMatchObject([{ expiresAt: new Date((now + 30 * 86_400) * 1000).toISOString() }]);
  });

  it('does not take an event from another address without being told to', async () => {
    const own = { events: ['RETURN_STATUS_CHANGE'] };
    const other = await activate(own);
    await other.call('create');
    await other.stop();
    const trigger = await activate(own);
    await expect(trigger.call('create')).rejects.toThrow(/another address/);
    await trigger.stop();
    const bold = await activate({ ...own, options: { takeOver: true } });
    await bold.call('create');
    await expect(subscriptions(bold.url)).resolves.toEqual(['RETURN_STATUS_CHANGE']);
  });
});

describe('asking', () => {
  it('finds what webhooks missed', async () => {
    const returnId = await ask();
    const trigger = await activate({ askEvery: 60 });
    await until(() => trigger.starts.length > 0);
    await heard(trigger);
    expect(news(trigger)).toMatchObject([
      { event: 'RETURN_STATUS_CHANGE', foundBy: 'search', returnId, status: 'RETURN_OR_REFUND_REQUEST_PENDING' },
    ]);
    expect(trigger.staticData['searchedUntil']).toEqual(expect.any(String));
  });

  it('tells nothing that a webhook has told, nor what an earlier look has', async () => {
    const listening = await activate();
    await listening.call('create');
    const returnId = await ask();
    await heard(listening);
    const searched = listening.staticData;
    await listening.call('delete');
    await listening.close();
    const told = listening.starts.length;
    await listening.stop();
    expect(told).toBe(1);
    for (let look = 0; look < 2; look += 1) {
      const trigger = await activate({ askEvery: 60 });
      Object.assign(trigger.staticData, searched);
      await until(() => trigger.staticData['searchedUntil'] !== undefined);
      await heard(trigger);
      expect(news(trigger)).toEqual([]);
      await trigger.stop();
    }
    await does(`returns/${returnId}/withdraw`);
    const trigger = await activate({ askEvery: 60 });
    await until(() => trigger.starts.length > 0);
    expect(news(trigger)).toMatchObject([{ status: 'RETURN_OR_REFUND_REQUEST_CANCEL', foundBy: 'search' }]);
  });

  it('calls the error workflow when the authorization has been withdrawn', async () => {
    const trigger = await activate({ learnBy: 'asking', askEvery: 60 }, { accessToken: 'withdrawn' });
    await until(() => trigger.alarms.length > 0);
    expect(trigger.alarms).toMatchObject([
      { message: expect.stringContaining('"trigger" cannot look for what it was not told') },
    ]);
  });

  it('needs no webhook', async () => {
    const trigger = await activate({ learnBy: 'asking', askEvery: 60 });
    await expect(trigger.call('checkExists')).resolves.toBe(true);
    await expect(subscriptions(trigger.url)).resolves.toEqual([]);
  });
});
