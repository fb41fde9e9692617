import { z } from 'zod/v4';
import { commaList, type Endpoint, endpoint, none, seconds } from '../endpoint';
import { belongsToOther, invalidParameter } from '../errors';
import { type Order, orderStatuses } from '../model';
import { pageOf, pageSize } from '../paging';
import { orderView } from '../views/order';
import { priceDetail } from '../views/price-detail';
import { isWithin } from './filters';

const mostIds = 50;

const filters = z.strictObject({
  order_status: z.enum(orderStatuses).optional(),
  create_time_ge: seconds.optional(),
  create_time_lt: seconds.optional(),
  update_time_ge: seconds.optional(),
  update_time_lt: seconds.optional(),
  shipping_type: z.enum(['TIKTOK', 'SELLER']).optional(),
  buyer_user_id: z.string().optional(),
  is_buyer_request_cancel: z.boolean().optional(),
  warehouse_ids: z.array(z.string()).optional(),
});

function isAsked(order: Order, asked: z.infer<typeof filters>): boolean {
  return (
    (asked.order_status === undefined || order.status === asked.order_status) &&
    isWithin(order, asked) &&
    (asked.shipping_type === undefined || order.shippingType === asked.shipping_type) &&
    (asked.buyer_user_id === undefined || order.userId === asked.buyer_user_id) &&
    (asked.is_buyer_request_cancel === undefined || order.isBuyerRequestCancel === asked.is_buyer_request_cancel) &&
    (asked.warehouse_ids === undefined || asked.warehouse_ids.includes(order.warehouseId))
  );
}

export const orderEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/order/{version}/orders',
    versions: ['202309', '202507'],
    scope: 'seller.order.info',
    query: z.strictObject({ ids: commaList }),
    body: none,
    handle: ({ world, shop, query }) => {
      if (query.ids.length === 0 || query.ids.length > mostIds) throw invalidParameter('ids');
      const found = query.ids.flatMap((id) => world.orders.get(id) ?? []);
      if (found.some(({ shopId }) => shopId !== shop.id)) throw belongsToOther();
      return { orders: found.map(orderView) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/order/{version}/orders/search',
    versions: ['202309'],
    scope: 'seller.order.info',
    isRead: true,
    query: z.strictObject({
      page_size: z.string(),
      sort_order: z.enum(['ASC', 'DESC']).default('DESC'),
      sort_field: z.enum(['create_time', 'update_time']).default('create_time'),
      page_token: z.string().optional(),
    }),
    body: filters,
    handle: ({ world, shop, query, body }) => {
      const all = [...world.orders.values()].filter((order) => order.shopId === shop.id && isAsked(order, body));
      const { page, nextToken, total } = pageOf(all, {
        sortField: query.sort_field === 'update_time' ? 'updateTime' : 'createTime',
        sortOrder: query.sort_order,
        size: pageSize(query.page_size, { usual: 20, least: 1, most: 100 }),
        token: query.page_token,
      });
      return { orders: page.map(orderView), next_page_token: nextToken, total_count: total };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/order/{version}/orders/{order_id}/price_detail',
    versions: ['202407'],
    scope: 'seller.order.info',
    query: none,
    body: none,
    handle: ({ world, shop, params }) => priceDetail(world.ensureOrder(shop, params['order_id'] ?? '')),
  }),
];
