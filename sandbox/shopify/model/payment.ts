import type { Id, Time } from './scalars';

export type TransactionKind = 'SALE' | 'CAPTURE' | 'REFUND';
export type TransactionStatus = 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';

export interface Transaction {
  id: Id;
  orderId: Id;
  kind: TransactionKind;
  status: TransactionStatus;
  gateway: string;
  amount: number;
  parentId: Id | null;
  refundId: Id | null;
  /** The payment provider's own reference. */
  paymentId: string | null;
  createdAt: Time;
}

export type RestockType = 'RETURN' | 'CANCEL' | 'NO_RESTOCK' | 'LEGACY_RESTOCK';

export interface RefundLine {
  id: Id;
  lineItemId: Id;
  quantity: number;
  restockType: RestockType;
  locationId: Id | null;
  restocked: boolean;
  subtotal: number;
  tax: number;
}

export interface Refund {
  id: Id;
  orderId: Id;
  returnId: Id | null;
  note: string | null;
  lines: RefundLine[];
  shipping: { amount: number; tax: number } | null;
  transactionIds: Id[];
  /** What was paid back less what the refunded things were worth. */
  discrepancy: number;
  createdAt: Time;
  processedAt: Time;
}
