import { shopify } from '../../shared/shops';
import { moneySchema, orderSchema, requestSchema } from '../../../lib/returns';
import { caseIdField, orderField, requestField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, optionalChapterParameter } from '../../shared/parameters';
import { feeField } from '../return-fields';
import { writeReturn } from '../write-return';

export const request: Operation = {
  resource: 'return',
  option: {
    name: 'Request',
    value: 'request',
    action: 'Request return',
    description: 'Ask for a return in the name of the shopper, to be approved or declined later',
  },
  fields: [caseIdField, requestField, orderField, feeField],
  async execute(context, itemIndex) {
    const chapter = chapterParameter(context, 'request', 'Request', requestSchema, itemIndex);
    const order = chapterParameter(context, 'order', 'Order', orderSchema, itemIndex);
    const fee = optionalChapterParameter(context, 'fee', 'Return Fee', moneySchema, itemIndex);
    const { output } = await writeReturn(context, itemIndex, 'shopify:request', (client, attempt) =>
      shopify().requestReturn(client, {
        order,
        request: chapter,
        attempt,
        ...(fee && fee.amount > 0 && { returnShippingFee: fee }),
      }),
    );
    return output;
  },
};
