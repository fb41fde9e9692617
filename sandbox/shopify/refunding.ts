import { gid } from './gid';
import type { Id, Order, Refund, RefundLine, Return, StoreCreditAccount, Transaction } from './model';
import { formatMoney } from './money';
import { orderPayload, refundPayload, transactionPayload } from './payloads';
import type { World } from './world';

export interface Repayment {
  payment: Transaction;
  amount: number;
}

export interface RefundPlan {
  order: Order;
  entry: Return | null;
  note: string | null;
  lines: Omit<RefundLine, 'id'>[];
  shipping: { amount: number; tax: number } | null;
  repayments: readonly Repayment[];
  storeCredit: { amount: number; expiresAt: string | null } | null;
  /** What the refunded things are worth less fees and exchanges; what is paid beyond it is a discrepancy. */
  expected: number;
  processedAt?: string | null;
}

/** The store credit account of an order's customer in a currency, opened on first use. */
export function ensureStoreCredit(world: World, customerId: Id, currency: string): StoreCreditAccount {
  const accounts = [...world.store.storeCredit.values()];
  const found = accounts.find((account) => account.customerId === customerId && account.currency === currency);
  if (found !== undefined) return found;
  const account = { id: world.nextId(), customerId, currency, balance: 0, transactions: [] };
  world.store.storeCredit.set(account.id, account);
  return account;
}

/** Adds to a store credit account. */
export function creditAccount(
  world: World,
  account: StoreCreditAccount,
  credit: { amount: number; expiresAt: string | null; event: string },
): StoreCreditAccount['transactions'][number] {
  account.balance += credit.amount;
  const transaction = {
    id: world.nextId(),
    amount: credit.amount,
    balanceAfter: account.balance,
    createdAt: world.now(),
    expiresAt: credit.expiresAt,
    event: credit.event,
  };
  account.transactions.push(transaction);
  world.record('store-credit.credited', gid('StoreCreditAccount', account.id), {
    customerId: gid('Customer', account.customerId),
    customerEmail: world.store.customers.get(account.customerId)?.email ?? null,
    amount: formatMoney(credit.amount, account.currency),
    minor: credit.amount,
    currency: account.currency,
    event: credit.event,
  });
  return transaction;
}

function addTransaction(
  world: World,
  plan: RefundPlan,
  refundId: Id,
  part: { gateway: string; amount: number; parentId: Id | null },
): Transaction {
  const transaction: Transaction = {
    id: world.nextId(),
    orderId: plan.order.id,
    kind: 'REFUND',
    status: part.parentId === null ? 'SUCCESS' : world.settings.refundStatus,
    gateway: part.gateway,
    amount: part.amount,
    parentId: part.parentId,
    refundId,
    paymentId: `${plan.order.confirmationNumber}.${plan.order.transactions.length + 1}`,
    createdAt: world.now(),
  };
  plan.order.transactions.push(transaction);
  return transaction;
}

/** Makes a refund that was found in order: pays back, counts the lines as refunded, tells everyone. */
export function makeRefund(world: World, plan: RefundPlan): Refund {
  const { order, entry } = plan;
  const id = world.nextId();
  const transactions = plan.repayments.map(({ payment, amount }) =>
    addTransaction(world, plan, id, { gateway: payment.gateway, amount, parentId: payment.id }),
  );
  if (plan.storeCredit !== null) {
    const account = ensureStoreCredit(world, order.customerId, order.currency);
    creditAccount(world, account, { ...plan.storeCredit, event: 'ORDER_REFUND' });
    transactions.push(
      addTransaction(world, plan, id, {
        gateway: 'shopify_store_credit',
        amount: plan.storeCredit.amount,
        parentId: null,
      }),
    );
  }
  for (const line of plan.lines) {
    const item = order.lines.find((candidate) => candidate.id === line.lineItemId);
    if (item !== undefined) item.refundedQuantity += line.quantity;
  }
  if (plan.shipping !== null && order.shipping !== null) {
    order.shipping.refunded += plan.shipping.amount;
    order.shipping.refundedTax += plan.shipping.tax;
  }

  const amount = transactions.reduce((total, transaction) => total + transaction.amount, 0);
  const refund: Refund = {
    id,
    orderId: order.id,
    returnId: entry?.id ?? null,
    note: plan.note,
    lines: plan.lines.map((line) => ({ id: world.nextId(), ...line })),
    shipping: plan.shipping,
    transactionIds: transactions.map((transaction) => transaction.id),
    discrepancy: amount === 0 ? 0 : amount - plan.expected,
    createdAt: world.now(),
    processedAt: plan.processedAt ?? world.now(),
  };
  order.refunds.push(refund);
  world.touch(order);
  for (const transaction of transactions)
    world.emit('ORDER_TRANSACTIONS_CREATE', transactionPayload(order, transaction));
  world.emit('REFUNDS_CREATE', refundPayload(order, refund));
  world.emit('ORDERS_UPDATED', orderPayload(order));
  if (amount > 0) {
    const isFailed = transactions.every((transaction) => transaction.status === 'FAILURE');
    world.record(isFailed ? 'refund.failed' : 'refund.made', gid('Refund', id), {
      orderId: gid('Order', order.id),
      orderName: order.name,
      returnId: entry === null ? null : gid('Return', entry.id),
      amount: formatMoney(amount, order.currency),
      minor: amount,
      shippingMinor: plan.shipping?.amount ?? 0,
      currency: order.currency,
      status: transactions.some((transaction) => transaction.status !== 'SUCCESS')
        ? world.settings.refundStatus
        : 'SUCCESS',
      storeCredit: plan.storeCredit === null ? null : formatMoney(plan.storeCredit.amount, order.currency),
      lines: plan.lines.map((line) => ({ lineItemId: gid('LineItem', line.lineItemId), quantity: line.quantity })),
    });
  }
  return refund;
}
