import { z } from 'zod/v4';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { allNodes, pageOf } from './pages';
import type { ReturnableLine } from './types';

const returnableLinesDocument = defineDocument(
  `query ReturnsReturnableLines($orderId: ID!, $after: String) {
    returnableFulfillments(orderId: $orderId, first: 5, after: $after) {
      nodes {
        fulfillment { id deliveredAt }
        returnableFulfillmentLineItems(first: 50) {
          nodes { quantity fulfillmentLineItem { id quantity lineItem { id title variantTitle sku } } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () =>
    z.object({
      returnableFulfillments: pageOf(
        z.object({
          fulfillment: z.object({ id: z.string(), deliveredAt: z.string().nullish() }),
          returnableFulfillmentLineItems: pageOf(
            z.object({
              quantity: z.int(),
              fulfillmentLineItem: z.object({
                id: z.string(),
                quantity: z.int().nullish(),
                lineItem: z.object({
                  id: z.string(),
                  title: z.string(),
                  variantTitle: z.string().nullish(),
                  sku: z.string().nullish(),
                }),
              }),
            }),
          ),
        }),
      ),
    }),
);

/** What was sent of an order and can still come back, parcel by parcel: Shopify expresses returns in these lines. */
export async function listReturnableLines(
  client: ShopifyClient,
  { orderId }: { orderId: string },
): Promise<ReturnableLine[]> {
  const id = gid('Order', orderId);
  const parcels = await allNodes(
    async (after) => (await client.run(returnableLinesDocument, { orderId: id, after })).returnableFulfillments,
  );
  return parcels.flatMap(({ fulfillment, returnableFulfillmentLineItems: { nodes } }) =>
    nodes.map(({ quantity, fulfillmentLineItem: { id: fulfillmentLineId, quantity: sent, lineItem } }) => ({
      fulfillmentLineId,
      orderLineId: lineItem.id,
      title: lineItem.title,
      ...(lineItem.variantTitle &&
        lineItem.variantTitle !== 'Default Title' && { variantTitle: lineItem.variantTitle }),
      ...(lineItem.sku && { sku: lineItem.sku }),
      left: quantity,
      ...(typeof sent === 'number' && { sent }),
      parcelId: fulfillment.id,
      ...(fulfillment.deliveredAt && { deliveredAt: fulfillment.deliveredAt }),
    })),
  );
}
