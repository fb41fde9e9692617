import { z } from 'zod/v4';
import { type Endpoint, endpoint, idempotencyKey, none, seconds } from '../endpoint';
import { arbitrationStatuses, type Return, returnStatuses, returnTypes } from '../model';
import { pageOf, pageSize } from '../paging';
import { cancellationRejectReasons, reasonText, rejectReasonsOf } from '../reasons';
import { approveReturn } from '../returning/approve';
import { approveDecisions, rejectDecisions } from '../returning/eligibility';
import { rejectReturn } from '../returning/reject';
import { returnView } from '../views/return';
import { isIn, isWithin } from './filters';
import { imageShape } from './image-shape';
import { sortQuery } from './sort-query';

const scope = 'seller.return_refund.basic';
const ids = z.array(z.string()).optional();

const filters = z.strictObject({
  return_ids: ids,
  order_ids: ids,
  buyer_user_ids: ids,
  return_types: z.array(z.enum(returnTypes)).optional(),
  return_status: z.array(z.enum(returnStatuses)).optional(),
  arbitration_status: z.array(z.enum(arbitrationStatuses)).optional(),
  seller_proposed_return_type: z.array(z.enum(['PARTIAL_REFUND'])).optional(),
  create_time_ge: seconds.optional(),
  create_time_lt: seconds.optional(),
  update_time_ge: seconds.optional(),
  update_time_lt: seconds.optional(),
  locale: z.string().optional(),
});

function isAsked(entry: Return, userId: string, asked: z.infer<typeof filters>): boolean {
  return (
    isIn(asked.return_ids, entry.id) &&
    isIn(asked.order_ids, entry.orderId) &&
    isIn(asked.buyer_user_ids, userId) &&
    isIn(asked.return_types, entry.type) &&
    isIn(asked.return_status, entry.status) &&
    isIn(asked.arbitration_status, entry.arbitration) &&
    isIn(asked.seller_proposed_return_type, entry.offer === undefined ? undefined : 'PARTIAL_REFUND') &&
    isWithin(entry, asked)
  );
}

export const returnEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/returns/search',
    versions: ['202309', '202602'],
    scope,
    isRead: true,
    query: sortQuery,
    body: filters,
    handle: ({ world, shop, version, query, body }) => {
      const all = [...world.returns.values()].filter(
        (entry) => entry.shopId === shop.id && isAsked(entry, world.orderOf(entry).userId, body),
      );
      const { page, nextToken, total } = pageOf(all, {
        sortField: query.sort_field === 'update_time' ? 'updateTime' : 'createTime',
        sortOrder: query.sort_order,
        size: pageSize(query.page_size, { usual: 10, least: 10, most: 50 }),
        token: query.page_token,
      });
      return {
        return_orders: page.map((entry) => returnView(world, entry, version)),
        next_page_token: nextToken,
        total_count: total,
      };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/return_refund/{version}/returns/{return_id}/records',
    versions: ['202309'],
    scope,
    query: z.strictObject({ locale: z.string().optional() }),
    body: none,
    handle: ({ world, shop, params }) => ({
      records: world.ensureReturn(shop, params['return_id'] ?? '').records.map((record) => ({
        event: 'ORDER_RETURN',
        role: record.role,
        description: record.description,
        reason_text: record.reason === undefined ? undefined : reasonText(record.reason),
        note: record.note,
        images: record.images,
        videos: [],
        create_time: record.createTime,
      })),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/return_refund/{version}/reject_reasons',
    versions: ['202309'],
    scope,
    query: z.strictObject({ return_or_cancel_id: z.string(), locale: z.string().optional() }),
    body: none,
    handle: ({ world, shop, query }) => {
      const id = query.return_or_cancel_id;
      if (world.cancellations.has(id))
        return { reasons: cancellationRejectReasons(world.ensureCancellation(shop, id)) };
      return { reasons: rejectReasonsOf(world.ensureReturn(shop, id), shop.region) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/returns/{return_id}/approve',
    versions: ['202309'],
    scope,
    query: z.strictObject({ idempotency_key: idempotencyKey }),
    body: z.strictObject({
      decision: z.enum(approveDecisions),
      buyer_keep_item: z.boolean().optional(),
      partial_refund: z.strictObject({ amount: z.string(), currency: z.string() }).optional(),
    }),
    handle: ({ world, shop, params, query, body }) => {
      const entry = world.ensureReturn(shop, params['return_id'] ?? '');
      const key = query.idempotency_key;
      return world.answered.once(key === undefined ? undefined : `approve ${entry.id} ${key}`, () => {
        approveReturn(world, entry, {
          decision: body.decision,
          buyerKeepsItem: body.buyer_keep_item === true,
          partialRefund: body.partial_refund,
        });
        return {};
      });
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/returns/{return_id}/reject',
    versions: ['202309'],
    scope,
    query: z.strictObject({ idempotency_key: idempotencyKey }),
    body: z.strictObject({
      decision: z.enum(rejectDecisions),
      reject_reason: z.string(),
      comment: z.string().optional(),
      images: z.array(imageShape).optional(),
    }),
    handle: ({ world, shop, params, query, body }) => {
      const entry = world.ensureReturn(shop, params['return_id'] ?? '');
      const key = query.idempotency_key;
      return world.answered.once(key === undefined ? undefined : `reject ${entry.id} ${key}`, () => {
        rejectReturn(world, entry, {
          decision: body.decision,
          reason: body.reject_reason,
          comment: body.comment,
          images: (body.images ?? []).map(({ image_id: id }) => id),
        });
        return {};
      });
    },
  }),
];
