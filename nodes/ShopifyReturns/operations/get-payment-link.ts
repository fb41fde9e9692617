import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';
import { orderIdField, orderIdOf } from '../line-fields';

export const getPaymentLink: Operation = {
  resource: 'exchange',
  option: {
    name: 'Get Payment Link',
    value: 'getPaymentLink',
    action: 'Get payment link of exchange',
    description: 'What the shopper owes for a dearer exchange, and the page of the shop to pay it on',
  },
  fields: [orderIdField],
  async execute(context, itemIndex) {
    const orderId = orderIdOf(context, itemIndex);
    const result = asJson(await shopify().exchangePayment(await connectShopify(context, itemIndex), { orderId }));
    return { chapters: { exchangePayment: result }, result };
  },
};
