import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { orderIdField } from '../return-fields';

export const getEligibility: Operation = {
  resource: 'order',
  option: {
    name: 'Get Eligibility',
    value: 'getEligibility',
    action: 'Get aftersale eligibility of order',
    description: 'Ask which units can be cancelled, refunded or returned, and for which reasons',
  },
  fields: [
    orderIdField,
    {
      displayName: 'Asked For By',
      name: 'initiator',
      type: 'options',
      options: [
        { name: 'Shop', value: 'SELLER' },
        { name: 'Shopper', value: 'BUYER' },
      ],
      default: 'SELLER',
    },
    {
      displayName: 'Types',
      name: 'types',
      type: 'multiOptions',
      options: [
        { name: 'Cancellation', value: 'CANCEL' },
        { name: 'Refund', value: 'REFUND' },
        { name: 'Return and Refund', value: 'RETURN_AND_REFUND' },
      ],
      default: [],
      description: 'All of them when none is chosen',
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const eligibility = await tikTokShop().aftersaleEligibility(client, {
      orderId: requiredText(context, 'orderId', 'Order ID', itemIndex),
      initiator: textParameter(context, 'initiator', itemIndex) === 'BUYER' ? 'BUYER' : 'SELLER',
      types: context.getNodeParameter('types', itemIndex, []) as string[],
    });
    const rows = eligibility.map((row) => asJson(row));
    return { chapters: { tiktokEligibility: rows }, result: { eligibility: rows } };
  },
};
