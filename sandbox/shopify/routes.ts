import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { graphqlOperation, jsonBody } from '../core/body';
import { type Fault, requestFaultKinds } from '../core/faults';
import { throttledBody } from './cost-answers';
import { answerGraphql } from './execute';
import { type GraphqlBody, idempotencyKeysOf, parseBody, rootFieldsOf } from './graphql-body';
import { providerName, shopDomain } from './names';
import { giveToken } from './oauth';
import { servedVersion } from './schema';
import type { World } from './world';

const graphqlParams = z.object({ shop: z.string(), version: z.string() });

const unauthorized = { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' };

function isThisShop(shop: string): boolean {
  return shop === shopDomain || shop === shopDomain.split('.')[0];
}

/**
 * A fault that is narrowed to a root field, such as `returnProcess`. The core has asked about the operation's own name
 * before; asking again only when some fault is narrowed this way keeps the others' counts right.
 */
function strikeRootField(world: World, request: FastifyRequest, body: GraphqlBody): Fault | undefined {
  const { faults } = world.context;
  for (const operation of rootFieldsOf(body)) {
    const isNarrowed = faults
      .all()
      .some((fault) => fault.provider === providerName && fault.match?.operation === operation);
    if (!isNarrowed || operation === graphqlOperation(request)) continue;
    const occasion = { provider: providerName, method: request.method, path: request.url, operation };
    const fault = faults.strike(requestFaultKinds, occasion);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Keys of a request that broke in the middle give the same failure from now on. */
export function failKeys(world: World, body: GraphqlBody): void {
  for (const { mutation, key } of idempotencyKeysOf(body)) world.idempotency.markFailed(mutation, key);
}

/** A throttled answer after which a client that obeys the status waits about this long. */
export function throttledAnswer(world: World, retryAfterSeconds: number): unknown {
  const status = world.throttle.status();
  const requested = Math.max(1, Math.min(status.maximumAvailable, Math.ceil(retryAfterSeconds * status.restoreRate)));
  return throttledBody(requested, { ...status, currentlyAvailable: 0 });
}

export const serverErrorBody = {
  errors: [
    {
      message: 'Internal error. Looks like something went wrong on our end.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '00000000-0000-0000-0000-000000000000' },
    },
  ],
};

function leave(world: World, request: FastifyRequest, reply: FastifyReply, fault: Fault, isDestroyed: boolean): void {
  reply.hijack();
  if (isDestroyed) request.raw.socket.destroy();
  const path = request.url.split('?')[0] ?? request.url;
  world.context.journal.logRequest({
    provider: providerName,
    method: request.method,
    path,
    status: 0,
    fault: fault.kind,
  });
}

async function answer(world: World, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { shop, version: asked } = graphqlParams.parse(request.params);
  if (!isThisShop(shop)) return reply.code(404).send({ errors: 'Not Found' });
  const token = request.headers['x-shopify-access-token'];
  if (typeof token !== 'string' || !world.isTokenValid(token)) return reply.code(401).send(unauthorized);
  const version = servedVersion(asked);
  if (version === undefined) return reply.code(404).send({ errors: 'Not Found' });
  reply.header('X-Shopify-API-Version', version);
  const body = parseBody(jsonBody(request));
  if (body === undefined) return reply.code(400).send({ errors: { query: 'Required parameter missing or invalid' } });

  const fault = strikeRootField(world, request, body);
  if (fault?.kind === 'timeout' || fault?.kind === 'reset') {
    leave(world, request, reply, fault, fault.kind === 'reset');
    return reply;
  }
  if (fault?.kind === 'rate-limit') return throttledAnswer(world, fault.retryAfterSeconds ?? 2);
  if (fault?.kind === 'server-error') return reply.code(500).send(serverErrorBody);
  if (fault?.kind === 'execution-error') {
    failKeys(world, body);
    return reply.code(500).send(serverErrorBody);
  }
  const result = await answerGraphql(world, version, body);
  if (fault?.kind === 'lost-answer') {
    leave(world, request, reply, fault, true);
    return reply;
  }
  return reply.code(result.status).send(result.body);
}

export function registerRoutes(app: FastifyInstance, world: World): void {
  app.post('/shopify/:shop/admin/api/:version/graphql.json', (request, reply) => answer(world, request, reply));
  app.get('/shopify/bulk/:file', async (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params);
    const operation = world.bulk.get(file.replace(/\.jsonl$/, ''));
    if (operation?.status !== 'COMPLETED') return reply.code(404).send('Not Found');
    reply.header('content-type', 'application/jsonl');
    return reply.send(Readable.from(operation.lines.map((line) => `${line}\n`)));
  });
  app.post('/shopify/:shop/admin/oauth/access_token', (request, reply) => giveToken(world, request, reply));
}
