import type { SandboxContext } from '../core/context';
import { commonFaultKinds } from '../core/faults';
import type { Simulator } from '../core/simulator';
import { registerControl } from './control';
import { headerOf } from './gate';
import { IdempotencyKeys } from './idempotency';
import { registerRoutes } from './routes';
import { settleDueRefunds } from './settle-refund';
import { StripeStore } from './store';

const unknownError = { error: { message: 'An unknown error occurred', type: 'api_error' } };

/** Stripe on loopback: base URL `<sandbox>/stripe`, so `<sandbox>/stripe/v1/refunds`. */
export function createStripe(context: SandboxContext): Simulator {
  const store = new StripeStore();
  const keys = new IdempotencyKeys(() => context.clock.now());
  let latency = 0;
  context.clock.onTick(() => {
    settleDueRefunds(context, store);
  });

  return {
    name: 'stripe',
    faultKinds: [...commonFaultKinds, 'execution-error'],
    register(app) {
      registerRoutes(app, { context, store, keys, latencyMs: () => latency });
      registerControl(app, {
        context,
        store,
        setLatency: (ms) => {
          latency = ms;
        },
      });
    },
    reset(options = {}) {
      store.clear(options.keepSubscriptions === true);
      keys.clear();
      latency = 0;
    },
    state: () => ({
      payments: [...store.sessions.values()].map((session) => ({
        session,
        items: store.lineItems.get(session.id) ?? [],
        paymentIntent: store.paymentIntents.get(session.payment_intent),
        charge: store.charges.get(store.paymentIntents.get(session.payment_intent)?.latest_charge ?? ''),
        refunds: [...store.refunds.values()].filter((refund) => refund.payment_intent === session.payment_intent),
      })),
      webhookEndpoints: [...store.endpoints.values()],
    }),
    faultAnswer(kind, request) {
      const headers = { 'request-id': context.random.id('req_', 14) };
      if (kind === 'rate-limit') {
        const body = {
          error: {
            code: 'rate_limit',
            doc_url: 'https://stripe.com/docs/error-codes/rate-limit',
            message:
              'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
            type: 'invalid_request_error',
          },
        };
        return { status: 429, headers, body };
      }
      const key = headerOf(request, 'idempotency-key');
      if (kind === 'execution-error' && key !== undefined && request.method === 'POST' && keys.isFree(key)) {
        const params = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
        const endpoint = request.url.replace(/^\/stripe/, '').split('?')[0] ?? '';
        keys.claim({ key, endpoint, params, requestId: headers['request-id'] });
        keys.settle(key, { status: 500, body: unknownError });
      }
      return { status: 500, headers, body: unknownError };
    },
  };
}
