import { z } from 'zod/v4';
import { ReturnsError, type RequestLine } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { findSameReturn } from './create-return';
import { cut } from './cut';
import { defineDocument } from './document';
import { listReturnables } from './find-order';
import { gid } from './gid';
import { listReasons } from './list-reasons';
import { moneyInput } from './money';
import { readReturn } from './read-return';
import { returnLines } from './return-lines';
import type { CreateReturnInput, ReturnResult } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const requestDocument = defineDocument(
  `mutation ReturnsRequest($input: ReturnRequestInput!) {
    returnRequest(input: $input) { return { id } userErrors { field message code } }
  }`,
  () =>
    z.object({
      returnRequest: z.object({ return: z.object({ id: z.string() }).nullish(), userErrors: userErrorsSchema() }),
    }),
);

/** What Shopify takes as the shopper's note. Source: the published schema, ReturnRequestLineItemInput. */
const longestNote = 300;

/**
 * Asks for a return in the shopper's name; the shop approves or declines it. A request holds no exchange: that is agreed
 * when it is approved. An attempt that may have happened first looks for the same request.
 * @throws ReturnsError `conflict` when the order has not that many units left to return
 */
export async function requestReturn(client: ShopifyClient, input: CreateReturnInput): Promise<ReturnResult> {
  const { order, request, returnShippingFee, attempt } = input;
  const orderId = gid('Order', order.id);
  if (attempt.mayHaveHappened) {
    const existing = await findSameReturn(client, { ...input, request: { ...request, resolution: 'refund' } }, [
      'REQUESTED',
      'OPEN',
    ]);
    if (existing) return existing;
  }
  const [returnables, reasons] = await Promise.all([listReturnables(client, orderId), listReasons(client)]);
  const customerNote = ({ note }: RequestLine): { customerNote?: string } =>
    note ? { customerNote: cut(note, longestNote) } : {};
  const answer = await client.run(requestDocument, {
    input: {
      orderId,
      returnLineItems: returnLines(request.lines, returnables, reasons, customerNote),
      ...(returnShippingFee && { returnShippingFee: { amount: moneyInput(returnShippingFee) } }),
    },
  });
  ensureAccepted(answer.returnRequest.userErrors, 'request the return');
  const id = answer.returnRequest.return?.id;
  if (id !== undefined) return afterWrite(() => readReturn(client, id));
  throw new ReturnsError('unexpected_answer', 'Shopify took the request for a return but did not name it', {
    provider: 'shopify',
    description: 'Run the item again: the request is looked up first.',
    retryable: true,
    context: { mayHaveHappened: true },
  });
}
