import { z } from 'zod/v4';
import { once } from '../../http';

/**
 * TikTok Shop's answers, as far as they are read. Words that may grow (statuses, types, reasons) are texts, so that a new
 * one is kept as it came. Empty texts stand for nothing in many places.
 */

const text = z
  .string()
  .nullish()
  .transform((value) => (value ? value : undefined));
const count = z.coerce.number().nullish();
const yes = z.boolean().nullish();

export const pageSchema = once(() => ({ next_page_token: text, total_count: count }));

const refundAmount = once(() =>
  z.object({
    currency: text,
    refund_total: text,
    refund_subtotal: text,
    refund_shipping_fee: text,
    refund_tax: text,
    retail_delivery_fee: text,
    buyer_service_fee: text,
  }),
);
export const refundAmountSchema = refundAmount;
export type RefundAmountAnswer = z.output<ReturnType<typeof refundAmount>>;

const nextAction = once(() =>
  z
    .array(z.object({ action: z.string(), deadline: count }))
    .nullish()
    .transform((value) => value ?? []),
);
export type NextActionAnswer = z.output<ReturnType<typeof nextAction>>;

const lineFields = once(() => ({
  order_line_item_id: z.string(),
  sku_id: text,
  sku_name: text,
  seller_sku: text,
  product_name: text,
  refund_amount: refundAmount().nullish(),
}));

export const returnSchema = once(() =>
  z.object({
    return_id: z.string(),
    order_id: z.string(),
    return_type: z.string(),
    return_status: z.string(),
    arbitration_status: text,
    role: text,
    return_reason: text,
    return_reason_text: text,
    shipment_type: text,
    handover_method: text,
    return_method: text,
    return_tracking_number: text,
    return_provider_id: text,
    return_provider_name: text,
    return_shipping_document_type: text,
    pre_return_id: text,
    next_return_id: text,
    can_buyer_keep_item: yes,
    is_combined_return: yes,
    combined_return_id: text,
    is_quick_refund: yes,
    seller_proposed_return_type: text,
    buyer_rejected_partial_refund: yes,
    partial_refund: z.object({ currency: text, amount: text }).nullish(),
    seller_next_action_response: nextAction(),
    refund_amount: refundAmount().nullish(),
    return_line_items: z
      .array(z.object({ return_line_item_id: text, ...lineFields() }))
      .nullish()
      .transform((value) => value ?? []),
    create_time: z.coerce.number(),
    update_time: z.coerce.number(),
  }),
);
export type ReturnAnswer = z.output<ReturnType<typeof returnSchema>>;

export const returnsSchema = once(() =>
  z.object({ return_orders: z.array(returnSchema()).nullish(), ...pageSchema() }),
);

export const cancellationSchema = once(() =>
  z.object({
    cancel_id: z.string(),
    order_id: z.string(),
    cancel_type: z.string(),
    cancel_status: z.string(),
    cancel_reason: text,
    cancel_reason_text: text,
    role: text,
    seller_next_action_response: nextAction(),
    refund_amount: refundAmount().nullish(),
    cancel_line_items: z
      .array(z.object({ cancel_line_item_id: text, ...lineFields() }))
      .nullish()
      .transform((value) => value ?? []),
    create_time: z.coerce.number(),
    update_time: z.coerce.number(),
  }),
);
export type CancellationAnswer = z.output<ReturnType<typeof cancellationSchema>>;

export const cancellationsSchema = once(() =>
  z.object({ cancellations: z.array(cancellationSchema()).nullish(), ...pageSchema() }),
);

const recipientAddress = once(() =>
  z.object({
    name: text,
    phone_number: text,
    address_line1: text,
    address_line2: text,
    address_detail: text,
    post_town: text,
    postal_code: text,
    region_code: text,
    district_info: z
      .array(z.object({ address_level: text, address_level_name: text, address_name: text, iso_code: text }))
      .nullish(),
  }),
);
export type RecipientAddress = z.output<ReturnType<typeof recipientAddress>>;

export const orderLineAnswerSchema = once(() =>
  z.object({
    id: z.string(),
    sku_id: text,
    seller_sku: text,
    sku_name: text,
    product_id: text,
    product_name: text,
    sale_price: text,
    original_price: text,
    seller_discount: text,
    platform_discount: text,
    item_tax: z.array(z.object({ tax_amount: text, tax_type: text })).nullish(),
    display_status: text,
    package_id: text,
    package_status: text,
    tracking_number: text,
    is_gift: yes,
    rts_time: count,
  }),
);
export type OrderLineAnswer = z.output<ReturnType<typeof orderLineAnswerSchema>>;

export const orderAnswerSchema = once(() =>
  z.object({
    id: z.string(),
    user_id: text,
    status: text,
    create_time: z.coerce.number(),
    update_time: count,
    paid_time: count,
    delivery_time: count,
    rts_time: count,
    fulfillment_type: text,
    shipping_type: text,
    delivery_option_name: text,
    warehouse_id: text,
    payment_method_name: text,
    is_buyer_request_cancel: yes,
    is_replacement_order: yes,
    replaced_order_id: text,
    is_exchange_order: yes,
    exchange_source_order_id: text,
    recipient_address: recipientAddress().nullish(),
    payment: z
      .object({
        currency: z.string(),
        total_amount: text,
        sub_total: text,
        shipping_fee: text,
        shipping_fee_tax: text,
        tax: text,
        product_tax: text,
        seller_discount: text,
        platform_discount: text,
      })
      .nullish(),
    line_items: z
      .array(orderLineAnswerSchema())
      .nullish()
      .transform((value) => value ?? []),
  }),
);
export type OrderAnswer = z.output<ReturnType<typeof orderAnswerSchema>>;

export const ordersSchema = once(() => z.object({ orders: z.array(orderAnswerSchema()).nullish(), ...pageSchema() }));
