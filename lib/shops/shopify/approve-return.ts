import { z } from 'zod/v4';
import { afterWrite, type ShopifyClient } from './client';
import { defineDocument } from './document';
import { ensureRequested } from './ensure-requested';
import { gid } from './gid';
import { readReturn } from './read-return';
import type { ApproveReturnInput, ReturnResult } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const approveDocument = defineDocument(
  `mutation ReturnsApprove($input: ReturnApproveRequestInput!) {
    returnApproveRequest(input: $input) { return { id status } userErrors { field message code } }
  }`,
  () => z.object({ returnApproveRequest: z.object({ userErrors: userErrorsSchema() }) }),
);

/**
 * Approves what was requested. A return that is open already, or closed, has been approved before: it is answered as it is.
 * @throws ReturnsError `conflict` for one that was declined or cancelled
 */
export async function approveReturn(client: ShopifyClient, input: ApproveReturnInput): Promise<ReturnResult> {
  const id = gid('Return', input.returnId);
  const before = await readReturn(client, id);
  const { status, name } = before.shopifyReturn;
  if (status === 'OPEN' || status === 'CLOSED') return before;
  ensureRequested(status, name, 'approved');
  const answer = await client.run(approveDocument, { input: { id, notifyCustomer: input.notifyCustomer ?? false } });
  ensureAccepted(answer.returnApproveRequest.userErrors, 'approve the return');
  return afterWrite(() => readReturn(client, id));
}
