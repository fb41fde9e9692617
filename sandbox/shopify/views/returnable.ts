import { connection } from '../connection';
import { gid } from '../gid';
import { returnableQuantity } from '../lookup';
import type { Fulfillment, Order } from '../model';
import type { View } from '../view';
import type { World } from '../world';

export function hasReturnable(order: Order, fulfillment: Fulfillment): boolean {
  return fulfillment.lines.some((line) => returnableQuantity(order, line) > 0);
}

export function returnableFulfillmentView(world: World, order: Order, fulfillment: Fulfillment): View {
  const lines = fulfillment.lines.filter((line) => returnableQuantity(order, line) > 0);
  return {
    __typename: 'ReturnableFulfillment',
    id: gid('ReturnableFulfillment', fulfillment.id),
    fulfillment: () => world.views.fulfillment(order, fulfillment),
    returnableFulfillmentLineItems: (args: unknown) =>
      connection(lines, args, (line) => ({
        quantity: returnableQuantity(order, line),
        fulfillmentLineItem: () => world.views.fulfillmentLineItem(order, line),
      })),
  };
}
