import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { orderIdField } from '../return-fields';

export const getOrder: Operation = {
  resource: 'order',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get order',
    description: 'Read one order, a line for each unit',
  },
  fields: [orderIdField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const { order, tiktokOrder } = await tikTokShop().getOrder(
      client,
      requiredText(context, 'orderId', 'Order ID', itemIndex),
    );
    return { chapters: { order: asJson(order), tiktokOrder: asJson(tiktokOrder) }, result: asJson(order) };
  },
};
