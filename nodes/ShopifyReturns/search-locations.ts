import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { shopify } from '../shared/shops';
import { connectShopify } from '../shared/shopify';

/** The locations of the shop, for the picker. */
export async function searchLocations(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const locations = await shopify().listLocations(await connectShopify(this));
  const wanted = filter?.toLowerCase() ?? '';
  return {
    results: locations
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map(({ id, name }) => ({ name, value: id })),
  };
}
