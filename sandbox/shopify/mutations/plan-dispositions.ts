import { z } from 'zod/v4';
import { reject } from '../errors';
import { idOf } from '../gid';
import type { DispositionType, Id, ReverseFulfillmentOrder } from '../model';
import { disposedQuantity, type PlannedDisposition } from '../returning';
import type { World } from '../world';

export const dispositionInput = z.object({
  reverseFulfillmentOrderLineItemId: z.string(),
  quantity: z.int(),
  dispositionType: z.enum(['RESTOCKED', 'NOT_RESTOCKED', 'PROCESSING_REQUIRED', 'MISSING']),
  locationId: z.string().nullish(),
});
export type DispositionInput = z.infer<typeof dispositionInput>;

function locationOf(world: World, value: string | null, type: DispositionType, field: string[]): Id | null {
  if (value === null && type === 'RESTOCKED') {
    throw reject([...field, 'locationId'], "Location can't be blank when the disposition type is RESTOCKED.", 'BLANK');
  }
  if (value === null) return null;
  const id = idOf(value, 'Location');
  if (!world.store.locations.has(id)) throw reject([...field, 'locationId'], 'Location not found.', 'NOT_FOUND');
  return id;
}

/**
 * Checks dispositions against what the reverse orders still expect: goods once disposed, even as to be processed, cannot
 * be disposed again. `fieldOf` names the field of each input.
 */
export function planDispositions(
  world: World,
  reverseOrders: readonly ReverseFulfillmentOrder[],
  inputs: readonly DispositionInput[],
  fieldOf: (index: number) => string[],
): PlannedDisposition[] {
  const planned = new Map<Id, number>();
  return inputs.map((input, index) => {
    const field = fieldOf(index);
    const id = idOf(input.reverseFulfillmentOrderLineItemId, 'ReverseFulfillmentOrderLineItem');
    const reverse = reverseOrders.find((candidate) => candidate.lines.some((line) => line.id === id));
    const line = reverse?.lines.find((candidate) => candidate.id === id);
    if (reverse === undefined || line === undefined) {
      const message = 'Reverse fulfillment order line item was not found.';
      throw reject([...field, 'reverseFulfillmentOrderLineItemId'], message, 'NOT_FOUND');
    }
    const already = planned.get(id) ?? 0;
    if (input.quantity < 1 || disposedQuantity(line) + already + input.quantity > line.totalQuantity) {
      const message = 'Quantity is greater than the quantity that is left to be disposed.';
      throw reject([...field, 'quantity'], message, 'INVALID');
    }
    planned.set(id, already + input.quantity);
    const locationId = locationOf(world, input.locationId ?? null, input.dispositionType, field);
    return { reverse, line, quantity: input.quantity, type: input.dispositionType, locationId };
  });
}
