import type { ReverseFulfillmentOrder } from './reverse';
import type { Id, Time } from './scalars';

export type ReturnStatus = 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED' | 'CANCELED';

export interface ReturnLine {
  id: Id;
  fulfillmentLineItemId: Id;
  lineItemId: Id;
  quantity: number;
  reason: string;
  reasonDefinitionId: Id | null;
  note: string;
  customerNote: string | null;
  restockingFee: { id: Id; percentage: string } | null;
  processedQuantity: number;
  refundedQuantity: number;
}

export interface ExchangeLine {
  id: Id;
  variantId: Id;
  quantity: number;
  processedQuantity: number;
  unitPrice: number;
  /** For all units. */
  discount: number;
  taxRate: string;
  lineItemIds: Id[];
}

export interface Return {
  id: Id;
  orderId: Id;
  name: string;
  status: ReturnStatus;
  lines: ReturnLine[];
  exchangeLines: ExchangeLine[];
  shippingFee: { id: Id; amount: number; charged: boolean } | null;
  decline: { reason: string; note: string | null } | null;
  reverseOrders: ReverseFulfillmentOrder[];
  createdAt: Time;
  approvedAt: Time | null;
  closedAt: Time | null;
}

export interface ReturnReasonDefinition {
  id: Id;
  handle: string;
  name: string;
  /** The value of the older enum that says the same. */
  legacy: string;
}
