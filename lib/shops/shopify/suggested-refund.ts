import { z } from 'zod/v4';
import { ReturnsError, toDecimal } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { moneyBagFields, moneyBagSchema } from './money';
import { readPayments, suggestedTransactionFields, suggestedTransactionSchema } from './suggested-payments';
import type { SuggestedRefund, SuggestedRefundInput } from './types';

const suggestedRefundDocument = defineDocument(
  `query ReturnsSuggestedRefund(
    $id: ID!
    $lines: [RefundLineItemInput!]
    $shipping: Boolean
    $shippingAmount: Money
    $full: Boolean
    $allocation: RefundMethodAllocation
  ) {
    order(id: $id) {
      suggestedRefund(
        refundLineItems: $lines
        refundShipping: $shipping
        shippingAmount: $shippingAmount
        suggestFullRefund: $full
        refundMethodAllocation: $allocation
      ) {
        amountSet { ${moneyBagFields} }
        subtotalSet { ${moneyBagFields} }
        totalTaxSet { ${moneyBagFields} }
        maximumRefundableSet { ${moneyBagFields} }
        shipping { amountSet { ${moneyBagFields} } maximumRefundableSet { ${moneyBagFields} } }
        suggestedTransactions { ${suggestedTransactionFields} }
        suggestedRefundMethods { amount { ${moneyBagFields} } }
      }
    }
  }`,
  () =>
    z.object({
      order: z
        .object({
          suggestedRefund: z
            .object({
              amountSet: moneyBagSchema(),
              subtotalSet: moneyBagSchema(),
              totalTaxSet: moneyBagSchema(),
              maximumRefundableSet: moneyBagSchema(),
              shipping: z.object({ amountSet: moneyBagSchema(), maximumRefundableSet: moneyBagSchema() }),
              suggestedTransactions: z.array(suggestedTransactionSchema()),
              suggestedRefundMethods: z.array(z.object({ amount: moneyBagSchema() })),
            })
            .nullish(),
        })
        .nullable(),
    }),
);

/**
 * What Shopify would pay back for lines of an order, before any return exists.
 * @throws ReturnsError `not_found` when there is no such order
 */
export async function suggestedRefund(client: ShopifyClient, input: SuggestedRefundInput): Promise<SuggestedRefund> {
  const { delivery } = input;
  const { order } = await client.run(suggestedRefundDocument, {
    id: gid('Order', input.orderId),
    lines: (input.lines ?? []).map(({ orderLineId, quantity }) => ({
      lineItemId: gid('LineItem', orderLineId),
      quantity,
      restockType: 'NO_RESTOCK',
    })),
    shipping: delivery === 'all',
    ...(typeof delivery === 'object' && { shippingAmount: toDecimal(delivery) }),
    full: input.lines === undefined,
    allocation: input.as === 'store_credit' ? 'STORE_CREDIT' : 'ORIGINAL_PAYMENT_METHODS',
  });
  const found = order?.suggestedRefund;
  if (!found) {
    throw new ReturnsError('not_found', 'Shopify knows no such order', {
      provider: 'shopify',
      description: 'Check the id. Orders older than 60 days need the access scope read_all_orders.',
    });
  }
  const [credit] = found.suggestedRefundMethods;
  return {
    refund: found.amountSet,
    goods: found.subtotalSet,
    tax: found.totalTaxSet,
    delivery: found.shipping.amountSet,
    maximumDelivery: found.shipping.maximumRefundableSet,
    maximumRefundable: found.maximumRefundableSet,
    payments: readPayments(found.suggestedTransactions),
    ...(credit && { storeCredit: credit.amount }),
  };
}
