import { z } from 'zod/v4';
import { type UserError, reject, Rejected, userError } from '../errors';
import { gid, idOf } from '../gid';
import type { ReverseDelivery, ReverseFulfillmentOrder } from '../model';
import { deliverablePayload } from '../payloads';
import { findReverseOrder } from '../queries/returns';
import { reverseDeliveryView } from '../views/reverse';
import type { World } from '../world';
import type { Mutation } from './mutation';

export const trackingInput = z.object({ number: z.string().nullish(), url: z.string().nullish() }).nullish();
export const labelInput = z.object({ fileUrl: z.string() }).nullish();

const shape = z.object({
  reverseFulfillmentOrderId: z.string(),
  reverseDeliveryLineItems: z.array(z.object({ reverseFulfillmentOrderLineItemId: z.string(), quantity: z.int() })),
  trackingInput,
  labelInput,
  notifyCustomer: z.boolean().nullish(),
});

export function trackingOf(input: z.infer<typeof trackingInput>): ReverseDelivery['tracking'] {
  return input === null || input === undefined
    ? null
    : { number: input.number ?? null, url: input.url ?? null, carrierName: null };
}

export function labelOf(world: World, input: z.infer<typeof labelInput>, field: string[]): ReverseDelivery['label'] {
  if (input === null || input === undefined) return null;
  if (!URL.canParse(input.fileUrl) || !/^https?:$/.test(new URL(input.fileUrl).protocol)) {
    throw reject([...field, 'fileUrl'], 'File url is invalid.', 'INVALID');
  }
  return { publicFileUrl: input.fileUrl, createdAt: world.now(), updatedAt: world.now() };
}

function deliveredQuantity(reverse: ReverseFulfillmentOrder, lineId: string): number {
  return reverse.deliveries
    .flatMap((delivery) => delivery.lines)
    .filter((line) => line.reverseLineId === lineId)
    .reduce((total, line) => total + line.quantity, 0);
}

type Wanted = z.infer<typeof shape>['reverseDeliveryLineItems'];

function planLines(world: World, reverse: ReverseFulfillmentOrder, wanted: Wanted): ReverseDelivery['lines'] {
  if (wanted.length === 0) {
    return reverse.lines.map((line) => ({ id: world.nextId(), reverseLineId: line.id, quantity: line.totalQuantity }));
  }
  const planned = new Map<string, number>();
  const errors: UserError[] = [];
  const lines = wanted.flatMap((entry, index) => {
    const field = ['reverseDeliveryLineItems', String(index)];
    const id = idOf(entry.reverseFulfillmentOrderLineItemId, 'ReverseFulfillmentOrderLineItem');
    const line = reverse.lines.find((candidate) => candidate.id === id);
    if (line === undefined) {
      errors.push(userError([...field, 'reverseFulfillmentOrderLineItemId'], 'must exist'));
      return [];
    }
    const already = (planned.get(id) ?? 0) + deliveredQuantity(reverse, id);
    if (entry.quantity < 1 || entry.quantity + already > line.totalQuantity) {
      errors.push(userError([...field, 'quantity'], 'cannot deliver more items than are returned'));
    }
    planned.set(id, (planned.get(id) ?? 0) + entry.quantity);
    return [{ id: world.nextId(), reverseLineId: id, quantity: entry.quantity }];
  });
  if (errors.length > 0) throw new Rejected(errors);
  return lines;
}

/** Attaches how the goods travel back: tracking, and a label that the shopper prints. */
export const reverseDeliveryCreateWithShipping: Mutation = {
  empty: ['reverseDelivery'],
  run: ({ world, args }) => {
    const input = shape.parse(args);
    const reverse = findReverseOrder(world, idOf(input.reverseFulfillmentOrderId, 'ReverseFulfillmentOrder'));
    if (reverse === undefined) {
      throw reject(['reverseFulfillmentOrderId'], 'Reverse fulfillment order was not found.', 'NOT_FOUND');
    }
    if (reverse.status !== 'OPEN') {
      throw reject(['reverseFulfillmentOrderId'], 'Reverse fulfillment order is not open.', 'INVALID_STATE');
    }
    const label = labelOf(world, input.labelInput, ['labelInput']);
    const delivery: ReverseDelivery = {
      id: world.nextId(),
      reverseFulfillmentOrderId: reverse.id,
      lines: planLines(world, reverse, input.reverseDeliveryLineItems),
      tracking: trackingOf(input.trackingInput),
      label,
    };
    reverse.deliveries.push(delivery);
    if (delivery.tracking !== null || label !== null) {
      world.emit('REVERSE_DELIVERIES_ATTACH_DELIVERABLE', deliverablePayload(reverse, delivery));
    }
    world.record('reverse-delivery.created', gid('ReverseDelivery', delivery.id), {
      returnId: gid('Return', reverse.returnId),
      trackingNumber: delivery.tracking?.number ?? null,
      labelUrl: label?.publicFileUrl ?? null,
      notifyCustomer: input.notifyCustomer ?? true,
    });
    return { reverseDelivery: () => reverseDeliveryView(world, reverse, delivery) };
  },
};
