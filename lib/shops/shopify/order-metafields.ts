import { z } from 'zod/v4';
import { ReturnsError } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { pageOf } from './pages';
import type { OrderMetafield, SetMetafieldInput } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const setDocument = defineDocument(
  `mutation ReturnsSetMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      metafields { namespace key type value compareDigest }
      userErrors { field message code }
    }
  }`,
  () => z.object({ metafieldsSet: z.object({ userErrors: userErrorsSchema() }) }),
);

const listDocument = defineDocument(
  `query ReturnsMetafields($id: ID!, $keys: [String!]) {
    order(id: $id) { metafields(first: 25, keys: $keys) { nodes { namespace key type value compareDigest } } }
  }`,
  () =>
    z.object({
      order: z
        .object({
          metafields: pageOf(
            z.object({
              namespace: z.string(),
              key: z.string(),
              type: z.string(),
              value: z.string(),
              compareDigest: z.string(),
            }),
          ),
        })
        .nullable(),
    }),
);

/** Source: the published schema, metafieldsSet. */
const mostAtOnce = 25;

/**
 * Writes metafields of an order, comparing first: one that somebody else has changed since it was read is left alone.
 * @throws ReturnsError `conflict` for such a one; `invalid_input` for more than 25 at once
 */
export async function setMetafields(
  client: ShopifyClient,
  { orderId, metafields }: { orderId: string; metafields: readonly SetMetafieldInput[] },
): Promise<OrderMetafield[]> {
  const id = gid('Order', orderId);
  if (metafields.length > mostAtOnce) {
    throw new ReturnsError('invalid_input', `Shopify takes ${mostAtOnce} metafields at once`, {
      provider: 'shopify',
      description: 'Write the others with a second node.',
    });
  }
  const keys = metafields.map(({ namespace, key }) => `${namespace}.${key}`);
  const known = await readMetafields(client, id, keys);
  const digestOf = ({ namespace, key }: SetMetafieldInput): string | null =>
    known.find((field) => field.namespace === namespace && field.key === key)?.compareDigest ?? null;
  const { metafieldsSet } = await client.run(setDocument, {
    metafields: metafields.map((field) => ({
      ownerId: id,
      namespace: field.namespace,
      key: field.key,
      type: field.type,
      value: field.value,
      compareDigest: digestOf(field),
    })),
  });
  const { userErrors } = metafieldsSet;
  if (userErrors.some(({ code }) => code === 'STALE_OBJECT')) {
    throw new ReturnsError('conflict', 'A metafield of the order was changed by somebody else in between', {
      provider: 'shopify',
      description: 'Nothing was changed. Run the item again to write it all the same.',
      retryable: true,
    });
  }
  ensureAccepted(userErrors, 'write the metafields');
  return (await readMetafields(client, id, keys)).map(({ compareDigest: _digest, ...field }) => field);
}

async function readMetafields(client: ShopifyClient, id: string, keys: readonly string[]) {
  const { order } = await client.run(listDocument, { id, keys });
  if (order) return order.metafields.nodes;
  throw new ReturnsError('not_found', 'Shopify knows no such order', {
    provider: 'shopify',
    description: 'Check the id, and that the credential is of the shop that the order belongs to.',
  });
}
