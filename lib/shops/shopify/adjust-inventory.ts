import { z } from 'zod/v4';
import { ReturnsError } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { quote } from './find-order';
import { gid } from './gid';
import { pageOf } from './pages';
import { locationFor } from './restock';
import type { AdjustedInventory, AdjustInventoryInput } from './types';
import { ensureAccepted, userErrorsSchema, type UserErrors } from './user-errors';
import { isIdempotent } from './versions';

const levelDocument = defineDocument(
  `query ReturnsInventoryLevel($query: String!, $locationId: ID!, $names: [String!]!) {
    productVariants(first: 2, query: $query) {
      nodes {
        id
        sku
        inventoryItem { id inventoryLevel(locationId: $locationId) { quantities(names: $names) { name quantity } } }
      }
    }
  }`,
  () =>
    z.object({
      productVariants: pageOf(
        z.object({
          id: z.string(),
          sku: z.string().nullish(),
          inventoryItem: z.object({
            id: z.string(),
            inventoryLevel: z
              .object({ quantities: z.array(z.object({ name: z.string(), quantity: z.int() })) })
              .nullish(),
          }),
        }),
      ),
    }),
);

const adjustDocument = defineDocument(
  (version) => `mutation ReturnsAdjustInventory(
    $input: InventoryAdjustQuantitiesInput!
    ${isIdempotent(version) ? '$key: String!' : ''}
  ) {
    inventoryAdjustQuantities(input: $input) ${isIdempotent(version) ? '@idempotent(key: $key)' : ''} {
      inventoryAdjustmentGroup { changes(quantityNames: ["available"]) { quantityAfterChange } }
      userErrors { field message code }
    }
  }`,
  () =>
    z.object({
      inventoryAdjustQuantities: z.object({
        inventoryAdjustmentGroup: z
          .object({ changes: z.array(z.object({ quantityAfterChange: z.int().nullish() })) })
          .nullish(),
        userErrors: userErrorsSchema(),
      }),
    }),
);

/**
 * Adds to the sellable stock of a variant at a location, or takes from it; with `expected` only where the stock is that.
 * Told by its key from 2026-01 on: a repeat asks for the same, whatever has become of the stock meanwhile. In 2025-10 an
 * attempt that may have happened is not repeated.
 * @throws ReturnsError `not_found`; `conflict` when the stock is not what it was expected to be
 */
export async function adjustInventory(client: ShopifyClient, input: AdjustInventoryInput): Promise<AdjustedInventory> {
  const { attempt, delta, expected } = input;
  const keyed = isIdempotent(client.version);
  if (attempt.mayHaveHappened && !keyed) throw unclear();
  const locationId = await place(client, input.locationId);
  const { itemId, quantity } = await readLevel(client, input, locationId);
  if (expected !== undefined && expected !== quantity && !attempt.mayHaveHappened) throw stale(expected, quantity);
  const change = { inventoryItemId: itemId, locationId, delta };
  const { inventoryAdjustQuantities: answer } = await client.run(adjustDocument, {
    input: {
      name: 'available',
      reason: input.reason ?? 'restock',
      ...(input.reference && { referenceDocumentUri: input.reference }),
      changes: [keyed ? { ...change, changeFromQuantity: expected ?? null } : change],
    },
    ...(keyed && { key: attempt.idempotencyKey }),
  });
  if (hasCode(answer.userErrors, 'CHANGE_FROM_QUANTITY_STALE')) throw stale(expected);
  ensureAccepted(answer.userErrors, 'change the stock');
  const after = answer.inventoryAdjustmentGroup?.changes[0]?.quantityAfterChange ?? quantity + delta;
  return { itemId, locationId, delta, before: after - delta, after };
}

const hasCode = (errors: UserErrors, code: string): boolean => errors.some((error) => error.code === code);

async function place(client: ShopifyClient, named: string | undefined): Promise<string> {
  const inspection = {
    inspectedAt: new Date(0).toISOString(),
    lines: [{ orderLineId: '1', quantity: 1, grade: 'new' as const, disposition: 'restock' as const }],
  };
  return (await locationFor(client, inspection, named)) ?? '';
}

async function readLevel(
  client: ShopifyClient,
  { variantId, sku }: AdjustInventoryInput,
  locationId: string,
): Promise<{ itemId: string; quantity: number }> {
  const query = variantId ? `id:${gid('ProductVariant', variantId).replace(/^.*\//, '')}` : `sku:${quote(sku ?? '')}`;
  const { productVariants } = await client.run(levelDocument, { query, locationId, names: ['available'] });
  const found = productVariants.nodes.filter(
    (variant) => variantId !== undefined || variant.sku?.toLowerCase() === sku?.toLowerCase(),
  );
  const [variant, other] = found;
  if (variant && !other) {
    const { inventoryItem } = variant;
    return { itemId: inventoryItem.id, quantity: inventoryItem.inventoryLevel?.quantities[0]?.quantity ?? 0 };
  }
  throw new ReturnsError(
    other ? 'conflict' : 'not_found',
    other ? 'Several variants of the shop have this SKU' : 'The shop has no such variant',
    {
      provider: 'shopify',
      description: other ? 'Name the variant by its id.' : 'Check the variant, or its SKU.',
    },
  );
}

/** What Shopify itself refuses leaves its key used up; a refusal of ours has sent nothing. */
function stale(expected: number | undefined, found?: number): ReturnsError {
  return new ReturnsError(
    found === undefined ? 'provider_refused' : 'conflict',
    'The stock is not what it was expected to be',
    {
      provider: 'shopify',
      description:
        'Nothing was changed. Look at the stock, then run the item again with what it is now as "Expected Stock", or without.',
      context: { ...(expected !== undefined && { expected }), ...(found !== undefined && { found }) },
    },
  );
}

const unclear = (): ReturnsError =>
  new ReturnsError('needs_review', 'It is not known whether the stock was changed before', {
    provider: 'shopify',
    description: 'Look at the history of the stock in Shopify, then settle the step by hand.',
  });
