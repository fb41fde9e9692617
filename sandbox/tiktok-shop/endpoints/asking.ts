import { z } from 'zod/v4';
import { chosenLines, chosenShape } from '../chosen-lines';
import { commaList, type Call, type Endpoint, endpoint, idempotencyKey, none } from '../endpoint';
import { aboveRefundable, invalidParameter, reasonUnfit, reasonUnknown, TikTokError } from '../errors';
import { groupBy } from '../group-by';
import type { Order } from '../model';
import { toMinor } from '../money';
import { isKnownReason, requestReasons, stageOf, type RequestType } from '../reasons';
import { refundOf, reverseStateOf, totalOf } from '../refunding';
import { openReturn } from '../returning/open-return';
import { refundView } from '../views/amount';
import type { World } from '../world';

const scope = 'seller.return_refund.basic';
const requestTypes = ['CANCEL', 'REFUND', 'RETURN_AND_REFUND'] as const;
const shipping = {
  shipment_type: z.enum(['PLATFORM', 'BUYER_ARRANGE']).optional(),
  handover_method: z.enum(['DROP_OFF', 'PICKUP']).optional(),
};

function ensureReason(order: Order, type: RequestType, reason: string): void {
  if (!isKnownReason(reason)) throw reasonUnknown();
  const fits = (['SELLER', 'BUYER'] as const).some((asker) =>
    requestReasons(asker, type, order.status).some(({ name }) => name === reason),
  );
  if (!fits) throw reasonUnfit();
}

interface Verdict {
  eligible: boolean;
  code?: number;
  reason?: string;
}

/** Whether somebody may ask for this about a unit. */
function verdictOf(world: World, order: Order, lineId: string, type: RequestType): Verdict {
  const line = order.lines.find(({ id }) => id === lineId);
  const state = line === undefined ? 'done' : reverseStateOf(world, order, line);
  if (state === 'open') return { eligible: false, code: 25001011, reason: 'there are processing reverse order exists' };
  if (state === 'done') return { eligible: false, code: 25001010, reason: 'reverse order has already been completed' };
  const stage = stageOf(order.status);
  if (type === 'CANCEL') {
    if (stage === 'unshipped') return { eligible: true };
    const isOver = order.status === 'COMPLETED' || order.status === 'DELIVERED';
    return { eligible: false, code: isOver ? 25001051 : 25001045, reason: 'the order can not be cancelled any more' };
  }
  const isFit = stage === 'delivered' || (type === 'REFUND' && stage === 'on-its-way');
  return isFit ? { eligible: true } : { eligible: false, code: 25001021, reason: 'Reason not match order status' };
}

function eligibility(
  { world, shop, params, version }: Call<unknown, unknown>,
  asker: 'SELLER' | 'BUYER',
  types: readonly (typeof requestTypes)[number][],
): object {
  const order = world.ensureOrder(shop, params['order_id'] ?? '');
  const skus = [...new Set(order.lines.map(({ skuId }) => skuId))];
  return {
    sku_eligibility: skus.map((skuId) => ({
      sku_id: skuId,
      line_item_eligibility: types.flatMap((type) => {
        const byVerdict = groupBy(
          order.lines.filter((line) => line.skuId === skuId),
          ({ id }) => JSON.stringify(verdictOf(world, order, id, type)),
        );
        return [...byVerdict.values()].map((lines) => {
          const verdict = verdictOf(world, order, lines[0]?.id ?? '', type);
          return {
            request_type: type,
            eligible: verdict.eligible,
            ineligible_code: verdict.code,
            ineligible_reason: verdict.reason,
            order_line_items_ids: lines.map(({ id }) => id),
            available_reason_names:
              version < '202512' || !verdict.eligible
                ? undefined
                : requestReasons(asker, type, order.status).map(({ name }) => name),
          };
        });
      }),
    })),
  };
}

export const askingEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/return_refund/{version}/orders/{order_id}/aftersale_eligibility',
    versions: ['202309'],
    scope,
    query: z.strictObject({ initiate_aftersale_user: z.enum(['SELLER', 'BUYER']).default('SELLER') }),
    body: none,
    handle: (call) => eligibility(call, call.query.initiate_aftersale_user, requestTypes),
  }),
  endpoint({
    method: 'GET',
    path: '/return_refund/{version}/orders/{order_id}/aftersale_eligibility',
    versions: ['202512', '202602'],
    scope,
    query: z.strictObject({
      initiate_aftersale_user: z.enum(['SELLER', 'BUYER']).default('SELLER'),
      request_types: commaList.pipe(z.array(z.enum(requestTypes))).optional(),
    }),
    body: none,
    handle: (call) => eligibility(call, call.query.initiate_aftersale_user, call.query.request_types ?? requestTypes),
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/refunds/calculate',
    versions: ['202309', '202602'],
    scope,
    isRead: true,
    query: none,
    body: z.strictObject({
      order_id: z.string(),
      request_type: z.enum(requestTypes),
      reason_name: z.string(),
      ...chosenShape,
      ...shipping,
    }),
    handle: ({ world, shop, body }) => {
      const order = world.ensureOrder(shop, body.order_id);
      ensureReason(order, body.request_type, body.reason_name);
      const lines = chosenLines(world, order, body);
      const amounts = refundOf(world, order, lines, { type: body.request_type, reason: body.reason_name });
      return { order_refund_amount: refundView(amounts, order.currency) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/returns',
    versions: ['202309'],
    scope,
    query: z.strictObject({ idempotency_key: idempotencyKey }),
    body: z.strictObject({
      order_id: z.string(),
      return_type: z.enum(['REFUND', 'RETURN_AND_REFUND']),
      return_reason: z.string(),
      refund_total: z.string().optional(),
      currency: z.string().optional(),
      ...chosenShape,
      ...shipping,
    }),
    handle: ({ world, shop, query, body }) => {
      const order = world.ensureOrder(shop, body.order_id);
      const key = query.idempotency_key;
      return world.answered.once(key === undefined ? undefined : `create ${order.id} ${key}`, () => {
        const isSentBack = body.return_type === 'RETURN_AND_REFUND';
        // A seller may have goods sent back on their own account in the United States only.
        if (isSentBack && shop.region !== 'US') throw invalidParameter('return_type is not supported in this market');
        if (!isKnownReason(body.return_reason)) throw reasonUnknown();
        const reasons = requestReasons('SELLER', body.return_type, order.status);
        if (!reasons.some(({ name }) => name === body.return_reason)) throw reasonUnfit();
        const lines = chosenLines(world, order, body);
        const asked = askedTotal(order, body);
        const most = totalOf(refundOf(world, order, lines, { type: body.return_type, reason: body.return_reason }));
        if (asked !== undefined && asked > most) throw aboveRefundable();
        const entry = openReturn(world, {
          order,
          type: body.return_type,
          lines,
          reason: body.return_reason,
          role: 'SELLER',
          shipmentType: body.shipment_type,
          handoverMethod: body.handover_method,
          agreedAmount: asked === most ? undefined : asked,
        });
        return { return_id: entry.id, return_status: entry.status };
      });
    },
  }),
];

function askedTotal(
  order: Order,
  body: { refund_total?: string | undefined; currency?: string | undefined },
): number | undefined {
  if (body.refund_total === undefined) return undefined;
  if (body.currency !== order.currency) throw invalidParameter('currency');
  const minor = toMinor(body.refund_total, order.currency);
  if (minor === undefined || minor === 0) throw new TikTokError(98001004, 'Invalid parameter refund_total');
  return minor;
}
