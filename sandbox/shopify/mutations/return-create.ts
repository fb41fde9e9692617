import { z } from 'zod/v4';
import { notSimulated, reject } from '../errors';
import { gid, idOf } from '../gid';
import type { ExchangeLine, Order } from '../model';
import { percentOf } from '../money';
import { timeOf } from '../names';
import { orderPayload, returnPayload } from '../payloads';
import { openReverseOrder } from '../returning';
import type { World } from '../world';
import { returnPayloadView } from './ensure-return';
import type { Mutation } from './mutation';
import { addReturn, ensureOrder, shippingFeeOf } from './new-return';
import { amountOf, moneyInput, planReturnLines, returnLineInput } from './plan-return-lines';

const exchangeLineInput = z.object({
  variantId: z.string().nullish(),
  quantity: z.int(),
  giftCardCodes: z.array(z.string()).nullish(),
  appliedDiscount: z
    .object({
      description: z.string().nullish(),
      value: z.object({ amount: moneyInput.nullish(), percentage: z.number().nullish() }),
    })
    .nullish(),
});
type ExchangeLineInput = z.infer<typeof exchangeLineInput>;

const shape = z.object({
  returnInput: z.object({
    orderId: z.string(),
    requestedAt: z.string().nullish(),
    returnLineItems: z.array(returnLineInput),
    exchangeLineItems: z.array(exchangeLineInput).nullish(),
    returnShippingFee: z.object({ amount: moneyInput }).nullish(),
  }),
});

function discountOf(order: Order, input: ExchangeLineInput, total: number, field: string[]): number {
  const value = input.appliedDiscount?.value;
  if (value?.amount !== undefined && value.amount !== null) {
    // An amount is taken off each unit.
    return Math.min(
      total,
      amountOf(value.amount, order, [...field, 'appliedDiscount', 'value', 'amount']) * input.quantity,
    );
  }
  return value?.percentage === undefined || value.percentage === null ? 0 : percentOf(total, value.percentage);
}

function planExchangeLine(world: World, order: Order, input: ExchangeLineInput, index: number): ExchangeLine {
  const field = ['returnInput', 'exchangeLineItems', String(index)];
  if ((input.giftCardCodes ?? []).length > 0) throw notSimulated('exchangeLineItems.giftCardCodes');
  const variantGid = input.variantId ?? null;
  const variant = variantGid === null ? undefined : world.store.variants.get(idOf(variantGid, 'ProductVariant'));
  if (variant === undefined) throw reject([...field, 'variantId'], 'Variant was not found.', 'NOT_FOUND');
  if (input.quantity < 1) throw reject([...field, 'quantity'], 'Quantity must be greater than 0', 'GREATER_THAN');
  return {
    id: world.nextId(),
    variantId: variant.id,
    quantity: input.quantity,
    processedQuantity: 0,
    unitPrice: variant.price,
    discount: discountOf(order, input, variant.price * input.quantity, field),
    taxRate: variant.taxRate,
    lineItemIds: [],
  };
}

export const returnCreate: Mutation = {
  empty: ['return'],
  run: ({ world, args }) => {
    const { returnInput: input } = shape.parse(args);
    const order = ensureOrder(world, input.orderId, 'returnInput');
    const lines = planReturnLines(world, order, input.returnLineItems, 'returnInput');
    const exchangeLines = (input.exchangeLineItems ?? []).map((line, index) =>
      planExchangeLine(world, order, line, index),
    );
    const shippingFee = shippingFeeOf(world, order, input.returnShippingFee, 'returnInput');
    const requestedAt = input.requestedAt ?? null;
    // The schema does not say which of the two; this is the harder one for whoever looks a return up by its date.
    const createdAt = requestedAt === null ? world.now() : timeOf(new Date(requestedAt));
    const entry = addReturn(world, order, { status: 'OPEN', lines, exchangeLines, shippingFee, createdAt });
    openReverseOrder(world, order, entry);
    // A return unarchives its order.
    order.closedAt = null;
    world.emit('RETURNS_APPROVE', returnPayload(order, entry));
    world.emit('ORDERS_UPDATED', orderPayload(order));
    world.record('return.created', gid('Return', entry.id), {
      orderId: gid('Order', order.id),
      name: entry.name,
      exchange: exchangeLines.map((line) => ({
        sku: world.store.variants.get(line.variantId)?.sku ?? null,
        quantity: line.quantity,
      })),
    });
    return returnPayloadView(world, { order, entry });
  },
};
