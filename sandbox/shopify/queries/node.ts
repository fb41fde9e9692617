import { z } from 'zod/v4';
import { notSimulated } from '../errors';
import { gid, parseGid } from '../gid';
import { orderOf } from '../lookup';
import type { View } from '../view';
import type { World } from '../world';
import { returnLineView } from '../views/return';
import { idArgument } from './arguments';

/** The root field that finds a node of each type by its id. */
const rootFields: Record<string, string> = {
  Order: 'order',
  Return: 'return',
  ReverseFulfillmentOrder: 'reverseFulfillmentOrder',
  ReverseDelivery: 'reverseDelivery',
  Product: 'product',
  ProductVariant: 'productVariant',
  InventoryItem: 'inventoryItem',
  Location: 'location',
  Customer: 'customer',
  Refund: 'refund',
  WebhookSubscription: 'webhookSubscription',
  StoreCreditAccount: 'storeCreditAccount',
  GiftCard: 'giftCard',
  BulkOperation: 'bulkOperation',
};

/** Nodes that live inside an order and have no root field of their own. */
function insideOrder(world: World, type: string, id: string): View | null | undefined {
  for (const order of world.store.allOrders()) {
    if (type === 'LineItem') {
      const line = order.lines.find((candidate) => candidate.id === id);
      if (line !== undefined) return world.views.lineItem(order, line);
    } else if (type === 'Fulfillment') {
      const fulfillment = order.fulfillments.find((candidate) => candidate.id === id);
      if (fulfillment !== undefined) return world.views.fulfillment(order, fulfillment);
    } else if (type === 'FulfillmentLineItem') {
      const line = order.fulfillments.flatMap((entry) => entry.lines).find((candidate) => candidate.id === id);
      if (line !== undefined) return world.views.fulfillmentLineItem(order, line);
    } else if (type === 'FulfillmentOrder') {
      const entry = order.fulfillmentOrders.find((candidate) => candidate.id === id);
      if (entry !== undefined) return world.views.fulfillmentOrder(order, entry);
    } else if (type === 'OrderTransaction') {
      const entry = order.transactions.find((candidate) => candidate.id === id);
      if (entry !== undefined) return world.views.transaction(order, entry);
    } else if (type === 'ReturnLineItem') {
      for (const entry of order.returns) {
        const line = entry.lines.find((candidate) => candidate.id === id);
        if (line !== undefined) return returnLineView(world, orderOf(world, entry), entry, line);
      }
    } else return undefined;
  }
  return null;
}

export function nodeQueries(world: World, roots: () => View): View {
  const find = (value: string): unknown => {
    const { type, id } = parseGid(value);
    const rootField = rootFields[type];
    if (rootField !== undefined) {
      const resolve = roots()[rootField];
      if (typeof resolve === 'function') {
        const found: unknown = Reflect.apply(resolve, undefined, [{ id: gid(type, id) }]);
        return found;
      }
    }
    const found = insideOrder(world, type, id);
    if (found === undefined) throw notSimulated(`node of type ${type}`);
    return found;
  };
  return {
    node: (args: unknown) => find(idArgument.parse(args).id),
    nodes: (args: unknown) =>
      z
        .object({ ids: z.array(z.string()) })
        .parse(args)
        .ids.map(find),
  };
}
