import { z } from 'zod/v4';
import { isReturnsError, type Exchange } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { pageOf } from './pages';
import type { ShopifyReturn } from './types';

const exchangeDocument = defineDocument(
  `query ReturnsExchange($id: ID!) {
    return(id: $id) {
      exchangeLineItems(first: 20) { nodes { id lineItems { id } } }
      order {
        fulfillmentOrders(first: 10, reverse: true) {
          nodes { id lineItems(first: 20) { nodes { lineItem { id } } } }
        }
      }
    }
  }`,
  () =>
    z.object({
      return: z
        .object({
          exchangeLineItems: pageOf(
            z.object({ id: z.string(), lineItems: z.array(z.object({ id: z.string() })).nullish() }),
          ),
          order: z.object({
            fulfillmentOrders: pageOf(
              z.object({ id: z.string(), lineItems: pageOf(z.object({ lineItem: z.object({ id: z.string() }) })) }),
            ),
          }),
        })
        .nullable(),
    }),
);

/** The exchange chapter once something was sent out; undefined before, and for plain refunds. */
export async function readExchange(client: ShopifyClient, value: ShopifyReturn): Promise<Exchange | undefined> {
  const sent = value.exchangeLines.filter(({ processed }) => processed > 0);
  if (sent.length === 0) return undefined;
  return {
    provider: 'shopify',
    id: (await findFulfillmentOrder(client, value.id)) ?? value.orderId,
    orderName: value.orderName,
    lines: sent.map(({ variantId, id, title, processed }) => ({
      variantId: variantId ?? id,
      title,
      quantity: processed,
    })),
    at: new Date(client.environment.now()).toISOString(),
  };
}

/** Fulfilment orders have access scopes of their own; without them the order itself stands for the exchange. */
async function findFulfillmentOrder(client: ShopifyClient, id: string): Promise<string | undefined> {
  try {
    const { return: found } = await client.run(exchangeDocument, { id });
    const lines = new Set(
      found?.exchangeLineItems.nodes.flatMap(({ lineItems }) => lineItems?.map((line) => line.id) ?? []),
    );
    return found?.order.fulfillmentOrders.nodes.find(({ lineItems }) =>
      lineItems.nodes.some(({ lineItem }) => lines.has(lineItem.id)),
    )?.id;
  } catch (error) {
    if (isReturnsError(error) && error.code === 'forbidden') return undefined;
    throw error;
  }
}
