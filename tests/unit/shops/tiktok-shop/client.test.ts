import { z } from 'zod/v4';
import { createTikTokShopClient, endpoints } from '../../../../lib/shops/tiktok-shop';
import { signRequest } from '../../../../lib/shops/tiktok-shop/sign';
import { credentials, ok, refused, startScriptedShop, type Received, type ScriptedShop } from './scripted-shop';

let server: ScriptedShop | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
const start = async (...args: Parameters<typeof startScriptedShop>): Promise<ScriptedShop> =>
  (server = await startScriptedShop(...args));

const anything = z.unknown();
const attempt = { ids: { return_id: '1' }, json: { decision: 'APPROVE_RETURN' }, data: anything };

const isSigned = ({ path, query, body }: Received): boolean => {
  const { sign, ...signed } = query;
  return sign === signRequest({ path, query: signed, body }, credentials.appSecret);
};

describe('a call', () => {
  it('carries app key, time, shop and signature, and the token in its header', async () => {
    const { client, received } = await start(() => ok());
    await client({ now: 1_623_812_664_999 }).call('searchReturns', {
      query: { page_size: 50, page_token: undefined, sort_field: 'update_time' },
      json: { return_ids: ['1', 'ü'] },
      data: anything,
    });
    const [request] = received;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/return_refund/202309/returns/search',
      token: 'TTP_token',
      contentType: 'application/json',
      query: {
        app_key: '29a39d',
        timestamp: '1623812664',
        shop_cipher: 'ROW_cipher',
        page_size: '50',
        sort_field: 'update_time',
      },
      json: { return_ids: ['1', 'ü'] },
    });
    expect(request?.query).not.toHaveProperty('page_token');
    expect(request && isSigned(request)).toBe(true);
  });

  it('joins lists by commas and signs them so', async () => {
    const { client, received } = await start(() => ok());
    await client().call('getOrders', { query: { ids: ['1', '2'] }, data: anything });
    expect(received[0]?.query['ids']).toBe('1,2');
    expect(received.every(isSigned)).toBe(true);
  });

  it('names no shop where TikTok refuses one', async () => {
    const { client, received } = await start(() => ok());
    await client().call('listShops', { data: anything });
    await client().call('uploadImage', { parts: [{ name: 'use_case', text: 'x' }], data: anything });
    expect(received.map(({ query }) => query['shop_cipher'])).toEqual([undefined, undefined]);
  });

  it('sends files as a form, which it does not sign', async () => {
    const { client, received } = await start(() => ok());
    const content = Buffer.from('%PDF-1.7');
    await client().call('uploadReturnDocuments', {
      query: { return_ids: ['7', '8'] },
      parts: [
        { name: 'return_shipping_label', fileName: 'la"bel.pdf', mimeType: 'application/pdf', content },
        { name: 'tracking_number', text: '1Z' },
      ],
      data: anything,
    });
    const [request] = received;
    expect(request?.contentType).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.body).toContain('name="return_shipping_label"; filename="la%22bel.pdf"');
    expect(request?.body).toContain('%PDF-1.7');
    const { sign, ...query } = request?.query ?? {};
    expect(sign).toBe(signRequest({ path: request?.path ?? '', query }, credentials.appSecret));
  });

  it('fills ids into the path, encoded', async () => {
    const { client, received } = await start(() => ok());
    await client().call('approveReturn', { ...attempt, ids: { return_id: '1/../2' }, idempotencyKey: 'k' });
    expect(received[0]?.path).toBe('/return_refund/202309/returns/1%2F..%2F2/approve');
    expect(received[0]?.query['idempotency_key']).toBe('k');
  });
});

describe('a refusal', () => {
  it.each([
    [105005, 'scope missing', 'forbidden', /scope/],
    [106001, 'sign invalid', 'unauthorized', /app secret/],
    [25001010, 'completed', 'conflict', /Get the return again/],
    [36009033, 'ip', 'forbidden', /allow list/],
    [36009004, 'Invalid timestamp, please check', 'unauthorized', /clock of this server/],
    [36009004, 'invalid app_key', 'unauthorized', /app key/],
    [36009004, 'Unexpected identifier shop_cipher', 'invalid_input', /Report/],
    [36009004, 'shop_cipher is invalid', 'invalid_input', /Shop/],
    [36009004, 'invalid param page_size', 'invalid_input', /Correct/],
    [99999999, 'never heard of', 'provider_refused', /Correct/],
  ])('%d (%s) is %s, with what to do about it', async (code, message, expected, advice) => {
    const { client } = await start(() => refused(code, message));
    await expect(client().call('searchReturns', { json: {}, data: anything })).rejects.toMatchObject({
      code: expected,
      provider: 'tiktok_shop',
      retryable: false,
      description: expect.stringMatching(advice),
      context: { providerCode: String(code) },
    });
  });

  it('means the same whatever HTTP status it comes with', async () => {
    const { client } = await start(() => refused(25001011, 'in progress', 400));
    await expect(client().call('approveReturn', attempt)).rejects.toMatchObject({
      code: 'conflict',
      context: { providerCode: '25001011' },
    });
  });

  it('shows neither secret nor token', async () => {
    const { client } = await start(() => refused(106001, 'sign invalid', 403));
    const error: unknown = await client()
      .call('listShops', { data: anything })
      .catch((caught: unknown) => caught);
    const { message, description, context } = error as { message: string; description: string; context: object };
    const text = message + description + JSON.stringify(context);
    expect(text).not.toContain(credentials.appSecret);
    expect(text).not.toContain(credentials.accessToken);
  });
});

