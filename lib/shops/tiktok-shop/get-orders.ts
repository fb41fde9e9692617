import { z } from 'zod/v4';
import { once } from '../../http';
import { defined, ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import { allPages } from './pages';
import { readOrder } from './read-order';
import { ordersSchema, type OrderAnswer } from './shapes';
import { listed, timeFilters } from './time-filters';
import type { OrderFilters, OrderResult } from './types';

/** As many as one call takes. */
export const IDS_AT_ONCE = 50;

/**
 * Orders by their ids, fifty per call and those calls side by side; ids that TikTok Shop does not know are left out.
 * @param returning units that are on their way back, which count as returnable still
 */
export async function getOrders(
  client: TikTokShopClient,
  ids: readonly string[],
  returning: readonly string[] = [],
): Promise<Map<string, OrderResult>> {
  const wanted = [...new Set(ids)];
  const chunks = Array.from({ length: Math.ceil(wanted.length / IDS_AT_ONCE) }, (_, index) =>
    wanted.slice(index * IDS_AT_ONCE, (index + 1) * IDS_AT_ONCE),
  );
  const found: OrderAnswer[] = [];
  // Two at a time: reads are limited to a few per second and shop.
  for (let index = 0; index < chunks.length; index += 2) {
    const pages = await Promise.all(chunks.slice(index, index + 2).map((chunk) => fetchOrders(client, chunk)));
    found.push(...pages.flat());
  }
  return new Map(found.map((answer) => [answer.id, readOrder(answer, returning)]));
}

/** In one call. @param ids fifty at most */
export async function fetchOrders(client: TikTokShopClient, ids: readonly string[]): Promise<readonly OrderAnswer[]> {
  const { orders } = await client.call('getOrders', { query: { ids }, data: ordersSchema() });
  return orders ?? [];
}

/** @throws ReturnsError `not_found` */
export async function getOrder(
  client: TikTokShopClient,
  id: string,
  returning: readonly string[] = [],
): Promise<OrderResult> {
  const found = (await getOrders(client, [id], returning)).get(id);
  if (found) return found;
  throw new ReturnsError('not_found', 'TikTok Shop knows no such order', {
    provider: 'tiktok_shop',
    description: 'Check the number, and that the field "Shop" names the shop that the order belongs to.',
  });
}

/** Orders in the order asked for, the newest first; orders that nobody has paid yet are left out. */
export async function searchOrders(client: TikTokShopClient, filters: OrderFilters = {}): Promise<OrderResult[]> {
  const json = {
    ...defined({
      order_status: filters.status,
      shipping_type: filters.shippingType,
      buyer_user_id: filters.buyerUserId,
      is_buyer_request_cancel: filters.cancellationRequested,
      warehouse_ids: listed(filters.warehouseIds),
    }),
    ...timeFilters(filters),
  };
  const fetchPage = async (size: number, token: string | undefined) => {
    const { orders, next_page_token } = await client.call('searchOrders', {
      query: { page_size: size, page_token: token, sort_field: filters.sortBy, sort_order: filters.order },
      json,
      data: ordersSchema(),
    });
    return { items: orders ?? [], next: next_page_token };
  };
  const found = await allPages(fetchPage, { size: 100, ...defined({ limit: filters.limit }) });
  return found.filter(({ payment, line_items }) => payment && line_items.length > 0).map((answer) => readOrder(answer));
}

const priceSchema = once(() => z.looseObject({ currency: z.string() }));

/** What the shopper paid, and who gave which discount, as TikTok Shop tells it. */
export const priceDetail = (client: TikTokShopClient, orderId: string): Promise<Record<string, unknown>> =>
  client.call('priceDetail', { ids: { order_id: orderId }, data: priceSchema() });
