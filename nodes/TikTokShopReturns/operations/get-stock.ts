import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';

export const getStock: Operation = {
  resource: 'stock',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get stock',
    description: 'Read how many units of SKUs there are, in each warehouse',
  },
  fields: [
    {
      displayName: 'SKU IDs',
      name: 'skuIds',
      type: 'string',
      required: true,
      default: '={{ $json.order?.lines?.map((line) => line.variantId).join(",") }}',
      description: "TikTok's IDs of SKUs, comma-separated",
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const skuIds = commaSeparated(requiredText(context, 'skuIds', 'SKU IDs', itemIndex));
    const stock = (await tikTokShop().readStock(client, skuIds)).map((entry) => asJson(entry));
    return { chapters: { tiktokStock: stock }, result: { stock } };
  },
};
