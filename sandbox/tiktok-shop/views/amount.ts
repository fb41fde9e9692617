import type { RefundAmount } from '../model';
import { toDecimal } from '../money';

/**
 * What is refunded, as live answers have it: the total is subtotal and freight, and the tax is contained in them. The
 * published example adds the tax on top.
 */
export function refundView(amounts: readonly RefundAmount[], currency: string): Record<string, string> {
  const sum = (pick: (amount: RefundAmount) => number): number =>
    amounts.reduce((total, amount) => total + pick(amount), 0);
  const text = (minor: number): string => toDecimal(minor, currency);
  return {
    currency,
    refund_total: text(sum(({ subtotal, shippingFee }) => subtotal + shippingFee)),
    refund_subtotal: text(sum(({ subtotal }) => subtotal)),
    refund_shipping_fee: text(sum(({ shippingFee }) => shippingFee)),
    refund_tax: text(sum(({ tax }) => tax)),
  };
}
