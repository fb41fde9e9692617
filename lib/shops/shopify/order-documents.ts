import { z } from 'zod/v4';
import { once } from '../../http';
import { defineDocument } from './document';
import { moneyBagFields, moneyBagSchema } from './money';
import { pageOf } from './pages';
import { isSince } from './versions';

/** An order is read in three parts, so that none comes near Shopify's limit of 1000 points however long the order. */

const addressSchema = once(() =>
  z.object({
    name: z.string().nullish(),
    company: z.string().nullish(),
    address1: z.string().nullish(),
    address2: z.string().nullish(),
    city: z.string().nullish(),
    zip: z.string().nullish(),
    provinceCode: z.string().nullish(),
    countryCodeV2: z.string().nullish(),
    phone: z.string().nullish(),
  }),
);
export type ShopifyAddress = z.output<ReturnType<typeof addressSchema>>;

const taxLinesSchema = once(() => z.array(z.object({ priceSet: moneyBagSchema() })));

export const orderHeadSchema = once(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    confirmationNumber: z.string().nullish(),
    processedAt: z.string(),
    presentmentCurrencyCode: z.string(),
    taxesIncluded: z.boolean(),
    customerLocale: z.string().nullish(),
    email: z.string().nullish(),
    phone: z.string().nullish(),
    tags: z.array(z.string()),
    customer: z
      .object({
        id: z.string(),
        displayName: z.string(),
        locale: z.string().nullish(),
        numberOfOrders: z.coerce.number().int().nonnegative(),
        tags: z.array(z.string()),
        defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish(),
        defaultPhoneNumber: z.object({ phoneNumber: z.string() }).nullish(),
      })
      .nullish(),
    shippingAddress: addressSchema().nullish(),
    totalPriceSet: moneyBagSchema(),
    shippingLines: pageOf(z.object({ discountedPriceSet: moneyBagSchema(), taxLines: taxLinesSchema() })),
    fulfillments: z.array(z.object({ status: z.string(), createdAt: z.string(), deliveredAt: z.string().nullish() })),
    transactions: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string() })),
  }),
);
export type OrderHead = z.output<ReturnType<typeof orderHeadSchema>>;

/** All but the shipping lines, which a bulk query has to ask for otherwise. */
export const orderFields = `
  id
  name
  confirmationNumber
  processedAt
  presentmentCurrencyCode
  taxesIncluded
  customerLocale
  email
  phone
  tags
  customer {
    id
    displayName
    locale
    numberOfOrders
    tags
    defaultEmailAddress { emailAddress }
    defaultPhoneNumber { phoneNumber }
  }
  shippingAddress { name company address1 address2 city zip provinceCode countryCodeV2 phone }
  totalPriceSet { ${moneyBagFields} }
  fulfillments(first: 20) { status createdAt deliveredAt }
  transactions(first: 20) { id kind status }
`;

const orderHeadFields = `
  ${orderFields}
  shippingLines(first: 5) {
    nodes { discountedPriceSet { ${moneyBagFields} } taxLines { priceSet { ${moneyBagFields} } } }
  }
`;

export const orderDocument = defineDocument(
  `query ReturnsOrder($id: ID!) { order(id: $id) { ${orderHeadFields} } }`,
  () => z.object({ order: orderHeadSchema().nullable() }),
);

export const ordersDocument = defineDocument(
  `query ReturnsOrders($query: String!, $first: Int!) {
    orders(first: $first, query: $query, sortKey: PROCESSED_AT, reverse: true) { nodes { ${orderHeadFields} } }
  }`,
  () => z.object({ orders: pageOf(orderHeadSchema()) }),
);

const weightSchema = once(() => z.object({ unit: z.string(), value: z.number() }));

export const lineSchema = once(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    variantTitle: z.string().nullish(),
    sku: z.string().nullish(),
    quantity: z.int(),
    isGiftCard: z.boolean(),
    originalTotalSet: moneyBagSchema(),
    discountAllocations: z.array(z.object({ allocatedAmountSet: moneyBagSchema() })),
    taxLines: taxLinesSchema(),
    weight: weightSchema().nullish(),
    product: z
      .object({
        id: z.string(),
        productType: z.string(),
        tags: z.array(z.string()),
        category: z.object({ name: z.string() }).nullish(),
      })
      .nullish(),
    variant: z
      .object({
        id: z.string(),
        inventoryItem: z.object({ measurement: z.object({ weight: weightSchema().nullish() }) }).optional(),
      })
      .nullish(),
  }),
);
export type ShopifyLine = z.output<ReturnType<typeof lineSchema>>;

/** Before 2026-07 a line has no weight of its own: that of its variant is the next best. */
const weightFields = (version: string): string =>
  isSince(version, '2026-07')
    ? 'weight { unit value } variant { id }'
    : 'variant { id inventoryItem { measurement { weight { unit value } } } }';

export const lineFields = (version: string): string => `
  id
  title
  variantTitle
  sku
  quantity
  isGiftCard
  originalTotalSet { ${moneyBagFields} }
  discountAllocations { allocatedAmountSet { ${moneyBagFields} } }
  taxLines { priceSet { ${moneyBagFields} } }
  product { id productType tags category { name } }
  ${weightFields(version)}
`;

export const orderLinesDocument = defineDocument(
  (version) => `query ReturnsOrderLines($id: ID!, $after: String) {
    order(id: $id) {
      lineItems(first: 50, after: $after) {
        nodes {
          ${lineFields(version)}
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  () => z.object({ order: z.object({ lineItems: pageOf(lineSchema()) }).nullable() }),
);

export const returnableSchema = once(() =>
  z.object({
    returnableFulfillmentLineItems: pageOf(
      z.object({
        quantity: z.int(),
        fulfillmentLineItem: z.object({ id: z.string(), lineItem: z.object({ id: z.string() }) }),
      }),
    ),
  }),
);

export const returnablesDocument = defineDocument(
  `query ReturnsReturnables($orderId: ID!, $after: String) {
    returnableFulfillments(orderId: $orderId, first: 5, after: $after) {
      nodes {
        returnableFulfillmentLineItems(first: 50) {
          nodes { quantity fulfillmentLineItem { id lineItem { id } } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () => z.object({ returnableFulfillments: pageOf(returnableSchema()) }),
);

/** Units of a fulfilment line that can still come back. */
export interface Returnable {
  readonly fulfillmentLineId: string;
  readonly orderLineId: string;
  readonly quantity: number;
}
