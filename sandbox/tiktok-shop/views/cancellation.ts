import type { Cancellation } from '../model';
import { reasonText } from '../reasons';
import type { World } from '../world';
import { refundView } from './amount';

/** A cancellation as Search Cancellations answers it. */
export function cancellationView(world: World, entry: Cancellation): Record<string, unknown> {
  const order = world.orderOf(entry);
  return {
    cancel_id: entry.id,
    order_id: entry.orderId,
    cancel_type: entry.type,
    cancel_status: entry.status,
    cancel_reason: entry.reason,
    cancel_reason_text: reasonText(entry.reason),
    role: entry.role,
    refund_amount: refundView(
      entry.lines.map(({ refund }) => refund),
      order.currency,
    ),
    seller_next_action_response:
      entry.deadline === undefined ? undefined : [{ action: 'SELLER_RESPOND_CANCEL', deadline: entry.deadline }],
    cancel_line_items: entry.lines.map(({ id, orderLineId, refund }) => {
      const line = order.lines.find((one) => one.id === orderLineId);
      return {
        cancel_line_item_id: id,
        order_line_item_id: orderLineId,
        sku_id: line?.skuId,
        sku_name: line?.skuName,
        seller_sku: line?.sellerSku,
        product_name: line?.productName,
        product_image: { url: line?.image, width: 200, height: 200 },
        refund_amount: refundView([refund], order.currency),
      };
    }),
    create_time: entry.createTime,
    update_time: entry.updateTime,
  };
}
