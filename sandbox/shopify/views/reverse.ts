import { connection } from '../connection';
import { gid } from '../gid';
import { findFulfillmentLine, findLocation, orderOf } from '../lookup';
import type { Disposition, ReverseDelivery, ReverseFulfillmentOrder, ReverseLine } from '../model';
import type { View } from '../view';
import type { World } from '../world';

export function dispositionView(world: World, disposition: Disposition): View {
  return {
    __typename: 'ReverseFulfillmentOrderDisposition',
    id: gid('ReverseFulfillmentOrderDisposition', disposition.id),
    type: disposition.type,
    quantity: disposition.quantity,
    createdAt: disposition.createdAt,
    location: () => {
      const location = disposition.locationId === null ? undefined : findLocation(world, disposition.locationId);
      return location === undefined ? null : world.views.location(location);
    },
  };
}

export function reverseLineView(world: World, reverse: ReverseFulfillmentOrder, line: ReverseLine): View {
  return {
    __typename: 'ReverseFulfillmentOrderLineItem',
    id: gid('ReverseFulfillmentOrderLineItem', line.id),
    totalQuantity: line.totalQuantity,
    dispositions: line.dispositions.map((disposition) => dispositionView(world, disposition)),
    fulfillmentLineItem: () => {
      const order = orderOf(world, reverse);
      const found = findFulfillmentLine(order, line.fulfillmentLineItemId);
      return found === undefined ? null : world.views.fulfillmentLineItem(order, found);
    },
  };
}

export function reverseOrderView(world: World, reverse: ReverseFulfillmentOrder): View {
  return {
    __typename: 'ReverseFulfillmentOrder',
    id: gid('ReverseFulfillmentOrder', reverse.id),
    status: reverse.status,
    thirdPartyConfirmation: null,
    order: () => world.views.order(orderOf(world, reverse)),
    lineItems: (args: unknown) => connection(reverse.lines, args, (line) => reverseLineView(world, reverse, line)),
    reverseDeliveries: (args: unknown) =>
      connection(reverse.deliveries, args, (delivery) => reverseDeliveryView(world, reverse, delivery)),
  };
}

export function reverseDeliveryView(world: World, reverse: ReverseFulfillmentOrder, delivery: ReverseDelivery): View {
  const { tracking, label } = delivery;
  return {
    __typename: 'ReverseDelivery',
    id: gid('ReverseDelivery', delivery.id),
    deliverable:
      tracking === null && label === null
        ? null
        : { __typename: 'ReverseDeliveryShippingDeliverable', tracking, label },
    reverseFulfillmentOrder: () => reverseOrderView(world, reverse),
    reverseDeliveryLineItems: (args: unknown) =>
      connection(delivery.lines, args, (entry) => {
        const line = reverse.lines.find((candidate) => candidate.id === entry.reverseLineId);
        return {
          __typename: 'ReverseDeliveryLineItem',
          id: gid('ReverseDeliveryLineItem', entry.id),
          quantity: entry.quantity,
          dispositions: (line?.dispositions ?? []).map((disposition) => dispositionView(world, disposition)),
          reverseFulfillmentOrderLineItem: () => (line === undefined ? null : reverseLineView(world, reverse, line)),
        };
      }),
  };
}
