import { z } from 'zod/v4';
import { once } from '../../http';
import { defineDocument } from './document';
import { moneyBagFields, moneyBagSchema } from './money';
import { pageOf } from './pages';
import { hasReasonDefinitions, isSince } from './versions';

/** A return is read in three parts, so that none comes near Shopify's limit of 1000 points. */

export const transactionSchema = once(() =>
  z.object({
    id: z.string(),
    kind: z.string(),
    status: z.string(),
    errorCode: z.string().nullish(),
    amountSet: moneyBagSchema(),
  }),
);

export const refundSchema = once(() =>
  z.object({
    id: z.string(),
    createdAt: z.string().nullish(),
    note: z.string().nullish(),
    totalRefundedSet: moneyBagSchema(),
    transactions: pageOf(transactionSchema()),
  }),
);
export type ShopifyRefund = z.output<ReturnType<typeof refundSchema>>;

export const refundFields = `
  id
  createdAt
  note
  totalRefundedSet { ${moneyBagFields} }
  transactions(first: 5) { nodes { id kind status errorCode amountSet { ${moneyBagFields} } } }
`;

export const exchangeLineSchema = once(() =>
  z.object({
    id: z.string(),
    variantId: z.string().nullish(),
    title: z.string().nullish(),
    variantTitle: z.string().nullish(),
    quantity: z.int(),
    processableQuantity: z.int(),
    processedQuantity: z.int(),
  }),
);

export const returnHeadSchema = once(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    status: z.string(),
    createdAt: z.string(),
    decline: z.object({ reason: z.string(), note: z.string().nullish() }).nullish(),
    returnShippingFees: z.array(z.object({ amountSet: moneyBagSchema() })).nullish(),
    order: z.object({
      id: z.string(),
      name: z.string(),
      customerLocale: z.string().nullish(),
      customer: z.object({ locale: z.string().nullish() }).nullish(),
    }),
    exchangeLineItems: pageOf(exchangeLineSchema()),
    refunds: pageOf(refundSchema()),
  }),
);
export type ReturnHead = z.output<ReturnType<typeof returnHeadSchema>>;

/** Before 2026-10 an exchange line has no words of its own; its variant is named by its id. */
const exchangeLineFields = (version: string): string =>
  `id variantId ${isSince(version, '2026-10') ? 'title variantTitle ' : ''}quantity processableQuantity processedQuantity`;

export const returnDocument = defineDocument(
  (version) => `query ReturnsReturn($id: ID!) {
    return(id: $id) {
      id
      name
      status
      createdAt
      decline { reason note }
      returnShippingFees { amountSet { ${moneyBagFields} } }
      order { id name customerLocale customer { locale } }
      exchangeLineItems(first: 50) {
        nodes { ${exchangeLineFields(version)} }
      }
      refunds(first: 20) {
        nodes { ${refundFields} }
      }
    }
  }`,
  () => z.object({ return: returnHeadSchema().nullable() }),
);

export const returnLineSchema = once(() =>
  z.object({
    id: z.string(),
    quantity: z.int(),
    processableQuantity: z.int(),
    processedQuantity: z.int(),
    refundedQuantity: z.int(),
    returnReasonDefinition: z.object({ handle: z.string() }).nullish(),
    returnReason: z.string().nullish(),
    returnReasonNote: z.string().nullish(),
    customerNote: z.string().nullish(),
    restockingFee: z.object({ amountSet: moneyBagSchema() }).nullish(),
    fulfillmentLineItem: z
      .object({ id: z.string(), lineItem: z.object({ id: z.string(), title: z.string() }) })
      .nullish(),
  }),
);
export type ReturnLineNode = z.output<ReturnType<typeof returnLineSchema>>;

export const returnLinesDocument = defineDocument(
  (version) => `query ReturnsReturnLines($id: ID!, $after: String) {
    return(id: $id) {
      returnLineItems(first: 50, after: $after) {
        nodes {
          id
          quantity
          processableQuantity
          processedQuantity
          refundedQuantity
          ${hasReasonDefinitions(version) ? 'returnReasonDefinition { handle }' : 'returnReason'}
          returnReasonNote
          customerNote
          ... on ReturnLineItem {
            restockingFee { amountSet { ${moneyBagFields} } }
            fulfillmentLineItem { id lineItem { id title } }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  () => z.object({ return: z.object({ returnLineItems: pageOf(returnLineSchema()) }).nullable() }),
);

export const reverseOrderSchema = once(() =>
  z.object({
    id: z.string(),
    status: z.string(),
    lineItems: pageOf(
      z.object({
        id: z.string(),
        totalQuantity: z.int(),
        fulfillmentLineItem: z.object({ id: z.string() }).nullish(),
        dispositions: z.array(z.object({ type: z.string(), quantity: z.int() })),
      }),
    ),
    reverseDeliveries: pageOf(
      z.object({
        id: z.string(),
        deliverable: z
          .object({
            tracking: z
              .object({ carrierName: z.string().nullish(), number: z.string().nullish(), url: z.string().nullish() })
              .nullish(),
            label: z.object({ publicFileUrl: z.string().nullish() }).nullish(),
          })
          .nullish(),
      }),
    ),
  }),
);
export type ReverseOrderNode = z.output<ReturnType<typeof reverseOrderSchema>>;

export const reverseOrdersDocument = defineDocument(
  `query ReturnsReverseOrders($id: ID!, $after: String) {
    return(id: $id) {
      reverseFulfillmentOrders(first: 4, after: $after) {
        nodes {
          id
          status
          lineItems(first: 50) {
            nodes { id totalQuantity fulfillmentLineItem { id } dispositions { type quantity } }
          }
          reverseDeliveries(first: 5) {
            nodes {
              id
              deliverable {
                ... on ReverseDeliveryShippingDeliverable {
                  tracking { carrierName number url }
                  label { publicFileUrl }
                }
              }
            }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  () => z.object({ return: z.object({ reverseFulfillmentOrders: pageOf(reverseOrderSchema()) }).nullable() }),
);
