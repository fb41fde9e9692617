import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { localeField, returnIdField, returnIdOf } from '../return-fields';

export const getRecords: Operation = {
  resource: 'return',
  option: {
    name: 'Get Records',
    value: 'getRecords',
    action: 'Get records of return',
    description: "Read the history of a return, with the shopper's notes and photos",
  },
  fields: [returnIdField, localeField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const locale = textParameter(context, 'locale', itemIndex) || undefined;
    const records = (await tikTokShop().returnRecords(client, returnIdOf(context, itemIndex), locale)).map((row) =>
      asJson(row),
    );
    return { chapters: { tiktokRecords: records }, result: { records } };
  },
};
