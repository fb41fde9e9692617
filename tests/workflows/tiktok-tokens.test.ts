import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { ReturnsTikTokShopApi } from '../../credentials/ReturnsTikTokShopApi.credentials';
import { connectTikTokShop } from '../../nodes/shared/tiktok-shop';
import { listWarehouses } from '../../lib/shops/tiktok-shop';
import { useWorld } from './support/world';

const world = useWorld();
const type = new ReturnsTikTokShopApi();

interface Options {
  readonly url: string;
  readonly qs?: object;
  readonly headers?: object;
}

/** What n8n 2.41 does around a credential: keeps it, signs by it, renews it on an answer 401, saves what rotates. */
function n8nWith(initial: Record<string, unknown>, savesAfterMs = 0) {
  const state = { stored: { ...initial }, renewals: 0 };
  const httpRequest = async ({ url, qs = {}, headers = {} }: Options): Promise<unknown> => {
    const address = new URL(url);
    for (const [name, value] of Object.entries(qs)) address.searchParams.set(name, String(value));
    const answer = await fetch(address, { headers: z.record(z.string(), z.string()).parse(headers) });
    return answer.json();
  };
  const preAuthentication = async (credentials: Record<string, unknown>): Promise<void> => {
    state.renewals += 1;
    const output = await type.preAuthentication.call({ helpers: { httpRequest } }, credentials as never);
    await sleep(savesAfterMs);
    state.stored = { ...state.stored, ...output };
    Object.assign(credentials, output);
  };
  const httpRequestWithAuthentication = async (_name: string, options: Options): Promise<unknown> => {
    const credentials = { ...state.stored };
    if (credentials['accessToken'] === '') await preAuthentication(credentials);
    const signed = async () => type.authenticate(credentials as never, { ...options } as never);
    try {
      return await httpRequest(await signed());
    } catch (error) {
      if (!z.object({ response: z.object({ status: z.literal(401) }) }).safeParse(error).success) throw error;
      await preAuthentication(credentials);
      return httpRequest(await signed());
    }
  };
  const context = (id = '1') =>
    ({
      getCredentials: () => Promise.resolve({ ...state.stored }),
      getNode: () => ({ name: 'node', credentials: { returnsTikTokShopApi: { id, name: 'c' } } }),
      helpers: { httpRequestWithAuthentication },
    }) as never;
  return { state, context };
}

const stored = (changes: object = {}): Record<string, unknown> => ({
  ...world.credentials()['returnsTikTokShopApi'],
  authorizationCode: '',
  accessExpiresAt: 0,
  ...changes,
});
const expire = () => world.control('tiktok-shop/tokens/expire');
const warehousesOf = async (context: never): Promise<number> =>
  (await listWarehouses(await connectTikTokShop(context, ''))).length;

describe('the tokens of a credential', () => {
  it('are fetched by the authorization code, kept, and the code is used up', async () => {
    const { code } = z.object({ code: z.string() }).parse(await world.control('tiktok-shop/tokens/code'));
    const { state, context } = n8nWith(stored({ authorizationCode: code, accessToken: '', refreshToken: '' }));
    await expect(warehousesOf(context())).resolves.toBeGreaterThan(0);
    expect(state.renewals).toBe(1);
    expect(state.stored).toMatchObject({
      authorizationCode: '',
      accessToken: expect.stringMatching(/.+/),
      refreshToken: expect.stringMatching(/.+/),
    });
    expect(Number(state.stored['accessExpiresAt'])).toBeGreaterThan(1_700_000_000);
  });

  it('that have expired are renewed once by many runs at once, and the rotated one is saved', async () => {
    const { state, context } = n8nWith(stored());
    const before = { ...state.stored };
    await expire();
    await Promise.all([1, 2, 3, 4].map(() => warehousesOf(context())));
    expect(state.renewals).toBe(1);
    expect(state.stored['accessToken']).not.toBe(before['accessToken']);
    expect(state.stored['refreshToken']).not.toBe(before['refreshToken']);
    await warehousesOf(context());
    expect(state.renewals).toBe(1);
  });

  it('that another process has renewed meanwhile are taken from n8n', async () => {
    const { state, context } = n8nWith(stored());
    const late = context();
    const client = await connectTikTokShop(late, '');
    await expire();
    await warehousesOf(context());
    await listWarehouses(client);
    expect(state.renewals).toBe(1);
  });

  it('that two processes renew at once are those that TikTok Shop gave to the first', async () => {
    const { state, context } = n8nWith(stored(), 300);
    await expire();
    // What is renewed at once in one process is kept apart by the credential's id.
    await Promise.all(['server', 'worker'].map((id) => warehousesOf(context(id))));
    expect(state.renewals).toBe(2);
    await expect(warehousesOf(context())).resolves.toBeGreaterThan(0);
    expect(state.renewals).toBe(2);
  });

  it('are renewed before they end', async () => {
    const { state, context } = n8nWith(stored({ accessExpiresAt: Math.floor(Date.now() / 1000) + 60 }));
    await warehousesOf(context());
    expect(state.renewals).toBe(1);
  });

  it('whose authorization is withdrawn say what to do, without a secret', async () => {
    const { context } = n8nWith(stored());
    await world.control('tiktok-shop/tokens/revoke');
    await sleep(10);
    const error: unknown = await warehousesOf(context()).catch((caught: unknown) => caught);
    const text = `${String(error)} ${JSON.stringify(error)}`;
    expect(text).toMatch(/[Aa]uthori/);
    for (const name of ['appSecret', 'refreshToken', 'accessToken']) {
      expect(text).not.toContain(String(stored()[name]));
    }
  });
});

