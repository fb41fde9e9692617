import { shopify } from '../../shared/shops';
import { moneySchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { optionalChapterParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { deliveryField, linesField, linesOf } from '../line-fields';
import { returnIdField, returnIdOf } from '../return-fields';

export const getSuggestedOutcome: Operation = {
  resource: 'return',
  option: {
    name: 'Get Suggested Outcome',
    value: 'getSuggestedOutcome',
    action: 'Get suggested outcome of return',
    description: 'What Shopify would pay back and on which payments, or what the shopper owes, before it is processed',
  },
  fields: [
    returnIdField,
    { ...linesField, default: '', description: 'All that can be processed when left empty' },
    { ...deliveryField, displayName: 'Delivery', description: 'Outbound delivery to pay back with the goods' },
    {
      displayName: 'With Exchange',
      name: 'withExchange',
      type: 'boolean',
      default: true,
      description: 'Whether the exchange lines are counted in',
    },
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const lines = linesOf(context, itemIndex);
    const delivery = optionalChapterParameter(context, 'delivery', 'Delivery', moneySchema, itemIndex);
    const outcome = asJson(
      await shopify().suggestedOutcome(await connectShopify(context, itemIndex), {
        returnId,
        exchange: context.getNodeParameter('withExchange', itemIndex, true) === true,
        ...(lines && { lines }),
        ...(delivery && delivery.amount > 0 && { delivery }),
      }),
    );
    return { chapters: { outcome }, result: outcome };
  },
};
