import { z } from 'zod/v4';
import { connection } from '../connection';
import { gid } from '../gid';
import type { LineItem, Order } from '../model';
import { fulfilledQuantity } from '../lookup';
import { divided } from '../money';
import { returnReasonDefinitions } from '../store';
import { type View, bagView, moneyView } from '../view';
import { shareOfUnits } from '../pricing';
import type { World } from '../world';
import { taxLineView, weightView } from './common';
import { reasonDefinitionView } from './reason';

const discountedShape = z.object({ withCodeDiscounts: z.boolean().nullish() });

/** A discount code on the whole order, as its application and as a line's part of it. */
export function discountApplicationView(order: Order): View | null {
  const { discount } = order;
  if (discount === null) return null;
  const value =
    'percent' in discount.value
      ? { __typename: 'PricingPercentageValue', percentage: Number(discount.value.percent) }
      : moneyView(discount.value.amount, order.currency);
  return {
    __typename: 'DiscountCodeApplication',
    index: 0,
    code: discount.code,
    allocationMethod: 'ACROSS',
    targetSelection: 'ALL',
    targetType: 'LINE_ITEM',
    value,
  };
}

/** A discount that the shop gave on this line alone. */
function lineDiscountView(line: LineItem, currency: string): View {
  return {
    __typename: 'ManualDiscountApplication',
    index: 1,
    title: 'Line discount',
    description: null,
    allocationMethod: 'ACROSS',
    targetSelection: 'EXPLICIT',
    targetType: 'LINE_ITEM',
    value: moneyView(line.lineDiscount, currency),
  };
}

/** Every discount that reached the line: its own and its part of the order's. */
function allocationViews(order: Order, line: LineItem): View[] {
  const { currency } = order;
  const allocation = (amount: number, discountApplication: View | null): View[] =>
    amount === 0 || discountApplication === null
      ? []
      : [
          {
            allocatedAmountSet: bagView(amount, currency),
            allocatedAmount: moneyView(amount, currency),
            discountApplication,
          },
        ];
  return [
    ...allocation(line.cartDiscount, discountApplicationView(order)),
    ...allocation(line.lineDiscount, lineDiscountView(line, currency)),
  ];
}

/**
 * An order line. As in Shopify, `discountedTotalSet` and `discountedUnitPriceSet` hold only the line's own discounts:
 * a discount on the whole order shows in `discountAllocations` and `discountedUnitPriceAfterAllDiscountsSet`.
 */
export function lineItemView(world: World, order: Order, line: LineItem): View {
  const { currency } = order;
  const bag = (minor: number): View => bagView(minor, currency);
  const original = line.unitPrice * line.quantity;
  const whole = shareOfUnits(order, line, 0, line.quantity);
  const variant = line.variantId === null ? undefined : world.store.variants.get(line.variantId);
  const product = line.productId === null ? undefined : world.store.products.get(line.productId);
  const unfulfilled = Math.max(0, line.quantity - fulfilledQuantity(order, line));
  const country = order.shippingAddress.countryCode;
  return {
    __typename: 'LineItem',
    id: gid('LineItem', line.id),
    title: line.title,
    name: line.variantTitle === 'Default Title' ? line.title : `${line.title} - ${line.variantTitle}`,
    variantTitle: line.variantTitle === 'Default Title' ? null : line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.quantity - line.refundedQuantity,
    refundableQuantity: line.quantity - line.refundedQuantity,
    unfulfilledQuantity: unfulfilled,
    nonFulfillableQuantity: 0,
    fulfillableQuantity: unfulfilled,
    fulfillmentStatus: unfulfilled === 0 ? 'fulfilled' : 'unfulfilled',
    requiresShipping: true,
    restockable: true,
    taxable: line.taxRate !== '0',
    isGiftCard: false,
    merchantEditable: true,
    image: null,
    sellingPlan: null,
    lineItemGroup: null,
    customAttributes: line.properties,
    duties: [],
    weight: weightView(line.weightGrams),
    originalUnitPriceSet: bag(line.unitPrice),
    originalTotalSet: bag(original),
    discountedUnitPriceSet: bag(divided(original - line.lineDiscount, line.quantity)),
    discountedUnitPriceAfterAllDiscountsSet: bag(divided(whole.subtotal, line.quantity)),
    discountedTotalSet: (args: unknown) => {
      discountedShape.parse(args);
      return bag(original - line.lineDiscount);
    },
    priceAfterAllDiscountsBeforeTaxesSet: bag(order.taxesIncluded ? whole.subtotal - whole.tax : whole.subtotal),
    totalDiscountSet: bag(line.lineDiscount),
    unfulfilledOriginalTotalSet: bag(line.unitPrice * unfulfilled),
    discountAllocations: allocationViews(order, line),
    taxLines: line.taxRate === '0' ? [] : [taxLineView(line.tax, currency, line.taxRate, country)],
    variant: () => (variant === undefined ? null : world.views.variant(variant)),
    product: () => (product === undefined ? null : world.views.product(product)),
    suggestedReturnReasonDefinitions: (args: unknown) =>
      connection(returnReasonDefinitions, args, reasonDefinitionView),
  };
}