describe('the test of a credential', () => {
  const options = () => ({ url: 'http://127.0.0.1:9/authorization/202309/shops', ...type.test.request });
  /** As n8n shows it: what was thrown, or nothing when the request went well. */
  async function shown(changes: object = {}) {
    const { state, context } = n8nWith(stored(changes));
    const { baseUrl } = state.stored;
    const { helpers } = context() as unknown as {
      helpers: { httpRequestWithAuthentication: (name: string, options: object) => Promise<unknown> };
    };
    const request = { ...options(), baseURL: baseUrl };
    const error: unknown = await helpers.httpRequestWithAuthentication('', request).then(
      () => undefined,
      (caught: unknown) => caught,
    );
    const response = (error as { response?: { statusText: string } } | undefined)?.response;
    return { state, message: response?.statusText ?? (error instanceof Error ? error.message : '') };
  }

  it('exchanges a code that was entered, and n8n saves what came for it', async () => {
    const { code } = z.object({ code: z.string() }).parse(await world.control('tiktok-shop/tokens/code'));
    const { state, message } = await shown({ authorizationCode: code, accessToken: '', refreshToken: '' });
    expect(message).toBe('');
    expect(state.renewals).toBe(1);
    expect(state.stored).toMatchObject({ authorizationCode: '', accessToken: expect.stringMatching(/.+/) });
  });

  it('tries a refresh token once, and leaves it alone afterwards', async () => {
    const first = await shown();
    expect(first).toMatchObject({ message: '', state: { renewals: 1 } });
    const second = await shown(first.state.stored);
    expect(second).toMatchObject({ message: '', state: { renewals: 0, stored: first.state.stored } });
  });

  it('renews an access token that has ended, instead of asking for a new authorization', async () => {
    const { state } = await shown();
    await expire();
    expect(await shown(state.stored)).toMatchObject({ message: '', state: { renewals: 1 } });
  });

  it.each([
    ['a wrong refresh token', { refreshToken: 'wrong' }, /gave no token.*[Aa]uthorize the app/],
    ['a wrong app secret', { appSecret: 'wrong' }, /gave no token.*Check the app key and the app secret/],
    ['no refresh token', { refreshToken: '' }, /neither an authorization code nor a refresh token\. Authorize/],
    ['an empty base URL', { baseUrl: '' }, /Base URL is empty\. Enter the Base URL/],
    ['what is no URL', { baseUrl: 'nonsense' }, /no http or https address\. Enter an address/],
    ['nobody at the address', { baseUrl: 'http://127.0.0.1:9' }, /could not be asked .*Check the network/],
  ])('says of %s what to do, in sentences', async (_case, changes, sentence) => {
    const { state, message } = await shown(changes);
    expect(message).toMatch(sentence);
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/ECONN|ENOTFOUND|ERR_|run the item/);
    expect(state.stored).toEqual(stored(changes));
  });

  it.each([
    ['a page of something else', { path: '/mailbox' }, /not the API of TikTok Shop\. .*base URL/],
    ['an address without anything', { path: '/nope' }, /not the API of TikTok Shop\. .*base URL/],
    ['a wrong app secret', { appSecret: 'wrong' }, /signature.*Check the app secret/],
    ['no app key', { appKey: '' }, /"App Key": enter the app key\. .*save and test it\./],
  ])('says of %s what is wrong, with tokens that are good', async (_case, { path, ...changes }: Change, sentence) => {
    const { state } = await shown();
    const there = path === undefined ? {} : { baseUrl: `${world.sandbox().url}${path}` };
    const after = await shown({ ...state.stored, ...changes, ...there });
    expect(after.message).toMatch(sentence);
    expect(after.state.renewals).toBe(0);
  });
  interface Change {
    readonly path?: string;
    readonly appKey?: string;
    readonly appSecret?: string;
  }
});
