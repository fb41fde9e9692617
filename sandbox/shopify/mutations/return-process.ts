import { notSimulated, reject } from '../errors';
import { gid } from '../gid';
import { orderPayload, returnPayload } from '../payloads';
import { makeRefund } from '../refunding';
import { dispose, processExchange } from '../returning';
import { ensureReturn, returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';
import { planExchange, planLines, refundLines } from './plan-processed-goods';
import { outcomeFor, planMoney } from './plan-processed-money';
import { returnProcessShape } from './return-process-input';

/** Settles returned and exchanged items of an open return: stock, refund and the order for what is sent instead. */
export const returnProcess: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { input } = returnProcessShape.parse(args);
    const found = ensureReturn(world, input.returnId, ['input', 'returnId']);
    const { order, entry } = found;
    if ((input.refundDuties ?? []).length > 0) throw notSimulated('returnProcess.refundDuties');
    if ((input.tipLineId ?? null) !== null) throw notSimulated('returnProcess.tipLineId');
    if (entry.status !== 'OPEN') throw reject(['input', 'returnId'], 'Return status is invalid.', 'INVALID_STATE');
    const { lines, dispositions } = planLines(world, found, input);
    const exchange = planExchange(found, input);
    if (lines.length === 0 && exchange.length === 0) {
      throw reject(['input'], 'At least one return line item or exchange line item must be provided.', 'BLANK');
    }
    const outcome = outcomeFor(found, input, lines, exchange);
    const transfer = input.financialTransfer?.issueRefund ?? null;
    const money = transfer === null ? null : planMoney(found, transfer);

    // Processing takes the goods off the order's books, and so makes a refund, even one that pays nothing back.
    if (lines.length > 0 || money !== null) {
      makeRefund(world, {
        order,
        entry,
        note: input.note ?? null,
        lines: refundLines(found, lines, dispositions),
        shipping: outcome.shipping.amount === 0 ? null : { amount: outcome.shipping.amount, tax: outcome.shipping.tax },
        expected: Math.max(0, outcome.balance),
        repayments: money?.repayments ?? [],
        storeCredit: money?.storeCredit ?? null,
      });
      order.feesCharged += outcome.restockingFees + outcome.returnShippingFee;
      if (entry.shippingFee !== null) entry.shippingFee.charged = true;
      for (const { line, quantity } of lines) line.refundedQuantity += quantity;
    }
    for (const { line, quantity } of lines) line.processedQuantity += quantity;
    dispose(world, order, dispositions);
    processExchange(world, order, entry, exchange);
    world.touch(order);
    world.emit('RETURNS_PROCESS', returnPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.processed', gid('Return', entry.id), {
      orderId: gid('Order', order.id),
      name: entry.name,
      lines: lines.map(({ line, quantity }) => ({ id: gid('ReturnLineItem', line.id), quantity })),
      notifyCustomer: input.notifyCustomer ?? false,
    });
    return returnPayloadView(world, found);
  },
};
