import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { orderIdField } from '../line-fields';

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
    const orderId = requiredText(context, 'orderId', 'Order ID', itemIndex);
    const result = asJson(await shopify().exchangePayment(await connectShopify(context, itemIndex), { orderId }));
    return { chapters: { exchangePayment: result }, result };
  },
};
