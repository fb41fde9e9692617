import { ReturnsShopifyApi } from '../../credentials/ReturnsShopifyApi.credentials';
import { createShopifyClient, readShop, requestAccessToken, type PostJson } from '../../lib/shops/shopify';
import { connectShopify, testShopify } from '../../nodes/shared/shopify';
import { type ShopifySandbox, startShopify } from './shopify-story';

const app = { clientId: 'sandbox-client-id', clientSecret: 'sandbox-client-secret' };
const hour = 3_600_000;

describe('the tokens of a Shopify app', () => {
  let shopify: ShopifySandbox;
  let stored: Record<string, unknown>;

  beforeEach(async () => {
    shopify = await startShopify();
    stored = {
      shop: 'atelier-lune.myshopify.com',
      ...app,
      apiVersion: '2026-10',
      environment: 'custom',
      baseUrl: `${shopify.sandbox.url}/shopify/atelier-lune.myshopify.com`,
      accessToken: '',
      authorizationCode: '',
      sessionToken: '',
      refreshToken: '',
    };
  });
  afterEach(() => shopify.sandbox.stop());

  const authorize = async (): Promise<string> => {
    const answer = (await shopify.control('shopify/authorize', {})) as { code: string };
    return answer.code;
  };
  const pass = (ms: number) => shopify.control('clock', { advanceMs: ms });
  const given = async (): Promise<number> => (await shopify.effects('token.given')).length;

  /** A node of a workflow, as far as the client knows it; renews and keeps the credential as n8n does. */
  function nodeWith(credential: Record<string, unknown>) {
    const type = new ReturnsShopifyApi();
    const httpRequest = async ({ url, body }: { url: string; body: object }) => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      return { statusCode: answer.status, body: (await answer.json()) as unknown };
    };
    const renew = async (): Promise<void> => {
      Object.assign(credential, await type.preAuthentication.call({ helpers: { httpRequest } }, credential as never));
    };
    const ask = async (url: string, body: object): Promise<number> => {
      const headers = { 'x-shopify-access-token': String(credential['sessionToken']) };
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
    };
    const context = {
      getNode: () => ({ credentials: { returnsShopifyApi: { id: 'credential-1', name: 'Shop' } } }),
      getCredentials: () => Promise.resolve({ ...credential }),
      helpers: {
        async httpRequestWithAuthentication(_type: string, { url, body }: { url: string; body: object }) {
          if (credential['sessionToken'] === '') await renew();
          if ((await ask(url, body)) !== 401) return;
          await renew();
          if ((await ask(url, body)) === 401) throw new Error('401');
        },
      },
    };
    return connectShopify(context as never);
  }

  it('are asked for with client credentials at first, and again when a day has passed', async () => {
    Object.assign(stored, { authentication: 'clientCredentials' });
    await expect(readShop(await nodeWith(stored))).resolves.toMatchObject({ name: 'Atelier Lune' });
    const first = stored['sessionToken'];
    await expect(readShop(await nodeWith(stored))).resolves.toBeDefined();
    expect(stored['sessionToken']).toBe(first);
    await pass(24 * hour);
    await expect(readShop(await nodeWith(stored))).resolves.toBeDefined();
    expect(stored['sessionToken']).not.toBe(first);
    expect(await given()).toBe(2);
  });

  it('are got once for all the items that run beside each other', async () => {
    Object.assign(stored, { authentication: 'clientCredentials' });
    const clients = await Promise.all(Array.from({ length: 5 }, () => nodeWith(stored)));
    await Promise.all(clients.map((client) => readShop(client)));
    expect(await given()).toBe(1);
  });

  it('are got with a code once, then renewed with refresh tokens that rotate', async () => {
    Object.assign(stored, { authentication: 'authorizationCode', authorizationCode: await authorize() });
    await readShop(await nodeWith(stored));
    expect(stored).toMatchObject({ authorizationCode: '', refreshToken: expect.stringContaining('shprt_') });
    const seen = new Set([stored['refreshToken']]);
    for (const hours of [1, 2, 3]) {
      await pass(hour);
      await readShop(await nodeWith(stored));
      expect(seen.size).toBe(hours);
      seen.add(stored['refreshToken']);
    }
    expect(await given()).toBe(4);
  });

  it('may be renewed with the former refresh token until the next one was used', async () => {
    Object.assign(stored, { authentication: 'authorizationCode', authorizationCode: await authorize() });
    await readShop(await nodeWith(stored));
    const before = { ...stored };
    await pass(hour);
    await readShop(await nodeWith(stored));
    await pass(hour);
    await expect(readShop(await nodeWith({ ...before }))).resolves.toBeDefined();
    await expect(readShop(await nodeWith(stored))).resolves.toBeDefined();
    await pass(hour);
    await expect(readShop(await nodeWith({ ...before }))).rejects.toMatchObject({ code: 'unauthorized', status: 401 });
  });

  it('are told as refused, with what to do, for a code that was used', async () => {
    const code = await authorize();
    Object.assign(stored, { authentication: 'authorizationCode', authorizationCode: code });
    await readShop(await nodeWith({ ...stored }));
    const failure = readShop(await nodeWith(stored));
    await expect(failure).rejects.toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('was not found or was already used'),
    });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining(code) });
  });

  it('never appear in what is said of a refusal', async () => {
    const answering =
      (status: number, body: unknown): PostJson =>
      () =>
        Promise.resolve({ status, body });
    const shop = { shop: 'a.myshopify.com', clientId: 'id', clientSecret: 'very-secret' };
    const echo = { error: 'invalid_client', error_description: 'very-secret and the-code are wrong' };
    const refused = requestAccessToken(shop, { kind: 'authorization_code', code: 'the-code' }, answering(400, echo));
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringMatching(/very-secret|the-code/) });
  });

  it.each([429, 430, 503])('may be asked for again after a %i: nothing is wrong with the app', async (status) => {
    const shop = { shop: 'a.myshopify.com', clientId: 'id', clientSecret: 'secret' };
    const answering: PostJson = () => Promise.resolve({ status, body: undefined });
    const down = requestAccessToken(shop, { kind: 'client_credentials' }, answering);
    await expect(down).rejects.toMatchObject({ code: 'provider_unavailable', status, retryable: true });
  });

  it('are tried when the credential is tested, but for a code, which works only once', async () => {
    await expect(testShopify({ ...stored, authentication: 'clientCredentials' })).resolves.toBeUndefined();
    const wrong = { ...stored, authentication: 'clientCredentials', clientSecret: 'wrong' };
    await expect(testShopify(wrong)).rejects.toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('Client authentication failed'),
    });
    const code = await authorize();
    const fresh = { ...stored, authentication: 'authorizationCode', authorizationCode: code };
    await expect(testShopify(fresh)).resolves.toContain('Not tried yet');
    await expect(readShop(await nodeWith(fresh))).resolves.toBeDefined();
    await expect(testShopify(fresh)).resolves.toBeUndefined();
  });

  it('must be there where nothing can get one', () => {
    expect(() => createShopifyClient({ ...stored })).toThrow('no access token');
    expect(() => createShopifyClient({ ...stored, accessToken: 'x', apiVersion: '2025-07' })).toThrow(
      '2025-10 or newer',
    );
  });
});
