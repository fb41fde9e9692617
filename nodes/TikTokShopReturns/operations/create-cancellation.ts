import { tikTokShop } from '../../shared/shops';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';
import { orderIdField } from '../return-fields';
import { writeCancellation } from '../write-return';

export const createCancellation: Operation = {
  resource: 'cancellation',
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create cancellation',
    description: 'Cancel an order that is not shipped, or units of it where the market allows that',
  },
  fields: [
    caseIdField,
    orderIdField,
    {
      displayName: "TikTok's Name of the Reason",
      name: 'reasonName',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. seller_cancel_reason_out_of_stock',
      description: 'Order: Get Eligibility lists them',
    },
    {
      displayName: 'Order Line IDs',
      name: 'orderLineIds',
      type: 'string',
      default: '',
      description: 'Comma-separated; the whole order when empty',
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const orderId = requiredText(context, 'orderId', 'Order ID', itemIndex);
    const reason = requiredText(context, 'reasonName', "TikTok's Name of the Reason", itemIndex);
    const orderLineIds = commaSeparated(textParameter(context, 'orderLineIds', itemIndex));
    return writeCancellation(context, itemIndex, client, 'tiktok:cancel_order', (attempt) =>
      tikTokShop().cancelOrder(client, { orderId, reason, orderLineIds, attempt }),
    );
  },
};
