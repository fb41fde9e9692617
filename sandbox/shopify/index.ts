import type { FastifyRequest } from 'fastify';
import { jsonBody } from '../core/body';
import type { SandboxContext } from '../core/context';
import { commonFaultKinds } from '../core/faults';
import type { Simulator } from '../core/simulator';
import { registerControl } from './control';
import { faultAnswer } from './fault-answers';
import { type GraphqlBody, operationsOf, parseBody } from './graphql-body';
import { providerName } from './names';
import { isGraphql, registerRoutes } from './routes';
import { stateOf } from './state';
import { World } from './world';

/** What a request to the GraphQL address asks for. Tokens and files are asked for elsewhere. */
function graphqlOf(request: FastifyRequest): GraphqlBody | undefined {
  return isGraphql(request) ? parseBody(jsonBody(request)) : undefined;
}

/** The Shopify Admin API of one shop, `/shopify/atelier-lune.myshopify.com/admin/api/<version>/graphql.json`. */
export function registerShopify(context: SandboxContext): Simulator {
  const world = new World(context);
  return {
    name: providerName,
    faultKinds: [...commonFaultKinds, 'throttled', 'security-rejection', 'execution-error'],
    register: (app) => {
      registerRoutes(app, world);
      registerControl(app, world);
    },
    reset: (options) => {
      world.reset(options?.keepSubscriptions === true);
    },
    state: () => stateOf(world),
    faultAnswer: (kind, request, retryAfterSeconds) => faultAnswer(world, kind, request, retryAfterSeconds),
    operationsOf: (request) => {
      const body = graphqlOf(request);
      return body === undefined ? [] : operationsOf(body);
    },
    // Points are counted for queries and mutations alone.
    canMeet: (kind, request) => kind !== 'throttled' || isGraphql(request),
  };
}
