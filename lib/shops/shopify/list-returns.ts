import { z } from 'zod/v4';
import { once } from '../../http';
import { parseWith } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { quote } from './find-order';
import { allNodes, pageOf } from './pages';
import { readReturn } from './read-return';
import { returnStatuses, type ListReturnsInput, type ReturnResult } from './types';

const listDocument = defineDocument(
  `query ReturnsList($query: String, $after: String) {
    orders(first: 25, after: $after, query: $query, sortKey: UPDATED_AT, reverse: true) {
      nodes { id returns(first: 20) { nodes { id status } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () =>
    z.object({
      orders: pageOf(z.object({ id: z.string(), returns: pageOf(z.object({ id: z.string(), status: z.string() })) })),
    }),
);

const inputSchema = once(() =>
  z.object({
    statuses: z.array(z.enum(returnStatuses)).optional(),
    updatedSince: z.iso.datetime({ offset: true }).optional(),
    limit: z.int().positive().optional(),
  }),
);

/**
 * Returns, those of the order that changed last first. Shopify lists no returns by themselves, so the orders that have
 * some are gone through.
 * @throws ReturnsError `invalid_input`
 */
export async function listReturns(client: ShopifyClient, input: ListReturnsInput = {}): Promise<ReturnResult[]> {
  const { statuses, updatedSince, limit } = parseWith(inputSchema(), input, 'the filter');
  const query = queryOf(statuses, updatedSince);
  const wanted: string[] = [];
  // Stops as soon as enough returns are found, which is not known from the number of orders.
  await allNodes(async (after) => {
    const { orders } = await client.run(listDocument, { query, after });
    for (const { returns } of orders.nodes) {
      wanted.push(...returns.nodes.filter(({ status }) => isWanted(status, statuses)).map(({ id }) => id));
    }
    return limit !== undefined && wanted.length >= limit ? { nodes: orders.nodes } : orders;
  });
  const results: ReturnResult[] = [];
  // One after the other: each costs points, and the bucket is shared with the rest of the shop.
  for (const id of wanted.slice(0, limit)) results.push(await readReturn(client, id));
  return results;
}

const isWanted = (status: string, statuses: ListReturnsInput['statuses']): boolean =>
  statuses === undefined || statuses.some((known) => known === status);

/** An order whose only returns were declined or cancelled may say that it has none, so these are not filtered for. */
function queryOf(statuses: ListReturnsInput['statuses'], updatedSince: string | undefined): string | null {
  const open = statuses !== undefined && statuses.every((status) => !['DECLINED', 'CANCELED'].includes(status));
  const parts = [
    ...(open ? ['-return_status:no_return'] : []),
    ...(updatedSince === undefined ? [] : [`updated_at:>=${quote(updatedSince)}`]),
  ];
  return parts.length > 0 ? parts.join(' AND ') : null;
}
