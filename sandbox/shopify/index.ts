import { jsonBody } from '../core/body';
import type { SandboxContext } from '../core/context';
import type { Simulator } from '../core/simulator';
import { registerControl } from './control';
import { parseBody } from './graphql-body';
import { providerName } from './names';
import { failKeys, registerRoutes, serverErrorBody, throttledAnswer } from './routes';
import { stateOf } from './state';
import { World } from './world';

/** The Shopify Admin API of one shop, `/shopify/atelier-lune.myshopify.com/admin/api/<version>/graphql.json`. */
export function registerShopify(context: SandboxContext): Simulator {
  const world = new World(context);
  return {
    name: providerName,
    register: (app) => {
      registerRoutes(app, world);
      registerControl(app, world);
    },
    reset: (options) => {
      world.reset(options?.keepSubscriptions === true);
    },
    state: () => stateOf(world),
    faultAnswer: (kind, request, retryAfterSeconds) => {
      if (kind === 'rate-limit') return { status: 200, body: throttledAnswer(world, retryAfterSeconds) };
      const body = parseBody(jsonBody(request));
      if (kind === 'execution-error' && body !== undefined) failKeys(world, body);
      return { status: 500, body: serverErrorBody };
    },
  };
}
