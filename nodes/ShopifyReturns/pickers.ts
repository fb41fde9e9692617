import type { INodeListSearchResult } from 'n8n-workflow';
import type { PickPage } from '../../lib/shops/shopify';
import { picker } from '../shared/picker';
import { connectShopify } from '../shared/shopify';
import { shopify } from '../shared/shops';

/** The locations of the shop. */
export const searchLocations = picker(async (context, { text }) => {
  const locations = await shopify().listLocations(await connectShopify(context));
  const wanted = text.toLowerCase();
  return {
    results: locations
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map(({ id, name }) => ({ name, value: id })),
  };
});

/** The open returns; with a text also closed ones. */
export const searchReturns = picker(async (context, typed) =>
  listed(await shopify().returnsToPick(await connectShopify(context), typed), ({ name, orderName, status }) =>
    [name, orderName, wordOf(status)].join(' · '),
  ),
);

/** The orders of the shop. */
export const searchOrders = picker(async (context, typed) =>
  listed(await shopify().ordersToPick(await connectShopify(context), typed), ({ name, placedAt, fulfillment }) =>
    [name, placedAt.slice(0, 10), wordOf(fulfillment)].join(' · '),
  ),
);

const listed = <T extends { readonly id: string }>(
  { entries, next }: PickPage<T>,
  nameOf: (entry: T) => string,
): INodeListSearchResult => ({
  results: entries.map((entry) => ({ name: nameOf(entry), value: entry.id })),
  ...(next !== undefined && { paginationToken: next }),
});

const wordOf = (status: string): string => status.toLowerCase().replaceAll('_', ' ');
