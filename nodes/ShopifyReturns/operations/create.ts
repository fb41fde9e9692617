import { shopify } from '../../shared/shops';
import { moneySchema, orderSchema, requestSchema } from '../../../lib/returns';
import { caseIdField, orderField, requestField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, optionalChapterParameter } from '../../shared/parameters';
import { feeField } from '../return-fields';
import { writeReturn } from '../write-return';

export const create: Operation = {
  resource: 'return',
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create return',
    description: 'Open a return in Shopify for a request that came from elsewhere, with its exchange items',
  },
  fields: [caseIdField, requestField, orderField, feeField],
  async execute(context, itemIndex) {
    const request = chapterParameter(context, 'request', 'Request', requestSchema, itemIndex);
    const order = chapterParameter(context, 'order', 'Order', orderSchema, itemIndex);
    const fee = optionalChapterParameter(context, 'fee', 'Return Fee', moneySchema, itemIndex);
    const { output } = await writeReturn(context, itemIndex, 'shopify:create', (client, attempt) =>
      shopify().createReturn(client, {
        order,
        request,
        attempt,
        ...(fee && fee.amount > 0 && { returnShippingFee: fee }),
      }),
    );
    return output;
  },
};
