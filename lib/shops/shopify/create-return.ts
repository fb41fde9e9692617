import { z } from 'zod/v4';
import { ReturnsError, type Order, type RequestLine, type ReturnRequest } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { cut } from './cut';
import { defineDocument } from './document';
import { exchangeDiscount, type AppliedDiscount } from './exchange-discount';
import { listReturnables } from './find-order';
import { gid } from './gid';
import { moneyInput } from './money';
import type { Returnable } from './order-documents';
import { pageOf } from './pages';
import { readReturn } from './read-return';
import { listReasons } from './list-reasons';
import { reasonInput, type ReasonInput, type ShopReason } from './reasons';
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
    order(id: $id) { returns(first: 50, reverse: true) { nodes { id status } } }
  }`,
  () => z.object({ order: z.object({ returns: pageOf(z.object({ id: z.string(), status: z.string() })) }).nullable() }),
);

/** What Shopify takes as a note. Source: the published schema, ReturnLineItemInput. */
const longestNote = 255;

/**
 * Creates a return that is open at once, from what was asked for. Shopify has no idempotency for this: an attempt that
 * may have happened first looks for an open return of the order with the same lines and the same exchange.
 * @throws ReturnsError `conflict` when the order has not that many units left to return
 */
export async function createReturn(client: ShopifyClient, input: CreateReturnInput): Promise<ReturnResult> {
  const { order, request, returnShippingFee, attempt } = input;
  const orderId = gid('Order', order.id);
  if (attempt.mayHaveHappened) {
    const existing = await findSameReturn(client, orderId, request, ['OPEN', 'CLOSED']);
    if (existing) return existing;
  }
  const [returnables, reasons] = await Promise.all([listReturnables(client, orderId), listReasons(client)]);
  const exchangeLineItems = exchangeOf(order, request);
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

interface ExchangeLineInput {
  readonly variantId: string;
  readonly quantity: number;
  readonly appliedDiscount?: AppliedDiscount;
}

function exchangeOf(order: Order, { resolution, lines }: ReturnRequest): ExchangeLineInput[] {
  if (resolution !== 'exchange') return [];
  return lines.flatMap((line) => {
    if (line.exchangeFor === undefined) return [];
    const appliedDiscount = exchangeDiscount(order, line);
    const variantId = gid('ProductVariant', line.exchangeFor.variantId);
    return [{ variantId, quantity: line.quantity, ...(appliedDiscount && { appliedDiscount }) }];
  });
}

export interface ReturnLineInput extends ReasonInput {
  readonly fulfillmentLineItemId: string;
  readonly quantity: number;
  readonly returnReasonNote?: string;
  readonly customerNote?: string;
}

/** An order line may have been sent in several parcels; its units are taken from them in turn. Pure. */
export function returnLines(
  lines: readonly RequestLine[],
  returnables: readonly Returnable[],
  reasons: readonly ShopReason[],
  notesOf: NotesOf = reasonNote,
): ReturnLineInput[] {
  const left = returnables.map((returnable) => ({ ...returnable }));
  return lines.flatMap((line) => {
    const orderLineId = gid('LineItem', line.orderLineId);
    const reason = reasonInput(line.reason, reasons);
    let missing = line.quantity;
    const inputs: ReturnLineInput[] = [];
    for (const source of left.filter((candidate) => candidate.orderLineId === orderLineId)) {
      const quantity = Math.min(missing, source.quantity);
      if (quantity <= 0) continue;
      source.quantity -= quantity;
      missing -= quantity;
      inputs.push({
        fulfillmentLineItemId: source.fulfillmentLineId,
        quantity,
        ...reason,
        ...notesOf(line, reason),
      });
    }
    if (missing > 0) throw tooMany(line, line.quantity - missing);
    return inputs;
  });
}

type NotesOf = (line: RequestLine, reason: ReasonInput) => Pick<ReturnLineInput, 'returnReasonNote' | 'customerNote'>;

/** The fixed reason `OTHER` is refused without a note. */
function reasonNote({ note, reason }: RequestLine, input: ReasonInput): { returnReasonNote?: string } {
  if (note) return { returnReasonNote: cut(note, longestNote) };
  return input.returnReason === 'OTHER' ? { returnReasonNote: reason.replace(/_/g, ' ') } : {};
}

function tooMany(line: RequestLine, left: number): ReturnsError {
  return new ReturnsError(
    'conflict',
    `${line.quantity} units cannot be returned: Shopify has ${left} left of this line`,
    {
      provider: 'shopify',
      description: 'The others were not sent yet, or are in another return or refund. Look at the order in Shopify.',
      context: { orderLineId: line.orderLineId, asked: line.quantity, left },
    },
  );
}

/** A return of the order in one of these states, with the same units of the same lines for the same variants. */
export async function findSameReturn(
  client: ShopifyClient,
  orderId: string,
  request: ReturnRequest,
  statuses: readonly string[],
): Promise<ReturnResult | undefined> {
  const { order } = await client.run(existingDocument, { id: orderId });
  for (const { id, status } of order?.returns.nodes ?? []) {
    if (!statuses.includes(status)) continue;
    const result = await readReturn(client, id);
    if (isSame(result.shopifyReturn, request)) return result;
  }
  return undefined;
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
