import { ReturnsError, type Order } from '../../returns';
import type { ShopifyClient } from './client';
import { gid } from './gid';
import { readOrder } from './mapping';
import {
  orderDocument,
  orderLinesDocument,
  ordersDocument,
  returnablesDocument,
  type OrderHead,
  type Returnable,
  type ShopifyLine,
} from './order-documents';
import { allNodes } from './pages';
import type { OrderKey } from './types';

/** @throws ReturnsError `not_found`, the same for an unknown order and for another person's */
export async function findOrder(client: ShopifyClient, key: OrderKey): Promise<Order> {
  const head = 'id' in key ? await findById(client, key.id) : await search(client, key);
  if (!head) {
    throw new ReturnsError('not_found', 'Shopify knows no such order', {
      provider: 'shopify',
      description:
        'Check the number, and the e-mail if one was given. Orders older than 60 days need the access scope read_all_orders.',
    });
  }
  const [lines, returnables] = await Promise.all([listLines(client, head.id), listReturnables(client, head.id)]);
  return readOrder({ head, lines, returnables });
}

async function findById(client: ShopifyClient, id: string): Promise<OrderHead | null> {
  return (await client.run(orderDocument, { id: gid('Order', id) })).order;
}

interface SearchKey {
  readonly name?: string;
  readonly confirmationNumber?: string;
  readonly email?: string;
}

async function search(client: ShopifyClient, key: SearchKey): Promise<OrderHead | undefined> {
  const name = key.name?.trim();
  const confirmation = key.confirmationNumber?.trim();
  const email = key.email?.trim();
  const given = [name, confirmation, email].filter((value) => value !== undefined);
  if (given.length === 0 || given.includes('')) return undefined;
  const query =
    name !== undefined
      ? nameQuery(name)
      : confirmation !== undefined
        ? `confirmation_number:${quote(confirmation)}`
        : `email:${quote(email ?? '')}`;
  const { orders } = await client.run(ordersDocument, { query, first: query.startsWith('email:') ? 1 : 5 });
  // Shopify's search is lenient; what it finds is not always what was asked for.
  return orders.nodes.find(
    (order) =>
      (name === undefined || plainName(order.name) === plainName(name)) &&
      (confirmation === undefined || order.confirmationNumber?.toLowerCase() === confirmation.toLowerCase()) &&
      (email === undefined || belongsTo(order, email)),
  );
}

/** People type #1001 and 1001 alike; shops may also have replaced the # by a prefix of their own. */
export const nameQuery = (name: string): string =>
  [...new Set([name, `#${name.replace(/^#/, '')}`, name.replace(/^#/, '')])]
    .map((spelling) => `name:${quote(spelling)}`)
    .join(' OR ');

const plainName = (name: string): string => name.replace(/^#/, '').toLowerCase();

/** A value of Shopify's search syntax, so that quotes and operators in it stay text. */
export const quote = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

function belongsTo(order: OrderHead, email: string): boolean {
  const own = order.email ?? order.customer?.defaultEmailAddress?.emailAddress;
  return own?.toLowerCase() === email.toLowerCase();
}

const listLines = (client: ShopifyClient, id: string): Promise<ShopifyLine[]> =>
  allNodes(async (after) => (await client.run(orderLinesDocument, { id, after })).order?.lineItems ?? { nodes: [] });

/** Units that can still come back, by fulfilment line: Shopify expresses returns in these. */
export async function listReturnables(client: ShopifyClient, orderId: string): Promise<Returnable[]> {
  const fulfillments = await allNodes(
    async (after) => (await client.run(returnablesDocument, { orderId, after })).returnableFulfillments,
  );
  return fulfillments.flatMap(({ returnableFulfillmentLineItems }) =>
    returnableFulfillmentLineItems.nodes.map(({ quantity, fulfillmentLineItem }) => ({
      fulfillmentLineId: fulfillmentLineItem.id,
      orderLineId: fulfillmentLineItem.lineItem.id,
      quantity,
    })),
  );
}
