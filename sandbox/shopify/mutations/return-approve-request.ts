import { z } from 'zod/v4';
import { reject } from '../errors';
import { gid } from '../gid';
import { orderPayload, returnPayload } from '../payloads';
import { openReverseOrder } from '../returning';
import { ensureReturn, returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';

const shape = z.object({ input: z.object({ id: z.string(), notifyCustomer: z.boolean().nullish() }) });

export const returnApproveRequest: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { input } = shape.parse(args);
    const { order, entry } = ensureReturn(world, input.id, ['input', 'id']);
    if (entry.status !== 'REQUESTED') {
      const message = 'Return is not approvable. Only returns with status REQUESTED can be approved.';
      throw reject(['input', 'id'], message, 'INVALID_STATE');
    }
    entry.status = 'OPEN';
    entry.approvedAt = world.now();
    openReverseOrder(world, order, entry);
    world.touch(order);
    world.emit('RETURNS_APPROVE', returnPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.approved', gid('Return', entry.id), {
      orderId: gid('Order', order.id),
      name: entry.name,
      notifyCustomer: input.notifyCustomer ?? false,
    });
    return returnPayloadView(world, { order, entry });
  },
};
