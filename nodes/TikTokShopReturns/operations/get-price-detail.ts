import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { orderIdField } from '../return-fields';

export const getPriceDetail: Operation = {
  resource: 'order',
  option: {
    name: 'Get Price Detail',
    value: 'getPriceDetail',
    action: 'Get price detail of order',
    description: 'Read what was paid and who gave which discount, as TikTok Shop tells it',
  },
  fields: [orderIdField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const detail = asJson(
      await tikTokShop().priceDetail(client, requiredText(context, 'orderId', 'Order ID', itemIndex)),
    );
    return { chapters: { tiktokPrice: detail }, result: detail };
  },
};
