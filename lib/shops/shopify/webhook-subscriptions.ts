import { z } from 'zod/v4';
import { once } from '../../http';
import { ReturnsError } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { allNodes, pageOf } from './pages';
import type { WebhookSubscription } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const subscriptionSchema = once(() => z.object({ id: z.string(), topic: z.string(), uri: z.string() }));

const listDocument = defineDocument(
  `query ReturnsWebhooks($after: String) {
    webhookSubscriptions(first: 50, after: $after) { nodes { id topic uri } pageInfo { hasNextPage endCursor } }
  }`,
  () => z.object({ webhookSubscriptions: pageOf(subscriptionSchema()) }),
);

const createDocument = defineDocument(
  `mutation ReturnsSubscribe($topic: WebhookSubscriptionTopic!, $webhookSubscription: WebhookSubscriptionInput!) {
    webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhookSubscription) {
      webhookSubscription { id topic uri }
      userErrors { field message }
    }
  }`,
  () =>
    z.object({
      webhookSubscriptionCreate: z.object({
        webhookSubscription: subscriptionSchema().nullish(),
        userErrors: userErrorsSchema(),
      }),
    }),
);

const deleteDocument = defineDocument(
  `mutation ReturnsUnsubscribe($id: ID!) {
    webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } }
  }`,
  () => z.object({ webhookSubscriptionDelete: z.object({ userErrors: userErrorsSchema() }) }),
);

/** The webhooks of this app in this shop, those of `uri` alone when one is given. */
export async function listWebhooks(
  client: ShopifyClient,
  { uri }: { uri?: string } = {},
): Promise<WebhookSubscription[]> {
  const all = await allNodes(async (after) => (await client.run(listDocument, { after })).webhookSubscriptions);
  return uri === undefined ? all : all.filter((webhook) => webhook.uri === uri);
}

/** Subscribes to each topic once: one that this address receives already is kept. */
export async function subscribe(
  client: ShopifyClient,
  { topics, uri }: { topics: readonly string[]; uri: string },
): Promise<WebhookSubscription[]> {
  const known = await listWebhooks(client, { uri });
  const result: WebhookSubscription[] = [];
  for (const topic of new Set(topics)) {
    const existing = known.find((webhook) => webhook.topic === topic);
    result.push(existing ?? (await create(client, topic, uri)));
  }
  return result;
}

async function create(client: ShopifyClient, topic: string, uri: string): Promise<WebhookSubscription> {
  const webhookSubscription = { uri, format: 'JSON' };
  const { webhookSubscriptionCreate: payload } = await client.run(createDocument, { topic, webhookSubscription });
  ensureAccepted(payload.userErrors, `send ${topic} webhooks to this address`);
  if (payload.webhookSubscription) return payload.webhookSubscription;
  throw new ReturnsError('unexpected_answer', 'Shopify registered a webhook but did not name it', {
    provider: 'shopify',
    description: 'Activate the workflow again: a webhook that is there already is found and kept.',
    retryable: true,
  });
}

/** Ends subscriptions; one that is gone already is fine. */
export async function unsubscribe(client: ShopifyClient, { ids }: { ids: readonly string[] }): Promise<void> {
  for (const id of ids) {
    const { webhookSubscriptionDelete: payload } = await client.run(deleteDocument, { id });
    // These user errors carry no code, only words.
    const isGone = payload.userErrors.some(({ message }) => /not exist|not found|n't be found/i.test(message));
    if (!isGone) ensureAccepted(payload.userErrors, 'remove the webhook');
  }
}
