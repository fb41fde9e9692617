import { reject } from '../errors';
import { gid } from '../gid';
import { orderPayload, returnStatusPayload } from '../payloads';
import { idArgument } from '../queries/arguments';
import { ensureReturn, returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';

/** Closed → open; an open return stays as it is. */
export const returnReopen: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { order, entry } = ensureReturn(world, idArgument.parse(args).id, ['id']);
    if (entry.status === 'OPEN') return returnPayloadView(world, { order, entry });
    if (entry.status !== 'CLOSED') throw reject(['id'], 'Return status is invalid.', 'INVALID_STATE');
    entry.status = 'OPEN';
    entry.closedAt = null;
    world.touch(order);
    world.emit('RETURNS_REOPEN', returnStatusPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.reopened', gid('Return', entry.id), { orderId: gid('Order', order.id), name: entry.name });
    return returnPayloadView(world, { order, entry });
  },
};
