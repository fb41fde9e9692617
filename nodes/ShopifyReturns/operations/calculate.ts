import { shopify } from '../../shared/shops';
import { moneySchema, ReturnsError } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { optionalChapterParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { exchangeLinesField, exchangeLinesOf, linesField, linesOf, orderIdField, orderIdOf } from '../line-fields';
import { feeField } from '../return-fields';

export const calculate: Operation = {
  resource: 'return',
  option: {
    name: 'Calculate',
    value: 'calculate',
    action: 'Calculate return',
    description: 'What a return would come to before it is made: paid back, or owed for a dearer exchange',
  },
  fields: [
    orderIdField,
    { ...linesField, required: true },
    exchangeLinesField,
    feeField,
    {
      displayName: 'Restocking Fee (Percent)',
      name: 'restockingFee',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 100 },
      default: 0,
      description: 'Kept by the shop, of what the goods cost',
    },
  ],
  async execute(context, itemIndex) {
    const orderId = orderIdOf(context, itemIndex);
    const fee = optionalChapterParameter(context, 'fee', 'Return Fee', moneySchema, itemIndex);
    const calculated = await shopify().calculateReturn(await connectShopify(context, itemIndex), {
      orderId,
      lines: linesOf(context, itemIndex) ?? missing(),
      exchange: exchangeLinesOf(context, itemIndex),
      restockingFeePercent: Number(context.getNodeParameter('restockingFee', itemIndex, 0)),
      ...(fee && fee.amount > 0 && { returnShippingFee: fee }),
    });
    const outcome = asJson(calculated);
    return { chapters: { outcome }, result: outcome };
  },
};

function missing(): never {
  throw new ReturnsError('invalid_input', '"Lines" is empty', {
    description: 'Fill in "Lines", or place this node behind one that adds the request to the item.',
  });
}
