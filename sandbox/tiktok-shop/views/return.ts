import type { Order, Return, ReturnLine } from '../model';
import { toDecimal } from '../money';
import { reasonText } from '../reasons';
import type { World } from '../world';
import { refundView } from './amount';

function lineView(order: Order, { id, orderLineId, refund }: ReturnLine): object {
  const line = order.lines.find((one) => one.id === orderLineId);
  return {
    return_line_item_id: id,
    order_line_item_id: orderLineId,
    sku_id: line?.skuId,
    sku_name: line?.skuName,
    seller_sku: line?.sellerSku,
    product_name: line?.productName,
    product_image: { url: line?.image, width: 200, height: 200 },
    refund_amount: refundView([refund], order.currency),
  };
}

function discounts(order: Order, entry: Return): object {
  const ids = new Set(entry.lines.map(({ orderLineId }) => orderLineId));
  const lines = order.lines.filter(({ id }) => ids.has(id));
  const text = (minor: number): string => toDecimal(minor, order.currency);
  const isWhole = lines.length === order.lines.length;
  return {
    currency: order.currency,
    product_seller_discount: text(lines.reduce((sum, line) => sum + line.sellerDiscount, 0)),
    product_platform_discount: text(lines.reduce((sum, line) => sum + line.platformDiscount, 0)),
    shipping_fee_seller_discount: text(isWhole ? order.shippingSellerDiscount : 0),
    shipping_fee_platform_discount: text(isWhole ? order.shippingPlatformDiscount : 0),
  };
}

function shippingFees(order: Order, entry: Return): object {
  const text = (minor: number): string => toDecimal(minor, order.currency);
  return {
    currency: order.currency,
    seller_paid_return_shipping_fee: text(entry.returnShippingFee),
    platform_paid_return_shipping_fee: '0',
    buyer_paid_return_shipping_fee: '0',
  };
}

/** A return as Search Returns answers it. What does not apply is left out; newer versions tell of quick refunds. */
export function returnView(world: World, entry: Return, version: string): Record<string, unknown> {
  const order = world.orderOf(entry);
  const warehouse = world.warehousesOf(world.shopOf(entry)).find(({ type }) => type === 'RETURN_WAREHOUSE');
  const { line1, city, postalCode, regionCode } = warehouse?.address ?? order.address;
  return {
    return_id: entry.id,
    order_id: entry.orderId,
    return_type: entry.type,
    return_status: entry.status,
    arbitration_status: entry.arbitration,
    role: entry.role,
    return_reason: entry.reason,
    return_reason_text: reasonText(entry.reason),
    shipment_type: entry.shipmentType,
    handover_method: entry.handoverMethod,
    return_method: entry.method,
    return_tracking_number: entry.tracking?.number,
    return_provider_id: entry.tracking?.providerId,
    return_provider_name: entry.tracking?.providerName,
    return_shipping_document_type: entry.documentType,
    pre_return_id: entry.preReturnId,
    next_return_id: entry.nextReturnId,
    can_buyer_keep_item: entry.canBuyerKeepItem ? true : undefined,
    is_combined_return: false,
    combined_return_id: '0',
    seller_proposed_return_type: entry.offer === undefined ? undefined : 'PARTIAL_REFUND',
    partial_refund:
      entry.offer === undefined
        ? undefined
        : { currency: order.currency, amount: toDecimal(entry.offer.amount, order.currency) },
    buyer_rejected_partial_refund: entry.offer?.isRejected,
    seller_next_action_response: entry.action === undefined ? undefined : [entry.action],
    refund_amount: refundView(
      entry.lines.map(({ refund }) => refund),
      order.currency,
    ),
    discount_amount: [discounts(order, entry)],
    shipping_fee_amount: [shippingFees(order, entry)],
    return_warehouse_address:
      entry.type === 'RETURN_AND_REFUND'
        ? { full_address: `${line1}, ${postalCode} ${city}, ${regionCode}` }
        : undefined,
    return_line_items: entry.lines.map((line) => lineView(order, line)),
    is_quick_refund: version >= '202602' && entry.isQuickRefund ? true : undefined,
    create_time: entry.createTime,
    update_time: entry.updateTime,
  };
}
