import { createHmac } from 'node:crypto';
import type { WebhookSubscription } from './model';
import { providerName, shopDomain } from './names';
import type { World } from './world';

/** `RETURNS_REQUEST` → `returns/request`; the verb after the resource, which may have several words. */
export function topicPath(topic: string): string {
  const resources = [
    'REVERSE_FULFILLMENT_ORDERS',
    'REVERSE_DELIVERIES',
    'ORDER_TRANSACTIONS',
    'INVENTORY_LEVELS',
    'FULFILLMENT_ORDERS',
    'FULFILLMENT_EVENTS',
    'FULFILLMENT_HOLDS',
    'DRAFT_ORDERS',
    'BULK_OPERATIONS',
    'APP',
  ];
  const resource = resources.find((candidate) => topic.startsWith(`${candidate}_`)) ?? topic.split('_')[0] ?? topic;
  return `${resource}/${topic.slice(resource.length + 1)}`.toLowerCase();
}

/** Base64 HMAC-SHA256 of the bytes of a body, as in `X-Shopify-Hmac-Sha256`. */
export function signatureOf(body: Buffer, clientSecret: string): string {
  return createHmac('sha256', clientSecret).update(body).digest('base64');
}

function narrowed(payload: Record<string, unknown>, includeFields: readonly string[]): Record<string, unknown> {
  if (includeFields.length === 0) return payload;
  const roots = new Set(includeFields.map((field) => field.split('.')[0]));
  return Object.fromEntries(Object.entries(payload).filter(([key]) => roots.has(key)));
}

function uuid(world: World): string {
  const hex = world.context.random.hex(32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function deliver(
  world: World,
  subscription: WebhookSubscription,
  payload: Record<string, unknown>,
  eventId: string,
): void {
  const webhookId = uuid(world);
  const triggeredAt = world.context.clock.iso();
  const topic = topicPath(subscription.topic);
  world.context.webhooks.send({
    provider: providerName,
    url: subscription.uri,
    id: webhookId,
    topic,
    body: JSON.stringify(narrowed(payload, subscription.includeFields)),
    headers: (rawBody) => ({
      'Content-Type': 'application/json',
      'User-Agent': 'Shopify-Captain-Hook',
      'X-Shopify-Topic': topic,
      'X-Shopify-Hmac-Sha256': signatureOf(rawBody, world.settings.clientSecret),
      'X-Shopify-Shop-Domain': shopDomain,
      'X-Shopify-API-Version': subscription.apiVersion,
      'X-Shopify-Webhook-Id': webhookId,
      'X-Shopify-Event-Id': eventId,
      'X-Shopify-Triggered-At': triggeredAt,
      ...(subscription.name === null ? {} : { 'X-Shopify-Name': subscription.name }),
    }),
  });
}

/** Tells every subscriber what the operation that just ended did. One event id for all that came of one operation. */
export function sendEvents(world: World): void {
  const eventId = uuid(world);
  for (const { topic, payload } of world.takeEvents()) {
    for (const subscription of world.store.subscriptions.values()) {
      if (subscription.topic === topic) deliver(world, subscription, payload, eventId);
    }
  }
}
