import { z } from 'zod/v4';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { allNodes, pageOf } from './pages';
import type { ShopifyLocation } from './types';

const locationsDocument = defineDocument(
  `query ReturnsLocations($after: String) {
    locations(first: 50, after: $after) { nodes { id name shipsInventory } pageInfo { hasNextPage endCursor } }
  }`,
  () => z.object({ locations: pageOf(z.object({ id: z.string(), name: z.string(), shipsInventory: z.boolean() })) }),
);

/** The active locations of the shop, by name. */
export function listLocations(client: ShopifyClient): Promise<ShopifyLocation[]> {
  return allNodes(async (after) => (await client.run(locationsDocument, { after })).locations);
}
