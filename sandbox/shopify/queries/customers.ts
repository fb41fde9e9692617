import { connection } from '../connection';
import { idOf } from '../gid';
import { search } from '../search';
import type { View } from '../view';
import type { World } from '../world';
import { idArgument, queryArgument } from './arguments';

export function customerQueries(world: World): View {
  const { store, views } = world;
  return {
    customer: (args: unknown) => {
      const customer = store.customers.get(idOf(idArgument.parse(args).id, 'Customer'));
      return customer === undefined ? null : views.customer(customer);
    },
    customers: (args: unknown) => {
      const found = search([...store.customers.values()], queryArgument.parse(args).query, {
        default: (customer) => [customer.email, customer.firstName, customer.lastName],
        id: (customer) => [customer.id],
        email: (customer) => [customer.email],
        phone: (customer) => (customer.phone === null ? [] : [customer.phone]),
        first_name: (customer) => [customer.firstName],
        last_name: (customer) => [customer.lastName],
        tag: (customer) => customer.tags,
      });
      return connection(found, args, (customer) => views.customer(customer));
    },
    storeCreditAccount: (args: unknown) => {
      const account = store.storeCredit.get(idOf(idArgument.parse(args).id, 'StoreCreditAccount'));
      return account === undefined ? null : views.storeCreditAccount(account);
    },
  };
}
