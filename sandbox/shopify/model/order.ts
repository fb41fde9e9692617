import type { Fulfillment, FulfillmentOrder } from './fulfillment';
import type { Refund, Transaction } from './payment';
import type { Address } from './people';
import type { Return } from './return';
import type { Id, Time } from './scalars';

export interface LineItem {
  id: Id;
  orderId: Id;
  variantId: Id | null;
  productId: Id | null;
  sku: string;
  title: string;
  variantTitle: string;
  vendor: string;
  quantity: number;
  unitPrice: number;
  /** Discount on this line alone, for all its units. */
  lineDiscount: number;
  /** This line's part of a discount on the whole order. */
  cartDiscount: number;
  taxRate: string;
  /** For all units; contained in the price when the order's taxes are included. */
  tax: number;
  weightGrams: number;
  refundedQuantity: number;
  /** The return whose exchange put this line on the order. */
  exchangeOf: Id | null;
  properties: { key: string; value: string }[];
}

export interface ShippingLine {
  id: Id;
  title: string;
  price: number;
  taxRate: string;
  tax: number;
  refunded: number;
  refundedTax: number;
}

export interface Metafield {
  id: Id;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: Time;
  updatedAt: Time;
}

export interface Order {
  id: Id;
  name: string;
  number: number;
  confirmationNumber: string;
  email: string;
  phone: string | null;
  locale: string;
  customerId: Id;
  shippingAddress: Address;
  currency: string;
  taxesIncluded: boolean;
  discount: { code: string; value: { percent: string } | { amount: number } } | null;
  lines: LineItem[];
  shipping: ShippingLine | null;
  transactions: Transaction[];
  refunds: Refund[];
  fulfillments: Fulfillment[];
  fulfillmentOrders: FulfillmentOrder[];
  returns: Return[];
  /** Restocking and return shipping fees kept back so far. */
  feesCharged: number;
  tags: string[];
  note: string | null;
  metafields: Metafield[];
  closedAt: Time | null;
  processedAt: Time;
  createdAt: Time;
  updatedAt: Time;
}
