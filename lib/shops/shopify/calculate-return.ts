import { z } from 'zod/v4';
import { addMoney, compareMoney, ReturnsError, subtractMoney, sumMoney, zero, type Money } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { listReturnables } from './find-order';
import { gid } from './gid';
import { moneyBagFields, moneyBagSchema, moneyInput } from './money';
import { returnLines } from './return-lines';
import type { CalculatedReturn, CalculateReturnInput } from './types';

const calculateDocument = defineDocument(
  `query ReturnsCalculate($input: CalculateReturnInput!, $orderId: ID!) {
    order(id: $orderId) { taxesIncluded presentmentCurrencyCode }
    returnCalculate(input: $input) {
      returnLineItems {
        quantity
        subtotalSet { ${moneyBagFields} }
        totalTaxSet { ${moneyBagFields} }
        restockingFee { amountSet { ${moneyBagFields} } }
        fulfillmentLineItem { lineItem { id } }
      }
      exchangeLineItems {
        quantity
        subtotalSet { ${moneyBagFields} }
        totalTaxSet { ${moneyBagFields} }
        variant { id }
      }
      returnShippingFee { amountSet { ${moneyBagFields} } }
    }
  }`,
  () =>
    z.object({
      order: z.object({ taxesIncluded: z.boolean(), presentmentCurrencyCode: z.string() }).nullable(),
      returnCalculate: z
        .object({
          returnLineItems: z.array(
            z.object({
              quantity: z.int(),
              subtotalSet: moneyBagSchema(),
              totalTaxSet: moneyBagSchema(),
              restockingFee: z.object({ amountSet: moneyBagSchema() }).nullish(),
              fulfillmentLineItem: z.object({ lineItem: z.object({ id: z.string() }) }),
            }),
          ),
          exchangeLineItems: z.array(
            z.object({
              quantity: z.int(),
              subtotalSet: moneyBagSchema(),
              totalTaxSet: moneyBagSchema(),
              variant: z.object({ id: z.string() }).nullish(),
            }),
          ),
          returnShippingFee: z.object({ amountSet: moneyBagSchema() }).nullish(),
        })
        .nullish(),
    }),
);

/**
 * What a return would come to, with the goods sent in exchange and the fee for the way back, before it is made: what is
 * paid back where the balance falls to the shopper, what is owed where it falls to the shop.
 * @throws ReturnsError `conflict` when the order has not that many units left to return; `not_found`
 */
export async function calculateReturn(client: ShopifyClient, input: CalculateReturnInput): Promise<CalculatedReturn> {
  const orderId = gid('Order', input.orderId);
  const returnables = await listReturnables(client, orderId);
  const lines = returnLines(
    input.lines.map((line) => ({ ...line, reason: 'unknown' })),
    returnables,
    [],
  ).map(({ fulfillmentLineItemId, quantity }) => ({
    fulfillmentLineItemId,
    quantity,
    ...(input.restockingFeePercent && { restockingFee: { percentage: input.restockingFeePercent } }),
  }));
  const { order, returnCalculate: found } = await client.run(calculateDocument, {
    orderId,
    input: {
      orderId,
      returnLineItems: lines,
      exchangeLineItems: (input.exchange ?? []).map(({ variantId, quantity }) => ({
        variantId: gid('ProductVariant', variantId),
        quantity,
      })),
      ...(input.returnShippingFee && { returnShippingFee: { amount: moneyInput(input.returnShippingFee) } }),
    },
  });
  if (!order || !found) {
    throw new ReturnsError('not_found', 'Shopify works nothing out for this order', {
      provider: 'shopify',
      description: 'Check the id of the order, and that its goods were sent.',
    });
  }
  const { presentmentCurrencyCode: currency, taxesIncluded } = order;
  // Shopify gives what goes back to the shopper as negative amounts, and what they pay as positive ones.
  const worth = (entries: readonly { subtotalSet: Money; totalTaxSet: Money }[]): Money =>
    sumMoney(
      entries.map(({ subtotalSet, totalTaxSet }) =>
        absolute(taxesIncluded ? subtotalSet : addMoney(subtotalSet, totalTaxSet)),
      ),
      currency,
    );
  const returned = worth(found.returnLineItems);
  const sent = worth(found.exchangeLineItems);
  const fees = sumMoney(
    [
      ...found.returnLineItems.flatMap(({ restockingFee }) => restockingFee?.amountSet ?? []),
      ...(found.returnShippingFee ? [found.returnShippingFee.amountSet] : []),
    ].map(absolute),
    currency,
  );
  const balance = subtractMoney(returned, addMoney(sent, fees));
  const none = zero(currency);
  const isOwed = compareMoney(balance, none) < 0;
  return {
    lines: found.returnLineItems.map(({ quantity, subtotalSet, fulfillmentLineItem: { lineItem } }) => ({
      orderLineId: lineItem.id,
      quantity,
      subtotal: absolute(subtotalSet),
    })),
    returned,
    sent,
    fees,
    refund: isOwed ? none : balance,
    owed: isOwed ? absolute(balance) : none,
  };
}

const absolute = ({ amount, currency }: Money): Money => ({ amount: Math.abs(amount), currency });
