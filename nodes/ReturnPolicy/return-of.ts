import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { orderSchema, requestSchema, type Order, type ReturnRequest } from '../../lib/returns';
import { orderField, requestField } from '../shared/fields';
import { chapterParameter } from '../shared/parameters';

/** The return that is looked at. */
export const returnFields: readonly INodeProperties[] = [
  {
    ...requestField,
    description:
      'What the shopper asks for, as JSON: channel, externalId, requestedAt (ISO 8601), resolution (refund, exchange or store_credit) and lines, each with orderLineId, quantity and reason',
  },
  {
    ...orderField,
    description:
      'The order that the goods were bought with, as JSON: id, name, placedAt, deliveredAt, currency, customer, shippingAddress and lines, each with id, title, quantity and paid. Amounts are in minor units: { "amount": 1999, "currency": "EUR" } is 19.99 €.',
  },
];

/** @throws ReturnsError `invalid_input` listing what does not fit */
export const returnOf = (context: IExecuteFunctions, itemIndex: number): { request: ReturnRequest; order: Order } => ({
  request: chapterParameter(context, 'request', 'Request', requestSchema, itemIndex),
  order: chapterParameter(context, 'order', 'Order', orderSchema, itemIndex),
});
