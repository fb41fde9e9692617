import { reject } from '../errors';
import { gid } from '../gid';
import { orderPayload, returnStatusPayload } from '../payloads';
import { idArgument } from '../queries/arguments';
import { ensureReturn, returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';

/** Open → closed; a closed return stays as it is. */
export const returnClose: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { order, entry } = ensureReturn(world, idArgument.parse(args).id, ['id']);
    if (entry.status === 'CLOSED') return returnPayloadView(world, { order, entry });
    if (entry.status !== 'OPEN') throw reject(['id'], 'Return status is invalid.', 'INVALID_STATE');
    entry.status = 'CLOSED';
    entry.closedAt = world.now();
    world.touch(order);
    world.emit('RETURNS_CLOSE', returnStatusPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.closed', gid('Return', entry.id), { orderId: gid('Order', order.id), name: entry.name });
    return returnPayloadView(world, { order, entry });
  },
};
