import { GraphQLError } from 'graphql';
import { z } from 'zod/v4';
import { notSimulated } from '../errors';
import { gid, idOf } from '../gid';
import { findFulfillmentLine, lineOf } from '../lookup';
import type { Order } from '../model';
import { parseMinor, percentOf } from '../money';
import { nextUnits, taxOf } from '../pricing';
import { type View, bagView } from '../view';
import type { World } from '../world';

const amountShape = z.object({ amount: z.union([z.string(), z.number()]) });
const exchangeShape = z.object({
  variantId: z.string().nullish(),
  quantity: z.int(),
  appliedDiscount: z.unknown().optional(),
});
const inputShape = z.object({
  input: z.object({
    orderId: z.string(),
    returnLineItems: z
      .array(
        z.object({
          fulfillmentLineItemId: z.string(),
          quantity: z.int(),
          restockingFee: z.object({ percentage: z.number() }).nullish(),
        }),
      )
      .nullish(),
    exchangeLineItems: z.array(exchangeShape).nullish(),
    returnShippingFee: z.object({ amount: amountShape }).nullish(),
  }),
});

function calculatedExchange(world: World, order: Order, wanted: z.infer<typeof exchangeShape>): View {
  if ((wanted.appliedDiscount ?? null) !== null) throw notSimulated('returnCalculate(appliedDiscount)');
  const variant = world.store.variants.get(idOf(wanted.variantId ?? '', 'ProductVariant'));
  if (variant === undefined) throw new GraphQLError('Variant not found.', { extensions: { code: 'NOT_FOUND' } });
  const { currency } = order;
  const total = variant.price * wanted.quantity;
  const unit = bagView(variant.price, currency);
  return {
    id: null,
    quantity: wanted.quantity,
    originalUnitPriceSet: unit,
    discountedUnitPriceSet: unit,
    subtotalSet: bagView(total, currency),
    totalTaxSet: bagView(taxOf(total, variant.taxRate, order.taxesIncluded), currency),
    calculatedDiscountAllocations: [],
    variant: () => world.views.variant(variant),
  };
}

/**
 * `returnCalculate`: what a return would come to, without making it. As observed, what goes back to the shopper is
 * negative; fees, and what is sent in exchange, are positive.
 */
export function calculateReturn(world: World, args: unknown): View {
  const { input } = inputShape.parse(args);
  const order = world.store.orders.get(idOf(input.orderId, 'Order'));
  if (order === undefined) throw new GraphQLError('Order not found.', { extensions: { code: 'NOT_FOUND' } });
  const { currency } = order;
  const fee = input.returnShippingFee ?? null;
  return {
    id: gid('CalculatedReturn', world.nextId()),
    exchangeLineItems: (input.exchangeLineItems ?? []).map((wanted) => calculatedExchange(world, order, wanted)),
    returnShippingFee:
      fee === null
        ? null
        : {
            __typename: 'CalculatedReturnShippingFee',
            id: gid('CalculatedReturnShippingFee', world.nextId()),
            amountSet: bagView(parseMinor(fee.amount.amount, currency), currency),
          },
    returnLineItems: (input.returnLineItems ?? []).map((wanted) => {
      const fulfillmentLine = findFulfillmentLine(order, idOf(wanted.fulfillmentLineItemId, 'FulfillmentLineItem'));
      if (fulfillmentLine === undefined) {
        throw new GraphQLError('Fulfillment line item not found.', { extensions: { code: 'NOT_FOUND' } });
      }
      const share = nextUnits(order, lineOf(order, fulfillmentLine.lineItemId), wanted.quantity);
      const percentage = wanted.restockingFee?.percentage;
      return {
        id: null,
        quantity: wanted.quantity,
        fulfillmentLineItem: () => world.views.fulfillmentLineItem(order, fulfillmentLine),
        restockingFee:
          percentage === undefined
            ? null
            : {
                __typename: 'CalculatedRestockingFee',
                id: gid('CalculatedRestockingFee', world.nextId()),
                percentage,
                amountSet: bagView(percentOf(share.subtotal, percentage), currency),
              },
        subtotalBeforeOrderDiscountsSet: bagView(-share.discountedSubtotal, currency),
        subtotalSet: bagView(-share.subtotal, currency),
        totalTaxSet: bagView(-share.tax, currency),
      };
    }),
  };
}
