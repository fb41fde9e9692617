import type { INodePropertyOptions } from 'n8n-workflow';

/** The events of a return's life, by the names that TikTok Shop gives them. */
export const eventOptions: INodePropertyOptions[] = [
  {
    name: 'Authorization Ends Soon',
    value: 'UPCOMING_AUTHORIZATION_EXPIRATION',
    description: 'Daily from 30 days before the seller has to authorize the app again',
  },
  { name: 'Authorization Withdrawn', value: 'SELLER_DEAUTHORIZATION' },
  { name: 'Batch Package Changed', value: 'RMA_STATUS_UPDATE', description: 'A package of a batch return' },
  { name: 'Batch Request Changed', value: 'AFTERSALES_REQUEST_STATUS_UPDATE', description: 'A return of many units' },
  { name: 'Cancellation Changed', value: 'CANCELLATION_STATUS_CHANGE' },
  { name: 'Order Changed', value: 'ORDER_STATUS_CHANGE' },
  { name: 'Refund of a Batch Paid', value: 'REFUND_SUCCESS' },
  { name: 'Return Changed', value: 'RETURN_STATUS_CHANGE' },
];
