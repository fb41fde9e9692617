import { z } from 'zod/v4';
import { once, type Attempt } from '../../http';
import { defined } from '../../returns';
import type { TikTokShopClient } from './client';
import { allPages } from './pages';
import { readInstant, toSeconds } from './times';
import type { SearchOptions, TimeFilters } from './types';

/**
 * Returns in batches: one request for many units (first review) becomes an RMA per package (second review). The calls are
 * not in the published specification yet; lists of states are incomplete, so every word is kept as it came.
 */

const lineSchema = once(() =>
  z.looseObject({
    return_line_item_id: z.string().nullish(),
    sub_return_line_item_id: z.string().nullish(),
    main_order_id: z.string().nullish(),
    order_line_item_id: z.string().nullish(),
    sku_id: z.string().nullish(),
  }),
);
export type BatchLine = z.output<ReturnType<typeof lineSchema>>;

/** Names differ between the pages of Partner Center and its examples: both are read. */
const batchSchema = once(() =>
  z.looseObject({
    id: z.string().nullish(),
    aftersales_request_id: z.string().nullish(),
    rma_id: z.string().nullish(),
    status: z.string().nullish(),
    aftersales_request_status: z.string().nullish(),
    rma_status: z.string().nullish(),
    line_items: z.array(lineSchema()).nullish(),
    sku_return_requests: z
      .array(
        z.looseObject({
          return_id: z.string().nullish(),
          create_time: z.coerce.number().nullish(),
          update_time: z.coerce.number().nullish(),
        }),
      )
      .nullish(),
    create_time: z.coerce.number().nullish(),
    update_time: z.coerce.number().nullish(),
  }),
);
type BatchAnswer = z.output<ReturnType<typeof batchSchema>>;

