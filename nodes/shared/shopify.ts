import type { IExecuteFunctions } from 'n8n-workflow';
import type { ClientEnvironment } from '../../lib/http';
import { ReturnsError } from '../../lib/returns';
import type { ShopifyClient, TokenRenewal } from '../../lib/shops/shopify';
import { renewToken } from './renew-token';
import { shopify } from './shops';
import { environmentOf, type ProviderContext } from './transport';

const credentialType = 'returnsShopifyApi';

export async function connectShopify(context: ProviderContext, itemIndex?: number): Promise<ShopifyClient> {
  const stored = await (context as IExecuteFunctions).getCredentials(credentialType, itemIndex);
  return clientOf(stored, environmentOf(context), () => renewalOf(context, itemIndex));
}

/**
 * A token just got for a credential that is not stored yet shows that Shopify takes it; a code works only once, so it is
 * kept for the first run.
 * @returns what to say where that is more than that Shopify accepts it
 * @throws ReturnsError what is wrong with the credential, or with the way to the shop
 */
export async function testShopify(stored: Record<string, unknown>): Promise<string | undefined> {
  const client = clientOf(stored, {}, () => async () => {
    const renewed = await shopify().renewSession(stored, shopify().postJson());
    return renewed.sessionToken ?? '';
  });
  const { sessionToken = '', refreshToken = '' } = stored as { sessionToken?: string; refreshToken?: string };
  if (stored['authentication'] === 'authorizationCode' && sessionToken === '' && refreshToken === '') {
    return 'Not tried yet: the code works once, and is exchanged when a node with this credential first runs';
  }
  await shopify().readShop(client);
  return undefined;
}

function clientOf(
  stored: Readonly<Record<string, unknown>>,
  environment: ClientEnvironment,
  renewal: () => TokenRenewal,
): ShopifyClient {
  const text = (name: string): string => String(stored[name] ?? '').trim();
  const expires = isExpiring(stored);
  return shopify().createShopifyClient(
    {
      shop: text('shop'),
      accessToken: text(expires ? 'sessionToken' : 'accessToken'),
      apiVersion: text('apiVersion'),
      ...(text('environment') === 'custom' && { baseUrl: text('baseUrl') }),
    },
    environment,
    expires ? renewal() : undefined,
  );
}

const isExpiring = ({ authentication }: Readonly<Record<string, unknown>>): boolean =>
  authentication === 'clientCredentials' || authentication === 'authorizationCode';

/** n8n renews a credential after a request of its own: it saves the new token, and the refresh token that came with it. */
function renewalOf(context: ProviderContext, itemIndex: number | undefined): TokenRenewal {
  const { id, name } = context.getNode().credentials?.[credentialType] ?? { id: null, name: '' };
  const read = async () => (context as IExecuteFunctions).getCredentials(credentialType, itemIndex);
  return (refused) =>
    renewToken(
      {
        credential: `${credentialType}/${id ?? name}`,
        read: async () => String((await read())['sessionToken'] ?? '').trim(),
        fetchAnother: async () => askThroughN8n(context, await read()),
        failure: withoutNewToken,
      },
      refused,
    );
}

const withoutNewToken = (cause: unknown): ReturnsError =>
  new ReturnsError('unauthorized', `Shopify gave out no new access token${reasonOf(cause)}`, {
    provider: 'shopify',
    status: 401,
    description:
      'Open the credential: check client ID and secret, and that the app is installed. With an authorization code, install the app again and enter the new code.',
  });

function reasonOf(failure: unknown): string {
  const cause = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure;
  return cause instanceof Error && cause.message !== '' ? `: ${cause.message}` : '';
}

async function askThroughN8n(context: ProviderContext, stored: Record<string, unknown>): Promise<void> {
  const text = (name: string): string => String(stored[name] ?? '').trim();
  const origin = text('environment') === 'custom' ? text('baseUrl').replace(/\/+$/, '') : `https://${text('shop')}`;
  await (context as IExecuteFunctions).helpers.httpRequestWithAuthentication.call(
    context as IExecuteFunctions,
    credentialType,
    {
      method: 'POST',
      url: `${origin}/admin/api/${text('apiVersion')}/graphql.json`,
      body: { query: '{ shop { id } }' },
      json: true,
      disableFollowRedirect: true,
    },
  );
}
