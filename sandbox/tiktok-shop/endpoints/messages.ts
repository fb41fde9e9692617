import { z } from 'zod/v4';
import { conversationWith } from '../conversing';
import { type Endpoint, endpoint, none } from '../endpoint';
import { invalidParameter } from '../errors';
import type { Conversation, Shop } from '../model';
import type { World } from '../world';

const scope = 'seller.customer_service';
const mostLetters = 2_000;

const text = z.string().min(1);
/** What the JSON string in `content` holds, by type of message. */
const contents = {
  TEXT: z.object({ content: text.max(mostLetters) }),
  IMAGE: z.object({ url: text, width: z.coerce.number(), height: z.coerce.number() }),
  VIDEO: z.object({ vid: text }),
  PRODUCT_CARD: z.object({ product_id: text }),
  ORDER_CARD: z.object({ order_id: text }),
  LOGISTICS_CARD: z.object({ order_id: text, package_id: z.string().optional() }),
  RETURN_REFUND_CARD: z.object({ order_id: text, sku_id: text }),
  COUPON_CARD: z.object({ coupon_id: text }),
} as const;
const types = z.enum([
  'TEXT',
  'IMAGE',
  'VIDEO',
  'PRODUCT_CARD',
  'ORDER_CARD',
  'RETURN_REFUND_CARD',
  'COUPON_CARD',
  'LOGISTICS_CARD',
]);

function conversationOf(world: World, shop: Shop, id: string): Conversation {
  const found = world.conversations.get(id);
  if (found?.shopId !== shop.id) throw invalidParameter('conversation_id');
  return found;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** A card may only name what this shop and this buyer have. */
function ensureContent(
  world: World,
  { buyerUserId, shopId }: Conversation,
  type: z.infer<typeof types>,
  content: string,
): void {
  const value = contents[type].safeParse(parsed(content));
  if (!value.success) throw invalidParameter('content');
  const orderId = 'order_id' in value.data ? value.data.order_id : undefined;
  if (orderId === undefined) return;
  const order = world.orders.get(orderId);
  if (order?.shopId !== shopId || order.userId !== buyerUserId) throw invalidParameter('content.order_id');
  if (!('sku_id' in value.data)) return;
  const skuId = value.data.sku_id;
  if (!order.lines.some((line) => line.skuId === skuId)) throw invalidParameter('content.sku_id');
}

export const messageEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/customer_service/{version}/conversations',
    versions: ['202309'],
    scope,
    query: none,
    body: z.strictObject({ buyer_user_id: z.string() }),
    handle: ({ world, shop, body }) => {
      const { buyer_user_id: buyerUserId } = body;
      const order = [...world.orders.values()].find((one) => one.shopId === shop.id && one.userId === buyerUserId);
      if (order === undefined) throw invalidParameter('buyer_user_id');
      return { conversation_id: conversationWith(world, order).id };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/customer_service/{version}/conversations/{conversation_id}/messages',
    versions: ['202309'],
    scope,
    query: none,
    body: z.strictObject({ type: types, content: z.string() }),
    handle: ({ world, shop, params, body }) => {
      const conversation = conversationOf(world, shop, params['conversation_id'] ?? '');
      ensureContent(world, conversation, body.type, body.content);
      const id = world.nextId('7495');
      conversation.messages.push({ id, type: body.type, content: body.content, role: 'SHOP', createTime: world.now() });
      world.record('message.sent', id, {
        conversationId: conversation.id,
        buyerUserId: conversation.buyerUserId,
        type: body.type,
      });
      return { message_id: id };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/customer_service/{version}/conversations/{conversation_id}/messages',
    versions: ['202309'],
    scope,
    query: z.strictObject({
      page_size: z.coerce.number().int().min(1).max(10),
      page_token: z.string().optional(),
      sort_order: z.enum(['ASC', 'DESC']).default('DESC'),
      sort_field: z.enum(['create_time', 'index']).default('create_time'),
      locale: z.string().optional(),
      need_data: z.string().optional(),
    }),
    body: none,
    handle: ({ world, shop, params, query }) => {
      const { messages } = conversationOf(world, shop, params['conversation_id'] ?? '');
      const sorted = query.sort_order === 'ASC' ? messages : messages.toReversed();
      const from = query.page_token === undefined ? 0 : Number(query.page_token);
      if (!Number.isInteger(from)) throw invalidParameter('page_token');
      const page = sorted.slice(from, from + query.page_size);
      return {
        messages: page.map((message) => ({
          id: message.id,
          index: message.id,
          type: message.type,
          content: message.content,
          create_time: message.createTime,
          is_visible: true,
          sender: { role: message.role, im_user_id: shop.id, nickname: shop.name, avatar: '' },
        })),
        next_page_token: from + page.length < sorted.length ? String(from + page.length) : '',
      };
    },
  }),
];
