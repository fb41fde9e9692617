import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from '../core/body';
import { answerGraphql } from './execute';
import { parseBody } from './graphql-body';
import { shopDomain } from './names';
import { giveToken } from './oauth';
import { servedVersion } from './schema';
import type { World } from './world';

const graphqlParams = z.object({ shop: z.string(), version: z.string() });

const unauthorized = { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' };

function isThisShop(shop: string): boolean {
  return shop === shopDomain || shop === shopDomain.split('.')[0];
}

const graphqlRoute = '/shopify/:shop/admin/api/:version/graphql.json';

/** Whether a request asks the GraphQL address, of whatever shop and version. */
export const isGraphql = (request: FastifyRequest): boolean => request.routeOptions.url === graphqlRoute;

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
  const result = await answerGraphql(world, version, body);
  return reply.code(result.status).send(result.body);
}

export function registerRoutes(app: FastifyInstance, world: World): void {
  app.post(graphqlRoute, (request, reply) => answer(world, request, reply));
  app.get('/shopify/bulk/:file', async (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params);
    const operation = world.bulk.get(file.replace(/\.jsonl$/, ''));
    if (operation?.status !== 'COMPLETED') return reply.code(404).send('Not Found');
    reply.header('content-type', 'application/jsonl');
    return reply.send(Readable.from(operation.lines.map((line) => `${line}\n`)));
  });
  app.post('/shopify/:shop/admin/oauth/access_token', (request, reply) => giveToken(world, request, reply));
}
