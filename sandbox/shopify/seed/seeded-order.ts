import { gid } from '../gid';
import type { Order } from '../model';
import type { World } from '../world';

/** What the control API answers to a seeded order: every id that a story needs. */
export function seededOrder(world: World, order: Order): Record<string, unknown> {
  return {
    id: gid('Order', order.id),
    name: order.name,
    confirmationNumber: order.confirmationNumber,
    customerId: gid('Customer', order.customerId),
    locationId: gid('Location', world.mainLocation().id),
    fulfillmentIds: order.fulfillments.map((entry) => gid('Fulfillment', entry.id)),
    transactionIds: order.transactions.map((entry) => gid('OrderTransaction', entry.id)),
    lines: order.lines.map((line) => {
      const variant = line.variantId === null ? undefined : world.store.variants.get(line.variantId);
      const product = variant === undefined ? undefined : world.store.products.get(variant.productId);
      const fulfilled = order.fulfillments
        .flatMap((entry) => entry.lines)
        .find((entry) => entry.lineItemId === line.id);
      return {
        sku: line.sku,
        lineItemId: gid('LineItem', line.id),
        fulfillmentLineItemId: fulfilled === undefined ? null : gid('FulfillmentLineItem', fulfilled.id),
        variantId: variant === undefined ? null : gid('ProductVariant', variant.id),
        inventoryItemId: variant === undefined ? null : gid('InventoryItem', variant.inventoryItemId),
        productId: product === undefined ? null : gid('Product', product.id),
        variants: (product?.variantIds ?? []).flatMap((id) => {
          const sibling = world.store.variants.get(id);
          return sibling === undefined
            ? []
            : [{ id: gid('ProductVariant', id), sku: sibling.sku, title: sibling.title }];
        }),
      };
    }),
  };
}