/** A batch request, or a package of one, with everything that TikTok Shop tells of it. */
export interface Batch {
  readonly id: string;
  readonly kind: 'AFTERSALES' | 'RMA';
  readonly status?: string;
  /** Of the request that a package belongs to. */
  readonly requestId?: string;
  readonly lines: readonly BatchLine[];
  /** The returns in it: each is decided, and paid, by itself. */
  readonly returnIds: readonly string[];
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** The answer as it came. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface BatchFilters extends TimeFilters, SearchOptions {
  readonly ids?: readonly string[];
  readonly orderIds?: readonly string[];
  readonly statuses?: readonly string[];
}

const requestsSchema = once(() =>
  z.object({ aftersales_requests: z.array(batchSchema()).nullish(), next_page_token: z.string().nullish() }),
);
const rmasSchema = once(() =>
  z.object({
    return_merchandise_authorizations: z.array(batchSchema()).nullish(),
    rmas: z.array(batchSchema()).nullish(),
    next_page_token: z.string().nullish(),
  }),
);

export function searchAftersales(client: TikTokShopClient, filters: BatchFilters = {}): Promise<Batch[]> {
  const names = { ids: 'aftersales_request_ids', statuses: 'aftersales_request_statuses' };
  const fields = ['LINE_ITEMS', 'SKU_RETURN_REQUESTS', 'RETURN_MERCHANDISE_AUTHORIZATIONS'];
  return allPages(
    async (size, token) => {
      const answer = await client.call('searchAftersales', {
        json: { whitelisted_data_fields: fields, ...bodyOf(filters, names, size, token) },
        data: requestsSchema(),
      });
      const items = (answer.aftersales_requests ?? []).map((batch) => readBatch(batch, 'AFTERSALES'));
      return { items, next: answer.next_page_token ? answer.next_page_token : undefined };
    },
    { size: 50, ...defined({ limit: filters.limit }) },
  );
}

export function searchRmas(client: TikTokShopClient, filters: BatchFilters = {}): Promise<Batch[]> {
  const names = { ids: 'rma_ids', statuses: 'statuses' };
  const fields = ['LINE_ITEMS', 'SKU_RETURN_REQUESTS'];
  return allPages(
    async (size, token) => {
      const answer = await client.call('searchRmas', {
        json: { whitelisted_data_fields: fields, ...bodyOf(filters, names, size, token) },
        data: rmasSchema(),
      });
      const found = answer.return_merchandise_authorizations ?? answer.rmas ?? [];
      const items = found.map((batch) => readBatch(batch, 'RMA'));
      return { items, next: answer.next_page_token ? answer.next_page_token : undefined };
    },
    { size: 50, ...defined({ limit: filters.limit }) },
  );
}

/** Here filters, order and page all go into the body, and times are windows. */
function bodyOf(
  filters: BatchFilters,
  names: { readonly ids: string; readonly statuses: string },
  size: number,
  token: string | undefined,
): object {
  const lists = { [names.ids]: filters.ids, [names.statuses]: filters.statuses, main_order_ids: filters.orderIds };
  const given = Object.entries(lists).filter(([, values]) => values !== undefined && values.length > 0);
  const time = defined({
    create_time: windowOf(filters.createdFrom, filters.createdBefore),
    update_time: windowOf(filters.updatedFrom, filters.updatedBefore),
  });
  const { sortBy, order } = filters;
  return {
    filters: { ...Object.fromEntries(given), ...(Object.keys(time).length > 0 && { time }) },
    ...((sortBy ?? order) && {
      sort: { sort_field: (sortBy ?? 'create_time').toUpperCase(), sort_order: order ?? 'ASC' },
    }),
    pagination: { page_size: size, ...defined({ page_token: token }) },
  };
}

function windowOf(from: string | undefined, before: string | undefined): object | undefined {
  if (from === undefined && before === undefined) return undefined;
  return {
    ...(from !== undefined && { min_unix_time_inclusive: toSeconds(from) }),
    ...(before !== undefined && { max_unix_time_exclusive: toSeconds(before) }),
  };
}

/** The times of a batch are those of the returns in it, where it tells none of its own. */
function readBatch(answer: BatchAnswer, kind: Batch['kind']): Batch {
  const own = kind === 'RMA' ? answer.rma_id : answer.aftersales_request_id;
  const parts = answer.sku_return_requests ?? [];
  const created = parts.flatMap(({ create_time }) => (create_time ? [create_time] : []));
  const updated = parts.flatMap(({ update_time }) => (update_time ? [update_time] : []));
  return {
    id: answer.id ?? own ?? '',
    kind,
    lines: answer.line_items ?? [],
    returnIds: [...new Set(parts.flatMap(({ return_id }) => (return_id ? [return_id] : [])))],
    details: answer,
    ...defined({
      status: answer.status ?? answer.aftersales_request_status ?? answer.rma_status ?? undefined,
      requestId: kind === 'RMA' ? (answer.aftersales_request_id ?? undefined) : undefined,
      createdAt: readInstant(answer.create_time ?? Math.min(...created, Infinity)),
      updatedAt: readInstant(answer.update_time ?? Math.max(...updated, 0)),
    }),
  };
}

export interface ReviewLine {
  readonly returnLineId: string;
  readonly subReturnLineId?: string;
  /** `APPROVE_REQUEST`, `APPROVE_RETURN_PACKAGE`, `REJECT_RETURN_PACKAGE` and what else TikTok Shop takes. */
  readonly action: string;
}

export interface ReviewInput {
  readonly id: string;
  readonly kind: Batch['kind'];
  readonly lines: readonly ReviewLine[];
  readonly attempt: Attempt;
}

/** A line that TikTok Shop did not take, and why. */
export interface ReviewFailure {
  readonly code: number;
  readonly message: string;
  readonly returnLineId?: string;
  readonly subReturnLineId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface ReviewResult {
  readonly id: string;
  readonly kind: Batch['kind'];
  /** The lines that were taken. */
  readonly reviewed: readonly ReviewLine[];
  readonly failed: readonly ReviewFailure[];
}

const reviewedSchema = once(() =>
  z.object({
    errors: z
      .array(
        z.object({
          code: z.coerce.number(),
          message: z.string().nullish(),
          detail: z.looseObject({}).nullish(),
        }),
      )
      .nullish(),
  }),
);

/** Decides lines of a batch; what TikTok Shop refuses is told per line, and the other lines are decided all the same. */
export async function reviewAftersales(client: TikTokShopClient, input: ReviewInput): Promise<ReviewResult> {
  const { id, kind, lines, attempt } = input;
  const actions = [...new Set(lines.map(({ action }) => action))];
  const { errors } = await client.call('reviewAftersales', {
    json: {
      aftersales_request_decisions: [
        {
          request_id: id,
          request_id_type: kind,
          idempotency_key: `${attempt.idempotencyKey}-${id}`.slice(0, 255),
          line_item_decisions: actions.map((action) => ({
            line_items: lines.filter((line) => line.action === action).map(lineOf),
            action,
          })),
        },
      ],
    },
    data: reviewedSchema(),
  });
  const failed = (errors ?? []).map(failureOf);
  return { id, kind, reviewed: lines.filter((line) => !failed.some((failure) => concerns(failure, line))), failed };
}

const lineOf = ({ returnLineId, subReturnLineId }: ReviewLine): object => ({
  return_line_item_id: returnLineId,
  ...defined({ sub_return_line_item_id: subReturnLineId }),
});

type ErrorAnswer = NonNullable<z.output<ReturnType<typeof reviewedSchema>>['errors']>[number];

function failureOf({ code, message, detail }: ErrorAnswer): ReviewFailure {
  const text = (name: string): string | undefined => {
    const value = detail?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    code,
    message: message ?? '',
    ...defined({
      returnLineId: text('return_line_item_id'),
      subReturnLineId: text('sub_return_line_item_id'),
      detail: detail ?? undefined,
    }),
  };
}

/** An error that names no line is about all of them. */
const concerns = ({ returnLineId, subReturnLineId }: ReviewFailure, line: ReviewLine): boolean =>
  (returnLineId === undefined || returnLineId === line.returnLineId) &&
  (subReturnLineId === undefined || subReturnLineId === line.subReturnLineId);
