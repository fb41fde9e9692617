import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { connectSeller } from '../../shared/tiktok-shop';

export const getShops: Operation = {
  resource: 'shop',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many shops',
    description: 'List the shops that the credential is authorized for',
  },
  fields: [],
  async execute(context) {
    const shops = await tikTokShop().listShops(await connectSeller(context));
    return shops.map((shop) => ({ chapters: { tiktokAccount: asJson(shop) }, result: asJson(shop) }));
  },
};
