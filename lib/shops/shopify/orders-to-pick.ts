import { z } from 'zod/v4';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { orderTextQuery } from './order-text';
import { pageOf } from './pages';
import type { OrderToPick, PickPage, ToPick } from './types';

const ordersDocument = defineDocument(
  `query ReturnsOrdersToPick($query: String, $after: String) {
    orders(first: 50, after: $after, query: $query, sortKey: PROCESSED_AT, reverse: true) {
      nodes { id name processedAt displayFulfillmentStatus }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () =>
    z.object({
      orders: pageOf(
        z.object({
          id: z.string(),
          name: z.string(),
          processedAt: z.string(),
          displayFulfillmentStatus: z.string(),
        }),
      ),
    }),
);

/** Orders for a person to choose from, the newest first: all of them, or what fits the text. */
export async function ordersToPick(
  client: ShopifyClient,
  { text = '', cursor }: ToPick = {},
): Promise<PickPage<OrderToPick>> {
  const { orders } = await client.run(ordersDocument, {
    query: text === '' ? null : orderTextQuery(text),
    after: cursor ?? null,
  });
  const next = orders.pageInfo?.hasNextPage === true ? orders.pageInfo.endCursor : undefined;
  return {
    entries: orders.nodes.map(({ id, name, processedAt, displayFulfillmentStatus }) => ({
      id,
      name,
      placedAt: processedAt,
      fulfillment: displayFulfillmentStatus,
    })),
    ...(typeof next === 'string' && { next }),
  };
}
