import { z } from 'zod/v4';
import { connection } from '../connection';
import { notSimulated } from '../errors';
import { gid, idOf } from '../gid';
import { returnStatusOf } from '../lookup';
import type { Customer, Order } from '../model';
import { totalsOf } from '../pricing';
import { search, type SearchFields } from '../search';
import type { View } from '../view';
import { countView } from '../views/common';
import { financialStatusOf, fulfillmentStatusOf } from '../views/order';
import type { World } from '../world';
import { idArgument, queryArgument, sortArgument } from './arguments';

const identifierArgument = z.object({
  identifier: z.object({ id: z.string().nullish(), customId: z.object({ value: z.string() }).nullish() }),
});

function searchFields(world: World): SearchFields<Order> {
  const customerOf = (order: Order): Customer | undefined => world.store.customers.get(order.customerId);
  const names = (order: Order): string[] => [order.name, order.name.replace(/^#/, '')];
  return {
    default: (order) => {
      const customer = customerOf(order);
      return [
        ...names(order),
        order.email,
        order.confirmationNumber,
        customer?.firstName ?? '',
        customer?.lastName ?? '',
      ];
    },
    name: names,
    id: (order) => [order.id, gid('Order', order.id)],
    email: (order) => [order.email],
    confirmation_number: (order) => [order.confirmationNumber],
    created_at: (order) => [order.createdAt],
    processed_at: (order) => [order.processedAt],
    updated_at: (order) => [order.updatedAt],
    customer_id: (order) => [order.customerId],
    status: (order) => [order.closedAt === null ? 'open' : 'closed'],
    financial_status: (order) => [financialStatusOf(order)],
    fulfillment_status: (order) => [
      fulfillmentStatusOf(order),
      ...(fulfillmentStatusOf(order) === 'FULFILLED' ? ['shipped'] : []),
    ],
    return_status: (order) => [returnStatusOf(order)],
    gateway: (order) => order.transactions.map((entry) => entry.gateway),
    sku: (order) => order.lines.map((line) => line.sku),
    tag: (order) => order.tags,
    discount_code: (order) => (order.discount === null ? [] : [order.discount.code]),
    test: () => ['true'],
  };
}

const sortValues: Record<string, (order: Order) => string | number> = {
  ID: (order) => Number(order.id),
  CREATED_AT: (order) => order.createdAt,
  PROCESSED_AT: (order) => order.processedAt,
  UPDATED_AT: (order) => order.updatedAt,
  ORDER_NUMBER: (order) => order.number,
  TOTAL_PRICE: (order) => totalsOf(order).total,
  RELEVANCE: (order) => Number(order.id),
};

function sorted(orders: Order[], sortKey: string): Order[] {
  const valueOf = sortValues[sortKey];
  if (valueOf === undefined) throw notSimulated(`orders sorted by ${sortKey}`);
  return orders.sort((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    return left === right ? Number(one.id) - Number(other.id) : left < right ? -1 : 1;
  });
}

function found(world: World, args: unknown): Order[] {
  const { query } = queryArgument.parse(args);
  return search(world.store.allOrders(), query, searchFields(world));
}

export function orderQueries(world: World): View {
  const byId = (value: string): View | null => {
    const order = world.store.orders.get(idOf(value, 'Order'));
    return order === undefined ? null : world.views.order(order);
  };
  return {
    order: (args: unknown) => byId(idArgument.parse(args).id),
    orderByIdentifier: (args: unknown) => {
      const { identifier } = identifierArgument.parse(args);
      if (identifier.id === undefined || identifier.id === null) throw notSimulated('orderByIdentifier(customId)');
      return byId(identifier.id);
    },
    orders: (args: unknown) => {
      const { sortKey } = sortArgument.parse(args);
      const orders = sorted(found(world, args), sortKey ?? 'PROCESSED_AT');
      return connection(orders, args, (order) => world.views.order(order));
    },
    ordersCount: (args: unknown) => countView(found(world, args).length),
  };
}
