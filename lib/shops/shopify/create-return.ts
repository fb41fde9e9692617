import { z } from 'zod/v4';
import { ReturnsError, type ReturnRequest } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { defineDocument } from './document';
import { exchangeLines } from './exchange-lines';
import { listReturnables } from './find-order';
import { gid } from './gid';
import { moneyInput } from './money';
import { pageOf } from './pages';
import { readReturn } from './read-return';
import { listReasons } from './list-reasons';
import { returnLines } from './return-lines';
import type { CreateReturnInput, ReturnResult, ShopifyReturn } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const createDocument = defineDocument(
  `mutation ReturnsCreate($returnInput: ReturnInput!) {
    returnCreate(returnInput: $returnInput) { return { id } userErrors { field message code } }
  }`,
  () =>
    z.object({
      returnCreate: z.object({ return: z.object({ id: z.string() }).nullish(), userErrors: userErrorsSchema() }),
    }),
);

const existingDocument = defineDocument(
  `query ReturnsOfOrder($id: ID!) {
    order(id: $id) { returns(first: 50, reverse: true) { nodes { id status createdAt } } }
  }`,
  () =>
    z.object({
      order: z
        .object({ returns: pageOf(z.object({ id: z.string(), status: z.string(), createdAt: z.string() })) })
        .nullable(),
    }),
);

/**
 * Creates a return that is open at once, from what was asked for. Shopify has no idempotency for this: an attempt that
 * may have happened first looks for a return of the order with the same lines and the same exchange, made for this request
 * and held by no other case: two cases of one order may ask for the same.
 * @throws ReturnsError `conflict` when the order has not that many units left to return
 */
export async function createReturn(client: ShopifyClient, input: CreateReturnInput): Promise<ReturnResult> {
  const { order, request, returnShippingFee, attempt } = input;
  const orderId = gid('Order', order.id);
  if (attempt.mayHaveHappened) {
    const existing = await findSameReturn(client, input, ['OPEN', 'CLOSED']);
    if (existing) return existing;
  }
  const [returnables, reasons, exchangeLineItems] = await Promise.all([
    listReturnables(client, orderId),
    listReasons(client),
    exchangeLines(client, order, request),
  ]);
  const answer = await client.run(createDocument, {
    returnInput: {
      orderId,
      requestedAt: request.requestedAt,
      returnLineItems: returnLines(request.lines, returnables, reasons),
      ...(exchangeLineItems.length > 0 && { exchangeLineItems }),
      ...(returnShippingFee && { returnShippingFee: { amount: moneyInput(returnShippingFee) } }),
    },
  });
  ensureAccepted(answer.returnCreate.userErrors, 'create the return');
  const id = answer.returnCreate.return?.id;
  if (id === undefined) {
    throw new ReturnsError('unexpected_answer', 'Shopify created a return but did not name it', {
      provider: 'shopify',
      description: 'Run the item again: the return is looked up first.',
      retryable: true,
      context: { mayHaveHappened: true },
    });
  }
  return afterWrite(() => readReturn(client, id));
}

/** What an earlier attempt may have made, in one of these states: the same units of the same lines for the same variants. */
export async function findSameReturn(
  client: ShopifyClient,
  { order, request, since, ofOtherCases }: CreateReturnInput,
  statuses: readonly string[],
): Promise<ReturnResult | undefined> {
  const existing = await client.run(existingDocument, { id: gid('Order', order.id) });
  for (const { id, status, createdAt } of existing.order?.returns.nodes ?? []) {
    if (!statuses.includes(status) || ofOtherCases.includes(id) || !isMadeFor(request, since, createdAt)) continue;
    const result = await readReturn(client, id);
    if (isSame(result.shopifyReturn, request)) return result;
  }
  return undefined;
}

/**
 * Whether a return of this date may be ours. The schema does not say whether one that is made with `requestedAt` is dated
 * by that, which may be long ago, or by when it was made.
 */
function isMadeFor({ requestedAt }: ReturnRequest, since: string, createdAt: string): boolean {
  const made = Date.parse(createdAt);
  const isDatedAsAsked = Math.abs(made - Date.parse(requestedAt)) < 1_000;
  // A minute, for clocks that differ.
  return isDatedAsAsked || made >= Date.parse(since) - 60_000;
}

/** The same units of the same lines, for the same variants. */
function isSame(existing: ShopifyReturn, request: ReturnRequest): boolean {
  const goods = (entries: readonly (readonly [string, number])[]): string => {
    const sums = new Map<string, number>();
    for (const [id, quantity] of entries) sums.set(id, (sums.get(id) ?? 0) + quantity);
    return JSON.stringify([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
  };
  const lines = existing.lines.map(({ orderLineId, quantity }) => [orderLineId ?? '', quantity] as const);
  const asked = request.lines.map(({ orderLineId, quantity }) => [gid('LineItem', orderLineId), quantity] as const);
  const sent = existing.exchangeLines.map(({ variantId, quantity }) => [variantId ?? '', quantity] as const);
  const wanted =
    request.resolution === 'exchange'
      ? request.lines.flatMap(({ exchangeFor, quantity }) =>
          exchangeFor ? [[gid('ProductVariant', exchangeFor.variantId), quantity] as const] : [],
        )
      : [];
  return goods(lines) === goods(asked) && goods(sent) === goods(wanted);
}
