import { z } from 'zod/v4';
import { returnOfLine, returnsOf, reviewActions, reviewLine } from '../batch';
import { type Endpoint, endpoint, none, seconds } from '../endpoint';
import { TikTokError } from '../errors';
import { type AftersalesRequest, aftersalesStatuses, returnTypes, type Rma, rmaStatuses, type Shop } from '../model';
import { pageOf, pageSize } from '../paging';
import { returnView } from '../views/return';
import type { World } from '../world';
import { isIn } from './filters';
import { imageShape } from './image-shape';

const scope = 'seller.return_refund.basic';
const ids = z.array(z.string()).optional();
const localeQuery = z.strictObject({ locale: z.string().optional() });

const window = z
  .strictObject({ min_unix_time_inclusive: seconds.optional(), max_unix_time_exclusive: seconds.optional() })
  .optional();
const time = z.strictObject({ create_time: window, update_time: window }).optional();

/** Sorting and paging in the body, unlike everywhere else. */
const paging = {
  sort: z
    .strictObject({
      sort_field: z.enum(['CREATE_TIME', 'UPDATE_TIME']).default('CREATE_TIME'),
      sort_order: z.enum(['ASC', 'DESC']).default('ASC'),
    })
    .default({ sort_field: 'CREATE_TIME', sort_order: 'ASC' }),
  pagination: z.strictObject({ page_size: z.int().optional(), page_token: z.string().optional() }).default({}),
};

type Batch = AftersalesRequest | Rma;
interface Paging {
  sort: { sort_field: 'CREATE_TIME' | 'UPDATE_TIME'; sort_order: 'ASC' | 'DESC' };
  pagination: { page_size?: number | undefined; page_token?: string | undefined };
}

function isInTime(batch: Batch, asked: z.infer<typeof time>): boolean {
  const isInWindow = (at: number, span: z.infer<typeof window>): boolean =>
    at >= (span?.min_unix_time_inclusive ?? 0) && at < (span?.max_unix_time_exclusive ?? Infinity);
  return isInWindow(batch.createTime, asked?.create_time) && isInWindow(batch.updateTime, asked?.update_time);
}

function page<T extends Batch>(all: readonly T[], { sort, pagination }: Paging): ReturnType<typeof pageOf<T>> {
  const text = pagination.page_size === undefined ? undefined : String(pagination.page_size);
  return pageOf(all, {
    sortField: sort.sort_field === 'UPDATE_TIME' ? 'updateTime' : 'createTime',
    sortOrder: sort.sort_order,
    size: pageSize(text, { usual: 20, least: 1, most: 100 }),
    token: pagination.page_token,
  });
}

const lineItems = (world: World, batch: Batch): object[] =>
  returnsOf(world, batch).flatMap((entry) =>
    entry.lines.map((line) => ({
      main_order_id: entry.orderId,
      return_line_item_id: line.id,
      sku_id: world.orderOf(entry).lines.find(({ id }) => id === line.orderLineId)?.skuId,
    })),
  );

const skuReturns = (world: World, batch: Batch): object[] =>
  returnsOf(world, batch).map((entry) => returnView(world, entry, '202603'));

const rmaFacts = ({ id, packageId, aftersalesRequestId, status }: Rma): object => ({
  id,
  package_id: packageId,
  aftersales_request_id: aftersalesRequestId,
  status,
});

const rmasOf = (world: World, { id }: AftersalesRequest): Rma[] =>
  [...world.rmas.values()].filter(({ aftersalesRequestId }) => aftersalesRequestId === id);

const decisionShape = z.strictObject({
  line_items: z.array(
    z.strictObject({ return_line_item_id: z.string(), sub_return_line_item_id: z.string().optional() }),
  ),
  action: z.enum(reviewActions),
  reject_reason: z.string().optional(),
  comment: z.string().optional(),
  images: z.array(imageShape).optional(),
});

const reviewShape = z.strictObject({
  request_id: z.string(),
  request_id_type: z.enum(['AFTERSALES', 'RMA']),
  idempotency_key: z.string().min(1).max(255).optional(),
  line_item_decisions: z.array(decisionShape),
});
type ReviewRequest = z.infer<typeof reviewShape>;

function batchOf(
  world: World,
  shop: Shop,
  { request_id: id, request_id_type: type }: ReviewRequest,
): Batch | undefined {
  const found = type === 'RMA' ? world.rmas.get(id) : world.aftersales.get(id);
  return found?.shopId === shop.id ? found : undefined;
}

/** Codes in a review are texts, as the published example has them. */
const errorOf = (error: TikTokError, detail: object): object => ({
  code: String(error.code),
  message: error.message,
  detail,
});

