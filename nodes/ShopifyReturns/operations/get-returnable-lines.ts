import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';
import { orderIdField, orderIdOf } from '../line-fields';

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
    const orderId = orderIdOf(context, itemIndex);
    const lines = await shopify().listReturnableLines(await connectShopify(context, itemIndex), { orderId });
    const returnable = lines.map((line) => asJson(line));
    return { chapters: { returnable }, result: { returnable } };
  },
};
