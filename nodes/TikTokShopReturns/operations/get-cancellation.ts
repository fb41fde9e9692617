import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { cancelIdField, cancellationReference } from '../return-fields';

export const getCancellation: Operation = {
  resource: 'cancellation',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get cancellation',
    description: 'Read one cancellation with its order, as request and order chapters',
  },
  fields: [cancelIdField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const found = await tikTokShop().getCancellation(
      client,
      requiredText(context, 'cancelId', 'Cancellation ID', itemIndex),
    );
    const { tiktokCancellation, request } = found;
    const units = tiktokCancellation.units.map(({ orderLineId }) => orderLineId);
    const { order, tiktokOrder } = await tikTokShop().getOrder(client, tiktokCancellation.orderId, units);
    return {
      chapters: {
        request: asJson(request),
        order: asJson(order),
        tiktokOrder: asJson(tiktokOrder),
        references: cancellationReference(found, client),
        tiktokCancellation: asJson(tiktokCancellation),
      },
      result: asJson(tiktokCancellation),
    };
  },
};
