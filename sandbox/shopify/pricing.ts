import type { ExchangeLine, LineItem, Order } from './model';
import { shareOfTotal, taxOnTop, taxWithin } from './money';

/** What some units of a line are worth, in minor units. */
export interface Share {
  /** After the line's own discounts. */
  discountedSubtotal: number;
  /** Their part of a discount on the whole order. */
  cartDiscount: number;
  /** After all discounts; with tax when the order's taxes are included. */
  subtotal: number;
  tax: number;
  /** What was paid for them. */
  amount: number;
}

/** Tax of an amount after discounts, contained in it or on top of it as the order has it. */
export function taxOf(amount: number, rate: string, taxesIncluded: boolean): number {
  return taxesIncluded ? taxWithin(amount, rate) : taxOnTop(amount, rate);
}

/** The units `from` to `to` of a line. Shares of neighbouring ranges sum to the line to the cent. */
export function shareOfUnits(order: Order, line: LineItem, from: number, to: number): Share {
  const part = (total: number): number => shareOfTotal(total, line.quantity, from, to);
  const discountedSubtotal = part(line.unitPrice * line.quantity - line.lineDiscount);
  const cartDiscount = part(line.cartDiscount);
  const subtotal = discountedSubtotal - cartDiscount;
  const tax = part(line.tax);
  return { discountedSubtotal, cartDiscount, subtotal, tax, amount: subtotal + (order.taxesIncluded ? 0 : tax) };
}

/** The next units of a line that were not refunded yet. */
export function nextUnits(order: Order, line: LineItem, quantity: number, alreadyTaken = 0): Share {
  const from = line.refundedQuantity + alreadyTaken;
  return shareOfUnits(order, line, from, from + quantity);
}

/** Some units of an exchange line: what the shopper owes for them. */
export function exchangeShare(order: Order, line: ExchangeLine, from: number, to: number): Share {
  const total = line.unitPrice * line.quantity - line.discount;
  const subtotal = shareOfTotal(total, line.quantity, from, to);
  const tax = shareOfTotal(taxOf(total, line.taxRate, order.taxesIncluded), line.quantity, from, to);
  const amount = subtotal + (order.taxesIncluded ? 0 : tax);
  return { discountedSubtotal: subtotal, cartDiscount: 0, subtotal, tax, amount };
}

export interface ShippingShare {
  amount: number;
  tax: number;
  /** With tax, whichever way taxes are counted. */
  total: number;
  maximum: number;
}

/** A refund of shipping: everything left, or an amount (never more than what is left). */
export function shippingShare(order: Order, wanted: { full: boolean; amount: number }): ShippingShare {
  const { shipping } = order;
  if (shipping === null) return { amount: 0, tax: 0, total: 0, maximum: 0 };
  const maximum = shipping.price - shipping.refunded;
  const amount = wanted.full ? maximum : Math.min(wanted.amount, maximum);
  const upTo = shareOfTotal(shipping.tax, shipping.price, 0, shipping.refunded + amount);
  const tax = upTo - shipping.refundedTax;
  return { amount, tax, total: amount + (order.taxesIncluded ? 0 : tax), maximum };
}

export interface OrderTotals {
  subtotal: number;
  discounts: number;
  cartDiscounts: number;
  shipping: number;
  tax: number;
  total: number;
  currentSubtotal: number;
  currentTax: number;
  currentTotal: number;
  received: number;
  refunded: number;
  net: number;
  outstanding: number;
}

const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);

/** Every total of an order, as sold (without exchange lines) and as it stands now (with them). */
export function totalsOf(order: Order): OrderTotals {
  const sold = order.lines.filter((line) => line.exchangeOf === null);
  const whole = sold.map((line) => shareOfUnits(order, line, 0, line.quantity));
  const left = order.lines.map((line) => shareOfUnits(order, line, line.refundedQuantity, line.quantity));
  const shipping = shippingShare(
    { ...order, shipping: order.shipping && { ...order.shipping, refunded: 0, refundedTax: 0 } },
    { full: true, amount: 0 },
  );
  const shippingLeft = shippingShare(order, { full: true, amount: 0 });

  const paid = (kinds: readonly string[], statuses: readonly string[]): number =>
    sum(
      order.transactions
        .filter((entry) => kinds.includes(entry.kind) && statuses.includes(entry.status))
        .map((entry) => entry.amount),
    );
  const received = paid(['SALE', 'CAPTURE'], ['SUCCESS']);
  const refunded = paid(['REFUND'], ['SUCCESS', 'PENDING']);
  const currentTotal = sum(left.map((share) => share.amount)) + shippingLeft.total + order.feesCharged;
  return {
    subtotal: sum(whole.map((share) => share.subtotal)),
    discounts: sum(sold.map((line) => line.lineDiscount + line.cartDiscount)),
    cartDiscounts: sum(sold.map((line) => line.cartDiscount)),
    shipping: shipping.amount,
    tax: sum(whole.map((share) => share.tax)) + shipping.tax,
    total: sum(whole.map((share) => share.amount)) + shipping.total,
    currentSubtotal: sum(left.map((share) => share.subtotal)),
    currentTax: sum(left.map((share) => share.tax)) + shippingLeft.tax,
    currentTotal,
    received,
    refunded,
    net: received - refunded,
    outstanding: currentTotal - (received - refunded),
  };
}
