import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tiktokShopAccount } from '../accounts';
import { envelope, errorEnvelope } from './gate';
import { TikTokError } from './errors';
import { providerName } from './names';
import type { Grant } from './tokens';
import type { World } from './world';

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?')[1] ?? '');
}

function grantView(world: World, grant: Grant): object {
  return {
    access_token: grant.accessToken,
    access_token_expire_in: grant.accessExpires,
    refresh_token: grant.refreshToken,
    refresh_token_expire_in: grant.refreshExpires,
    open_id: grant.openId,
    seller_name: world.mainShop().name,
    seller_base_region: world.mainShop().region,
    user_type: 0,
    granted_scopes: grant.scopes,
  };
}

function ensureApp(world: World, query: URLSearchParams, grantType: string): void {
  if (query.get('app_key') !== tiktokShopAccount.appKey || query.get('app_secret') !== world.settings.appSecret) {
    throw new TikTokError(36004003, 'Invalid app_key or app_secret');
  }
  if (query.get('grant_type') !== grantType) throw new TikTokError(36004002, 'Invalid grant_type');
}

/** The seller is asked, and here always says yes. The code comes back to the address that Partner Center knows. */
async function consent(world: World, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const query = queryOf(request);
  const isKnown =
    query.get('service_id') === tiktokShopAccount.serviceId || query.get('app_key') === tiktokShopAccount.appKey;
  if (!isKnown) {
    await reply.code(400).send(errorEnvelope(world, new TikTokError(36004003, 'Unknown service')));
    return;
  }
  const answer = new URLSearchParams({
    app_key: tiktokShopAccount.appKey,
    code: world.tokens.issueCode(),
    locale: 'en-GB',
    shop_region: world.mainShop().region,
    ...(query.has('state') && { state: query.get('state') ?? '' }),
  });
  const { redirectUrl } = world.settings;
  if (redirectUrl === undefined) await reply.send(Object.fromEntries(answer));
  else await reply.redirect(`${redirectUrl}${redirectUrl.includes('?') ? '&' : '?'}${answer.toString()}`);
}

/** The token host: unsigned GETs with the secret in the query, as published. */
export function registerOauth(app: FastifyInstance, world: World): void {
  const get = (path: string, answer: (query: URLSearchParams) => Grant): void => {
    app.get(`/${providerName}${path}`, async (request, reply) => {
      try {
        const grant = answer(queryOf(request));
        world.record('token.issued', grant.openId, { by: path.split('/').at(-1) });
        await reply.send(envelope(world, grantView(world, grant)));
      } catch (error) {
        if (!(error instanceof TikTokError)) throw error;
        await reply.send(errorEnvelope(world, error));
      }
    });
  };
  get('/api/v2/token/get', (query) => {
    ensureApp(world, query, 'authorized_code');
    return world.tokens.redeem(query.get('auth_code') ?? '');
  });
  get('/api/v2/token/refresh', (query) => {
    ensureApp(world, query, 'refresh_token');
    return world.tokens.refresh(query.get('refresh_token') ?? '');
  });
  for (const path of ['/open/authorize', '/oauth/authorize']) {
    app.get(`/${providerName}${path}`, (request, reply) => consent(world, request, reply));
  }
}
