import { z } from 'zod/v4';
import { once } from '../../http';
import { changeKey } from './changes';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { quote } from './find-order';
import { pageOf } from './pages';
import type { FoundChange } from './types';

const changesDocument = defineDocument(
  `query ReturnsChanges($query: String!, $after: String) {
    orders(first: 5, after: $after, query: $query, sortKey: UPDATED_AT, reverse: true) {
      nodes {
        id
        refunds(first: 5) { id createdAt return { id } }
        fulfillments(first: 5) { id createdAt }
        returns(first: 5, reverse: true) {
          nodes {
            id
            status
            createdAt
            requestApprovedAt
            reverseFulfillmentOrders(first: 2) {
              nodes {
                reverseDeliveries(first: 3) {
                  nodes { id deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number } } } }
                }
              }
            }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () =>
    z.object({
      orders: pageOf(
        z.object({
          id: z.string(),
          refunds: z.array(
            z.object({
              id: z.string(),
              createdAt: z.string().nullish(),
              return: z.object({ id: z.string() }).nullish(),
            }),
          ),
          fulfillments: z.array(z.object({ id: z.string(), createdAt: z.string() })),
          returns: pageOf(returnNodeSchema()),
        }),
      ),
    }),
);

const returnNodeSchema = once(() =>
  z.object({
    id: z.string(),
    status: z.string(),
    createdAt: z.string(),
    requestApprovedAt: z.string().nullish(),
    reverseFulfillmentOrders: pageOf(
      z.object({
        reverseDeliveries: pageOf(
          z.object({
            id: z.string(),
            deliverable: z.object({ tracking: z.object({ number: z.string().nullish() }).nullish() }).nullish(),
          }),
        ),
      }),
    ),
  }),
);
type ReturnNode = z.output<ReturnType<typeof returnNodeSchema>>;

/** What can be found out afterwards; the other topics leave no trace that could be told from another. */
export const findableTopics = [
  'FULFILLMENTS_CREATE',
  'REFUNDS_CREATE',
  'RETURNS_APPROVE',
  'RETURNS_CANCEL',
  'RETURNS_DECLINE',
  'RETURNS_REQUEST',
  'REVERSE_DELIVERIES_ATTACH_DELIVERABLE',
] as const;

/** Shopify does not say when a return was declined or cancelled: of these, only returns of the last weeks are looked at. */
const undatedWindowMs = 30 * 86_400_000;

/**
 * What has happened to returns since an instant, found by looking, for who may have missed a webhook. The order changes
 * with each of them, so the orders that have changed are gone through, page by page.
 * @param since ISO instant
 */
export async function* listChanges(
  client: ShopifyClient,
  { since, topics }: { since: string; topics: readonly string[] },
): AsyncGenerator<FoundChange> {
  const from = Date.parse(since);
  const query = `updated_at:>=${quote(since)}`;
  let after: string | null = null;
  do {
    const { orders }: z.output<typeof changesDocument.parse> = await client.run(changesDocument, { query, after });
    for (const order of orders.nodes) {
      const found = [
        ...order.refunds
          .filter(({ createdAt }) => createdAt && Date.parse(createdAt) >= from)
          .flatMap(({ id, return: of }) => change('REFUNDS_CREATE', id, order.id, of?.id)),
        ...order.fulfillments
          .filter(({ createdAt }) => Date.parse(createdAt) >= from)
          .flatMap(({ id }) => change('FULFILLMENTS_CREATE', id, order.id)),
        ...order.returns.nodes.flatMap((node) => changesOf(node, order.id, from)),
      ];
      yield* found.filter(({ topic }) => topics.includes(topic));
    }
    after = orders.pageInfo?.hasNextPage === true ? (orders.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}

function changesOf(node: ReturnNode, orderId: string, from: number): FoundChange[] {
  const { id, status, requestApprovedAt } = node;
  const created = Date.parse(node.createdAt);
  const recent = created >= from - undatedWindowMs;
  const labels = node.reverseFulfillmentOrders.nodes.flatMap(({ reverseDeliveries }) =>
    reverseDeliveries.nodes.flatMap(({ id: deliveryId, deliverable }) => {
      const number = deliverable?.tracking?.number;
      return recent && number ? change('REVERSE_DELIVERIES_ATTACH_DELIVERABLE', deliveryId, orderId, id, number) : [];
    }),
  );
  return [
    ...(status === 'REQUESTED' && created >= from ? change('RETURNS_REQUEST', id, orderId, id) : []),
    ...(requestApprovedAt && Date.parse(requestApprovedAt) >= from ? change('RETURNS_APPROVE', id, orderId, id) : []),
    ...(status === 'DECLINED' && recent ? change('RETURNS_DECLINE', id, orderId, id) : []),
    ...(status === 'CANCELED' && recent ? change('RETURNS_CANCEL', id, orderId, id) : []),
    ...labels,
  ];
}

function change(topic: string, id: string, orderId: string, returnId?: string, trackingNumber?: string): FoundChange[] {
  const key = changeKey(topic, id, trackingNumber);
  return key === undefined ? [] : [{ topic, key, id, orderId, ...(returnId && { returnId }) }];
}
