import { z } from 'zod/v4';
import { connection } from '../connection';
import { gid, idOf } from '../gid';
import { variantOfItem } from '../lookup';
import { type InventoryLevel, type Variant, quantityNames } from '../model';
import { notSimulated } from '../errors';
import { type View, moneyView } from '../view';
import type { World } from '../world';
import { weightView } from './common';

const namesShape = z.object({ names: z.array(z.string()) });
const levelShape = z.object({ inventoryItemId: z.string().optional(), locationId: z.string().optional() });

/** `on_hand` is what lies there: everything that is neither on its way in nor sold. */
export function onHand(level: InventoryLevel): number {
  const { available, damaged, quality_control: control, reserved, safety_stock: safety } = level.quantities;
  return available + damaged + control + reserved + safety + level.committed;
}

function quantityOf(level: InventoryLevel, name: string): number {
  if (name === 'on_hand') return onHand(level);
  if (name === 'committed') return level.committed;
  const known = quantityNames.find((candidate) => candidate === name);
  if (known === undefined) throw notSimulated(`inventory quantity ${name}`);
  return level.quantities[known];
}

export function inventoryLevelView(world: World, level: InventoryLevel): View {
  return {
    __typename: 'InventoryLevel',
    id: `${gid('InventoryLevel', level.id)}?inventory_item_id=${level.itemId}`,
    isActive: true,
    canDeactivate: false,
    deactivationAlert: null,
    createdAt: level.updatedAt,
    updatedAt: level.updatedAt,
    item: () => {
      const variant = variantOfItem(world, level.itemId);
      return variant === undefined ? null : inventoryItemView(world, variant);
    },
    location: () => {
      const location = world.store.locations.get(level.locationId);
      return location === undefined ? null : world.views.location(location);
    },
    quantities: (args: unknown) =>
      namesShape.parse(args).names.map((name) => ({
        __typename: 'InventoryQuantity',
        id: gid('InventoryQuantity', `${level.id}-${name}`),
        name,
        quantity: quantityOf(level, name),
        updatedAt: level.updatedAt,
      })),
  };
}

/** `inventoryLevel` and `inventoryLevels` as an item and a location have them. */
export function inventoryLevelFields(world: World, owner: { itemId?: string; locationId?: string }): View {
  const own = (): InventoryLevel[] =>
    world.store.levels.filter(
      (level) =>
        (owner.itemId === undefined || level.itemId === owner.itemId) &&
        (owner.locationId === undefined || level.locationId === owner.locationId),
    );
  return {
    inventoryLevel: (args: unknown) => {
      const { inventoryItemId, locationId } = levelShape.parse(args);
      const found = own().find(
        (level) =>
          (inventoryItemId === undefined || level.itemId === idOf(inventoryItemId, 'InventoryItem')) &&
          (locationId === undefined || level.locationId === idOf(locationId, 'Location')),
      );
      return found === undefined ? null : inventoryLevelView(world, found);
    },
    inventoryLevels: (args: unknown) => connection(own(), args, (level) => inventoryLevelView(world, level)),
  };
}

export function inventoryItemView(world: World, variant: Variant): View {
  return {
    __typename: 'InventoryItem',
    id: gid('InventoryItem', variant.inventoryItemId),
    legacyResourceId: variant.inventoryItemId,
    sku: variant.sku,
    tracked: true,
    requiresShipping: true,
    duplicateSkuCount: 0,
    createdAt: variant.createdAt,
    updatedAt: variant.createdAt,
    unitCost: moneyView(0, variant.currency),
    countryCodeOfOrigin: 'FR',
    provinceCodeOfOrigin: null,
    harmonizedSystemCode: null,
    measurement: {
      id: gid('InventoryItemMeasurement', variant.inventoryItemId),
      weight: weightView(variant.weightGrams),
    },
    variant: () => world.views.variant(variant),
    variants: (args: unknown) => connection([variant], args, (entry) => world.views.variant(entry)),
    ...inventoryLevelFields(world, { itemId: variant.inventoryItemId }),
  };
}
