import { tiktokShopAccount } from '../accounts';
import type { AftersalesRequest, Cancellation, Order, Return, Rma, Shop } from './model';
import { toDecimal } from './money';
import { providerName } from './names';
import { webhookSignature } from './signature';
import type { World } from './world';

/** Number by name. 64, 65 and 67 are subscribed to like the others, though the published list of PUT does not name them. */
export const eventTypes = {
  ORDER_STATUS_CHANGE: 1,
  REVERSE_STATUS_UPDATE: 2,
  RECIPIENT_ADDRESS_UPDATE: 3,
  PACKAGE_UPDATE: 4,
  PRODUCT_STATUS_CHANGE: 5,
  SELLER_DEAUTHORIZATION: 6,
  UPCOMING_AUTHORIZATION_EXPIRATION: 7,
  CANCELLATION_STATUS_CHANGE: 11,
  RETURN_STATUS_CHANGE: 12,
  NEW_CONVERSATION: 13,
  NEW_MESSAGE: 14,
  INVENTORY_STATUS_CHANGE: 27,
  AFTERSALES_REQUEST_STATUS_UPDATE: 64,
  RMA_STATUS_UPDATE: 65,
  REFUND_SUCCESS: 67,
} as const;
export type EventType = keyof typeof eventTypes;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Tried again 2 minutes, 30 minutes, 3 hours and 12 hours after each failure, then dropped. */
const retryAfterMs = [2 * MINUTE, 30 * MINUTE, 3 * HOUR, 12 * HOUR];
const timeoutMs = 3_000;

/** Tells whoever subscribed in this shop, and the address of Partner Center. */
export function notify(world: World, shop: Shop, eventType: EventType, data: Record<string, unknown>): void {
  const subscribed = world.subscriptions.get(`${shop.id} ${eventType}`)?.address;
  send(world, shop, { addresses: [subscribed], topic: eventType, type: eventTypes[eventType], data });
}

/** An event that came up after everybody's program was written: it goes to every address of the shop. */
export function notifyUnknown(world: World, shop: Shop, type: number, data: Record<string, unknown>): void {
  const subscribed = [...world.subscriptions].filter(([key]) => key.startsWith(`${shop.id} `));
  const addresses = subscribed.map(([, { address }]) => address);
  send(world, shop, { addresses, topic: `EVENT_${type}`, type, data });
}

interface Notification {
  addresses: readonly (string | undefined)[];
  topic: string;
  type: number;
  data: Record<string, unknown>;
}

function send(world: World, shop: Shop, { addresses, topic, type, data }: Notification): void {
  const all = [...addresses, world.settings.partnerCenterAddress].filter((one) => one !== undefined);
  for (const url of new Set(all)) {
    const id = world.nextId('73');
    world.context.webhooks.send({
      provider: providerName,
      url,
      id,
      topic,
      body: JSON.stringify({
        type,
        tts_notification_id: id,
        shop_id: shop.id,
        timestamp: world.now(),
        data,
      }),
      headers: (body) => ({
        'content-type': 'application/json',
        'user-agent': 'TikTok-Shop-Webhook',
        authorization: webhookSignature(body, tiktokShopAccount.appKey, world.settings.appSecret),
      }),
      retry: { afterMs: retryAfterMs, timeoutMs },
    });
  }
}

export function tellOrder(world: World, order: Order): void {
  notify(world, world.shopOf(order), 'ORDER_STATUS_CHANGE', {
    order_id: order.id,
    order_status: order.status,
    is_on_hold_order: order.status === 'ON_HOLD',
    update_time: order.updateTime,
  });
}

export function tellReturn(world: World, entry: Return): void {
  notify(world, world.shopOf(entry), 'RETURN_STATUS_CHANGE', {
    order_id: entry.orderId,
    return_role: entry.role,
    return_type: entry.type,
    return_status: entry.status,
    return_id: entry.id,
    create_time: entry.createTime,
    update_time: entry.updateTime,
  });
}

export function tellCancellation(world: World, entry: Cancellation): void {
  notify(world, world.shopOf(entry), 'CANCELLATION_STATUS_CHANGE', {
    order_id: entry.orderId,
    cancellations_role: entry.role,
    cancel_status: entry.status,
    cancel_id: entry.id,
    create_time: entry.createTime,
  });
}

export function tellAftersales(world: World, request: AftersalesRequest): void {
  notify(world, world.shopOf(request), 'AFTERSALES_REQUEST_STATUS_UPDATE', {
    aftersales_request_id: request.id,
    return_role: 'BUYER',
    aftersales_request_status: request.status,
    aftersales_request_create_time: request.createTime,
    aftersales_request_update_time: request.updateTime,
  });
}

export function tellRma(world: World, rma: Rma): void {
  notify(world, world.shopOf(rma), 'RMA_STATUS_UPDATE', {
    rma_id: rma.id,
    aftersales_request_id: rma.aftersalesRequestId,
    return_role: 'BUYER',
    rma_status: rma.status,
    rma_create_time: rma.createTime,
    rma_update_time: rma.updateTime,
  });
}

/** The only event that names an amount. */
export function tellRefund(world: World, entry: Return): void {
  const order = world.orderOf(entry);
  const rma = [...world.rmas.values()].find(({ returnIds }) => returnIds.includes(entry.id));
  notify(world, world.shopOf(entry), 'REFUND_SUCCESS', {
    aftersales_request_id: entry.aftersalesRequestId ?? '',
    rma_id: rma?.id ?? '',
    line_items: entry.lines.map(({ id, orderLineId }) => ({
      main_order_id: order.id,
      return_line_item_id: id,
      sub_return_line_item_id: '',
      sku_id: order.lines.find((line) => line.id === orderLineId)?.skuId ?? '',
      sku_return_request_id: entry.id,
    })),
    refund_currency: order.currency,
    refund_total: toDecimal(entry.refunded, order.currency),
    refund_status: 'REFUND_SUCCESS',
    refund_timestamp: world.now(),
  });
}
