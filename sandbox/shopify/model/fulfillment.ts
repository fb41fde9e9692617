import type { Id, Time } from './scalars';

export interface Fulfillment {
  id: Id;
  orderId: Id;
  name: string;
  locationId: Id;
  status: 'SUCCESS' | 'CANCELLED';
  tracking: { company: string | null; number: string | null; url: string | null };
  lines: { id: Id; lineItemId: Id; quantity: number }[];
  createdAt: Time;
  deliveredAt: Time | null;
}

export interface FulfillmentOrder {
  id: Id;
  orderId: Id;
  locationId: Id;
  status: 'OPEN' | 'CLOSED' | 'ON_HOLD';
  holdReason: 'AWAITING_PAYMENT' | null;
  returnId: Id | null;
  lines: { id: Id; lineItemId: Id; totalQuantity: number; remainingQuantity: number }[];
  createdAt: Time;
}
