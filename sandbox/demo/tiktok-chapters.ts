import { until } from './patience';
import { moveTikTokReturn, requestOnTikTokShop, sellOnTikTokShop } from './shop-floor';
import type { Shopper, Told } from './story';
import { messagesOf, tiktokStatusOf } from './truth';
import type { World } from './world';

/** The parts that the stories on TikTok Shop share. */

export interface Wish {
  readonly shopper: Shopper;
  readonly item: {
    readonly sku: string;
    readonly title: string;
    readonly variantTitle: string;
    readonly unitPrice: string;
  };
  readonly type?: 'REFUND' | 'RETURN_AND_REFUND';
  readonly reason: string;
}

/** Somebody has bought one item on TikTok Shop. */
export async function buysOnTikTok(world: World, told: Told, { shopper, item }: Wish): Promise<string> {
  const { orderId } = await sellOnTikTokShop(world.control, {
    shopper,
    deliveredDaysAgo: 5,
    items: [{ ...item, quantity: 1 }],
  });
  Object.assign(told, { shopper, orderName: orderId });
  return orderId;
}

/** They ask to send it back, or for their money, in the app. */
export async function asksOnTikTok(world: World, { orderName }: Told, wish: Wish): Promise<string> {
  const { item, type = 'RETURN_AND_REFUND', reason } = wish;
  const { returnId } = await requestOnTikTokShop(world.control, orderName, { type, sku: item.sku, reason });
  return returnId;
}

export async function tiktokSays(world: World, { orderName }: Told, status: string): Promise<void> {
  await until(`${orderName}: ${status} on TikTok Shop`, async () =>
    (await tiktokStatusOf(world.control, orderName)) === status ? true : undefined,
  );
}

/** The shop has approved it there, the shopper hands the parcel over, and it comes back. */
export async function comesBackByTikTok(world: World, told: Told, returnId: string): Promise<void> {
  await tiktokSays(world, told, 'AWAITING_BUYER_SHIP');
  await moveTikTokReturn(world.control, returnId, 'ship');
  await world.caseWhen(told.orderName, 'the parcel on its way', ({ parcel }) => parcel === 'in_transit');
  await moveTikTokReturn(world.control, returnId, 'deliver');
}

/** The shop has written this in the chat. */
export async function chatSays(world: World, { orderName }: Told, pattern: RegExp): Promise<void> {
  await until(`${orderName}: a message with ${String(pattern)}`, async () =>
    (await messagesOf(world.control, orderName)).find((text) => pattern.test(text)),
  );
}
