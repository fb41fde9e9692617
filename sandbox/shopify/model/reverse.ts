import type { Id, Time } from './scalars';

export type DispositionType = 'RESTOCKED' | 'NOT_RESTOCKED' | 'PROCESSING_REQUIRED' | 'MISSING';

export interface Disposition {
  id: Id;
  type: DispositionType;
  quantity: number;
  locationId: Id | null;
  createdAt: Time;
}

export interface ReverseLine {
  id: Id;
  returnLineId: Id;
  fulfillmentLineItemId: Id;
  totalQuantity: number;
  dispositions: Disposition[];
}

export interface ReverseDelivery {
  id: Id;
  reverseFulfillmentOrderId: Id;
  lines: { id: Id; reverseLineId: Id; quantity: number }[];
  tracking: { number: string | null; url: string | null; carrierName: string | null } | null;
  label: { publicFileUrl: string; createdAt: Time; updatedAt: Time } | null;
}

export interface ReverseFulfillmentOrder {
  id: Id;
  orderId: Id;
  returnId: Id;
  status: 'OPEN' | 'CLOSED' | 'CANCELED';
  lines: ReverseLine[];
  deliveries: ReverseDelivery[];
}
