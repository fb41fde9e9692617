import { z } from 'zod/v4';
import { ReturnsError } from '../../returns';
import type { ShopifyClient } from './client';
import { cut } from './cut';
import { defineDocument } from './document';
import { gid } from './gid';
import type { AddedNote } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const readDocument = defineDocument(`query ReturnsOrderNote($id: ID!) { order(id: $id) { id note } }`, () =>
  z.object({ order: z.object({ id: z.string(), note: z.string().nullish() }).nullable() }),
);

const writeDocument = defineDocument(
  `mutation ReturnsWriteNote($input: OrderInput!) {
    orderUpdate(input: $input) { order { id note } userErrors { field message } }
  }`,
  () => z.object({ orderUpdate: z.object({ userErrors: userErrorsSchema() }) }),
);

/** What Shopify takes as the note of an order. */
const longestNote = 5000;

/**
 * Adds a line to the note that the staff sees on an order; Shopify notes the change in the order's timeline. The API has
 * no way to write a comment there. A line that the note has already is not added again.
 * @throws ReturnsError `not_found`
 */
export async function addNote(
  client: ShopifyClient,
  { orderId, text }: { orderId: string; text: string },
): Promise<AddedNote> {
  const { order } = await client.run(readDocument, { id: gid('Order', orderId) });
  if (!order) {
    throw new ReturnsError('not_found', 'Shopify knows no such order', {
      provider: 'shopify',
      description: 'Check the id, and that the credential is of the shop that the order belongs to.',
    });
  }
  const line = text.trim();
  const known = order.note ?? '';
  if (known.split('\n').includes(line)) return { note: known, added: false };
  const note = cut(known === '' ? line : `${line}\n${known}`, longestNote);
  const { orderUpdate } = await client.run(writeDocument, { input: { id: order.id, note } });
  ensureAccepted(orderUpdate.userErrors, 'write the note of the order');
  return { note, added: true };
}
