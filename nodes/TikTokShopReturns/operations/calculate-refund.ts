import type { RefundAmounts } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';
import { orderIdField, orderLineIdsField, shipmentFields } from '../return-fields';

export const calculateRefund: Operation = {
  resource: 'order',
  option: {
    name: 'Calculate Refund',
    value: 'calculateRefund',
    action: 'Calculate refund of order',
    description: 'Ask what TikTok Shop would pay back; changes nothing',
  },
  fields: [
    orderIdField,
    orderLineIdsField,
    {
      displayName: 'Type',
      name: 'type',
      type: 'options',
      options: [
        { name: 'Cancellation', value: 'CANCEL' },
        { name: 'Refund', value: 'REFUND' },
        { name: 'Return and Refund', value: 'RETURN_AND_REFUND' },
      ],
      default: 'RETURN_AND_REFUND',
      description: 'The amount depends on it',
    },
    {
      displayName: "TikTok's Name of the Reason",
      name: 'reasonName',
      type: 'string',
      required: true,
      default: '={{ $json.tiktokReturn?.tiktokReason }}',
      description: 'Order: Get Eligibility lists them',
    },
    ...shipmentFields,
  ],
  async execute(context, itemIndex) {
    const optional = (name: string): string | undefined => textParameter(context, name, itemIndex) || undefined;
    const type = textParameter(context, 'type', itemIndex);
    const client = await connectShopOf(context, itemIndex);
    const refundable: RefundAmounts = await tikTokShop().calculateRefund(client, {
      orderId: requiredText(context, 'orderId', 'Order ID', itemIndex),
      type: type === 'CANCEL' || type === 'REFUND' ? type : 'RETURN_AND_REFUND',
      reasonName: requiredText(context, 'reasonName', "TikTok's Name of the Reason", itemIndex),
      orderLineIds: commaSeparated(requiredText(context, 'orderLineIds', 'Order Line IDs', itemIndex)),
      shipmentType: optional('shipmentType'),
      handoverMethod: optional('handoverMethod'),
    });
    return { chapters: { tiktokRefundable: asJson(refundable) }, result: asJson(refundable) };
  },
};
