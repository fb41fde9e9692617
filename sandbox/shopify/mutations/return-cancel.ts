import { reject } from '../errors';
import { gid } from '../gid';
import { orderPayload, returnStatusPayload } from '../payloads';
import { idArgument } from '../queries/arguments';
import { ensureReturn, returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';

/** Only an open return of which nothing was processed, refunded or inspected; a cancelled one stays as it is. */
export const returnCancel: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { order, entry } = ensureReturn(world, idArgument.parse(args).id, ['id']);
    if (entry.status === 'CANCELED') return returnPayloadView(world, { order, entry });
    const isTouched = [...entry.lines, ...entry.exchangeLines].some((line) => line.processedQuantity > 0);
    const isInspected = entry.reverseOrders.some((reverse) =>
      reverse.lines.some((line) => line.dispositions.length > 0),
    );
    const isRefunded = order.refunds.some((refund) => refund.returnId === entry.id);
    if (entry.status !== 'OPEN' || isTouched || isInspected || isRefunded) {
      throw reject(['id'], 'Return is not cancelable.', 'INVALID_STATE');
    }
    entry.status = 'CANCELED';
    for (const reverse of entry.reverseOrders) reverse.status = 'CANCELED';
    world.touch(order);
    world.emit('RETURNS_CANCEL', returnStatusPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.cancelled', gid('Return', entry.id), { orderId: gid('Order', order.id), name: entry.name });
    return returnPayloadView(world, { order, entry });
  },
};
