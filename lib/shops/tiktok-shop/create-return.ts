import { z } from 'zod/v4';
import { once, type Attempt } from '../../http';
import { defined, ReturnsError, toDecimal, type Money, type ReturnReason } from '../../returns';
import { afterWrite, type TikTokShopClient } from './client';
import { aftersaleEligibility } from './eligibility';
import { reasonNameFor } from './reasons';
import { getReturn, searchReturns } from './search-returns';
import { toSeconds } from './times';
import type { ReturnResult } from './types';

const createdSchema = once(() => z.object({ return_id: z.string(), return_status: z.string().nullish() }));

export interface CreateReturnInput {
  readonly orderId: string;
  readonly type: 'REFUND' | 'RETURN_AND_REFUND';
  readonly orderLineIds: readonly string[];
  /** TikTok's name of the reason; found from `reason` when left out. */
  readonly reasonName?: string | undefined;
  readonly reason: ReturnReason;
  /** Less than what TikTok Shop would pay; all of it when left out. */
  readonly amount?: Money | undefined;
  readonly shipmentType?: string | undefined;
  readonly handoverMethod?: string | undefined;
  readonly attempt: Attempt & { readonly keySince?: string };
}

/**
 * Opens a return for the shopper. Where an earlier attempt may have got through, the seller's own returns of the order
 * are looked at first.
 * @throws ReturnsError `invalid_input` when TikTok Shop offers no reason for these units
 */
export async function createReturn(client: TikTokShopClient, input: CreateReturnInput): Promise<ReturnResult> {
  const { orderId, type, orderLineIds, amount, attempt } = input;
  const earlier = attempt.mayHaveHappened ? await findCreated(client, input) : undefined;
  if (earlier) return earlier;
  const reason = input.reasonName ? input.reasonName : await reasonFor(client, input);
  const { return_id } = await client.call('createReturn', {
    json: {
      order_id: orderId,
      return_type: type,
      return_reason: reason,
      order_line_item_ids: orderLineIds,
      ...(amount && { refund_total: toDecimal(amount), currency: amount.currency }),
      ...defined({ shipment_type: input.shipmentType, handover_method: input.handoverMethod }),
    },
    idempotencyKey: attempt.idempotencyKey,
    data: createdSchema(),
  });
  return afterWrite(() => getReturn(client, return_id));
}

async function findCreated(
  client: TikTokShopClient,
  { orderId, orderLineIds, type, attempt }: CreateReturnInput,
): Promise<ReturnResult | undefined> {
  const since = attempt.keySince === undefined ? 0 : toSeconds(attempt.keySince) - 60;
  const found = await searchReturns(client, { orderIds: [orderId] });
  return found.find(
    ({ tiktokReturn }) =>
      tiktokReturn.role === 'SELLER' &&
      tiktokReturn.type === type &&
      toSeconds(tiktokReturn.createdAt) >= since &&
      orderLineIds.every((id) => tiktokReturn.units.some(({ orderLineId }) => orderLineId === id)),
  );
}

/** Reasons differ by market and state of the order, so they are never written down: TikTok Shop is asked. */
async function reasonFor(
  client: TikTokShopClient,
  { orderId, type, orderLineIds, reason }: CreateReturnInput,
): Promise<string> {
  const rows = await aftersaleEligibility(client, { orderId, initiator: 'SELLER', types: [type] });
  const own = rows.filter(
    (row) => row.type === type && row.orderLineIds.some((orderLineId) => orderLineIds.includes(orderLineId)),
  );
  const refused = own.find(({ eligible }) => !eligible);
  const name = reasonNameFor(
    reason,
    own.flatMap(({ reasons, eligible }) => (eligible ? reasons : [])),
  );
  if (name !== undefined && !refused) return name;
  throw new ReturnsError(
    refused ? 'conflict' : 'invalid_input',
    `TikTok Shop takes no such return of order ${orderId}${refused?.why === undefined ? '' : `: ${refused.why}`}`,
    {
      provider: 'tiktok_shop',
      description: 'Look at the aftersale eligibility of the order: it tells what can be asked for, and why not.',
    },
  );
}
