import { z } from 'zod/v4';
import { once, type Attempt } from '../../http';
import { ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import { toSeconds } from './times';

/** What can be said in a conversation on TikTok Shop. */
export type MessageContent =
  | { readonly type: 'TEXT'; readonly text: string }
  | { readonly type: 'ORDER_CARD'; readonly orderId: string }
  | { readonly type: 'RETURN_REFUND_CARD'; readonly orderId: string; readonly skuId: string }
  | { readonly type: 'LOGISTICS_CARD'; readonly orderId: string; readonly packageId?: string };

/** Source: the published specification of sending a message. */
export const longestText = 2000;

export interface SendMessageInput {
  /** The buyer of an order: `tiktokOrder.buyerUserId`. */
  readonly buyerUserId: string;
  readonly content: MessageContent;
  readonly attempt: Attempt & { readonly keySince?: string };
}

export interface SentMessage {
  readonly conversationId: string;
  readonly messageId: string;
}

const conversationSchema = once(() => z.object({ conversation_id: z.string() }));
const sentSchema = once(() => z.object({ message_id: z.string() }));

/**
 * Writes to a buyer; the conversation of buyer and shop is found or opened. Where an earlier attempt may have got through,
 * the conversation is searched for the same message first, because TikTok Shop has no key to tell a repeat by.
 */
export async function sendMessage(
  client: TikTokShopClient,
  { buyerUserId, content, attempt }: SendMessageInput,
): Promise<SentMessage> {
  const body = { type: content.type, content: JSON.stringify(contentOf(content)) };
  const { conversation_id: conversationId } = await client.call('openConversation', {
    json: { buyer_user_id: buyerUserId },
    data: conversationSchema(),
  });
  const earlier = attempt.mayHaveHappened ? await findSent(client, conversationId, body, attempt.keySince) : undefined;
  if (earlier !== undefined) return { conversationId, messageId: earlier };
  const { message_id: messageId } = await client.call('sendMessage', {
    ids: { conversation_id: conversationId },
    json: body,
    data: sentSchema(),
  });
  return { conversationId, messageId };
}

/** @throws ReturnsError `invalid_input` */
function contentOf(content: MessageContent): object {
  switch (content.type) {
    case 'TEXT':
      return { content: ensureText(content.text) };
    case 'ORDER_CARD':
      return { order_id: content.orderId };
    case 'RETURN_REFUND_CARD':
      return { order_id: content.orderId, sku_id: content.skuId };
    case 'LOGISTICS_CARD':
      return { order_id: content.orderId, ...(content.packageId && { package_id: content.packageId }) };
  }
}

function ensureText(text: string): string {
  if (text.trim() !== '' && text.length <= longestText) return text;
  throw new ReturnsError('invalid_input', `A message has 1 to ${longestText} characters; this one has ${text.length}`, {
    description: 'Shorten the text, or fill it in.',
  });
}

const messagesSchema = once(() =>
  z.object({
    messages: z
      .array(
        z.object({
          id: z.string(),
          type: z.string().nullish(),
          content: z.string().nullish(),
          create_time: z.coerce.number().nullish(),
          sender: z.object({ role: z.string().nullish() }).nullish(),
        }),
      )
      .nullish(),
  }),
);

/** The newest ten are enough: a repeat follows soon. */
async function findSent(
  client: TikTokShopClient,
  conversationId: string,
  body: { readonly type: string; readonly content: string },
  since: string | undefined,
): Promise<string | undefined> {
  const { messages } = await client.call('listMessages', {
    ids: { conversation_id: conversationId },
    query: { page_size: 10, sort_order: 'DESC' },
    data: messagesSchema(),
  });
  const earliest = since === undefined ? 0 : toSeconds(since) - 60;
  return messages?.find(
    (message) =>
      message.type === body.type &&
      message.sender?.role !== 'BUYER' &&
      (message.create_time ?? 0) >= earliest &&
      isSameContent(message.content ?? '', body.content),
  )?.id;
}

/** TikTok Shop may write the same JSON in other order or with more in it. */
function isSameContent(found: string, sent: string): boolean {
  const [left, right] = [entriesOf(found), entriesOf(sent)];
  return right.length > 0 && right.every(([key, value]) => left.some(([k, v]) => k === key && v === value));
}

function entriesOf(text: string): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
  } catch {
    return [];
  }
}
