import { z } from 'zod/v4';
import { approveCancellation, openCancellation, rejectCancellation } from '../cancelling';
import { chosenLines, chosenShape } from '../chosen-lines';
import { type Endpoint, endpoint, idempotencyKey, none, seconds } from '../endpoint';
import { type Cancellation, cancelStatuses, cancelTypes } from '../model';
import { pageOf, pageSize } from '../paging';
import { ensureComment, uploaded } from '../returning/reject';
import { cancellationView } from '../views/cancellation';
import { imageShape } from './image-shape';
import { isIn, isWithin } from './filters';
import { sortQuery } from './sort-query';

const scope = 'seller.return_refund.basic';
const ids = z.array(z.string()).optional();

const filters = z.strictObject({
  cancel_ids: ids,
  order_ids: ids,
  buyer_user_ids: ids,
  cancel_types: z.array(z.enum(cancelTypes)).optional(),
  cancel_status: z.array(z.enum(cancelStatuses)).optional(),
  create_time_ge: seconds.optional(),
  create_time_lt: seconds.optional(),
  update_time_ge: seconds.optional(),
  update_time_lt: seconds.optional(),
  locale: z.string().optional(),
});

function isAsked(entry: Cancellation, userId: string, asked: z.infer<typeof filters>): boolean {
  return (
    isIn(asked.cancel_ids, entry.id) &&
    isIn(asked.order_ids, entry.orderId) &&
    isIn(asked.buyer_user_ids, userId) &&
    isIn(asked.cancel_types, entry.type) &&
    isIn(asked.cancel_status, entry.status) &&
    isWithin(entry, asked)
  );
}

export const cancellationEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/cancellations',
    versions: ['202309', '202602'],
    scope,
    query: none,
    body: z.strictObject({ order_id: z.string(), cancel_reason: z.string(), ...chosenShape }),
    handle: ({ world, shop, body }) => {
      const order = world.ensureOrder(shop, body.order_id);
      const lines = chosenLines(world, order, body);
      const entry = openCancellation(world, { order, lines, reason: body.cancel_reason, role: 'SELLER' });
      return { cancel_id: entry.id, cancel_status: entry.status };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/cancellations/search',
    versions: ['202309', '202602'],
    scope,
    isRead: true,
    query: sortQuery,
    body: filters,
    handle: ({ world, shop, query, body }) => {
      const all = [...world.cancellations.values()].filter(
        (entry) => entry.shopId === shop.id && isAsked(entry, world.orderOf(entry).userId, body),
      );
      const { page, nextToken, total } = pageOf(all, {
        sortField: query.sort_field === 'update_time' ? 'updateTime' : 'createTime',
        sortOrder: query.sort_order,
        size: pageSize(query.page_size, { usual: 10, least: 1, most: 50 }),
        token: query.page_token,
      });
      return {
        cancellations: page.map((entry) => cancellationView(world, entry)),
        next_page_token: nextToken,
        total_count: total,
      };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/cancellations/{cancel_id}/approve',
    versions: ['202309'],
    scope,
    query: z.strictObject({ idempotency_key: idempotencyKey }),
    body: none,
    handle: ({ world, shop, params, query }) => {
      const entry = world.ensureCancellation(shop, params['cancel_id'] ?? '');
      const key = query.idempotency_key;
      return world.answered.once(key === undefined ? undefined : `approve ${entry.id} ${key}`, () => {
        approveCancellation(world, entry);
        return {};
      });
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/cancellations/{cancel_id}/reject',
    versions: ['202309'],
    scope,
    query: z.strictObject({ idempotency_key: idempotencyKey }),
    body: z.strictObject({
      reject_reason: z.string(),
      comment: z.string().optional(),
      images: z.array(imageShape).optional(),
    }),
    handle: ({ world, shop, params, query, body }) => {
      const entry = world.ensureCancellation(shop, params['cancel_id'] ?? '');
      const key = query.idempotency_key;
      return world.answered.once(key === undefined ? undefined : `reject ${entry.id} ${key}`, () => {
        ensureComment(body.comment);
        uploaded(
          world,
          (body.images ?? []).map(({ image_id: id }) => id),
        );
        rejectCancellation(world, entry, body.reject_reason);
        return {};
      });
    },
  }),
];
