import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * The webhook topics of returns, reverse deliveries, refunds and fulfilment, by the names that Shopify's API gives them in
 * every version that is spoken.
 */
export const topicOptions: INodePropertyOptions[] = [
  { name: 'Fulfilment Created', value: 'FULFILLMENTS_CREATE' },
  { name: 'Fulfilment Event Created', value: 'FULFILLMENT_EVENTS_CREATE' },
  { name: 'Fulfilment Event Deleted', value: 'FULFILLMENT_EVENTS_DELETE' },
  { name: 'Fulfilment Hold Added', value: 'FULFILLMENT_HOLDS_ADDED' },
  { name: 'Fulfilment Hold Released', value: 'FULFILLMENT_HOLDS_RELEASED' },
  { name: 'Fulfilment Order Cancelled', value: 'FULFILLMENT_ORDERS_CANCELLED' },
  { name: 'Fulfilment Order Hold Released', value: 'FULFILLMENT_ORDERS_HOLD_RELEASED' },
  { name: 'Fulfilment Order Moved', value: 'FULFILLMENT_ORDERS_MOVED' },
  { name: 'Fulfilment Order Placed on Hold', value: 'FULFILLMENT_ORDERS_PLACED_ON_HOLD' },
  { name: 'Fulfilment Updated', value: 'FULFILLMENTS_UPDATE' },
  { name: 'Order Cancelled', value: 'ORDERS_CANCELLED' },
  { name: 'Order Edited', value: 'ORDERS_EDITED' },
  { name: 'Order Fulfilled', value: 'ORDERS_FULFILLED' },
  { name: 'Order Partially Fulfilled', value: 'ORDERS_PARTIALLY_FULFILLED' },
  { name: 'Payment Transaction Created', value: 'ORDER_TRANSACTIONS_CREATE' },
  { name: 'Refund Created', value: 'REFUNDS_CREATE' },
  { name: 'Return Approved', value: 'RETURNS_APPROVE' },
  { name: 'Return Cancelled', value: 'RETURNS_CANCEL' },
  { name: 'Return Closed', value: 'RETURNS_CLOSE' },
  { name: 'Return Declined', value: 'RETURNS_DECLINE' },
  { name: 'Return Processed', value: 'RETURNS_PROCESS' },
  { name: 'Return Reopened', value: 'RETURNS_REOPEN' },
  { name: 'Return Requested', value: 'RETURNS_REQUEST' },
  { name: 'Return Updated', value: 'RETURNS_UPDATE' },
  { name: 'Reverse Delivery Got Its Label', value: 'REVERSE_DELIVERIES_ATTACH_DELIVERABLE' },
  { name: 'Reverse Fulfilment Disposed', value: 'REVERSE_FULFILLMENT_ORDERS_DISPOSE' },
];
