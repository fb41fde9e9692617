import type { IDataObject, IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { RenewToken, Shop, ShopKey, TikTokShopClient } from '../../lib/shops/tiktok-shop';
import { tikTokShop } from './shops';
import { refusedTokenHeader } from '../../lib/shops/tiktok-shop/sign-options';
import { ReturnsError } from '../../lib/returns';
import { renewToken } from './renew-token';
import { environmentOf, type ProviderContext } from './transport';

const credentialName = 'returnsTikTokShopApi';

/** n8n looks a credential up in its database at every call: once per run of a node is enough. */
const sessions = new WeakMap<ProviderContext, Promise<Session>>();

interface Session {
  readonly client: TikTokShopClient;
  readonly credentials: IDataObject;
}

/** For triggers, whose context lives as long as the workflow is active: the next call reads the credential again. */
export const forgetSession = (context: ProviderContext): boolean => sessions.delete(context);

/** Signed in to the seller, for calls about no shop. */
export async function connectSeller(context: ProviderContext): Promise<TikTokShopClient> {
  return (await sessionOf(context)).client;
}

/**
 * Signed in to the shop that the node names: by its cipher, id or code; the only one, or the only one of the credential's
 * region, when it names none.
 */
export async function connectTikTokShop(context: ProviderContext, named: string): Promise<TikTokShopClient> {
  const { client, credentials } = await sessionOf(context);
  return client.forShop(await shopFor(context, client, credentials, named));
}

/** The same for an item: the field "Shop" may be an expression. */
export function connectShopOf(context: IExecuteFunctions, itemIndex: number): Promise<TikTokShopClient> {
  const named: unknown = context.getNodeParameter('shopId', itemIndex, '', { extractValue: true });
  return connectTikTokShop(context, nameOf(named));
}

/** The same for a picker in the editor, where an expression has no value yet. */
export function connectChosenShop(context: ILoadOptionsFunctions): Promise<TikTokShopClient> {
  const chosen = nameOf(context.getCurrentNodeParameter('shopId', { extractValue: true }));
  return connectTikTokShop(context, chosen.startsWith('=') ? '' : chosen);
}

const nameOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function sessionOf(context: ProviderContext): Promise<Session> {
  const known = sessions.get(context) ?? openSession(context);
  sessions.set(context, known);
  return known;
}

async function openSession(context: ProviderContext): Promise<Session> {
  const credentials = await readCredentials(context);
  const client = tikTokShop().createTikTokShopClient(
    {
      appKey: credentials['appKey'],
      appSecret: credentials['appSecret'],
      accessToken: credentials['accessToken'],
      accessTokenExpiresAt: credentials['accessExpiresAt'],
      ...baseUrlOf(credentials),
    },
    { environment: environmentOf(context), renew: renewerFor(context) },
  );
  return { client, credentials };
}

const readCredentials = (context: ProviderContext): Promise<IDataObject> =>
  (context as IExecuteFunctions).getCredentials(credentialName);

const baseUrlOf = ({ environment, baseUrl }: IDataObject): { baseUrl?: string } =>
  environment === 'custom' ? { baseUrl: nameOf(baseUrl) } : {};

/**
 * n8n keeps the tokens, and fetches others only on an answer 401 to a request of its own. So that is what it gets: a small
 * request that names the refused token, at which the credential feigns a 401 without asking TikTok Shop.
 */
function renewerFor(context: ProviderContext): RenewToken {
  const { id, name } = context.getNode().credentials?.[credentialName] ?? { id: null, name: '' };
  return (refused) =>
    renewToken(
      {
        credential: `${credentialName}/${id ?? name}`,
        read: async () => nameOf((await readCredentials(context))['accessToken']),
        fetchAnother: async () => askThroughN8n(context, refused),
        failure: (cause) => cause ?? withoutNewToken(),
      },
      refused,
    );
}

async function askThroughN8n(context: ProviderContext, refused: string): Promise<void> {
  await (context as IExecuteFunctions).helpers.httpRequestWithAuthentication.call(
    context as IExecuteFunctions,
    credentialName,
    {
      baseURL: baseUrlOf(await readCredentials(context)).baseUrl ?? 'https://open-api.tiktokglobalshop.com',
      url: '/authorization/202309/shops',
      headers: { [refusedTokenHeader]: tikTokShop().fingerprint(refused) },
      json: true,
      disableFollowRedirect: true,
    },
  );
}

const withoutNewToken = (): ReturnsError =>
  new ReturnsError('unauthorized', 'TikTok Shop gave no new access token', {
    provider: 'tiktok_shop',
    description: 'Authorize the app in the shop again, enter the new code in the credential, and test it.',
  });

/** Shops change rarely; a run for each webhook must not ask for them each time. */
const SHOPS_KEPT_MS = 10 * 60_000;
const keptShops = new Map<string, { readonly until: number; readonly shops: Promise<readonly Shop[]> }>();

async function shopFor(
  context: ProviderContext,
  client: TikTokShopClient,
  credentials: IDataObject,
  named: string,
): Promise<ShopKey> {
  const region = nameOf(credentials['region']);
  // Ids are digits; what else is no code of a shop either is what the list picker fills in.
  if (/^[A-Z]{2,4}_/.test(named)) return { cipher: named, ...(region !== '' && { region: region.toUpperCase() }) };
  const key = JSON.stringify([context.getNode().credentials?.[credentialName]?.id, baseUrlOf(credentials)]);
  const kept = keptShops.get(key);
  const isFresh = kept !== undefined && kept.until > Date.now();
  const shops = isFresh ? kept.shops : tikTokShop().listShops(client);
  if (!isFresh) {
    keptShops.set(key, { until: Date.now() + SHOPS_KEPT_MS, shops });
    shops.catch(() => keptShops.delete(key));
  }
  return tikTokShop().chooseShop(await shops, { shop: named, region });
}
