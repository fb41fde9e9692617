import { z } from 'zod/v4';
import { ReturnsError } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { readReturn } from './read-return';
import { selectExchange, selectLines } from './select-lines';
import type { RemoveLinesInput, ReturnResult, ShopifyReturn } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const removeDocument = defineDocument(
  `mutation ReturnsRemoveLines(
    $id: ID!
    $lines: [ReturnLineItemRemoveFromReturnInput!]
    $exchange: [ExchangeLineItemRemoveFromReturnInput!]
  ) {
    removeFromReturn(returnId: $id, returnLineItems: $lines, exchangeLineItems: $exchange) {
      return { id status }
      userErrors { field message code }
    }
  }`,
  () => z.object({ removeFromReturn: z.object({ userErrors: userErrorsSchema() }) }),
);

/**
 * Takes units out of a return that are not processed yet; a return that nothing is left in is closed. Shopify has no
 * idempotency for this, so an attempt that may have happened is compared with what the return held before.
 * @throws ReturnsError `conflict` when fewer units are left than are to be removed; `needs_review` when it cannot be told
 *   whether an earlier attempt has removed them
 */
export async function removeLines(client: ShopifyClient, input: RemoveLinesInput): Promise<ReturnResult> {
  const id = gid('Return', input.returnId);
  const before = await readReturn(client, id);
  const value = removable(before.shopifyReturn);
  if (input.attempt.mayHaveHappened) {
    if (areGone(value, input)) return before;
    throw unclear(value.name);
  }
  const lines = selectLines(value, input.lines).map((line) => ({ returnLineItemId: line.id, quantity: line.quantity }));
  const exchange = selectExchange(value, input.exchange ?? []).map((line) => ({
    exchangeLineItemId: line.id,
    quantity: line.quantity,
  }));
  if (lines.length === 0 && exchange.length === 0) return before;
  const answer = await client.run(removeDocument, { id, lines, exchange });
  ensureAccepted(answer.removeFromReturn.userErrors, 'remove lines from the return');
  return afterWrite(() => readReturn(client, id));
}

/** Units can be taken out before the return is open, too. */
function removable(value: ShopifyReturn): ShopifyReturn {
  return {
    ...value,
    lines: value.lines.map((line) => ({ ...line, processable: line.quantity - line.processed })),
    exchangeLines: value.exchangeLines.map((line) => ({ ...line, processable: line.quantity - line.processed })),
  };
}

/** Fewer are left of each than were to go: an earlier attempt has taken them. */
function areGone(value: ShopifyReturn, { lines, exchange = [] }: RemoveLinesInput): boolean {
  const left = (entries: readonly { processable: number }[]): number =>
    entries.reduce((sum, { processable }) => sum + processable, 0);
  return (
    lines.every(
      ({ orderLineId, quantity }) =>
        left(value.lines.filter((line) => line.orderLineId === gid('LineItem', orderLineId))) < quantity,
    ) &&
    exchange.every(
      ({ variantId, quantity }) =>
        left(value.exchangeLines.filter((line) => line.variantId === gid('ProductVariant', variantId))) < quantity,
    )
  );
}

function unclear(name: string): ReturnsError {
  return new ReturnsError('needs_review', `It is not known whether lines of return ${name} were removed before`, {
    provider: 'shopify',
    description: 'Look at the return in Shopify, then settle the step by hand, or run it again for what is left.',
  });
}
