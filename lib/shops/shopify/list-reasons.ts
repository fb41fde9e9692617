import { z } from 'zod/v4';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { allNodes, pageOf } from './pages';
import { fixedReasons, type ShopReason } from './reasons';
import { hasReasonDefinitions } from './versions';

const definitionsDocument = defineDocument(
  `query ReturnsReasonDefinitions($after: String) {
    returnReasonDefinitions(first: 100, after: $after) {
      nodes { id handle name deleted }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () =>
    z.object({
      returnReasonDefinitions: pageOf(
        z.object({ id: z.string(), handle: z.string(), name: z.string(), deleted: z.boolean() }),
      ),
    }),
  { since: '2026-01' },
);

/** The reasons that a return can name in this shop: those of its library, or the fixed ones of older API versions. */
export async function listReasons(client: ShopifyClient): Promise<readonly ShopReason[]> {
  if (!hasReasonDefinitions(client.version)) return fixedReasons;
  const all = await allNodes(
    async (after) => (await client.run(definitionsDocument, { after })).returnReasonDefinitions,
  );
  return all.filter(({ deleted }) => !deleted).map(({ id, handle, name }) => ({ id, handle, name }));
}
