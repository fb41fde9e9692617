import { createHmac } from 'node:crypto';
import type { SandboxContext } from '../core/context';
import { apiVersion, type StripeEvent, type WebhookEndpoint } from './objects';
import type { StripeStore } from './store';

/** Value of `Stripe-Signature`: HMAC-SHA256 in hex, keyed with the whole `whsec_…` text, over `<unix>.<raw body>`. */
export function signature(rawBody: Buffer, secret: string, unix: number): string {
  const mac = createHmac('sha256', secret).update(`${unix}.`).update(rawBody).digest('hex');
  return `t=${unix},v1=${mac}`;
}

function wants(endpoint: WebhookEndpoint, type: string): boolean {
  return (
    endpoint.status === 'enabled' && (endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(type))
  );
}

export interface EventSource {
  requestId?: string | undefined;
  idempotencyKey?: string | undefined;
  previous?: Record<string, unknown> | undefined;
}

/** Notes an event and sends it to every endpoint that asked for its type. */
export function emitEvent(
  context: SandboxContext,
  store: StripeStore,
  type: string,
  object: object,
  source: EventSource = {},
): void {
  const endpoints = [...store.endpoints.values()].filter((endpoint) => wants(endpoint, type));
  const event: StripeEvent = {
    id: context.random.id('evt_'),
    object: 'event',
    api_version: apiVersion,
    created: context.clock.unix(),
    data: {
      object: structuredClone(object),
      ...(source.previous === undefined ? {} : { previous_attributes: source.previous }),
    },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: source.requestId ?? null, idempotency_key: source.idempotencyKey ?? null },
    type,
  };
  store.events.set(event.id, event);
  for (const endpoint of endpoints) {
    const secret = store.secrets.get(endpoint.id) ?? '';
    context.webhooks.send({
      provider: 'stripe',
      url: endpoint.url,
      // Stripe sends indented JSON: who signs a re-serialised body finds out here.
      body: JSON.stringify(event, null, 2),
      headers: (rawBody) => ({
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signature(rawBody, secret, context.clock.unix()),
      }),
      id: event.id,
      topic: type,
    });
  }
}
