import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';
import { returnChapters, returnIdField, returnIdOf, returnReference } from '../return-fields';

export const getReturn: Operation = {
  resource: 'return',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get return',
    description: 'Read one return with its order, as request and order chapters',
  },
  fields: [returnIdField],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const found = await shopify().getReturn(await connectShopify(context, itemIndex), { returnId });
    return {
      chapters: {
        request: asJson(found.request),
        order: asJson(found.order),
        references: returnReference(found),
        ...returnChapters(found),
      },
      result: asJson(found.shopifyReturn),
    };
  },
};
