import { z } from 'zod/v4';
import { reject } from '../errors';
import { idOf } from '../gid';
import { findFulfillmentLine, returnableQuantity } from '../lookup';
import type { Order, ReturnLine } from '../model';
import { parseMinor } from '../money';
import { returnReasonDefinitions } from '../store';
import type { World } from '../world';

export const moneyInput = z.object({ amount: z.union([z.string(), z.number()]), currencyCode: z.string() });
export type MoneyInput = z.infer<typeof moneyInput>;

export const returnLineInput = z.object({
  fulfillmentLineItemId: z.string(),
  quantity: z.int(),
  returnReason: z.string().nullish(),
  returnReasonDefinitionId: z.string().nullish(),
  returnReasonNote: z.string().nullish(),
  customerNote: z.string().nullish(),
  restockingFee: z.object({ percentage: z.number() }).nullish(),
});
type ReturnLineInput = z.infer<typeof returnLineInput>;

const longestNote = 255;
const longestCustomerNote = 300;

/** An input amount in minor units; another currency than the order's is rejected. */
export function amountOf(input: MoneyInput, order: Order, field: string[]): number {
  if (input.currencyCode !== order.currency) {
    throw reject([...field, 'currencyCode'], 'Currency code does not match the currency of the order.', 'INVALID');
  }
  try {
    return parseMinor(input.amount, order.currency);
  } catch {
    throw reject([...field, 'amount'], 'Amount is invalid.', 'INVALID');
  }
}

interface Reason {
  reason: string;
  definitionId: string | null;
}

function reasonOf(input: ReturnLineInput, field: string[], isRequest: boolean): Reason {
  const definitionGid = input.returnReasonDefinitionId ?? null;
  if (definitionGid !== null) {
    const id = idOf(definitionGid, 'ReturnReasonDefinition');
    const definition = returnReasonDefinitions.find((candidate) => candidate.id === id);
    if (definition === undefined) {
      throw reject([...field, 'returnReasonDefinitionId'], 'Return reason definition was not found.', 'NOT_FOUND');
    }
    return { reason: definition.legacy, definitionId: id };
  }
  const reason = input.returnReason ?? null;
  if (reason === null && isRequest) throw reject([...field, 'returnReason'], "Return reason can't be blank", 'BLANK');
  if (reason === null) {
    throw reject(
      field,
      'Return line items Either return reason or return reason definition must be provided',
      'NOT_FOUND',
    );
  }
  return { reason, definitionId: returnReasonDefinitions.find((candidate) => candidate.legacy === reason)?.id ?? null };
}

function ensureNotes(input: ReturnLineInput, reason: string, field: string[], isRequest: boolean): void {
  if ((input.customerNote ?? '').length > longestCustomerNote) {
    const message = `Customer note is too long (maximum is ${longestCustomerNote} characters)`;
    throw reject([...field, 'customerNote'], message, 'TOO_LONG');
  }
  const note = input.returnReasonNote ?? '';
  if (note.length > longestNote) {
    const message = `Return reason note is too long (maximum is ${longestNote} characters)`;
    throw reject([...field, 'returnReasonNote'], message, 'TOO_LONG');
  }
  const isOtherByEnum = reason === 'OTHER' && (input.returnReasonDefinitionId ?? null) === null;
  if (!isRequest && isOtherByEnum && note.trim() === '') {
    const message = 'Return line items return reason note The note is required when the return reason is "Other"';
    throw reject([...field, 'returnReasonNote'], message, 'BLANK');
  }
}

/**
 * Checks the lines of a return to be made and prepares them. `prefix` is the name of the mutation's argument, which the
 * fields of its errors begin with; requests and returns made by the shop differ in what they say about reasons.
 */
export function planReturnLines(
  world: World,
  order: Order,
  inputs: readonly ReturnLineInput[],
  prefix: 'input' | 'returnInput',
): ReturnLine[] {
  const isRequest = prefix === 'input';
  if (inputs.length === 0) throw reject([prefix, 'returnLineItems'], "Return line items can't be blank", 'BLANK');
  const planned = new Map<string, number>();
  return inputs.map((input, index) => {
    const field = [prefix, 'returnLineItems', String(index)];
    const { reason, definitionId } = reasonOf(input, field, isRequest);
    const line = findFulfillmentLine(order, idOf(input.fulfillmentLineItemId, 'FulfillmentLineItem'));
    if (line === undefined) {
      throw reject([...field, 'fulfillmentLineItemId'], 'Fulfillment Line Item was not found.', 'NOT_FOUND');
    }
    const already = planned.get(line.id) ?? 0;
    if (input.quantity < 1 || input.quantity + already > returnableQuantity(order, line)) {
      throw reject([...field, 'quantity'], 'Return line item has an invalid quantity.', 'INVALID');
    }
    planned.set(line.id, already + input.quantity);
    ensureNotes(input, reason, field, isRequest);
    const percentage = input.restockingFee?.percentage;
    if (percentage !== undefined && (percentage < 0 || percentage > 100)) {
      throw reject([...field, 'restockingFee', 'percentage'], 'Percentage must be between 0 and 100.', 'INVALID');
    }
    return {
      id: world.nextId(),
      fulfillmentLineItemId: line.id,
      lineItemId: line.lineItemId,
      quantity: input.quantity,
      reason,
      reasonDefinitionId: definitionId,
      note: input.returnReasonNote ?? '',
      customerNote: input.customerNote ?? null,
      restockingFee: percentage === undefined ? null : { id: world.nextId(), percentage: String(percentage) },
      processedQuantity: 0,
      refundedQuantity: 0,
    };
  });
}
