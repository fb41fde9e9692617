import { connection } from '../connection';
import { gid } from '../gid';
import { lineOf } from '../lookup';
import type { Fulfillment, FulfillmentOrder, Order } from '../model';
import { type View, bagView } from '../view';
import { shareOfUnits } from '../pricing';
import type { World } from '../world';

export function fulfillmentLineItemView(world: World, order: Order, entry: Fulfillment['lines'][number]): View {
  const line = lineOf(order, entry.lineItemId);
  const share = shareOfUnits(order, line, 0, entry.quantity);
  return {
    __typename: 'FulfillmentLineItem',
    id: gid('FulfillmentLineItem', entry.id),
    quantity: entry.quantity,
    lineItem: () => world.views.lineItem(order, line),
    originalTotalSet: bagView(line.unitPrice * entry.quantity, order.currency),
    discountedTotalSet: bagView(share.discountedSubtotal, order.currency),
  };
}

export function fulfillmentView(world: World, order: Order, fulfillment: Fulfillment): View {
  const isDelivered = fulfillment.deliveredAt !== null;
  const { tracking } = fulfillment;
  const hasTracking = tracking.number !== null;
  return {
    __typename: 'Fulfillment',
    id: gid('Fulfillment', fulfillment.id),
    legacyResourceId: fulfillment.id,
    name: fulfillment.name,
    status: fulfillment.status,
    displayStatus: isDelivered ? 'DELIVERED' : 'FULFILLED',
    createdAt: fulfillment.createdAt,
    updatedAt: fulfillment.deliveredAt ?? fulfillment.createdAt,
    deliveredAt: fulfillment.deliveredAt,
    estimatedDeliveryAt: null,
    inTransitAt: hasTracking ? fulfillment.createdAt : null,
    requiresShipping: true,
    totalQuantity: fulfillment.lines.reduce((total, entry) => total + entry.quantity, 0),
    trackingInfo: hasTracking ? [{ ...tracking }] : [],
    location: () => {
      const location = world.store.locations.get(fulfillment.locationId);
      return location === undefined ? null : world.views.location(location);
    },
    order: () => world.views.order(order),
    events: (args: unknown) =>
      connection(isDelivered ? [{ id: fulfillment.id }] : [], args, ({ id }) => ({
        __typename: 'FulfillmentEvent',
        id: gid('FulfillmentEvent', id),
        status: 'DELIVERED',
        happenedAt: fulfillment.deliveredAt,
        createdAt: fulfillment.deliveredAt,
        message: null,
      })),
    fulfillmentLineItems: (args: unknown) =>
      connection(fulfillment.lines, args, (entry) => fulfillmentLineItemView(world, order, entry)),
  };
}

export function fulfillmentOrderView(world: World, order: Order, entry: FulfillmentOrder): View {
  return {
    __typename: 'FulfillmentOrder',
    id: gid('FulfillmentOrder', entry.id),
    status: entry.status,
    requestStatus: 'UNSUBMITTED',
    createdAt: entry.createdAt,
    updatedAt: entry.createdAt,
    fulfillAt: null,
    fulfillBy: null,
    orderId: gid('Order', order.id),
    orderName: order.name,
    orderProcessedAt: order.processedAt,
    order: () => world.views.order(order),
    fulfillmentHolds:
      entry.holdReason === null
        ? []
        : [
            {
              __typename: 'FulfillmentHold',
              id: gid('FulfillmentHold', entry.id),
              reason: entry.holdReason,
              reasonNotes: null,
            },
          ],
    assignedLocation: () => {
      const location = world.store.locations.get(entry.locationId);
      if (location === undefined) return null;
      return {
        name: location.name,
        location: () => world.views.location(location),
        countryCode: location.address.countryCode,
      };
    },
    lineItems: (args: unknown) =>
      connection(entry.lines, args, (line) => {
        const item = lineOf(order, line.lineItemId);
        const variant = item.variantId === null ? undefined : world.store.variants.get(item.variantId);
        return {
          __typename: 'FulfillmentOrderLineItem',
          id: gid('FulfillmentOrderLineItem', line.id),
          totalQuantity: line.totalQuantity,
          remainingQuantity: line.remainingQuantity,
          requiresShipping: true,
          sku: item.sku,
          productTitle: item.title,
          variantTitle: item.variantTitle,
          vendor: item.vendor,
          inventoryItemId: variant === undefined ? null : gid('InventoryItem', variant.inventoryItemId),
          lineItem: () => world.views.lineItem(order, item),
          variant: () => (variant === undefined ? null : world.views.variant(variant)),
        };
      }),
    fulfillments: (args: unknown) =>
      connection(entry.status === 'CLOSED' ? order.fulfillments : [], args, (fulfillment) =>
        fulfillmentView(world, order, fulfillment),
      ),
  };
}
