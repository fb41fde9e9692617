import { z } from 'zod/v4';
import { reject } from '../errors';
import { gid, idOf } from '../gid';
import { variantOfItem } from '../lookup';
import { type Id, type QuantityName, quantityNames } from '../model';
import { adjustStock } from '../stock';
import type { World } from '../world';
import type { Mutation } from './mutation';

const shape = z.object({
  input: z.object({
    name: z.string(),
    reason: z.string(),
    referenceDocumentUri: z.string().nullish(),
    changes: z.array(
      z.object({
        inventoryItemId: z.string(),
        locationId: z.string(),
        delta: z.int(),
        changeFromQuantity: z.int().nullish(),
        ledgerDocumentUri: z.string().nullish(),
      }),
    ),
  }),
});
type Change = z.infer<typeof shape>['input']['changes'][number];

/** The reasons that the documentation lists for changes of quantities. */
const reasons = new Set([
  'correction',
  'cycle_count_available',
  'damaged',
  'movement_canceled',
  'movement_created',
  'movement_received',
  'movement_updated',
  'other',
  'promotion',
  'quality_control',
  'received',
  'reservation_created',
  'reservation_deleted',
  'reservation_updated',
  'restock',
  'safety_stock',
  'shrinkage',
]);

function ensureDocument(name: QuantityName, change: Change, field: string[]): void {
  const document = change.ledgerDocumentUri ?? null;
  if (name === 'available' && document !== null) {
    throw reject(
      [...field, 'ledgerDocumentUri'],
      'A ledger document URI is not allowed when adjusting available.',
      'INVALID_AVAILABLE_DOCUMENT',
    );
  }
  if (name !== 'available' && document === null) {
    throw reject(
      [...field, 'ledgerDocumentUri'],
      'A ledger document URI is required except when adjusting available.',
      'INVALID_QUANTITY_DOCUMENT',
    );
  }
  if (document?.startsWith('gid://shopify/') === true) {
    const message = 'Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.';
    throw reject([...field, 'ledgerDocumentUri'], message, 'INTERNAL_LEDGER_DOCUMENT');
  }
}

function planChange(
  world: World,
  name: QuantityName,
  change: Change,
  index: number,
): { itemId: Id; locationId: Id; delta: number } {
  const field = ['input', 'changes', String(index)];
  const itemId = idOf(change.inventoryItemId, 'InventoryItem');
  const locationId = idOf(change.locationId, 'Location');
  if (variantOfItem(world, itemId) === undefined) {
    throw reject(
      [...field, 'inventoryItemId'],
      'The specified inventory item could not be found.',
      'INVALID_INVENTORY_ITEM',
    );
  }
  if (!world.store.locations.has(locationId)) {
    throw reject([...field, 'locationId'], 'The specified location could not be found.', 'INVALID_LOCATION');
  }
  ensureDocument(name, change, field);
  const expected = change.changeFromQuantity ?? null;
  const actual = world.store.level(itemId, locationId)?.quantities[name] ?? 0;
  if (expected !== null && expected !== actual) {
    const message = 'The changeFromQuantity argument no longer matches the persisted quantity.';
    throw reject([...field, 'changeFromQuantity'], message, 'CHANGE_FROM_QUANTITY_STALE');
  }
  return { itemId, locationId, delta: change.delta };
}

export const inventoryAdjustQuantities: Mutation = {
  empty: ['inventoryAdjustmentGroup'],
  run: ({ world, args }) => {
    const { input } = shape.parse(args);
    const name = quantityNames.find((candidate) => candidate === input.name);
    if (name === undefined) {
      const message = `The specified quantity name is invalid. Valid values are: ${quantityNames.join(', ')}.`;
      throw reject(['input', 'name'], message, 'INVALID_QUANTITY_NAME');
    }
    if (!reasons.has(input.reason)) {
      const message = `The specified reason is invalid. Valid values are: ${[...reasons].join(', ')}.`;
      throw reject(['input', 'reason'], message, 'INVALID_REASON');
    }
    const planned = input.changes.map((change, index) => planChange(world, name, change, index));
    const changes = planned
      .filter(({ delta }) => delta !== 0)
      .map((change) => {
        const level = adjustStock(world, { ...change, name, reason: input.reason });
        return { ...change, quantityAfterChange: level.quantities[name] };
      });
    if (changes.length === 0) return { inventoryAdjustmentGroup: null };
    const createdAt = world.now();
    return {
      inventoryAdjustmentGroup: {
        __typename: 'InventoryAdjustmentGroup',
        id: gid('InventoryAdjustmentGroup', world.nextId()),
        createdAt,
        reason: input.reason,
        referenceDocumentUri: input.referenceDocumentUri ?? null,
        staffMember: null,
        changes: () =>
          changes.map(({ itemId, locationId, delta, quantityAfterChange }) => {
            const variant = variantOfItem(world, itemId);
            const location = world.store.locations.get(locationId);
            return {
              name,
              delta,
              ledgerDocumentUri: null,
              quantityAfterChange,
              item: () => (variant === undefined ? null : world.views.inventoryItem(variant)),
              location: () => (location === undefined ? null : world.views.location(location)),
            };
          }),
      },
    };
  },
};
