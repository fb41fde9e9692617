import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { orderIdField } from '../line-fields';

export const getReturnableLines: Operation = {
  resource: 'order',
  option: {
    name: 'Get Returnable Lines',
    value: 'getReturnableLines',
    action: 'Get returnable lines of order',
    description: 'What of each parcel can still come back',
  },
  fields: [orderIdField],
  async execute(context, itemIndex) {
    const orderId = requiredText(context, 'orderId', 'Order ID', itemIndex);
    const lines = await shopify().listReturnableLines(await connectShopify(context, itemIndex), { orderId });
    const returnable = lines.map((line) => asJson(line));
    return { chapters: { returnable }, result: { returnable } };
  },
};
