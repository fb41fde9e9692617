import type { Conversation, Order } from './model';
import { notify } from './webhooks';
import type { World } from './world';

/** The one conversation of a shop with a buyer; opened when there is none. */
export function conversationWith(world: World, { shopId, userId }: Pick<Order, 'shopId' | 'userId'>): Conversation {
  const known = [...world.conversations.values()].find((one) => one.shopId === shopId && one.buyerUserId === userId);
  if (known !== undefined) return known;
  const id = world.nextId('7494');
  const conversation: Conversation = { id, shopId, buyerUserId: userId, messages: [], createTime: world.now() };
  world.conversations.set(id, conversation);
  return conversation;
}

/** The buyer of an order writes to the shop. */
export function writeToShop(world: World, order: Order, text: string): object {
  const conversation = conversationWith(world, order);
  const content = JSON.stringify({ content: text });
  const message = { id: world.nextId('7495'), type: 'TEXT', content, role: 'BUYER', createTime: world.now() } as const;
  conversation.messages.push(message);
  notify(world, world.shopOf(order), 'NEW_MESSAGE', {
    message_id: message.id,
    index: message.id,
    conversation_id: conversation.id,
    type: message.type,
    content,
    create_time: message.createTime,
    is_visible: true,
    sender: { im_user_id: order.userId, role: 'BUYER' },
  });
  return { conversationId: conversation.id, messageId: message.id };
}
