import { tikTokShop } from '../../shared/shops';
import { moneySchema } from '../../../lib/returns';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

export const offerPartialRefund: Operation = {
  resource: 'return',
  option: {
    name: 'Offer Partial Refund',
    value: 'offerPartialRefund',
    action: 'Offer partial refund',
    description: 'Offer part of the money for keeping the goods; the shopper may say no',
  },
  fields: [
    returnIdField,
    caseIdField,
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'json',
      required: true,
      default: '={{ $json.decision?.refundable }}',
      description: 'Minor units and currency: { "amount": 1999, "currency": "GBP" } is £19.99',
    },
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const amount = chapterParameter(context, 'amount', 'Amount', moneySchema, itemIndex);
    const client = await connectShopOf(context, itemIndex);
    return writeReturn(context, itemIndex, client, 'tiktok:offer_partial_refund', (attempt) =>
      tikTokShop().offerPartialRefund(client, { returnId, amount, attempt }),
    );
  },
};
