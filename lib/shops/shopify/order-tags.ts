import { z } from 'zod/v4';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const addDocument = defineDocument(
  `mutation ReturnsAddTags($id: ID!, $tags: [String!]!) {
    tagsAdd(id: $id, tags: $tags) { node { id } userErrors { field message } }
  }`,
  () => z.object({ tagsAdd: z.object({ userErrors: userErrorsSchema() }) }),
);

const removeDocument = defineDocument(
  `mutation ReturnsRemoveTags($id: ID!, $tags: [String!]!) {
    tagsRemove(id: $id, tags: $tags) { node { id } userErrors { field message } }
  }`,
  () => z.object({ tagsRemove: z.object({ userErrors: userErrorsSchema() }) }),
);

interface Tagging {
  readonly orderId: string;
  readonly tags: readonly string[];
}

/** Tags an order; those that it has already stay as they are. */
export async function addTags(client: ShopifyClient, { orderId, tags }: Tagging): Promise<void> {
  if (tags.length === 0) return;
  const { tagsAdd } = await client.run(addDocument, { id: gid('Order', orderId), tags });
  ensureAccepted(tagsAdd.userErrors, 'tag the order');
}

/** Takes tags off an order; those that it has not are no matter. */
export async function removeTags(client: ShopifyClient, { orderId, tags }: Tagging): Promise<void> {
  if (tags.length === 0) return;
  const { tagsRemove } = await client.run(removeDocument, { id: gid('Order', orderId), tags });
  ensureAccepted(tagsRemove.userErrors, 'take the tags off the order');
}
