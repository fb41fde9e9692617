import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { localeField, returnChapters, returnIdField, returnIdOf, returnReference } from '../return-fields';
import { withDeadline } from '../deadline';

export const getReturn: Operation = {
  resource: 'return',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get return',
    description: 'Read one return with its order, as request and order chapters, and until when it must be answered',
  },
  fields: [returnIdField, localeField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const locale = textParameter(context, 'locale', itemIndex);
    const found = await tikTokShop().getReturn(
      client,
      returnIdOf(context, itemIndex),
      locale === '' ? undefined : locale,
    );
    const units = found.tiktokReturn.units.map(({ orderLineId }) => orderLineId);
    const { order, tiktokOrder } = await tikTokShop().getOrder(client, found.tiktokReturn.orderId, units);
    const request = withDeadline(found, client.shop?.region);
    return {
      chapters: {
        request: asJson(request),
        order: asJson(order),
        tiktokOrder: asJson(tiktokOrder),
        references: returnReference(found, client),
        ...returnChapters(found),
      },
      result: asJson(found.tiktokReturn),
    };
  },
};
