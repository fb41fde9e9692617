import type { IDataObject } from 'n8n-workflow';
import type { FoundChange, WebhookDelivery } from '../../lib/shops/shopify';
import { shopify } from '../shared/shops';

/** The delivery as an item: the return it speaks of under a name that the Shopify Returns node looks for. */
export function webhookItem({ topic, shop, eventId, triggeredAt }: WebhookDelivery, payload: IDataObject): IDataObject {
  const { returnId, orderId } = shopify().subjectOf(topic, payload);
  return {
    shopify: {
      topic,
      shop,
      ...(returnId !== undefined && { returnId }),
      ...(orderId !== undefined && { orderId }),
      ...(eventId !== undefined && { eventId }),
      ...(triggeredAt !== undefined && { triggeredAt }),
      payload,
    },
  };
}

/** The same for a change that no webhook told of; it carries ids alone. */
export const foundItem = ({ topic, id, returnId, orderId }: FoundChange, shop: string): IDataObject => ({
  shopify: {
    topic,
    shop,
    ...(returnId !== undefined && { returnId }),
    orderId,
    found: true,
    payload: { admin_graphql_api_id: id },
  },
});
