import { createHmac } from 'node:crypto';
import type { SandboxContext } from '../core/context';
import { type EasyPostEvent, userId } from './objects';
import { seconds } from './seconds';
import type { EasyPostStore } from './store';

/**
 * Value of `X-Hmac-Signature`: HMAC-SHA256 in hex over the raw bytes, keyed with the secret in Unicode form NFKD
 * (docs.easypost.com, guide on webhooks).
 */
export function signature(rawBody: Buffer, secret: string): string {
  const mac = createHmac('sha256', Buffer.from(secret.normalize('NFKD'), 'utf8'))
    .update(rawBody)
    .digest('hex');
  return `hmac-sha256-hex=${mac}`;
}

/** JSON as EasyPost writes it: a whole weight has its `.0`, so re-serialised bytes do not verify. */
export function toWire(event: EasyPostEvent): string {
  return JSON.stringify(event).replace(/("weight":)(-?\d+)(?=[,}])/g, '$1$2.0');
}

/** Notes an event and sends it to every webhook. */
export function emitEvent(
  context: SandboxContext,
  store: EasyPostStore,
  description: string,
  result: object,
  previous: Record<string, unknown> = {},
): void {
  const now = seconds(context.clock);
  const webhooks = [...store.webhooks.values()].filter((webhook) => webhook.disabled_at === null);
  const event: EasyPostEvent = {
    description,
    mode: 'test',
    previous_attributes: previous,
    created_at: now,
    pending_urls: webhooks.map((webhook) => webhook.url),
    completed_urls: [],
    updated_at: now,
    id: `evt_${context.random.hex(32)}`,
    user_id: userId,
    status: 'pending',
    object: 'Event',
    result: structuredClone(result),
  };
  store.events.set(event.id, event);
  for (const webhook of webhooks) {
    const secret = store.secrets.get(webhook.id);
    context.webhooks.send({
      provider: 'easypost',
      url: webhook.url,
      body: toWire(event),
      headers: (rawBody) => ({
        'content-type': 'application/json',
        'user-agent': 'EasyPost Webhooks',
        'x-webhook-user-id': userId,
        ...(secret === undefined ? {} : { 'x-hmac-signature': signature(rawBody, secret) }),
        ...Object.fromEntries(webhook.custom_headers.map(({ name, value }) => [name, value])),
      }),
      id: event.id,
      topic: description,
    });
  }
}
