import { z } from 'zod/v4';
import { notSimulated, reject } from '../errors';
import { gid, idOf } from '../gid';
import { orderPayload } from '../payloads';
import type { Mutation } from './mutation';

const shape = z.object({
  input: z.looseObject({ id: z.string(), note: z.string().nullish(), tags: z.array(z.string()).nullish() }),
});
const longestNote = 5000;

/** Changes note and tags of an order. */
export const orderUpdate: Mutation = {
  empty: ['order'],
  run: ({ world, args }) => {
    const { id, note, tags, ...others } = shape.parse(args).input;
    const [other] = Object.keys(others);
    if (other !== undefined) throw notSimulated(`orderUpdate.${other}`);
    const order = world.store.orders.get(idOf(id, 'Order'));
    if (order === undefined) throw reject(['id'], 'Order does not exist');
    if ((note ?? '').length > longestNote) {
      throw reject(['note'], `Note is too long (maximum is ${longestNote} characters)`);
    }
    if (note !== undefined) order.note = note;
    if (tags !== undefined && tags !== null) order.tags = tags;
    world.touch(order);
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('order.updated', gid('Order', order.id), { note: order.note, tags: order.tags });
    return { order: () => world.views.order(order) };
  },
};
