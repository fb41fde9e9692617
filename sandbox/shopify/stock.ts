import { variantOfItem } from './lookup';
import type { Id, InventoryLevel, QuantityName } from './model';
import { inventoryLevelPayload } from './payloads';
import type { World } from './world';

/** Changes one quantity of an item at a location and tells the subscribers. */
export function adjustStock(
  world: World,
  change: { itemId: Id; locationId: Id; name: QuantityName; delta: number; reason: string },
): InventoryLevel {
  const level = world.store.ensureLevel(change.itemId, change.locationId, world.now());
  level.quantities[change.name] += change.delta;
  level.updatedAt = world.now();
  world.emit('INVENTORY_LEVELS_UPDATE', inventoryLevelPayload(level));
  world.record('stock.adjusted', level.itemId, {
    sku: variantOfItem(world, change.itemId)?.sku ?? null,
    locationId: change.locationId,
    quantity: change.name,
    delta: change.delta,
    available: level.quantities.available,
    reason: change.reason,
  });
  return level;
}
