import { z } from 'zod/v4';
import { gid } from '../gid';
import { orderPayload, returnPayload } from '../payloads';
import { returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';
import { addReturn, ensureOrder, shippingFeeOf } from './new-return';
import { moneyInput, planReturnLines, returnLineInput } from './plan-return-lines';

const shape = z.object({
  input: z.object({
    orderId: z.string(),
    returnLineItems: z.array(returnLineInput),
    returnShippingFee: z.object({ amount: moneyInput }).nullish(),
  }),
});

export const returnRequest: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { input } = shape.parse(args);
    const order = ensureOrder(world, input.orderId, 'input');
    const lines = planReturnLines(world, order, input.returnLineItems, 'input');
    const shippingFee = shippingFeeOf(world, order, input.returnShippingFee, 'input');
    const entry = addReturn(world, order, { status: 'REQUESTED', lines, exchangeLines: [], shippingFee });
    world.emit('RETURNS_REQUEST', returnPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.requested', gid('Return', entry.id), { orderId: gid('Order', order.id), name: entry.name });
    return returnPayloadView(world, { order, entry });
  },
};
