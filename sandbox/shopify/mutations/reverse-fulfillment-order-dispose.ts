import { z } from 'zod/v4';
import { reject } from '../errors';
import { orderOf } from '../lookup';
import { dispose } from '../returning';
import { reverseLineView } from '../views/reverse';
import type { Mutation } from './mutation';
import { dispositionInput, planDispositions } from './plan-dispositions';

const shape = z.object({ dispositionInputs: z.array(dispositionInput) });

export const reverseFulfillmentOrderDispose: Mutation = {
  empty: ['reverseFulfillmentOrderLineItems'],
  run: ({ world, args }) => {
    const { dispositionInputs } = shape.parse(args);
    if (dispositionInputs.length === 0) throw reject(['dispositionInputs'], 'The array cannot be empty.', 'BLANK');
    const reverseOrders = world.store.allReturns().flatMap((entry) => entry.reverseOrders);
    const planned = planDispositions(world, reverseOrders, dispositionInputs, (index) => [
      'dispositionInputs',
      String(index),
    ]);
    const [first] = planned;
    if (first === undefined || planned.some((entry) => entry.reverse.id !== first.reverse.id)) {
      const message = 'Cannot dispose items from more than one reverse fulfillment order.';
      throw reject(['dispositionInputs'], message, 'INVALID');
    }
    if (first.reverse.status !== 'OPEN') {
      throw reject(['dispositionInputs'], 'Reverse fulfillment order is not open.', 'INVALID_STATE');
    }
    dispose(world, orderOf(world, first.reverse), planned);
    const lines = [...new Set(planned.map((entry) => entry.line))];
    return { reverseFulfillmentOrderLineItems: () => lines.map((line) => reverseLineView(world, first.reverse, line)) };
  },
};
