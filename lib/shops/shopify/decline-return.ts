import { z } from 'zod/v4';
import { afterWrite, type ShopifyClient } from './client';
import { cut } from './cut';
import { defineDocument } from './document';
import { ensureRequested } from './ensure-requested';
import { gid } from './gid';
import { readReturn } from './read-return';
import type { DeclineReturnInput, ReturnResult } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const declineDocument = defineDocument(
  `mutation ReturnsDecline($input: ReturnDeclineRequestInput!) {
    returnDeclineRequest(input: $input) { return { id status } userErrors { field message code } }
  }`,
  () => z.object({ returnDeclineRequest: z.object({ userErrors: userErrorsSchema() }) }),
);

const reasons = { return_period_ended: 'RETURN_PERIOD_ENDED', final_sale: 'FINAL_SALE', other: 'OTHER' } as const;

/** What Shopify takes as a note. Source: the published schema, ReturnDeclineRequestInput. */
const longestNote = 500;

/**
 * Declines what was requested. A return that is declined already is answered as it is.
 * @throws ReturnsError `conflict` for one that was approved or cancelled
 */
export async function declineReturn(client: ShopifyClient, input: DeclineReturnInput): Promise<ReturnResult> {
  const id = gid('Return', input.returnId);
  const before = await readReturn(client, id);
  const { status, name } = before.shopifyReturn;
  if (status === 'DECLINED') return before;
  ensureRequested(status, name, 'declined');
  const answer = await client.run(declineDocument, {
    input: {
      id,
      declineReason: reasons[input.reason ?? 'other'],
      ...(input.note && { declineNote: cut(input.note, longestNote) }),
      notifyCustomer: input.notifyCustomer ?? false,
    },
  });
  ensureAccepted(answer.returnDeclineRequest.userErrors, 'decline the return');
  return afterWrite(() => readReturn(client, id));
}
