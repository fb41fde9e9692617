import { z } from 'zod/v4';
import { reject } from '../errors';
import { gid } from '../gid';
import { orderPayload, returnDeclinedPayload } from '../payloads';
import { ensureReturn, returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';

const shape = z.object({
  input: z.object({
    id: z.string(),
    declineReason: z.string(),
    declineNote: z.string().nullish(),
    notifyCustomer: z.boolean().nullish(),
  }),
});
const longestNote = 500;

export const returnDeclineRequest: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { input } = shape.parse(args);
    const { order, entry } = ensureReturn(world, input.id, ['input', 'id']);
    if ((input.declineNote ?? '').length > longestNote) {
      const message = `Decline note is too long (maximum is ${longestNote} characters)`;
      throw reject(['input', 'declineNote'], message, 'TOO_LONG');
    }
    if (entry.status === 'DECLINED') throw reject(['input', 'id'], 'The return is already declined.', 'INVALID_STATE');
    if (entry.status !== 'REQUESTED') {
      const message = 'Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.';
      throw reject(['input', 'id'], message, 'INVALID_STATE');
    }
    entry.status = 'DECLINED';
    entry.decline = { reason: input.declineReason, note: input.declineNote ?? null };
    world.touch(order);
    world.emit('RETURNS_DECLINE', returnDeclinedPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.declined', gid('Return', entry.id), {
      orderId: gid('Order', order.id),
      name: entry.name,
      reason: input.declineReason,
      notifyCustomer: input.notifyCustomer ?? false,
    });
    return returnPayloadView(world, { order, entry });
  },
};
