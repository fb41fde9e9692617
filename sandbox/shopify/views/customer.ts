import { connection } from '../connection';
import { gid } from '../gid';
import type { Customer, Order, StoreCreditAccount } from '../model';
import { type View, moneyView } from '../view';
import { totalsOf } from '../pricing';
import type { World } from '../world';
import { addressView } from './common';
import { metafieldFields } from './metafield';

function ordersOf(world: World, customer: Customer): Order[] {
  return world.store.allOrders().filter((order) => order.customerId === customer.id);
}

export function customerView(world: World, customer: Customer): View {
  const orders = ordersOf(world, customer);
  const last = orders.at(-1);
  const spent = orders.reduce((total, order) => total + totalsOf(order).net, 0);
  const currency = last?.currency ?? 'EUR';
  const accounts = [...world.store.storeCredit.values()].filter((account) => account.customerId === customer.id);
  return {
    __typename: 'Customer',
    id: gid('Customer', customer.id),
    legacyResourceId: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: `${customer.firstName} ${customer.lastName}`.trim(),
    email: customer.email,
    phone: customer.phone,
    locale: customer.locale,
    note: null,
    state: 'ENABLED',
    verifiedEmail: true,
    taxExempt: false,
    tags: [...customer.tags].sort(),
    numberOfOrders: String(customer.orders),
    amountSpent: moneyView(spent, currency),
    createdAt: customer.createdAt,
    updatedAt: customer.createdAt,
    defaultEmailAddress: { emailAddress: customer.email, validFormat: true, marketingState: 'NOT_SUBSCRIBED' },
    defaultPhoneNumber:
      customer.phone === null ? null : { phoneNumber: customer.phone, marketingState: 'NOT_SUBSCRIBED' },
    defaultAddress: last === undefined ? null : addressView(last.id, last.shippingAddress),
    lastOrder: () => (last === undefined ? null : world.views.order(last)),
    orders: (args: unknown) => connection(orders, args, (order) => world.views.order(order)),
    storeCreditAccounts: (args: unknown) =>
      connection(accounts, args, (account) => storeCreditAccountView(world, account)),
    ...metafieldFields([]),
  };
}

export function storeCreditAccountView(world: World, account: StoreCreditAccount): View {
  return {
    __typename: 'StoreCreditAccount',
    id: gid('StoreCreditAccount', account.id),
    balance: moneyView(account.balance, account.currency),
    owner: () => {
      const owner = world.store.customers.get(account.customerId);
      return owner === undefined ? null : customerView(world, owner);
    },
    transactions: (args: unknown) =>
      connection(account.transactions, args, (entry) => storeCreditTransactionView(world, account, entry)),
  };
}

export function storeCreditTransactionView(
  world: World,
  account: StoreCreditAccount,
  entry: StoreCreditAccount['transactions'][number],
): View {
  return {
    __typename: 'StoreCreditAccountCreditTransaction',
    id: gid('StoreCreditAccountCreditTransaction', entry.id),
    amount: moneyView(entry.amount, account.currency),
    remainingAmount: moneyView(entry.amount, account.currency),
    balanceAfterTransaction: moneyView(entry.balanceAfter, account.currency),
    createdAt: entry.createdAt,
    expiresAt: entry.expiresAt,
    event: entry.event,
    origin: null,
    account: () => storeCreditAccountView(world, account),
  };
}
