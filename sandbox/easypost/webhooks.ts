import { z } from 'zod/v4';
import type { SandboxContext } from '../core/context';
import { EasyPostError, missing } from './errors';
import type { Webhook } from './objects';
import { seconds } from './seconds';
import type { EasyPostStore } from './store';

const settings = z.object({
  url: z.string().optional(),
  webhook_secret: z.string().nullish(),
  custom_headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

function ensureUrl(url: string | undefined): string {
  if (url === undefined || url === '') throw missing('webhook.url');
  if (!/^https?:\/\/[^\s]+$/.test(url)) {
    throw new EasyPostError(422, 'WEBHOOK.INVALID', 'Invalid webhook.', [{ field: 'url', message: 'is invalid' }]);
  }
  return url;
}

/** Subscribes a URL to every event of the account. */
export function createWebhook(context: SandboxContext, store: EasyPostStore, body: unknown): Webhook {
  const read = z.object({ webhook: settings }).safeParse(body);
  if (!read.success) throw missing('webhook');
  const { url, webhook_secret: secret, custom_headers: headers } = read.data.webhook;
  const webhook: Webhook = {
    id: `hook_${context.random.hex(32)}`,
    object: 'Webhook',
    mode: 'test',
    url: ensureUrl(url),
    created_at: seconds(context.clock),
    disabled_at: null,
    custom_headers: headers ?? [],
  };
  store.webhooks.set(webhook.id, webhook);
  if (secret) store.secrets.set(webhook.id, secret);
  return webhook;
}

/** Enables a webhook again and changes its secret and headers if they are given. */
export function updateWebhook(store: EasyPostStore, webhook: Webhook, body: unknown): Webhook {
  const read = z
    .union([z.object({ webhook: settings }), settings.transform((flat) => ({ webhook: flat }))])
    .parse(body);
  const { webhook_secret: secret, custom_headers: headers } = read.webhook;
  webhook.disabled_at = null;
  if (headers !== undefined) webhook.custom_headers = headers;
  if (secret) store.secrets.set(webhook.id, secret);
  return webhook;
}
