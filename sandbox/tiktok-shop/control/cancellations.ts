import { z } from 'zod/v4';
import { openCancellation, withdrawCancellation } from '../cancelling';
import { anyBuyerReason } from '../reasons';
import { type Asked, attempt, type ControlRoute, orderOf } from './route';
import { chosenLines, unitsOf } from './wish';

const cancelShape = z.strictObject({ orderId: z.string(), lines: chosenLines, reason: z.string().optional() });

function ask({ world, body }: Asked): object {
  const { orderId, lines: chosen, reason } = cancelShape.parse(body);
  const order = orderOf(world, orderId);
  const named = reason ?? anyBuyerReason('CANCEL', { ...order, status: 'AWAITING_SHIPMENT' }) ?? '';
  const lines = unitsOf(world, order, chosen);
  const entry = attempt(() => openCancellation(world, { order, lines, reason: named, role: 'BUYER' }));
  return { cancelId: entry.id, orderId, status: entry.status, deadline: entry.deadline ?? null };
}

function withdraw({ world, id }: Asked): object {
  const entry = world.cancellations.get(id);
  if (entry === undefined) throw new RangeError(`no cancellation ${id}`);
  withdrawCancellation(world, entry);
  return { cancelId: entry.id, status: entry.status };
}

export const cancellationRoutes: readonly ControlRoute[] = [
  { path: 'cancellations', status: 201, handle: ask },
  { path: 'cancellations/:id/withdraw', handle: withdraw },
];
