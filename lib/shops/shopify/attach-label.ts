import { z } from 'zod/v4';
import { ReturnsError } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { readReturn } from './read-return';
import type { AttachLabelInput, ReturnResult, ShopifyReverseOrder } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const createDocument = defineDocument(
  `mutation ReturnsAttachLabel(
    $orderId: ID!
    $tracking: ReverseDeliveryTrackingInput
    $label: ReverseDeliveryLabelInput
    $notify: Boolean!
  ) {
    reverseDeliveryCreateWithShipping(
      reverseFulfillmentOrderId: $orderId
      reverseDeliveryLineItems: []
      trackingInput: $tracking
      labelInput: $label
      notifyCustomer: $notify
    ) { reverseDelivery { id } userErrors { field message code } }
  }`,
  () => z.object({ reverseDeliveryCreateWithShipping: z.object({ userErrors: userErrorsSchema() }) }),
);

const updateDocument = defineDocument(
  `mutation ReturnsReplaceLabel(
    $deliveryId: ID!
    $tracking: ReverseDeliveryTrackingInput
    $label: ReverseDeliveryLabelInput
    $notify: Boolean!
  ) {
    reverseDeliveryShippingUpdate(
      reverseDeliveryId: $deliveryId
      trackingInput: $tracking
      labelInput: $label
      notifyCustomer: $notify
    ) { reverseDelivery { id } userErrors { field message code } }
  }`,
  () => z.object({ reverseDeliveryShippingUpdate: z.object({ userErrors: userErrorsSchema() }) }),
);

/**
 * Puts label and tracking number on the way back, for every reverse fulfilment order of the return: one that has this
 * number is left alone, one that has another gets it instead. Where nothing is awaited any more, because all
 * goods have been accounted for or the return was closed, nothing is left to show, and the return is answered as it is.
 * @throws ReturnsError `conflict` when the return was never approved, or was cancelled
 */
export async function attachLabel(client: ShopifyClient, input: AttachLabelInput): Promise<ReturnResult> {
  const id = gid('Return', input.returnId);
  const before = await readReturn(client, id);
  const { name, reverseOrders } = before.shopifyReturn;
  const open = reverseOrders.filter(({ status }) => status === 'OPEN');
  if (open.length === 0 && !reverseOrders.some(({ status }) => status === 'CLOSED')) {
    throw new ReturnsError('conflict', `Return ${name} expects no parcel in Shopify`, {
      provider: 'shopify',
      description: 'Approve the return first. One that was cancelled takes no label any more.',
    });
  }
  const todo = open.filter((order) => !hasNumber(order, input.label.trackingNumber));
  if (todo.length === 0) return before;
  for (const order of todo) await attachTo(client, order, input);
  return afterWrite(() => readReturn(client, id));
}

const hasNumber = ({ deliveries }: ShopifyReverseOrder, number: string): boolean =>
  deliveries.some(({ trackingNumber }) => trackingNumber === number);

async function attachTo(client: ShopifyClient, order: ShopifyReverseOrder, input: AttachLabelInput): Promise<void> {
  const { trackingNumber, trackingUrl, url } = input.label;
  const variables = {
    tracking: { number: trackingNumber, ...(trackingUrl && { url: trackingUrl }) },
    label: { fileUrl: url },
    notify: input.notifyCustomer ?? false,
  };
  const [delivery] = order.deliveries;
  if (delivery) {
    const answer = await client.run(updateDocument, { deliveryId: delivery.id, ...variables });
    ensureAccepted(answer.reverseDeliveryShippingUpdate.userErrors, 'replace the label');
  } else {
    const answer = await client.run(createDocument, { orderId: order.id, ...variables });
    ensureAccepted(answer.reverseDeliveryCreateWithShipping.userErrors, 'attach the label');
  }
}
