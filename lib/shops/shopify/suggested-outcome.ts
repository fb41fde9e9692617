import { z } from 'zod/v4';
import { ReturnsError, zero, type Money } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { moneyBagFields, moneyBagSchema, moneyInput, type MoneyInput } from './money';
import { readReturn } from './read-return';
import { readPayments, suggestedTransactionFields, suggestedTransactionSchema } from './suggested-payments';
import { exchangeSelection, selectLines, type Selection } from './select-lines';
import type { SuggestedOutcome, SuggestedOutcomeInput } from './types';

const outcomeDocument = defineDocument(
  `query ReturnsOutcome(
    $id: ID!
    $returnLines: [SuggestedOutcomeReturnLineItemInput!]!
    $exchangeLines: [SuggestedOutcomeExchangeLineItemInput!]!
    $shipping: RefundShippingInput
    $allocation: RefundMethodAllocation
  ) {
    return(id: $id) {
      suggestedFinancialOutcome(
        returnLineItems: $returnLines
        exchangeLineItems: $exchangeLines
        refundShipping: $shipping
        refundMethodAllocation: $allocation
      ) {
        maximumRefundable { ${moneyBagFields} }
        financialTransfer {
          __typename
          ... on RefundReturnOutcome {
            amount { ${moneyBagFields} }
            suggestedTransactions { ${suggestedTransactionFields} }
          }
          ... on InvoiceReturnOutcome { amount { ${moneyBagFields} } }
        }
      }
    }
  }`,
  () =>
    z.object({
      return: z
        .object({
          suggestedFinancialOutcome: z
            .object({
              maximumRefundable: moneyBagSchema(),
              financialTransfer: z
                .object({
                  __typename: z.string(),
                  amount: moneyBagSchema().optional(),
                  suggestedTransactions: z.array(suggestedTransactionSchema()).optional(),
                })
                .nullish(),
            })
            .nullish(),
        })
        .nullable(),
    }),
);

/** What Shopify itself would pay back or ask for, before anything is done. */
export async function suggestedOutcome(client: ShopifyClient, input: SuggestedOutcomeInput): Promise<SuggestedOutcome> {
  const { shopifyReturn } = await readReturn(client, gid('Return', input.returnId));
  const lines = selectLines(shopifyReturn, input.lines);
  const exchange = input.exchange === false ? [] : exchangeSelection(shopifyReturn);
  const [processed] = shopifyReturn.refunds;
  if (lines.length === 0 && exchange.length === 0 && processed) return noOutcome(processed.refund.amount.currency);
  return readOutcome(client, shopifyReturn.id, lines, exchange, input.delivery);
}

/** All of it was processed: Shopify, which works out what is left, is asked for nothing. */
function noOutcome(currency: string): SuggestedOutcome {
  const none = zero(currency);
  return { refund: none, owed: none, maximumRefundable: none, payments: [] };
}

/** The outbound delivery that is paid back with the goods; nothing where none is. */
export const shippingInput = (
  delivery: Money | undefined,
): { refundShipping: { shippingRefundAmount: MoneyInput } } | undefined =>
  delivery && delivery.amount > 0 ? { refundShipping: { shippingRefundAmount: moneyInput(delivery) } } : undefined;

/** @throws ReturnsError `conflict` when Shopify works nothing out, e.g. for a cancelled return */
export async function readOutcome(
  client: ShopifyClient,
  id: string,
  returnLines: readonly Selection[],
  exchangeLines: readonly Selection[],
  delivery?: Money,
): Promise<SuggestedOutcome> {
  const answer = await client.run(outcomeDocument, {
    id,
    returnLines,
    exchangeLines,
    shipping: shippingInput(delivery)?.refundShipping ?? null,
    allocation: 'ORIGINAL_PAYMENT_METHODS',
  });
  const outcome = answer.return?.suggestedFinancialOutcome;
  if (!outcome) {
    throw new ReturnsError('conflict', 'Shopify works out no refund for this return as it stands', {
      provider: 'shopify',
      description: 'Look at the return in Shopify: it must be open, and the lines not processed yet.',
    });
  }
  const { maximumRefundable, financialTransfer: transfer } = outcome;
  const none = zero(maximumRefundable.currency);
  const amount = transfer?.amount ?? none;
  return {
    refund: transfer?.__typename === 'RefundReturnOutcome' ? amount : none,
    owed: transfer?.__typename === 'InvoiceReturnOutcome' ? amount : none,
    maximumRefundable,
    payments: readPayments(transfer?.suggestedTransactions ?? []),
  };
}
