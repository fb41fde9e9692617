import { z } from 'zod/v4';
import { reject } from '../errors';
import { gid, idOf } from '../gid';
import type { ExchangeLine, ReturnLine } from '../model';
import { shareOfTotal } from '../money';
import { orderPayload, returnUpdatedPayload } from '../payloads';
import { disposedQuantity } from '../returning';
import { ensureReturn, returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';

const shape = z.object({
  returnId: z.string(),
  returnLineItems: z.array(z.object({ returnLineItemId: z.string(), quantity: z.int() })).nullish(),
  exchangeLineItems: z.array(z.object({ exchangeLineItemId: z.string(), quantity: z.int() })).nullish(),
});

function ensureRemovable(line: ReturnLine | ExchangeLine, quantity: number, field: string[]): void {
  if (quantity < 1) throw reject(null, 'Quantity must be greater than 0', 'GREATER_THAN');
  if (quantity > line.quantity) throw reject(field, 'Return line item has an invalid quantity.', 'INVALID');
  if (quantity > line.quantity - line.processedQuantity) {
    throw reject(field, 'Quantity is not removable from return.', 'INVALID');
  }
}

/** Takes units out of a requested or open return; one that nothing is left in is closed. */
export const removeFromReturn: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const input = shape.parse(args);
    const { order, entry } = ensureReturn(world, input.returnId, ['returnId']);
    if (entry.status !== 'OPEN' && entry.status !== 'REQUESTED') {
      throw reject(['returnId'], 'Return status is invalid.', 'INVALID_STATE');
    }
    const removals = (input.returnLineItems ?? []).map((wanted, index) => {
      const field = ['returnLineItems', String(index)];
      const line = entry.lines.find((candidate) => candidate.id === idOf(wanted.returnLineItemId, 'ReturnLineItem'));
      if (line === undefined)
        throw reject([...field, 'returnLineItemId'], 'Return line item was not found.', 'NOT_FOUND');
      ensureRemovable(line, wanted.quantity, [...field, 'quantity']);
      return { line, quantity: wanted.quantity };
    });
    const exchangeRemovals = (input.exchangeLineItems ?? []).map((wanted, index) => {
      const field = ['exchangeLineItems', String(index)];
      const line = entry.exchangeLines.find(
        (candidate) => candidate.id === idOf(wanted.exchangeLineItemId, 'ExchangeLineItem'),
      );
      if (line === undefined)
        throw reject([...field, 'exchangeLineItemId'], 'Exchange line item was not found.', 'NOT_FOUND');
      ensureRemovable(line, wanted.quantity, [...field, 'quantity']);
      return { line, quantity: wanted.quantity };
    });

    const reverseLines = entry.reverseOrders.flatMap((reverse) => reverse.lines);
    for (const { line, quantity } of removals) {
      line.quantity -= quantity;
      const reverseLine = reverseLines.find((candidate) => candidate.returnLineId === line.id);
      if (reverseLine !== undefined)
        reverseLine.totalQuantity = Math.max(disposedQuantity(reverseLine), reverseLine.totalQuantity - quantity);
    }
    for (const { line, quantity } of exchangeRemovals) {
      line.discount = shareOfTotal(line.discount, line.quantity, 0, line.quantity - quantity);
      line.quantity -= quantity;
    }
    entry.lines = entry.lines.filter((line) => line.quantity > 0);
    entry.exchangeLines = entry.exchangeLines.filter((line) => line.quantity > 0);
    if (entry.lines.length === 0 && entry.exchangeLines.length === 0) {
      entry.status = 'CLOSED';
      entry.closedAt = world.now();
    }
    world.touch(order);
    const deltas = (list: readonly { line: { id: string }; quantity: number }[]): { id: string; delta: number }[] =>
      list.map(({ line, quantity }) => ({ id: line.id, delta: -quantity }));
    world.emit('RETURNS_UPDATE', returnUpdatedPayload(entry, deltas(removals), deltas(exchangeRemovals)));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.reduced', gid('Return', entry.id), {
      orderId: gid('Order', order.id),
      lines: deltas(removals),
      exchangeLines: deltas(exchangeRemovals),
    });
    return returnPayloadView(world, { order, entry });
  },
};
