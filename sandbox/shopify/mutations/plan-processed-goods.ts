import { reject } from '../errors';
import { idOf } from '../gid';
import { lineOf } from '../lookup';
import type { ExchangeLine, Id, RefundLine, ReturnLine } from '../model';
import { nextUnits } from '../pricing';
import type { PlannedDisposition } from '../returning';
import type { World } from '../world';
import type { FoundReturn } from './ensure-return';
import { planDispositions } from './plan-dispositions';
import type { ReturnProcessInput } from './return-process-input';

export interface Processed<T> {
  line: T;
  quantity: number;
}

/** The return lines to be processed and what becomes of the goods. */
export function planLines(
  world: World,
  { entry }: FoundReturn,
  input: ReturnProcessInput,
): { lines: Processed<ReturnLine>[]; dispositions: PlannedDisposition[] } {
  const taken = new Map<Id, number>();
  const lines: Processed<ReturnLine>[] = [];
  const dispositions: PlannedDisposition[] = [];
  for (const [index, wanted] of (input.returnLineItems ?? []).entries()) {
    const field = ['input', 'returnLineItems', String(index)];
    const line = entry.lines.find((candidate) => candidate.id === idOf(wanted.id, 'ReturnLineItem'));
    if (line === undefined) throw reject([...field, 'id'], 'Return line item was not found.', 'NOT_FOUND');
    const already = taken.get(line.id) ?? 0;
    if (wanted.quantity < 1 || wanted.quantity + already > line.quantity - line.processedQuantity) {
      throw reject([...field, 'quantity'], 'Return line item has an invalid quantity.', 'INVALID');
    }
    taken.set(line.id, already + wanted.quantity);
    lines.push({ line, quantity: wanted.quantity });

    const inputs = wanted.dispositions ?? [];
    const planned = planDispositions(world, entry.reverseOrders, inputs, (at) => [
      ...field,
      'dispositions',
      String(at),
    ]);
    if (planned.some((disposition) => disposition.line.returnLineId !== line.id)) {
      throw reject([...field, 'dispositions'], 'Disposition does not belong to the return line item.', 'INVALID');
    }
    if (planned.reduce((total, disposition) => total + disposition.quantity, 0) > wanted.quantity) {
      throw reject(
        [...field, 'dispositions'],
        'Disposition quantity is greater than the processed quantity.',
        'INVALID',
      );
    }
    dispositions.push(...planned);
  }
  return { lines, dispositions };
}

export function planExchange({ entry }: FoundReturn, input: ReturnProcessInput): Processed<ExchangeLine>[] {
  return (input.exchangeLineItems ?? []).map((wanted, index) => {
    const field = ['input', 'exchangeLineItems', String(index)];
    const line = entry.exchangeLines.find((candidate) => candidate.id === idOf(wanted.id, 'ExchangeLineItem'));
    if (line === undefined) throw reject([...field, 'id'], 'Exchange line item was not found.', 'NOT_FOUND');
    if (wanted.quantity < 1 || wanted.quantity > line.quantity - line.processedQuantity) {
      throw reject([...field, 'quantity'], 'Exchange line item has an invalid quantity.', 'INVALID');
    }
    return { line, quantity: wanted.quantity };
  });
}

/** The refunded units with what they carried, before they count as refunded. */
export function refundLines(
  { order }: FoundReturn,
  lines: Processed<ReturnLine>[],
  dispositions: readonly PlannedDisposition[],
): Omit<RefundLine, 'id'>[] {
  const taken = new Map<Id, number>();
  return lines.map(({ line, quantity }) => {
    const already = taken.get(line.lineItemId) ?? 0;
    const share = nextUnits(order, lineOf(order, line.lineItemId), quantity, already);
    taken.set(line.lineItemId, already + quantity);
    const restocked = dispositions.find((entry) => entry.line.returnLineId === line.id && entry.type === 'RESTOCKED');
    return {
      lineItemId: line.lineItemId,
      quantity,
      restockType: restocked === undefined ? 'NO_RESTOCK' : 'RETURN',
      locationId: restocked?.locationId ?? null,
      restocked: restocked !== undefined,
      subtotal: share.subtotal,
      tax: share.tax,
    };
  });
}
