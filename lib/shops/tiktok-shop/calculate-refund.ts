import { z } from 'zod/v4';
import { once } from '../../http';
import { defined } from '../../returns';
import type { TikTokShopClient } from './client';
import { readAmounts } from './mapping';
import { refundAmountSchema } from './shapes';
import type { RefundAmounts } from './types';

const calculatedSchema = once(() => z.object({ order_refund_amount: refundAmountSchema().nullish() }));

export interface CalculateInput {
  readonly orderId: string;
  /** The amount depends on it. */
  readonly type: 'CANCEL' | 'REFUND' | 'RETURN_AND_REFUND';
  readonly reasonName: string;
  readonly orderLineIds: readonly string[];
  readonly shipmentType?: string | undefined;
  readonly handoverMethod?: string | undefined;
}

/** What TikTok Shop would pay back. Changes nothing. */
export async function calculateRefund(client: TikTokShopClient, input: CalculateInput): Promise<RefundAmounts> {
  const { order_refund_amount } = await client.call('calculateRefund', {
    json: {
      order_id: input.orderId,
      request_type: input.type,
      reason_name: input.reasonName,
      order_line_item_ids: input.orderLineIds,
      ...defined({ shipment_type: input.shipmentType, handover_method: input.handoverMethod }),
    },
    data: calculatedSchema(),
  });
  return readAmounts(order_refund_amount);
}
