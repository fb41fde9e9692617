import { z } from 'zod/v4';
import { notSimulated, reject } from '../errors';
import { gid } from '../gid';
import type { WebhookSubscription } from '../model';
import { webhookSubscriptionView } from '../views/webhook-subscription';
import type { World } from '../world';
import type { Mutation } from './mutation';

export const subscriptionInput = z.object({
  uri: z.string().nullish(),
  callbackUrl: z.string().nullish(),
  format: z.string().nullish(),
  filter: z.string().nullish(),
  includeFields: z.array(z.string()).nullish(),
  metafieldNamespaces: z.array(z.string()).nullish(),
  name: z.string().nullish(),
});
const shape = z.object({ topic: z.string(), webhookSubscription: subscriptionInput });
const addressField = ['webhookSubscription', 'callbackUrl'];

function isLoopback(url: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/**
 * Checks where webhooks shall go. As the real one, https only; loopback may be http, because that is where a sandbox's
 * receivers are.
 */
export function ensureAddress(address: string | null): string {
  if (address === null || address.trim() === '') throw reject(addressField, "Address can't be blank");
  if (!URL.canParse(address)) throw reject(addressField, 'Address is invalid');
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw reject(addressField, `Address protocol ${url.protocol}// is not supported`);
  }
  if (/(^|\.)(myshopify\.com|shopify\.com)$/.test(url.hostname)) {
    throw reject(addressField, 'Address cannot be a Shopify or an internal domain');
  }
  return address;
}

export function ensureName(world: World, name: string | null, ownId: string | null): void {
  if (name === null) return;
  if (!/^[\w-]+$/.test(name)) {
    const message = 'Name name field can only contain alphanumeric characters, underscores, and hyphens';
    throw reject(['webhookSubscription', 'name'], message);
  }
  const isTaken = [...world.store.subscriptions.values()].some((other) => other.name === name && other.id !== ownId);
  if (isTaken) throw reject(['webhookSubscription', 'name'], 'Name already exists, no duplicate allowed');
}

export const webhookSubscriptionCreate: Mutation = {
  empty: ['webhookSubscription'],
  run: ({ world, version, args }) => {
    const { topic, webhookSubscription: input } = shape.parse(args);
    if ((input.filter ?? '') !== '') throw notSimulated('webhookSubscription.filter');
    if (input.format === 'XML') {
      const message = "Format 'xml' is invalid for this webhook topic. Allowed formats: json";
      throw reject(['webhookSubscription', 'format'], message);
    }
    const uri = ensureAddress(input.uri ?? input.callbackUrl ?? null);
    const name = input.name ?? null;
    ensureName(world, name, null);
    const isTaken = [...world.store.subscriptions.values()].some(
      (other) => other.topic === topic && other.uri === uri && other.name === name,
    );
    if (isTaken) throw reject(addressField, 'Address for this topic has already been taken');
    const subscription: WebhookSubscription = {
      id: world.nextId(),
      topic,
      uri,
      format: 'JSON',
      includeFields: input.includeFields ?? [],
      metafieldNamespaces: input.metafieldNamespaces ?? [],
      name,
      apiVersion: version,
      createdAt: world.now(),
      updatedAt: world.now(),
    };
    world.store.subscriptions.set(subscription.id, subscription);
    world.record('webhook.subscribed', gid('WebhookSubscription', subscription.id), { topic });
    return { webhookSubscription: webhookSubscriptionView(subscription) };
  },
};
