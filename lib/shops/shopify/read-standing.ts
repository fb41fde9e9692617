import { z } from 'zod/v4';
import { ReturnsError } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { findOrder } from './find-order';
import { beforeReturn } from './get-return';
import { gid } from './gid';
import { moneyBagFields, moneyBagSchema } from './money';
import { pageOf } from './pages';
import { readExchange } from './read-exchange';
import { readReturn } from './read-return';
import { decisionOf, doneOf, doubtsOf, isExchanged, labelOf, leftOf, paidBack, type LooseRefund } from './standing';
import type { ReturnStanding, StandingDossier } from './types';

/** Few of each, to stay below Shopify's limit of 1000 points: an order has seldom more than two refunds. */
const MOST_REFUNDS = 30;

const refundsDocument = defineDocument(
  `query ReturnsRefundsOfOrder($id: ID!) {
    order(id: $id) {
      refunds(first: ${MOST_REFUNDS}) {
        totalRefundedSet { ${moneyBagFields} }
        return { id }
        refundLineItems(first: 10) { nodes { lineItem { id } } pageInfo { hasNextPage } }
      }
    }
  }`,
  () =>
    z.object({
      order: z
        .object({
          refunds: z.array(
            z.object({
              totalRefundedSet: moneyBagSchema(),
              return: z.object({ id: z.string() }).nullish(),
              refundLineItems: pageOf(z.object({ lineItem: z.object({ id: z.string() }) })),
            }),
          ),
        })
        .nullable(),
    }),
);

/**
 * How far a return has come in Shopify, with its order and with what is left of it as the request: what opens a case for a
 * return that was begun before.
 * @throws ReturnsError `not_found`; `conflict` for a return that is over: closed, declined or cancelled; `needs_review` for
 *   an order with more refunds than can be read
 */
export async function readStanding(
  client: ShopifyClient,
  { returnId }: { returnId: string },
): Promise<StandingDossier> {
  const { shopifyReturn: value, request: asked } = await readReturn(client, gid('Return', returnId));
  ensureUnderWay(value.status, value.name);
  const [found, loose] = await Promise.all([
    findOrder(client, { id: value.orderId }),
    looseRefunds(client, value.orderId),
  ]);
  const request = leftOf(value, asked);
  const order = beforeReturn(found, request);
  const doubts = doubtsOf(value, loose);
  const adminUrl = `https://${client.shop}/admin/orders/${order.id.split('/').at(-1) ?? ''}`;
  const label = labelOf(value, order.currency, adminUrl);
  const refund = doubts.length === 0 ? paidBack(value) : undefined;
  const exchange = doubts.length === 0 && isExchanged(value) ? await readExchange(client, value) : undefined;
  const standing: ReturnStanding = {
    done: doneOf(value, label, doubts),
    ...(label && { label }),
    ...(refund && { refund }),
    ...(exchange && { exchange }),
    doubts,
    adminUrl,
  };
  const at = new Date(client.environment.now()).toISOString();
  const decision = decisionOf({ value, request, order, standing, at });
  return { shopifyReturn: value, request, order, standing, ...(decision && { decision }) };
}

function ensureUnderWay(status: string, name: string): void {
  if (['REQUESTED', 'OPEN'].includes(status)) return;
  throw new ReturnsError('conflict', `Return ${name} is ${status.toLowerCase()} in Shopify`, {
    provider: 'shopify',
    description: 'There is nothing left to carry on.',
    context: { status },
  });
}

/** @throws ReturnsError `needs_review` for an order with more refunds than are read */
async function looseRefunds(client: ShopifyClient, orderId: string): Promise<LooseRefund[]> {
  const { order } = await client.run(refundsDocument, { id: orderId });
  const refunds = order?.refunds ?? [];
  if (refunds.length >= MOST_REFUNDS) {
    throw new ReturnsError('needs_review', `The order of the return has ${MOST_REFUNDS} refunds or more in Shopify`, {
      provider: 'shopify',
      description: 'Look at it there: what is left to pay cannot be told from them.',
      context: { orderId },
    });
  }
  return refunds
    .filter((entry) => !entry.return && entry.totalRefundedSet.amount > 0)
    .map(({ totalRefundedSet: amount, refundLineItems: { nodes, pageInfo } }) => ({
      amount,
      // What is not read whole may name any line.
      orderLineIds: pageInfo?.hasNextPage === true ? [] : nodes.map(({ lineItem }) => lineItem.id),
    }));
}
