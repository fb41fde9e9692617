import type { Id, Order, Return, ReturnLine, Transaction } from './model';
import { percentOf } from './money';
import { type ShippingShare, exchangeShare, nextUnits, shippingShare, totalsOf } from './pricing';

export interface Selected {
  id: Id;
  quantity: number;
}

export interface OutcomeRequest {
  returnLines: readonly Selected[];
  exchangeLines: readonly Selected[];
  shipping: { full: boolean; amount: number };
}

/** What processing this much of a return would come to, in minor units. */
export interface Outcome {
  discountedSubtotal: number;
  cartDiscount: number;
  tax: number;
  shipping: ShippingShare;
  restockingFees: number;
  returnShippingFee: number;
  /** What the exchanged-for items cost, tax and all. */
  exchange: number;
  /** What the returned things and shipping are worth before fees and exchange. */
  returned: number;
  /** Positive: to pay back. Negative: the shopper owes it. */
  balance: number;
}

/** The fee on some units of a return line: a percentage of what they cost after discounts. */
export function restockingFeeOf(line: ReturnLine, subtotal: number): number {
  return line.restockingFee === null ? 0 : percentOf(subtotal, line.restockingFee.percentage);
}

/**
 * The financial outcome of processing lines of a return. Units are counted on from what the order line has been
 * refunded already, so that partial steps sum exactly. The return shipping fee is charged once, with the first step.
 */
export function outcomeOf(order: Order, entry: Return, request: OutcomeRequest): Outcome {
  const taken = new Map<Id, number>();
  let [discountedSubtotal, cartDiscount, tax, lines, restockingFees] = [0, 0, 0, 0, 0];
  for (const { id, quantity } of request.returnLines) {
    const line = entry.lines.find((candidate) => candidate.id === id);
    const item = order.lines.find((candidate) => candidate.id === line?.lineItemId);
    if (line === undefined || item === undefined) continue;
    const already = taken.get(item.id) ?? 0;
    const share = nextUnits(order, item, quantity, already);
    taken.set(item.id, already + quantity);
    discountedSubtotal += share.discountedSubtotal;
    cartDiscount += share.cartDiscount;
    tax += share.tax;
    lines += share.amount;
    restockingFees += restockingFeeOf(line, share.subtotal);
  }

  let exchange = 0;
  for (const { id, quantity } of request.exchangeLines) {
    const line = entry.exchangeLines.find((candidate) => candidate.id === id);
    if (line === undefined) continue;
    const from = line.processedQuantity;
    exchange += exchangeShare(order, line, from, from + quantity).amount;
  }

  const shipping = shippingShare(order, request.shipping);
  const fee = entry.shippingFee;
  const returnShippingFee = fee === null || fee.charged ? 0 : fee.amount;
  const returned = lines + shipping.total;
  const balance = returned - restockingFees - returnShippingFee - exchange;
  return {
    discountedSubtotal,
    cartDiscount,
    tax: tax + shipping.tax,
    shipping,
    restockingFees,
    returnShippingFee,
    exchange,
    returned,
    balance,
  };
}

/** What is left to pay back on a payment, refunds on their way included. */
export function refundableOf(order: Order, payment: Transaction): number {
  const refunds = order.transactions.filter(
    (entry) =>
      entry.kind === 'REFUND' && entry.parentId === payment.id && ['SUCCESS', 'PENDING'].includes(entry.status),
  );
  return refunds.reduce((left, refund) => left - refund.amount, payment.amount);
}

export function paymentsOf(order: Order): Transaction[] {
  return order.transactions.filter((entry) => ['SALE', 'CAPTURE'].includes(entry.kind) && entry.status === 'SUCCESS');
}

/** The payments to pay an amount back on, oldest first, as far as they reach. */
export function suggestTransactions(
  order: Order,
  amount: number,
): { payment: Transaction; amount: number; maximum: number }[] {
  let left = Math.min(amount, totalsOf(order).net);
  return paymentsOf(order).flatMap((payment) => {
    const maximum = refundableOf(order, payment);
    const part = Math.min(left, maximum);
    left -= Math.max(0, part);
    return part > 0 ? [{ payment, amount: part, maximum }] : [];
  });
}
