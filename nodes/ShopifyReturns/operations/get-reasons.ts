import { shopify } from '../../shared/shops';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';

export const getReasons: Operation = {
  resource: 'reason',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many return reasons',
    description: 'The reasons that a return can name in this shop, each with our word for it',
  },
  fields: [],
  async execute(context, itemIndex) {
    const reasons = await shopify().listReasons(await connectShopify(context, itemIndex));
    const list = reasons.map((reason) => ({ ...reason, reason: shopify().reasonOf(reason.handle) }));
    return { chapters: { reasons: list }, result: { reasons: list } };
  },
};
