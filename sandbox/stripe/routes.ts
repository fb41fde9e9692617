import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import type { SandboxContext } from '../core/context';
import { createEndpoint, updateEndpoint } from './endpoints';
import { invalidRequest, noSuch } from './errors';
import { type Form, formOf, textOf } from './form';
import { type Handler, type StripeCall, createGate, withExpansions } from './gate';
import type { IdempotencyKeys } from './idempotency';
import { listPage } from './list';
import type { CheckoutSession } from './objects';
import { refundPayment } from './refund-payment';
import { readMetadata, readRefundRequest } from './refund-request';
import { search } from './search';
import { cancelRefund } from './settle-refund';
import type { StripeStore } from './store';

interface RouteParts {
  context: SandboxContext;
  store: StripeStore;
  keys: IdempotencyKeys;
  latencyMs: () => number;
}

function idOf(request: FastifyRequest): string {
  return z.object({ id: z.string() }).parse(request.params).id;
}

function found<T>(map: ReadonlyMap<string, T>, kind: string, param: string, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw noSuch(kind, id, param, 404);
  return value;
}

/** Whether a field equals what the form asks for, if it asks. */
function isAsked(form: Form, param: string, actual: string | null): boolean {
  const wanted = textOf(form, param);
  return wanted === undefined || wanted === actual;
}

function isAskedSession(session: CheckoutSession, form: Form): boolean {
  const email = textOf(formOf(form, 'customer_details'), 'email');
  return (
    isAsked(form, 'payment_intent', session.payment_intent) &&
    isAsked(form, 'status', session.status) &&
    isAsked(form, 'customer', session.customer) &&
    (email === undefined || email.toLowerCase() === session.customer_details.email.toLowerCase())
  );
}

function balance(store: StripeStore): object {
  const totals = new Map<string, number>();
  const add = (currency: string, amount: number): void => {
    totals.set(currency, (totals.get(currency) ?? 0) + amount);
  };
  for (const charge of store.charges.values()) add(charge.currency, charge.amount_captured - charge.amount_refunded);
  if (totals.size === 0) add('eur', 0);
  const available = [...totals].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
  const pending = available.map(({ currency }) => ({ amount: 0, currency, source_types: { card: 0 } }));
  return { object: 'balance', available, livemode: false, pending };
}

/** The part of Stripe's API version 1 that a return needs. */
export function registerRoutes(app: FastifyInstance, { context, store, keys, latencyMs }: RouteParts): void {
  const gate = createGate({ context, store, keys, latencyMs });
  const get = (path: string, answer: (call: StripeCall, request: FastifyRequest) => object): void => {
    app.get(
      `/stripe/v1/${path}`,
      gate((call, request) => () => withExpansions(answer(call, request), call, store)),
    );
  };
  const post = (path: string, handler: Handler): void => {
    app.post(
      `/stripe/v1/${path}`,
      gate((call, request) => {
        const effect = handler(call, request);
        return () => withExpansions(effect(), call, store);
      }),
    );
  };

  get('balance', () => balance(store));

  get('payment_intents/search', ({ form }) =>
    search(store.paymentIntents.values(), form, '/v1/payment_intents/search'),
  );
  get('payment_intents/:id', (_call, request) =>
    found(store.paymentIntents, 'payment_intent', 'intent', idOf(request)),
  );
  get('payment_intents', ({ form }) => listPage(store.paymentIntents.values(), form, '/v1/payment_intents'));

  get('charges/search', ({ form }) => search(store.charges.values(), form, '/v1/charges/search'));
  get('charges/:id', (_call, request) => found(store.charges, 'charge', 'id', idOf(request)));
  get('charges', ({ form }) => {
    const asked = [...store.charges.values()].filter((charge) =>
      isAsked(form, 'payment_intent', charge.payment_intent),
    );
    return listPage(asked, form, '/v1/charges');
  });

  get('checkout/sessions/:id/line_items', ({ form }, request) => {
    const session = found(store.sessions, 'checkout.session', 'session', idOf(request));
    const url = `/v1/checkout/sessions/${session.id}/line_items`;
    return listPage(store.lineItems.get(session.id) ?? [], form, url, 'as-is');
  });
  get('checkout/sessions/:id', (_call, request) => found(store.sessions, 'checkout.session', 'session', idOf(request)));
  get('checkout/sessions', ({ form }) => {
    const asked = [...store.sessions.values()].filter((session) => isAskedSession(session, form));
    return listPage(asked, form, '/v1/checkout/sessions');
  });

  get('products/:id', (_call, request) => found(store.products, 'product', 'id', idOf(request)));

  get('refunds/:id', (_call, request) => found(store.refunds, 'refund', 'refund', idOf(request)));
  get('refunds', ({ form }) => {
    const asked = [...store.refunds.values()].filter(
      (refund) => isAsked(form, 'payment_intent', refund.payment_intent) && isAsked(form, 'charge', refund.charge),
    );
    return listPage(asked, form, '/v1/refunds');
  });
  post('refunds', (call) => {
    const request = readRefundRequest(call.form);
    return () => refundPayment(context, store, request, call);
  });
  post('refunds/:id/cancel', (call, request) => {
    const refund = found(store.refunds, 'refund', 'refund', idOf(request));
    return () => cancelRefund(context, store, refund, call);
  });
  post('refunds/:id', (call, request) => {
    const refund = found(store.refunds, 'refund', 'refund', idOf(request));
    const metadata = readMetadata(call.form);
    return () => {
      Object.assign(refund.metadata, metadata);
      return refund;
    };
  });

  get('events/:id', (_call, request) => found(store.events, 'event', 'id', idOf(request)));
  get('events', ({ form }) => {
    const asked = [...store.events.values()].filter((event) => isAsked(form, 'type', event.type));
    return listPage(asked.reverse(), form, '/v1/events', 'as-is');
  });

  get('webhook_endpoints/:id', (_call, request) =>
    found(store.endpoints, 'webhook endpoint', 'webhook_endpoint', idOf(request)),
  );
  get('webhook_endpoints', ({ form }) => listPage(store.endpoints.values(), form, '/v1/webhook_endpoints'));
  post(
    'webhook_endpoints',
    ({ form }) =>
      () =>
        createEndpoint(context, store, form),
  );
  post('webhook_endpoints/:id', ({ form }, request) => {
    const endpoint = found(store.endpoints, 'webhook endpoint', 'webhook_endpoint', idOf(request));
    return () => updateEndpoint(endpoint, form);
  });
  app.delete(
    '/stripe/v1/webhook_endpoints/:id',
    gate((_call, request) => () => {
      const endpoint = found(store.endpoints, 'webhook endpoint', 'webhook_endpoint', idOf(request));
      store.endpoints.delete(endpoint.id);
      store.secrets.delete(endpoint.id);
      return { id: endpoint.id, object: 'webhook_endpoint', deleted: true };
    }),
  );

  app.all(
    '/stripe/*',
    gate((_call, request) => () => {
      const path = request.url.replace(/^\/stripe/, '').split('?')[0] ?? '';
      throw invalidRequest(
        `Unrecognized request URL (${request.method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
        { status: 404 },
      );
    }),
  );
}
