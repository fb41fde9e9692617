import { reject } from '../errors';
import { idOf } from '../gid';
import { findReturn, orderOf } from '../lookup';
import type { Order, Return } from '../model';
import type { View } from '../view';
import type { World } from '../world';

export interface FoundReturn {
  order: Order;
  entry: Return;
}

/** The return with this gid; an unknown one is rejected at `field`. */
export function ensureReturn(world: World, value: string, field: string[]): FoundReturn {
  const entry = findReturn(world, idOf(value, 'Return'));
  if (entry === undefined) throw reject(field, 'Return not found.', 'NOT_FOUND');
  return { order: orderOf(world, entry), entry };
}

/** The payload that most return mutations answer. */
export function returnPayloadView(world: World, { order, entry }: FoundReturn): View {
  return { return: () => world.views.return(order, entry) };
}
