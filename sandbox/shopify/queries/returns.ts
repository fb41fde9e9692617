import { z } from 'zod/v4';
import { connection } from '../connection';
import { idOf } from '../gid';
import { findReturn, orderOf } from '../lookup';
import type { ReverseFulfillmentOrder } from '../model';
import { search } from '../search';
import { returnReasonDefinitions } from '../store';
import type { View } from '../view';
import { reasonDefinitionView } from '../views/reason';
import { hasReturnable, returnableFulfillmentView } from '../views/returnable';
import { reverseDeliveryView } from '../views/reverse';
import type { World } from '../world';
import { idArgument, orderIdArgument, queryArgument, sortArgument } from './arguments';
import { calculateReturn } from './return-calculate';

const reasonsArgument = z.object({ handles: z.array(z.string()).nullish(), ids: z.array(z.string()).nullish() });

function reverseOrders(world: World): ReverseFulfillmentOrder[] {
  return world.store.allReturns().flatMap((entry) => entry.reverseOrders);
}

export function findReverseOrder(world: World, id: string): ReverseFulfillmentOrder | undefined {
  return reverseOrders(world).find((reverse) => reverse.id === id);
}

function reasons(args: unknown): View {
  const { handles, ids } = reasonsArgument.parse(args);
  const { sortKey } = sortArgument.parse(args);
  const wanted = ids?.map((id) => idOf(id, 'ReturnReasonDefinition'));
  const found = search(returnReasonDefinitions, queryArgument.parse(args).query, {
    default: (definition) => [definition.name],
    handle: (definition) => [definition.handle],
    id: (definition) => [definition.id],
    name: (definition) => [definition.name],
    deleted: () => ['false'],
  }).filter(
    (definition) =>
      (handles === undefined || handles === null || handles.includes(definition.handle)) &&
      (wanted === undefined || wanted.includes(definition.id)),
  );
  if (sortKey === 'HANDLE') found.sort((one, other) => one.handle.localeCompare(other.handle));
  if (sortKey === 'NAME') found.sort((one, other) => one.name.localeCompare(other.name));
  return connection(found, args, reasonDefinitionView);
}

export function returnQueries(world: World): View {
  return {
    return: (args: unknown) => {
      const entry = findReturn(world, idOf(idArgument.parse(args).id, 'Return'));
      return entry === undefined ? null : world.views.return(orderOf(world, entry), entry);
    },
    returnableFulfillments: (args: unknown) => {
      const order = world.store.orders.get(idOf(orderIdArgument.parse(args).orderId, 'Order'));
      const fulfillments = (order?.fulfillments ?? []).filter(
        (entry) => order !== undefined && hasReturnable(order, entry),
      );
      return connection(fulfillments, args, (entry) =>
        order === undefined ? {} : returnableFulfillmentView(world, order, entry),
      );
    },
    returnReasonDefinitions: reasons,
    returnCalculate: (args: unknown) => calculateReturn(world, args),
    reverseFulfillmentOrder: (args: unknown) => {
      const found = findReverseOrder(world, idOf(idArgument.parse(args).id, 'ReverseFulfillmentOrder'));
      return found === undefined ? null : world.views.reverseOrder(found);
    },
    reverseDelivery: (args: unknown) => {
      const id = idOf(idArgument.parse(args).id, 'ReverseDelivery');
      for (const reverse of reverseOrders(world)) {
        const delivery = reverse.deliveries.find((candidate) => candidate.id === id);
        if (delivery !== undefined) return reverseDeliveryView(world, reverse, delivery);
      }
      return null;
    },
  };
}
