import { z } from 'zod/v4';
import { once, type Attempt } from '../../http';
import { defined } from '../../returns';
import { afterWrite, type TikTokShopClient } from './client';
import { imagesBody } from './decide-return';
import { getCancellation, searchCancellations } from './search-cancellations';
import type { CancellationResult, UploadedImage } from './types';

const nothing = once(() => z.unknown());

/** A cancellation that is granted is over, once the money is paid. */
const granted = ['CANCELLATION_REQUEST_SUCCESS', 'CANCELLATION_REQUEST_COMPLETE'];
const refused = ['CANCELLATION_REQUEST_CANCEL'];

export async function approveCancellation(
  client: TikTokShopClient,
  { cancelId, attempt }: { readonly cancelId: string; readonly attempt: Attempt },
): Promise<CancellationResult> {
  const before = await decidedBefore(client, cancelId, attempt, granted);
  if (before) return before;
  await client.call('approveCancellation', {
    ids: { cancel_id: cancelId },
    idempotencyKey: attempt.idempotencyKey,
    data: nothing(),
  });
  return afterWrite(() => getCancellation(client, cancelId));
}

export interface RejectCancellationInput {
  readonly cancelId: string;
  readonly reason: string;
  readonly comment?: string;
  readonly images?: readonly UploadedImage[];
  readonly attempt: Attempt;
}

export async function rejectCancellation(
  client: TikTokShopClient,
  { cancelId, reason, comment, images = [], attempt }: RejectCancellationInput,
): Promise<CancellationResult> {
  const before = await decidedBefore(client, cancelId, attempt, refused);
  if (before) return before;
  await client.call('rejectCancellation', {
    ids: { cancel_id: cancelId },
    json: { reject_reason: reason, ...(comment && { comment }), ...imagesBody(images) },
    idempotencyKey: attempt.idempotencyKey,
    data: nothing(),
  });
  return afterWrite(() => getCancellation(client, cancelId));
}

async function decidedBefore(
  client: TikTokShopClient,
  cancelId: string,
  { mayHaveHappened }: Attempt,
  states: readonly string[],
): Promise<CancellationResult | undefined> {
  if (!mayHaveHappened) return undefined;
  const now = await getCancellation(client, cancelId);
  return states.includes(now.tiktokCancellation.status) ? now : undefined;
}

const cancelledSchema = once(() => z.object({ cancel_id: z.string(), cancel_status: z.string().nullish() }));

export interface CancelOrderInput {
  readonly orderId: string;
  readonly reason: string;
  /** The whole order when left out; parts can be cancelled in some markets only. */
  readonly orderLineIds?: readonly string[];
  readonly attempt: Attempt;
}

/** Cancels an order that is not shipped, or units of it. Looks first whether an earlier attempt got through. */
export async function cancelOrder(
  client: TikTokShopClient,
  { orderId, reason, orderLineIds = [], attempt }: CancelOrderInput,
): Promise<CancellationResult> {
  if (attempt.mayHaveHappened) {
    const found = await searchCancellations(client, { orderIds: [orderId], types: ['CANCEL'] });
    const earlier = found.find(({ tiktokCancellation: { units } }) =>
      orderLineIds.every((id) => units.some(({ orderLineId }) => orderLineId === id)),
    );
    if (earlier) return earlier;
  }
  const { cancel_id } = await client.call('cancelOrder', {
    json: {
      order_id: orderId,
      cancel_reason: reason,
      ...defined({ order_line_item_ids: orderLineIds.length > 0 ? orderLineIds : undefined }),
    },
    data: cancelledSchema(),
  });
  return afterWrite(() => getCancellation(client, cancel_id));
}
