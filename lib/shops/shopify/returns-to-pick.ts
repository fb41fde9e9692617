import { z } from 'zod/v4';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { isReturnName, orderTextQuery } from './order-text';
import { pageOf } from './pages';
import { returnStatuses, type PickPage, type ReturnStatus, type ReturnToPick, type ToPick } from './types';

const returnsDocument = defineDocument(
  `query ReturnsToPick($query: String, $after: String) {
    orders(first: 25, after: $after, query: $query, sortKey: UPDATED_AT, reverse: true) {
      nodes { name returns(first: 20, reverse: true) { nodes { id name status } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () =>
    z.object({
      orders: pageOf(
        z.object({
          name: z.string(),
          returns: pageOf(z.object({ id: z.string(), name: z.string(), status: z.string() })),
        }),
      ),
    }),
);

const PAGE_SIZE = 25;
/** A shop may have thousands of closed returns and no open one; a list in the editor must not wait for all of them. */
const CALLS_PER_PAGE = 4;

const open: readonly ReturnStatus[] = ['REQUESTED', 'OPEN'];

/**
 * Returns for a person to choose from, those of the order that changed last first: the open ones, or what fits the text,
 * in any state. Orders whose returns were all declined or cancelled are passed over.
 */
export async function returnsToPick(
  client: ShopifyClient,
  { text = '', cursor }: ToPick = {},
): Promise<PickPage<ReturnToPick>> {
  const query = ['-return_status:no_return', ...(text === '' ? [] : [`(${orderTextQuery(text)})`])].join(' AND ');
  const entries: ReturnToPick[] = [];
  let after = cursor ?? null;
  for (let call = 0; call < CALLS_PER_PAGE; call += 1) {
    const { orders } = await client.run(returnsDocument, { query, after });
    const found = orders.nodes.flatMap(({ name: orderName, returns }) =>
      returns.nodes.map(({ id, name, status }) => ({ id, name, orderName, status: known(status) })),
    );
    entries.push(...found.filter((entry) => fits(entry, text)));
    after = orders.pageInfo?.hasNextPage === true ? (orders.pageInfo.endCursor ?? null) : null;
    if (after === null || entries.length >= PAGE_SIZE) break;
  }
  return { entries, ...(after !== null && { next: after }) };
}

const known = (status: string): ReturnToPick['status'] => returnStatuses.find((name) => name === status) ?? 'unknown';

function fits({ name, status }: ReturnToPick, text: string): boolean {
  if (text === '') return open.some((wanted) => wanted === status);
  return !isReturnName(text) || plain(name).startsWith(plain(text));
}

const plain = (name: string): string => name.replace(/^#/, '').toLowerCase();
