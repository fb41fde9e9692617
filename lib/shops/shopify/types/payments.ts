import type { Attempt } from '../../../http';
import type { Money, Refund } from '../../../returns';
import type { LineQuantity } from './returns';

/** A part of a refund that goes back to one payment. */
export interface PaymentPart {
  /** The payment, e.g. `gid://shopify/OrderTransaction/1` */
  readonly parentId: string;
  readonly amount: Money;
}

export interface StoreCreditPart {
  readonly amount: Money;
  /** ISO instant; it does not expire when left out. */
  readonly expiresAt?: string;
}

/** A payment of the order, and what of it would be paid back. */
export interface SuggestedPayment {
  readonly parentId: string;
  readonly suggested: Money;
  /** What can be paid back on this payment at most. */
  readonly maximum: Money;
  readonly gateway?: string;
}

export interface SuggestedRefundInput {
  readonly orderId: string;
  /** The whole of what is left when left out. */
  readonly lines?: readonly LineQuantity[];
  /** Outbound delivery: what is left of it, or an amount; none when left out. */
  readonly delivery?: 'all' | Money;
  /** Default: on the payments of the order. */
  readonly as?: 'original_payment' | 'store_credit';
}

export interface SuggestedRefund {
  readonly refund: Money;
  readonly goods: Money;
  readonly tax: Money;
  readonly delivery: Money;
  readonly maximumDelivery: Money;
  readonly maximumRefundable: Money;
  readonly payments: readonly SuggestedPayment[];
  readonly storeCredit?: Money;
}

export interface ExchangePayment {
  readonly orderId: string;
  readonly orderName: string;
  readonly owed: Money;
  /** What the shop owes the shopper on the order instead; zero while it owes nothing. */
  readonly owedBack: Money;
  readonly paid: boolean;
  /** The page of the shop to pay on; absent when nothing is owed. */
  readonly paymentUrl?: string;
}

export interface RefundOrderInput {
  readonly orderId: string;
  /** To pay back on payments of the order, exactly. */
  readonly amount?: Money;
  readonly storeCredit?: StoreCreditPart;
  /** The goods that the refund is for, and where they are put back; they count as refunded. */
  readonly lines?: readonly (LineQuantity & { readonly restockAt?: string | undefined })[];
  /** The part of `amount` that is outbound delivery. */
  readonly delivery?: Money;
  readonly note?: string;
  /** Why the amount is another than the goods are worth. */
  readonly reason?: 'CUSTOMER' | 'DAMAGE' | 'OTHER' | 'RESTOCK';
  readonly notifyCustomer?: boolean;
  readonly attempt: Attempt;
}

export interface RefundOrderResult {
  readonly refund: Refund;
  /** False when an earlier attempt had made it. */
  readonly performed: boolean;
}
