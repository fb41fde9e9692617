import { shopify } from '../../shared/shops';
import { moneySchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { optionalChapterParameter, textParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { deliveryField, linesField, linesOf, orderIdField, orderIdOf } from '../line-fields';

export const getSuggestedRefund: Operation = {
  resource: 'order',
  option: {
    name: 'Get Suggested Refund',
    value: 'getSuggestedRefund',
    action: 'Get suggested refund of order',
    description: 'What Shopify would pay back for lines of an order, and on which payments',
  },
  fields: [
    orderIdField,
    { ...linesField, description: `${linesField.description ?? ''}. All that is left when empty.` },
    { ...deliveryField, displayName: 'Delivery', default: '', description: 'Outbound delivery to pay back with it' },
    {
      displayName: 'As',
      name: 'as',
      type: 'options',
      options: [
        { name: 'Original Payment', value: 'original_payment' },
        { name: 'Store Credit', value: 'store_credit' },
      ],
      default: 'original_payment',
    },
  ],
  async execute(context, itemIndex) {
    const orderId = orderIdOf(context, itemIndex);
    const lines = linesOf(context, itemIndex);
    const delivery = optionalChapterParameter(context, 'delivery', 'Delivery', moneySchema, itemIndex);
    const suggested = await shopify().suggestedRefund(await connectShopify(context, itemIndex), {
      orderId,
      as: textParameter(context, 'as', itemIndex) === 'store_credit' ? 'store_credit' : 'original_payment',
      ...(lines && { lines }),
      ...(delivery && delivery.amount > 0 && { delivery }),
    });
    const result = asJson(suggested);
    return { chapters: { suggestedRefund: result }, result };
  },
};
