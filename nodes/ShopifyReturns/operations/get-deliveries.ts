import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';
import { returnChapters, returnIdField, returnIdOf, returnReference } from '../return-fields';

export const getDeliveries: Operation = {
  resource: 'reverseDelivery',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many reverse deliveries',
    description: 'Read the labels and tracking numbers of a return, such as one bought in Shopify itself',
  },
  fields: [returnIdField],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const found = await shopify().getReturn(await connectShopify(context, itemIndex), { returnId });
    const deliveries = found.shopifyReturn.reverseOrders.flatMap((order) =>
      order.deliveries.map((delivery) => asJson({ ...delivery, reverseOrderId: order.id, status: order.status })),
    );
    return {
      chapters: { reverseDeliveries: deliveries, references: returnReference(found), ...returnChapters(found) },
      result: { reverseDeliveries: deliveries },
    };
  },
};
