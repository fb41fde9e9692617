import { z } from 'zod/v4';
import { ReturnsError } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { readReturn } from './read-return';
import type { ReturnResult } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const cancelDocument = defineDocument(
  `mutation ReturnsCancel($id: ID!) {
    returnCancel(id: $id) { return { id status } userErrors { field message code } }
  }`,
  () => z.object({ returnCancel: z.object({ userErrors: userErrorsSchema() }) }),
);

const closeDocument = defineDocument(
  `mutation ReturnsClose($id: ID!) { returnClose(id: $id) { return { id status } userErrors { field message code } } }`,
  () => z.object({ returnClose: z.object({ userErrors: userErrorsSchema() }) }),
);

const reopenDocument = defineDocument(
  `mutation ReturnsReopen($id: ID!) { returnReopen(id: $id) { return { id status } userErrors { field message code } } }`,
  () => z.object({ returnReopen: z.object({ userErrors: userErrorsSchema() }) }),
);

/**
 * Calls a return off: its goods count as kept. One that is cancelled already is answered as it is.
 * @throws ReturnsError `conflict` when it is not open, or when goods or money have moved
 */
export async function cancelReturn(client: ShopifyClient, input: { returnId: string }): Promise<ReturnResult> {
  return move(
    client,
    input.returnId,
    { to: 'CANCELED', from: ['OPEN', 'REQUESTED'], done: 'cancelled' },
    async (id) => {
      const answer = await client.run(cancelDocument, { id });
      ensureAccepted(answer.returnCancel.userErrors, 'cancel the return');
    },
  );
}

/** Ends a return that nothing more is expected of. @throws ReturnsError `conflict` when it is not open */
export async function closeReturn(client: ShopifyClient, input: { returnId: string }): Promise<ReturnResult> {
  return move(client, input.returnId, { to: 'CLOSED', from: ['OPEN'], done: 'closed' }, async (id) => {
    const answer = await client.run(closeDocument, { id });
    ensureAccepted(answer.returnClose.userErrors, 'close the return');
  });
}

/** Opens a closed return again. @throws ReturnsError `conflict` when it is not closed */
export async function reopenReturn(client: ShopifyClient, input: { returnId: string }): Promise<ReturnResult> {
  return move(client, input.returnId, { to: 'OPEN', from: ['CLOSED'], done: 'reopened' }, async (id) => {
    const answer = await client.run(reopenDocument, { id });
    ensureAccepted(answer.returnReopen.userErrors, 'reopen the return');
  });
}

interface Movement {
  readonly to: string;
  readonly from: readonly string[];
  readonly done: string;
}

/** Looked up first: a return that stands there already was moved by an earlier attempt, or by a person. */
async function move(
  client: ShopifyClient,
  returnId: string,
  { to, from, done }: Movement,
  write: (id: string) => Promise<void>,
): Promise<ReturnResult> {
  const id = gid('Return', returnId);
  const before = await readReturn(client, id);
  const { status, name } = before.shopifyReturn;
  if (status === to) return before;
  if (!from.includes(status)) {
    throw new ReturnsError('conflict', `Return ${name} cannot be ${done}: it is ${status.toLowerCase()} in Shopify`, {
      provider: 'shopify',
      description: 'Look at the return in Shopify: it was moved on there, or by another workflow.',
      context: { status },
    });
  }
  await write(id);
  return afterWrite(() => readReturn(client, id));
}
