import { z } from 'zod/v4';
import { reject } from '../errors';
import { gid, idOf } from '../gid';
import { deliverablePayload } from '../payloads';
import { reverseDeliveryView } from '../views/reverse';
import type { Mutation } from './mutation';
import { labelInput, labelOf, trackingInput, trackingOf } from './reverse-delivery-create-with-shipping';

const shape = z.object({
  reverseDeliveryId: z.string(),
  trackingInput,
  labelInput,
  notifyCustomer: z.boolean().nullish(),
});

/** Changes tracking, label or both; what is left out stays. */
export const reverseDeliveryShippingUpdate: Mutation = {
  empty: ['reverseDelivery'],
  run: ({ world, args }) => {
    const input = shape.parse(args);
    const id = idOf(input.reverseDeliveryId, 'ReverseDelivery');
    const reverseOrders = world.store.allReturns().flatMap((entry) => entry.reverseOrders);
    const reverse = reverseOrders.find((candidate) => candidate.deliveries.some((delivery) => delivery.id === id));
    const delivery = reverse?.deliveries.find((candidate) => candidate.id === id);
    if (reverse === undefined || delivery === undefined) {
      throw reject(['reverseDeliveryId'], 'Reverse delivery was not found.', 'NOT_FOUND');
    }
    const label = labelOf(world, input.labelInput, ['labelInput']);
    delivery.tracking = trackingOf(input.trackingInput) ?? delivery.tracking;
    delivery.label = label ?? delivery.label;
    world.emit('REVERSE_DELIVERIES_ATTACH_DELIVERABLE', deliverablePayload(reverse, delivery));
    world.record('reverse-delivery.updated', gid('ReverseDelivery', id), {
      returnId: gid('Return', reverse.returnId),
      trackingNumber: delivery.tracking?.number ?? null,
      labelUrl: delivery.label?.publicFileUrl ?? null,
    });
    return { reverseDelivery: () => reverseDeliveryView(world, reverse, delivery) };
  },
};
