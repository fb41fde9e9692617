import { tikTokShop } from '../../shared/shops';
import { moneySchema, parseWith, returnReasonSchema } from '../../../lib/returns';
import { caseIdField, titleOptions } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { optionalChapterParameter, requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';
import { orderIdField, orderLineIdsField, shipmentFields } from '../return-fields';
import { writeReturn } from '../write-return';

export const createReturn: Operation = {
  resource: 'return',
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create return',
    description: 'Open a refund or return for the shopper, where TikTok Shop lets shops do so',
  },
  fields: [
    caseIdField,
    orderIdField,
    orderLineIdsField,
    {
      displayName: 'Type',
      name: 'type',
      type: 'options',
      options: [
        { name: 'Refund', value: 'REFUND', description: 'Without the goods' },
        { name: 'Return and Refund', value: 'RETURN_AND_REFUND', description: 'In the United States only' },
      ],
      default: 'REFUND',
    },
    {
      displayName: 'Reason',
      name: 'reason',
      type: 'options',
      options: titleOptions(returnReasonSchema.options.toSorted()),
      default: '={{ $json.request?.lines?.[0]?.reason ?? "other" }}',
      description: 'Said in the reason that comes nearest out of those that TikTok Shop takes for this order',
    },
    {
      displayName: "TikTok's Name of the Reason",
      name: 'reasonName',
      type: 'string',
      default: '',
      description: 'Instead of the nearest one; Order: Get Eligibility lists them',
    },
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'json',
      default: '',
      description: 'In minor units and currency; all that can be refunded when empty',
    },
    ...shipmentFields,
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const text = (name: string): string => textParameter(context, name, itemIndex);
    const optional = (name: string): string | undefined => (text(name) === '' ? undefined : text(name));
    const input = {
      orderId: requiredText(context, 'orderId', 'Order ID', itemIndex),
      type: text('type') === 'RETURN_AND_REFUND' ? ('RETURN_AND_REFUND' as const) : ('REFUND' as const),
      orderLineIds: commaSeparated(requiredText(context, 'orderLineIds', 'Order Line IDs', itemIndex)),
      reason: parseWith(returnReasonSchema, text('reason') || 'other', '"Reason"'),
      reasonName: optional('reasonName'),
      amount: optionalChapterParameter(context, 'amount', 'Amount', moneySchema, itemIndex),
      shipmentType: optional('shipmentType'),
      handoverMethod: optional('handoverMethod'),
    };
    return writeReturn(context, itemIndex, client, 'tiktok:create', (attempt) =>
      tikTokShop().createReturn(client, { ...input, attempt }),
    );
  },
};