it('leaves out a token that TikTok quotes', async () => {
  const { client } = await start(() => refused(101000, 'unknown token TTP_Hm4xkAAAAACq0dvXQ2'));
  await expect(client().call('listShops', { data: anything })).rejects.toThrow(/unknown token \[key\]/);
});

describe('patience', () => {
  it.each([[refused(36009002, 'slow down', 429)], [refused(36009002, 'slow down')]])(
    'waits and repeats a throttled call, also a write: %o',
    async (throttled) => {
      const { client, received, waits } = await start((_request, count) => (count < 3 ? throttled : ok()));
      await client().call('updateInventory', { ids: { product_id: '1' }, json: {}, data: anything });
      expect(received).toHaveLength(3);
      expect(waits).toEqual([500, 1000]);
    },
  );

  it('gives up after five attempts', async () => {
    const { client, received } = await start(() => refused(36009002));
    await expect(client().call('searchReturns', { json: {}, data: anything })).rejects.toMatchObject({
      code: 'rate_limited',
      retryable: true,
    });
    expect(received).toHaveLength(5);
  });

  it('repeats a decision whose answer was lost, under its key', async () => {
    const { client, received } = await start((_request, count) => (count === 1 ? { lost: true } : ok()));
    await client().call('approveReturn', { ...attempt, idempotencyKey: 'key' });
    expect(received.map(({ query }) => query['idempotency_key'])).toEqual(['key', 'key']);
  });

  it('does not repeat a write without a key whose answer was lost, and says that it may have happened', async () => {
    const { client, received } = await start(() => ({ lost: true }));
    await expect(
      client().call('updateInventory', { ids: { product_id: '1' }, json: {}, data: anything }),
    ).rejects.toMatchObject({ retryable: true, context: { mayHaveHappened: true } });
    expect(received).toHaveLength(1);
  });

  it('does not repeat a write without a key that TikTok broke off inside', async () => {
    const { client, received } = await start(() => refused(36009003, 'internal error'));
    await expect(
      client().call('updateInventory', { ids: { product_id: '1' }, json: {}, data: anything }),
    ).rejects.toMatchObject({ code: 'provider_unavailable', context: { mayHaveHappened: true } });
    expect(received).toHaveLength(1);
  });

  it('says that a write was made when only its answer cannot be read', async () => {
    const { client } = await start(() => ok({ unknown: true }));
    await expect(
      client().call('createReturn', { json: {}, data: z.object({ return_id: z.string() }) }),
    ).rejects.toMatchObject({ code: 'unexpected_answer', context: { mayHaveHappened: true } });
  });
});

describe('the access token', () => {
  const expired = refused(105002, 'Expired credentials', 401);

  it.each([expired, refused(105002, 'Expired credentials')])(
    'is renewed once and the call repeated: %o',
    async (answer) => {
      const renewed: string[] = [];
      const { client, received } = await start(({ token }) => (token === 'TTP_fresh' ? ok() : answer));
      const renew = (old: string): Promise<string> => {
        renewed.push(old);
        return Promise.resolve('TTP_fresh');
      };
      const own = client({ renew });
      await own.call('approveReturn', attempt);
      await own.forShop({ cipher: 'other' }).call('approveReturn', attempt);
      expect(renewed).toEqual(['TTP_token']);
      expect(received.map(({ token }) => token)).toEqual(['TTP_token', 'TTP_fresh', 'TTP_fresh']);
    },
  );

  it('is renewed before it ends', async () => {
    const now = Date.UTC(2026, 10, 22);
    const { client, received } = await start(() => ok());
    const renew = (): Promise<string> => Promise.resolve('TTP_fresh');
    await client({ renew, now, expiresAt: now / 1000 + 600 }).call('listWarehouses', { data: anything });
    await client({ renew, now, expiresAt: now / 1000 + 86_400 }).call('listWarehouses', { data: anything });
    expect(received.map(({ token }) => token)).toEqual(['TTP_fresh', 'TTP_token']);
  });

  it('is fetched when there is none yet', async () => {
    const { client, received } = await start(() => ok());
    await client({ token: '', renew: () => Promise.resolve('TTP_first') }).call('listWarehouses', { data: anything });
    expect(received.map(({ token }) => token)).toEqual(['TTP_first']);
  });

  it('is not renewed a second time for one call', async () => {
    let renewals = 0;
    const { client } = await start(() => expired);
    const renew = (): Promise<string> => Promise.resolve(`TTP_${(renewals += 1)}`);
    await expect(client({ renew }).call('listWarehouses', { data: anything })).rejects.toMatchObject({
      code: 'unauthorized',
    });
    expect(renewals).toBe(1);
  });

  it('that nobody can renew is told as such', async () => {
    const { client } = await start(() => expired);
    await expect(client().call('listWarehouses', { data: anything })).rejects.toMatchObject({
      code: 'unauthorized',
      description: expect.stringContaining('Authorize the app'),
    });
  });
});

it('refuses a credential without key or secret, naming the field', () => {
  expect(() => createTikTokShopClient({ appKey: '', appSecret: 'x' })).toThrow(/"App Key": enter the app key/);
});

it('has one path for each call, beginning with its version', () => {
  for (const { path } of Object.values(endpoints)) expect(path).toMatch(/^\/[a-z_]+\/20\d{4}\/[a-z_/{}]+$/);
});
