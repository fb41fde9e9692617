import { createHash } from 'node:crypto';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { LineQuantity, VariantQuantity } from '../../lib/shops/shopify';
import { optionalChapterParameter, requiredPicked, textParameter } from '../shared/parameters';

/** What is given as lines: of a request, of a case, or written by hand; more than these two is passed over. */
export const lineQuantitiesSchema = z.array(z.object({ orderLineId: z.string().min(1), quantity: z.int().positive() }));

const exchangesSchema = z.array(
  z.object({
    quantity: z.int().positive(),
    variantId: z.string().min(1).optional(),
    exchangeFor: z.object({ variantId: z.string().min(1) }).optional(),
  }),
);

export const orderIdField: INodeProperties = {
  displayName: 'Order',
  name: 'orderId',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'id', value: '={{ $json.order?.id ?? $json.case?.orderId }}' },
  description: 'The order in Shopify',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select an order…',
      typeOptions: { searchListMethod: 'searchOrders', searchable: true },
    },
    { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. gid://shopify/Order/4500000000001' },
  ],
};

export const orderIdOf = (context: IExecuteFunctions, itemIndex: number): string =>
  requiredPicked(context, 'orderId', 'Order', itemIndex);

export const linesField: INodeProperties = {
  displayName: 'Lines',
  name: 'lines',
  type: 'json',
  default: '={{ $json.request?.lines }}',
  description: 'Order lines with their quantity: [{ "orderLineId": "…", "quantity": 1 }]',
};

export const exchangeLinesField: INodeProperties = {
  displayName: 'Exchange Lines',
  name: 'exchangeLines',
  type: 'json',
  default: '={{ $json.request?.lines }}',
  description: 'What is sent instead: lines of a request with exchangeFor, or [{ "variantId": "…", "quantity": 1 }]',
};

export const deliveryField: INodeProperties = {
  displayName: 'Of Which Delivery',
  name: 'delivery',
  type: 'json',
  default: '={{ $json.case?.plannedDelivery }}',
  description: 'The part of the amount that pays back outbound delivery: Shopify books it apart from the goods',
};

export const expiresField: INodeProperties = {
  displayName: 'Expires At',
  name: 'expiresAt',
  type: 'dateTime',
  default: '',
  description: 'When the credit ends; never when left empty',
};

export const linesOf = (context: IExecuteFunctions, itemIndex: number): LineQuantity[] | undefined =>
  optionalChapterParameter(context, 'lines', 'Lines', lineQuantitiesSchema, itemIndex);

/** Lines of a request that ask for no exchange have nothing that is sent. */
export function exchangeLinesOf(context: IExecuteFunctions, itemIndex: number): VariantQuantity[] {
  const given = optionalChapterParameter(context, 'exchangeLines', 'Exchange Lines', exchangesSchema, itemIndex) ?? [];
  return given.flatMap(({ variantId, exchangeFor, quantity }) => {
    const wanted = variantId ?? exchangeFor?.variantId;
    return wanted === undefined ? [] : [{ variantId: wanted, quantity }];
  });
}

/** An ISO instant; undefined when the field is empty. */
export function instantParameter(context: IExecuteFunctions, name: string, itemIndex: number): string | undefined {
  const text = textParameter(context, name, itemIndex);
  return text === '' ? undefined : new Date(text).toISOString();
}

/** Tells apart what a case may do several times, by what it asks for. */
export const stepFor = (name: string, asked: unknown): string =>
  `${name}:${createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12)}`;
