import type { FastifyReply, FastifyRequest } from 'fastify';
import { tiktokShopAccount } from '../accounts';
import { jsonBody, rawBody } from '../core/body';
import type { Endpoint } from './endpoint';
import {
  addressRefused,
  badRequest,
  cipherMissing,
  rateLimited,
  scopeMissing,
  signInvalid,
  TikTokError,
  tokenExpired,
  tokenUnknown,
} from './errors';
import type { Shop } from './model';
import { type Part, parseMultipart } from './multipart';
import { providerName } from './names';
import { isSameSignature, requestSignature } from './signature';
import type { Grant } from './tokens';
import type { World } from './world';

/** Parameters that every request may carry; the testing tool of Partner Center adds the last three. */
const commonQuery = new Set(['app_key', 'timestamp', 'sign', 'shop_cipher', 'access_token', 'shop_id', 'version']);
const oldestSeconds = 5 * 60;
const newestSeconds = 30;

/** `20260812140352F100F0A36CB8D305CA56`: the instant, then anything. */
export function requestId(world: World): string {
  const at = world.context.clock.iso().replace(/\D/g, '').slice(0, 14);
  return at + world.random.hex(20).toUpperCase();
}

export const envelope = (world: World, data: object): object => ({
  code: 0,
  data,
  message: 'Success',
  request_id: requestId(world),
});

export const errorEnvelope = (world: World, error: TikTokError): object => ({
  code: error.code,
  data: null,
  message: error.message,
  request_id: requestId(world),
});

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Path as it is signed: without the sandbox's own first segment, and as it was sent. */
const signedPath = (request: FastifyRequest): string =>
  (request.url.split('?')[0] ?? '').slice(providerName.length + 1);

function queryOf(request: FastifyRequest): Record<string, string> {
  const search = new URLSearchParams(request.url.split('?')[1] ?? '');
  const query: Record<string, string> = {};
  for (const [key, value] of search) {
    if (key in query) throw badRequest(`Invalid '${key}' query parameter: it is given twice.`);
    query[key] = value;
  }
  return query;
}

function ensureFresh(world: World, timestamp: string | undefined): void {
  if (timestamp === undefined || !/^\d{10}$/.test(timestamp)) {
    throw badRequest("Invalid 'timestamp' query parameter: 10 digits of Unix time are wanted.");
  }
  const age = world.now() - Number(timestamp);
  if (age > oldestSeconds) throw badRequest("Expired 'timestamp' query parameter: it is more than 5 minutes old.");
  if (age < -newestSeconds) throw badRequest("Invalid 'timestamp' query parameter: it is in the future.");
}

function ensureSigned(world: World, request: FastifyRequest, query: Readonly<Record<string, string>>): void {
  if (query['app_key'] !== tiktokShopAccount.appKey) {
    throw badRequest("Invalid credentials. Invalid 'app_key' query parameter.");
  }
  ensureFresh(world, query['timestamp']);
  const { sign } = query;
  if (sign === undefined || sign === '') throw badRequest("Invalid credentials. Missing 'sign' query parameter.");
  const signed = { path: signedPath(request), query, contentType: headerOf(request, 'content-type') ?? '' };
  const expected = requestSignature({ ...signed, body: rawBody(request) }, world.settings.appSecret);
  if (!isSameSignature(sign, expected)) throw signInvalid();
}

function ensureGrant(world: World, request: FastifyRequest, scope: string): Grant {
  const token = headerOf(request, 'x-tts-access-token');
  if (token === undefined || token === '') {
    throw badRequest("Invalid credentials. Missing 'x-tts-access-token' header.");
  }
  const grant = world.tokens.find(token);
  if (grant === undefined || grant.isRevoked) throw tokenUnknown();
  if (grant.accessExpires <= world.now()) throw tokenExpired();
  if (!grant.scopes.includes(scope)) throw scopeMissing(scope);
  return grant;
}

function shopFor(world: World, endpoint: Endpoint, cipher: string | undefined): Shop {
  if (endpoint.isShopless === true) {
    if (cipher !== undefined) throw badRequest('Unexpected identifier: shop_cipher');
    return world.mainShop();
  }
  if (cipher === undefined || cipher === '') throw cipherMissing();
  const found = [...world.shops.values()].find((shop) => shop.cipher === cipher);
  if (found === undefined) throw badRequest("Invalid credentials. Invalid 'shop_cipher' query parameter.");
  return found;
}

function readParts(endpoint: Endpoint, request: FastifyRequest): Part[] {
  const contentType = headerOf(request, 'content-type') ?? '';
  const isMultipart = contentType.toLowerCase().startsWith('multipart/form-data');
  if ((endpoint.isMultipart === true) !== isMultipart && rawBody(request).length > 0) {
    throw new TikTokError(36009022, `Invalid 'Content-Type' header: ${contentType.split(';')[0] ?? ''}`, 415);
  }
  return isMultipart ? parseMultipart(rawBody(request), contentType) : [];
}

function readJson(request: FastifyRequest): unknown {
  const body = jsonBody(request);
  if (body === undefined) throw badRequest('The request body is not valid JSON.');
  return body;
}

function textEntries(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function answerOf(world: World, endpoint: Endpoint, version: string, request: FastifyRequest): object {
  const query = queryOf(request);
  ensureSigned(world, request, query);
  if (!world.settings.isAddressAllowed) throw addressRefused();
  ensureGrant(world, request, endpoint.scope);
  const shop = shopFor(world, endpoint, query['shop_cipher']);
  const isRead = endpoint.method === 'GET' || endpoint.isRead === true;
  if (!world.rateLimit.take(shop.id, isRead ? 'reads' : 'writes')) throw rateLimited();
  const parts = readParts(endpoint, request);
  world.timers.runDue();
  return endpoint.run({
    world,
    shop,
    version,
    params: textEntries(request.params),
    query: Object.fromEntries(Object.entries(query).filter(([key]) => !commonQuery.has(key))),
    body: endpoint.isMultipart === true ? {} : readJson(request),
    parts,
  });
}

/** Runs an endpoint as the gateway does: signature, clock, token, scope, shop, rate, then the business. */
export function gate(world: World, endpoint: Endpoint, version: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    try {
      await reply.send(envelope(world, answerOf(world, endpoint, version, request)));
    } catch (error) {
      if (!(error instanceof TikTokError)) throw error;
      if (error.status === 429) reply.header('retry-after', '1');
      await reply.code(error.status).send(errorEnvelope(world, error));
    }
  };
}
