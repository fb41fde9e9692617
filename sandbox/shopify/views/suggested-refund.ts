import { z } from 'zod/v4';
import { idOf } from '../gid';
import { lineOf } from '../lookup';
import type { Order } from '../model';
import { divided, formatMoney, parseMinor } from '../money';
import { suggestTransactions } from '../outcome';
import { nextUnits, shippingShare, type ShippingShare, totalsOf } from '../pricing';
import { type View, bagView } from '../view';
import type { World } from '../world';
import { gatewayName } from './transaction';

const shape = z.object({
  refundLineItems: z
    .array(
      z.object({
        lineItemId: z.string(),
        quantity: z.int(),
        restockType: z.string().nullish(),
        locationId: z.string().nullish(),
      }),
    )
    .nullish(),
  refundShipping: z.boolean().nullish(),
  shippingAmount: z.union([z.string(), z.number()]).nullish(),
  suggestFullRefund: z.boolean().nullish(),
  refundMethodAllocation: z.string().nullish(),
});

export function shippingRefundView(shipping: ShippingShare, currency: string): View {
  return {
    amountSet: bagView(shipping.amount, currency),
    maximumRefundableSet: bagView(shipping.maximum, currency),
    taxSet: bagView(shipping.tax, currency),
    amount: formatMoney(shipping.amount, currency),
    maximumRefundable: formatMoney(shipping.maximum, currency),
    tax: formatMoney(shipping.tax, currency),
  };
}

/** How an amount would be paid back: on the payments it came from, or as store credit. */
export function refundWays(
  world: World,
  order: Order,
  amount: number,
  allocation: string | null | undefined,
): { transactions: View[]; methods: View[] } {
  const { currency } = order;
  if (allocation === 'STORE_CREDIT') {
    const method = {
      __typename: 'SuggestedStoreCreditRefund',
      amount: bagView(amount, currency),
      maximumRefundable: bagView(totalsOf(order).net, currency),
      expiresAt: null,
    };
    return { transactions: [], methods: amount > 0 ? [method] : [] };
  }
  const transactions = suggestTransactions(order, amount).map((suggested) => ({
    kind: 'SUGGESTED_REFUND',
    gateway: suggested.payment.gateway,
    formattedGateway: gatewayName(suggested.payment.gateway),
    accountNumber: null,
    paymentDetails: null,
    amount: formatMoney(suggested.amount, currency),
    amountSet: bagView(suggested.amount, currency),
    maximumRefundable: formatMoney(suggested.maximum, currency),
    maximumRefundableSet: bagView(suggested.maximum, currency),
    parentTransaction: () => world.views.transaction(order, suggested.payment),
  }));
  return { transactions, methods: [] };
}

/** `Order.suggestedRefund`: what a refund of these lines and shipping would come to, before any return exists. */
export function suggestedRefund(world: World, order: Order, args: unknown): View {
  const input = shape.parse(args);
  const isFull = input.suggestFullRefund === true;
  const { currency } = order;
  const wanted = isFull
    ? order.lines.map((line) => ({
        line,
        quantity: line.quantity - line.refundedQuantity,
        restockType: 'NO_RESTOCK',
        locationId: null,
      }))
    : (input.refundLineItems ?? []).map((entry) => ({
        line: lineOf(order, idOf(entry.lineItemId, 'LineItem')),
        quantity: entry.quantity,
        restockType: entry.restockType ?? 'NO_RESTOCK',
        locationId: entry.locationId ?? null,
      }));
  const lines = wanted.map((entry) => ({ ...entry, share: nextUnits(order, entry.line, entry.quantity) }));
  const shippingAmount = input.shippingAmount ?? null;
  const shipping = shippingShare(order, {
    full: isFull || input.refundShipping === true,
    amount: shippingAmount === null ? 0 : parseMinor(shippingAmount, currency),
  });
  const total = (of: (share: (typeof lines)[number]['share']) => number): number =>
    lines.reduce((left, entry) => left + of(entry.share), 0);
  const amount = total((share) => share.amount) + shipping.total;
  const bag = (minor: number): View => bagView(minor, currency);
  const { transactions, methods } = refundWays(world, order, amount, input.refundMethodAllocation);
  return {
    amount: formatMoney(amount, currency),
    amountSet: bag(amount),
    subtotal: formatMoney(
      total((share) => share.subtotal),
      currency,
    ),
    subtotalSet: bag(total((share) => share.subtotal)),
    discountedSubtotalSet: bag(total((share) => share.discountedSubtotal)),
    totalCartDiscountAmountSet: bag(total((share) => share.cartDiscount)),
    totalTaxSet: bag(total((share) => share.tax) + shipping.tax),
    totalTaxes: formatMoney(total((share) => share.tax) + shipping.tax, currency),
    totalDutiesSet: bag(0),
    maximumRefundable: formatMoney(totalsOf(order).net, currency),
    maximumRefundableSet: bag(totalsOf(order).net),
    refundDuties: [],
    shipping: shippingRefundView(shipping, currency),
    suggestedTransactions: transactions,
    suggestedRefundMethods: methods,
    refundLineItems: lines.map((entry) => ({
      id: null,
      quantity: entry.quantity,
      restockType: entry.restockType,
      restocked: false,
      priceSet: bag(divided(entry.share.subtotal, entry.quantity)),
      subtotalSet: bag(entry.share.subtotal),
      totalTaxSet: bag(entry.share.tax),
      lineItem: () => world.views.lineItem(order, entry.line),
      location: () => {
        const location =
          entry.locationId === null ? undefined : world.store.locations.get(idOf(entry.locationId, 'Location'));
        return location === undefined ? null : world.views.location(location);
      },
    })),
  };
}
