import { z } from 'zod/v4';
import { ReturnsError, toDecimal, zero, type Money } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { moneyInput } from './money';
import { markOf, spreadRefund } from './process-plan';
import { readRefund } from './refund-mapping';
import { refundFields, refundSchema, type ShopifyRefund } from './return-documents';
import { suggestedRefund } from './suggested-refund';
import type { RefundOrderInput, RefundOrderResult } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';
import { isIdempotent } from './versions';

const refundDocument = defineDocument(
  (version) => `mutation ReturnsRefund($input: RefundInput!${isIdempotent(version) ? ', $key: String!' : ''}) {
    refundCreate(input: $input) ${isIdempotent(version) ? '@idempotent(key: $key)' : ''} {
      refund { ${refundFields} }
      userErrors { field message }
    }
  }`,
  () =>
    z.object({
      refundCreate: z.object({ refund: refundSchema().nullish(), userErrors: userErrorsSchema() }),
    }),
);

const refundsDocument = defineDocument(
  `query ReturnsRefunds($id: ID!) { order(id: $id) { refunds(first: 40) { ${refundFields} } } }`,
  () => z.object({ order: z.object({ refunds: z.array(refundSchema()) }).nullable() }),
);

/**
 * Pays back on an order without a return: a goodwill, a missing parcel, goods that may be kept. An order whose goods come
 * back is paid back through its return. The note ends with a mark by which an attempt that may have happened finds what
 * the one before it paid; from 2026-01 on Shopify itself tells the repeat by its key.
 * @throws ReturnsError `invalid_input` without an amount; `needs_review` when the payments hold less than it
 */
export async function refundOrder(client: ShopifyClient, input: RefundOrderInput): Promise<RefundOrderResult> {
  const orderId = gid('Order', input.orderId);
  const key = input.attempt.idempotencyKey;
  if (input.attempt.mayHaveHappened) {
    const made = await findRefund(client, orderId, markOf(key));
    if (made) return { refund: readRefund(made), performed: false };
  }
  const answer = await client.run(refundDocument, {
    input: await refundInput(client, orderId, input),
    ...(isIdempotent(client.version) && { key }),
  });
  ensureAccepted(answer.refundCreate.userErrors, 'pay back on the order');
  const made = answer.refundCreate.refund ?? (await afterWrite(() => findRefund(client, orderId, markOf(key))));
  if (made) return { refund: readRefund(made), performed: true };
  throw new ReturnsError('unexpected_answer', 'Shopify made a refund but did not name it', {
    provider: 'shopify',
    description: 'Run the item again: the refund is looked up first.',
    retryable: true,
    context: { mayHaveHappened: true },
  });
}

async function refundInput(client: ShopifyClient, orderId: string, input: RefundOrderInput): Promise<object> {
  const { amount, storeCredit, lines = [], delivery, attempt } = input;
  const currency = (amount ?? storeCredit?.amount)?.currency;
  if (currency === undefined) throw withoutAmount();
  const onPayments = amount ?? zero(currency);
  const transactions = await transactionsFor(client, orderId, input, onPayments);
  return {
    orderId,
    currency,
    note: [input.note, markOf(attempt.idempotencyKey)].filter(Boolean).join(' '),
    notify: input.notifyCustomer ?? false,
    ...(delivery && delivery.amount > 0 && { shipping: { amount: toDecimal(delivery) } }),
    refundLineItems: lines.map(({ orderLineId, quantity, restockAt }) => ({
      lineItemId: gid('LineItem', orderLineId),
      quantity,
      ...(restockAt
        ? { restockType: 'RETURN', locationId: gid('Location', restockAt) }
        : { restockType: 'NO_RESTOCK' }),
    })),
    transactions,
    ...(storeCredit && storeCredit.amount.amount > 0 && { refundMethods: [creditMethod(storeCredit)] }),
    discrepancyReason: input.reason ?? 'OTHER',
  };
}

const withoutAmount = (): ReturnsError =>
  new ReturnsError('invalid_input', 'There is nothing to pay back', {
    provider: 'shopify',
    description: 'Give an amount in money, as store credit, or both.',
  });

const creditMethod = ({ amount, expiresAt }: NonNullable<RefundOrderInput['storeCredit']>): object => ({
  storeCreditRefund: { amount: moneyInput(amount), ...(expiresAt && { expiresAt }) },
});

async function transactionsFor(
  client: ShopifyClient,
  orderId: string,
  { storeCredit }: RefundOrderInput,
  amount: Money,
): Promise<object[]> {
  if (amount.amount === 0) return [];
  const suggested = await suggestedRefund(client, { orderId });
  const { currency } = suggested.maximumRefundable;
  const total = storeCredit ? { amount: amount.amount + storeCredit.amount.amount, currency } : amount;
  const outcome = { ...suggested, owed: zero(currency) };
  return spreadRefund(amount, outcome, total).map(({ parentId, transactionAmount }) => ({
    orderId,
    parentId,
    kind: 'REFUND',
    gateway: suggested.payments.find((payment) => payment.parentId === parentId)?.gateway ?? '',
    amount: transactionAmount.amount,
  }));
}

async function findRefund(client: ShopifyClient, orderId: string, mark: string): Promise<ShopifyRefund | undefined> {
  const { order } = await client.run(refundsDocument, { id: orderId });
  return order?.refunds.find(({ note }) => note?.includes(mark));
}
