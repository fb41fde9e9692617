import { z } from 'zod/v4';
import { notSimulated, reject, Rejected } from '../errors';
import { idOf } from '../gid';
import type { Id, Order, RefundLine, RestockType } from '../model';
import { formatForMessage, parseMinor } from '../money';
import { paymentsOf } from '../outcome';
import { nextUnits, shippingShare, totalsOf } from '../pricing';
import { makeRefund, type Repayment } from '../refunding';
import { adjustStock } from '../stock';
import type { View } from '../view';
import type { World } from '../world';
import type { Mutation } from './mutation';
import { amountOf, moneyInput } from './plan-return-lines';

const amount = z.union([z.string(), z.number()]);
const shape = z.object({
  input: z.object({
    orderId: z.string(),
    note: z.string().nullish(),
    currency: z.string().nullish(),
    processedAt: z.string().nullish(),
    allowOverRefunding: z.boolean().nullish(),
    refundDuties: z.array(z.unknown()).nullish(),
    shipping: z.object({ amount: amount.nullish(), fullRefund: z.boolean().nullish() }).nullish(),
    refundLineItems: z
      .array(
        z.object({
          lineItemId: z.string(),
          quantity: z.int(),
          restockType: z.enum(['RETURN', 'CANCEL', 'NO_RESTOCK', 'LEGACY_RESTOCK']).nullish(),
          locationId: z.string().nullish(),
        }),
      )
      .nullish(),
    transactions: z
      .array(
        z.object({
          amount,
          gateway: z.string(),
          kind: z.string(),
          orderId: z.string(),
          parentId: z.string().nullish(),
        }),
      )
      .nullish(),
    refundMethods: z
      .array(
        z.object({ storeCreditRefund: z.object({ amount: moneyInput, expiresAt: z.string().nullish() }).nullish() }),
      )
      .nullish(),
  }),
});
type Input = z.infer<typeof shape>['input'];

function planLines(world: World, order: Order, input: Input): (Omit<RefundLine, 'id'> & { amount: number })[] {
  const taken = new Map<Id, number>();
  return (input.refundLineItems ?? []).map((wanted, index) => {
    const field = ['refundLineItems', String(index)];
    const id = idOf(wanted.lineItemId, 'LineItem');
    const line = order.lines.find((candidate) => candidate.id === id);
    if (line === undefined) throw reject([...field, 'lineItemId'], 'Line item does not exist');
    const already = taken.get(id) ?? 0;
    if (wanted.quantity < 1) throw reject([...field, 'quantity'], 'Quantity must be greater than 0');
    if (line.refundedQuantity + already + wanted.quantity > line.quantity) {
      throw reject([...field, 'quantity'], 'Quantity cannot refund more items than were purchased');
    }
    taken.set(id, already + wanted.quantity);
    const restockType: RestockType = wanted.restockType ?? 'NO_RESTOCK';
    const locationGid = wanted.locationId ?? null;
    const locationId = locationGid === null ? null : idOf(locationGid, 'Location');
    const isRestocking = restockType === 'RETURN' || restockType === 'CANCEL';
    if (isRestocking && (locationId === null || !world.store.locations.has(locationId))) {
      throw reject([...field, 'locationId'], "Location can't be blank");
    }
    const share = nextUnits(order, line, wanted.quantity, already);
    return {
      lineItemId: id,
      quantity: wanted.quantity,
      restockType,
      locationId,
      restocked: isRestocking,
      subtotal: share.subtotal,
      tax: share.tax,
      amount: share.amount,
    };
  });
}

function planTransactions(order: Order, input: Input): Repayment[] {
  return (input.transactions ?? []).map((wanted) => {
    if (wanted.kind !== 'REFUND') throw reject(null, `Kind ${wanted.kind.toLowerCase()} is not a valid transaction`);
    const parentGid = wanted.parentId ?? null;
    const parentId = parentGid === null ? null : idOf(parentGid, 'OrderTransaction');
    // The gateway of the parent counts, whatever the input says: observed on a real shop.
    const payment = paymentsOf(order).find((candidate) => candidate.id === parentId);
    if (payment === undefined)
      throw reject(['transactions'], 'Transactions require a parent_id associated with the order');
    return { payment, amount: parseMinor(wanted.amount, order.currency) };
  });
}

function refund(world: World, order: Order, input: Input): View {
  if ((input.refundDuties ?? []).length > 0) throw notSimulated('refundCreate.refundDuties');
  const lines = planLines(world, order, input);
  const repayments = planTransactions(order, input);
  const wanted = input.shipping ?? null;
  const shippingAmount = wanted?.amount ?? null;
  const shipping = shippingShare(order, {
    full: wanted?.fullRefund === true,
    amount: shippingAmount === null ? 0 : parseMinor(shippingAmount, order.currency),
  });
  const credits = (input.refundMethods ?? []).flatMap((method) => method.storeCreditRefund ?? []);
  const credited = credits.reduce((total, credit) => total + amountOf(credit.amount, order, ['refundMethods']), 0);
  const paid = repayments.reduce((total, repayment) => total + repayment.amount, credited);
  const { net } = totalsOf(order);
  // Over-refunding is refused without store credit even when allowed: observed on a real shop.
  if (paid > net && !(input.allowOverRefunding === true && credited > 0)) {
    const [asked, left] = [formatForMessage(paid, order.currency), formatForMessage(net, order.currency)];
    throw reject(null, `Refund amount ${asked} is greater than net payment received ${left}`);
  }
  const made = makeRefund(world, {
    order,
    entry: null,
    note: input.note ?? null,
    lines: lines.map(({ amount: _amount, ...line }) => line),
    shipping: shipping.amount === 0 ? null : { amount: shipping.amount, tax: shipping.tax },
    repayments,
    storeCredit: credited === 0 ? null : { amount: credited, expiresAt: credits[0]?.expiresAt ?? null },
    expected: lines.reduce((total, line) => total + line.amount, shipping.total),
    processedAt: input.processedAt ?? null,
  });
  for (const line of lines) restock(world, order, line);
  return { order: () => world.views.order(order), refund: () => world.views.refund(order, made) };
}

function restock(world: World, order: Order, line: Omit<RefundLine, 'id'>): void {
  const variantId = order.lines.find((candidate) => candidate.id === line.lineItemId)?.variantId ?? null;
  const variant = variantId === null ? undefined : world.store.variants.get(variantId);
  if (!line.restocked || line.locationId === null || variant === undefined) return;
  const { inventoryItemId: itemId } = variant;
  adjustStock(world, {
    itemId,
    locationId: line.locationId,
    name: 'available',
    delta: line.quantity,
    reason: 'restock',
  });
}

export const refundCreate: Mutation = {
  empty: ['order', 'refund'],
  run: ({ world, args }) => {
    const { input } = shape.parse(args);
    const order = world.store.orders.get(idOf(input.orderId, 'Order'));
    if (order === undefined) throw reject(['orderId'], 'Order does not exist');
    try {
      return refund(world, order, input);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      // The order is answered beside the errors.
      return { order: () => world.views.order(order), refund: null, userErrors: error.userErrors };
    }
  },
};
