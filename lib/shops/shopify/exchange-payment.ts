import { z } from 'zod/v4';
import { ReturnsError, zero } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { moneyBagFields, moneyBagSchema } from './money';
import type { ExchangePayment } from './types';

const paymentDocument = defineDocument(
  `query ReturnsExchangePayment($id: ID!) {
    order(id: $id) {
      id
      name
      totalOutstandingSet { ${moneyBagFields} }
      paymentCollectionDetails { additionalPaymentCollectionUrl }
    }
  }`,
  () =>
    z.object({
      order: z
        .object({
          id: z.string(),
          name: z.string(),
          totalOutstandingSet: moneyBagSchema(),
          paymentCollectionDetails: z.object({ additionalPaymentCollectionUrl: z.string().nullish() }),
        })
        .nullable(),
    }),
);

/**
 * What the shopper owes on an order, after an exchange for something dearer, and the page of the shop to pay it on. Until
 * it is paid, Shopify holds the new goods back. What the shop owes on the order is told too.
 * @throws ReturnsError `not_found`
 */
export async function exchangePayment(
  client: ShopifyClient,
  { orderId }: { orderId: string },
): Promise<ExchangePayment> {
  const { order } = await client.run(paymentDocument, { id: gid('Order', orderId) });
  if (!order) {
    throw new ReturnsError('not_found', 'Shopify knows no such order', {
      provider: 'shopify',
      description: 'Check the id, and that the credential is of the shop that the order belongs to.',
    });
  }
  const { totalOutstandingSet: outstanding, paymentCollectionDetails: details } = order;
  const none = zero(outstanding.currency);
  const isOwed = outstanding.amount > 0;
  const url = details.additionalPaymentCollectionUrl;
  return {
    orderId: order.id,
    orderName: order.name,
    owed: isOwed ? outstanding : none,
    owedBack: outstanding.amount < 0 ? { ...outstanding, amount: -outstanding.amount } : none,
    paid: !isOwed,
    ...(isOwed && url && { paymentUrl: url }),
  };
}