/** Each line is decided by itself: what fails is told, and the rest is done. */
function review(world: World, shop: Shop, request: ReviewRequest): object[] {
  const { request_id: requestId } = request;
  const batch = batchOf(world, shop, request);
  const unknown = new TikTokError(98001004, 'Invalid parameters. Please verify your input before retrying');
  if (batch === undefined) return [errorOf(unknown, { request_id: requestId })];
  const lines = request.line_item_decisions.flatMap(({ line_items: named, ...decision }) =>
    named.map(({ return_line_item_id: lineId }) => ({ ...decision, lineId })),
  );
  world.record('batch.reviewed', requestId, { type: request.request_id_type, lines: lines.length });
  return lines.flatMap(({ lineId, action, reject_reason: reason, comment, images = [] }) => {
    try {
      const entry = returnOfLine(world, batch, lineId);
      reviewLine(world, entry, { action, reason, comment, images: images.map(({ image_id: id }) => id) });
      return [];
    } catch (error) {
      if (!(error instanceof TikTokError)) throw error;
      return [errorOf(error, { request_id: requestId, return_line_item_id: lineId })];
    }
  });
}

export const aftersalesEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/aftersales/search',
    versions: ['202603'],
    scope,
    isRead: true,
    query: localeQuery,
    body: z.strictObject({
      whitelisted_data_fields: z
        .array(z.enum(['LINE_ITEMS', 'SKU_RETURN_REQUESTS', 'RETURN_MERCHANDISE_AUTHORIZATIONS']))
        .default([]),
      filters: z
        .strictObject({
          aftersales_request_ids: ids,
          aftersales_request_statuses: z.array(z.enum(aftersalesStatuses)).optional(),
          return_types: z.array(z.enum(returnTypes)).optional(),
          main_order_ids: ids,
          buyer_ids: ids,
          time,
        })
        .default({}),
      ...paging,
    }),
    handle: ({ world, shop, body }) => {
      const { filters, whitelisted_data_fields: fields } = body;
      const all = [...world.aftersales.values()].filter(
        (batch) =>
          batch.shopId === shop.id &&
          isIn(filters.aftersales_request_ids, batch.id) &&
          isIn(filters.aftersales_request_statuses, batch.status) &&
          isIn(filters.main_order_ids, batch.orderId) &&
          isIn(filters.buyer_ids, world.orderOf(batch).userId) &&
          returnsOf(world, batch).some(({ type }) => isIn(filters.return_types, type)) &&
          isInTime(batch, filters.time),
      );
      const found = page(all, body);
      return {
        aftersales_requests: found.page.map((batch) => ({
          id: batch.id,
          status: batch.status,
          line_items: fields.includes('LINE_ITEMS') ? lineItems(world, batch) : undefined,
          sku_return_requests: fields.includes('SKU_RETURN_REQUESTS') ? skuReturns(world, batch) : undefined,
          return_merchandise_authorizations: fields.includes('RETURN_MERCHANDISE_AUTHORIZATIONS')
            ? rmasOf(world, batch).map(rmaFacts)
            : undefined,
        })),
        next_page_token: found.nextToken,
        total_count: found.total,
      };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/rma/search',
    versions: ['202604'],
    scope,
    isRead: true,
    query: localeQuery,
    body: z.strictObject({
      whitelisted_data_fields: z.array(z.enum(['LINE_ITEMS', 'SKU_RETURN_REQUESTS'])).default([]),
      filters: z
        .strictObject({
          rma_ids: ids,
          package_ids: ids,
          statuses: z.array(z.enum(rmaStatuses)).optional(),
          aftersales_request_ids: ids,
          main_order_ids: ids,
          time,
        })
        .default({}),
      ...paging,
    }),
    handle: ({ world, shop, body }) => {
      const { filters, whitelisted_data_fields: fields } = body;
      const orderIdOf = (rma: Rma): string | undefined => world.aftersales.get(rma.aftersalesRequestId)?.orderId;
      const all = [...world.rmas.values()].filter(
        (rma) =>
          rma.shopId === shop.id &&
          isIn(filters.rma_ids, rma.id) &&
          isIn(filters.package_ids, rma.packageId) &&
          isIn(filters.statuses, rma.status) &&
          isIn(filters.aftersales_request_ids, rma.aftersalesRequestId) &&
          isIn(filters.main_order_ids, orderIdOf(rma)) &&
          isInTime(rma, filters.time),
      );
      const found = page(all, body);
      return {
        return_merchandise_authorizations: found.page.map((rma) => ({
          ...rmaFacts(rma),
          line_items: fields.includes('LINE_ITEMS') ? lineItems(world, rma) : undefined,
          sku_return_requests: fields.includes('SKU_RETURN_REQUESTS') ? skuReturns(world, rma) : undefined,
        })),
        next_page_token: found.nextToken,
        total_count: found.total,
      };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/aftersales/review',
    versions: ['202603', '202606'],
    scope,
    query: none,
    body: z.strictObject({ aftersales_request_decisions: z.array(reviewShape).min(1) }),
    handle: ({ world, shop, body }) => ({
      errors: body.aftersales_request_decisions.flatMap((request) => {
        const { request_id: id, idempotency_key: key } = request;
        return world.reviewed.once(key === undefined ? undefined : `review ${id} ${key}`, () =>
          review(world, shop, request),
        );
      }),
    }),
  }),
];
