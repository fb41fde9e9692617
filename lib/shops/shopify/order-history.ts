import { z } from 'zod/v4';
import { once } from '../../http';
import { ReturnsError, type Order } from '../../returns';
import { defineBulkQuery, runBulkQuery, type BulkEntry } from './bulk-query';
import type { ShopifyClient } from './client';
import { quote } from './find-order';
import { readOrder } from './mapping';
import { moneyBagFields, moneyBagSchema } from './money';
import { lineFields, lineSchema, orderFields, orderHeadSchema } from './order-documents';
import type { HistoricOrder, OrderHistoryInput } from './types';

/** One level of connections: Shopify takes five in all, and no more than two within each other. */
const historyQuery = defineBulkQuery(
  'ReturnsOrderHistory',
  (version, search) => `{
    orders(query: ${JSON.stringify(search)}, sortKey: CREATED_AT) {
      edges {
        node {
          ${orderFields}
          cancelledAt
          lineItems { edges { node { __typename ${lineFields(version)} } } }
          shippingLines {
            edges {
              node {
                __typename
                id
                discountedPriceSet { ${moneyBagFields} }
                taxLines { priceSet { ${moneyBagFields} } }
              }
            }
          }
          returns { edges { node { __typename id name status createdAt totalQuantity } } }
        }
      }
    }
  }`,
);

const headSchema = once(() =>
  orderHeadSchema().omit({ shippingLines: true }).extend({ cancelledAt: z.string().nullish() }),
);
const shippingSchema = once(() =>
  z.object({
    discountedPriceSet: moneyBagSchema(),
    taxLines: z.array(z.object({ priceSet: moneyBagSchema() })),
  }),
);
const returnSchema = once(() =>
  z.object({ id: z.string(), name: z.string(), status: z.string(), createdAt: z.string(), totalQuantity: z.int() }),
);

/**
 * The orders of a period, oldest first, with the returns that came of them: to try a policy on what has been. Each is given
 * as it was sold, every unit returnable; cancelled ones are left out. Read as a stream: a year of orders takes no more
 * memory than one of them.
 * @throws ReturnsError `invalid_input`, and what `runBulkQuery` throws
 */
export async function* orderHistory(client: ShopifyClient, input: OrderHistoryInput): AsyncGenerator<HistoricOrder> {
  const { since, until } = input;
  if (Number.isNaN(Date.parse(since)) || (until !== undefined && !(Date.parse(until) > Date.parse(since)))) {
    throw new ReturnsError('invalid_input', 'The period of the history is none', {
      description: 'Give the day it begins with, and one after it that it ends with, or none.',
    });
  }
  const search = [`created_at:>=${quote(since)}`, ...(until ? [`created_at:<${quote(until)}`] : [])].join(' AND ');
  for await (const entry of runBulkQuery(client, historyQuery, search)) {
    const order = readHistoric(entry);
    if (order) yield order;
  }
}

function readHistoric({ root, children }: BulkEntry): HistoricOrder | undefined {
  const of = (type: string) => children.filter((child) => child['__typename'] === type);
  const parsed = z
    .object({
      head: headSchema(),
      lines: z.array(lineSchema()),
      shipping: z.array(shippingSchema()),
      returns: z.array(returnSchema()),
    })
    .safeParse({ head: root, lines: of('LineItem'), shipping: of('ShippingLine'), returns: of('Return') });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).slice(0, 10);
    throw new ReturnsError('unexpected_answer', 'Shopify answered the history of orders in a shape that is not known', {
      provider: 'shopify',
      description: 'Check the API version in the credential.',
      context: { faults },
    });
  }
  const { head, lines, shipping, returns } = parsed.data;
  if (head.cancelledAt) return undefined;
  const returnables = lines.map(({ id, quantity }) => ({ fulfillmentLineId: id, orderLineId: id, quantity }));
  const order = readOrder({ head: { ...head, shippingLines: { nodes: shipping } }, lines, returnables });
  return { order: { ...order, lines: order.lines.map(withoutParcel) }, returns };
}

/** Which parcel a unit was in is not asked for here. */
function withoutParcel({ fulfillmentLineId: _parcel, ...line }: Order['lines'][number]): Order['lines'][number] {
  return line;
}
