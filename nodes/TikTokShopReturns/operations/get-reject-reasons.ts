import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { localeField, returnIdField, returnIdOf } from '../return-fields';

export const getRejectReasons: Operation = {
  resource: 'return',
  option: {
    name: 'Get Reject Reasons',
    value: 'getRejectReasons',
    action: 'Get reject reasons of return',
    description: 'List the reasons by which TikTok Shop lets this very return be refused',
  },
  fields: [returnIdField, localeField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const locale = textParameter(context, 'locale', itemIndex) || undefined;
    const reasons = (await tikTokShop().rejectReasons(client, returnIdOf(context, itemIndex), locale)).map((row) =>
      asJson(row),
    );
    return { chapters: { tiktokRejectReasons: reasons }, result: { reasons } };
  },
};
