import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import type { SandboxContext } from '../../core/context';
import { invalidRequest } from '../errors';
import { createGate, withExpansions } from '../gate';
import type { IdempotencyKeys } from '../idempotency';
import type { StripeStore } from '../store';
import { balanceRoutes } from './balance';
import { chargeRoutes } from './charges';
import { checkoutSessionRoutes } from './checkout-sessions';
import { eventRoutes } from './events';
import { paymentIntentRoutes } from './payment-intents';
import { productRoutes } from './products';
import { refundRoutes } from './refunds';
import type { Route } from './route';
import { webhookEndpointRoutes } from './webhook-endpoints';

const routes: readonly Route[] = [
  ...balanceRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...checkoutSessionRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
];

interface RouteParts {
  context: SandboxContext;
  store: StripeStore;
  keys: IdempotencyKeys;
  latencyMs: () => number;
}

const paramsShape = z.object({ id: z.string().default('') });

/** Says that nothing is served there. */
function refuseUnknown(request: FastifyRequest): never {
  const path = request.url.replace(/^\/stripe/, '').split('?')[0] ?? '';
  throw invalidRequest(
    `Unrecognized request URL (${request.method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    { status: 404 },
  );
}

/** The part of Stripe's API version 1 that a return needs. */
export function registerRoutes(app: FastifyInstance, { context, store, keys, latencyMs }: RouteParts): void {
  const gate = createGate({ context, store, keys, latencyMs });
  for (const { method, path, handle } of routes) {
    app.route({
      method,
      url: `/stripe/v1/${path}`,
      handler: gate((call, request) => {
        const { id } = paramsShape.parse(request.params);
        const effect = handle({ context, store, call, form: call.form, id });
        return () => withExpansions(effect(), call, store);
      }),
    });
  }
  app.all(
    '/stripe/*',
    gate((_call, request) => () => refuseUnknown(request)),
  );
}
