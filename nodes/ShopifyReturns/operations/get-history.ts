import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import { limitField, returnAllField } from '../../shared/fields';
import type { Operation, OperationResult } from '../../shared/operation';
import { daysAgo } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { instantParameter } from '../line-fields';

export const getHistory: Operation = {
  resource: 'order',
  option: {
    name: 'Get History',
    value: 'getHistory',
    action: 'Get history of orders',
    description: 'Read the orders of a period with what came back of them, to try a policy on them',
  },
  fields: [
    {
      displayName: 'Since',
      name: 'since',
      type: 'dateTime',
      default: '',
      description: 'A year ago when left empty',
    },
    { displayName: 'Until', name: 'until', type: 'dateTime', default: '', description: 'Until now when left empty' },
    returnAllField,
    limitField,
  ],
  async execute(context, itemIndex) {
    const until = instantParameter(context, 'until', itemIndex);
    const all = context.getNodeParameter('returnAll', itemIndex, false) === true;
    const limit = all ? Number.POSITIVE_INFINITY : Number(context.getNodeParameter('limit', itemIndex, 50));
    const history = shopify().orderHistory(await connectShopify(context, itemIndex), {
      since: instantParameter(context, 'since', itemIndex) ?? daysAgo(365),
      ...(until !== undefined && { until }),
    });
    const results: OperationResult[] = [];
    for await (const { order, returns } of history) {
      const chapters = { order: asJson(order), returns: returns.map((entry) => asJson(entry)) };
      results.push({ chapters, result: chapters });
      if (results.length >= limit) break;
    }
    return results;
  },
};
