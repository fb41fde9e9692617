import type { Order, OrderLine } from '../model';
import { toDecimal } from '../money';

/** Where TikTok ships, it hides most of a name, a phone number and a street from the seller. */
const maskFor =
  ({ shippingType }: Order) =>
  (text: string): string =>
    shippingType === 'SELLER' || text === '' ? text : `${text.slice(0, 1)}${'*'.repeat(5)}`;

function lineView(order: Order, line: OrderLine): object {
  const text = (minor: number): string => toDecimal(minor, order.currency);
  return {
    id: line.id,
    sku_id: line.skuId,
    sku_name: line.skuName,
    sku_image: line.image,
    seller_sku: line.sellerSku,
    product_id: line.productId,
    product_name: line.productName,
    currency: order.currency,
    original_price: text(line.originalPrice),
    seller_discount: text(line.sellerDiscount),
    platform_discount: text(line.platformDiscount),
    sale_price: text(line.salePrice),
    display_status: line.status,
    package_id: line.packageId,
    package_status: packageStatus(line),
    tracking_number: order.trackingNumber === '' ? undefined : order.trackingNumber,
    shipping_provider_id: order.providerId,
    shipping_provider_name: order.providerName,
    is_gift: line.isGift,
    cancel_reason: line.status === 'CANCELLED' ? order.cancelReason : undefined,
    item_tax: order.isTaxIncluded
      ? undefined
      : [{ tax_type: 'SALES_TAX', tax_amount: text(line.tax), tax_rate: String(line.taxRate) }],
    rts_time: order.shippedTime,
  };
}

function packageStatus({ status }: OrderLine): string {
  if (status === 'CANCELLED') return 'CANCELLED';
  if (status === 'DELIVERED' || status === 'COMPLETED') return 'COMPLETED';
  return status === 'IN_TRANSIT' || status === 'AWAITING_COLLECTION' ? 'PROCESSING' : 'TO_FULFILL';
}

function paymentView(order: Order): object {
  const text = (minor: number): string => toDecimal(minor, order.currency);
  const sum = (pick: (line: OrderLine) => number): number => order.lines.reduce((total, line) => total + pick(line), 0);
  const goods = sum(({ salePrice }) => salePrice);
  const tax = order.isTaxIncluded ? 0 : sum((line) => line.tax);
  return {
    currency: order.currency,
    sub_total: text(goods),
    shipping_fee: text(order.shippingFee),
    original_shipping_fee: text(order.shippingFee + order.shippingSellerDiscount + order.shippingPlatformDiscount),
    shipping_fee_seller_discount: text(order.shippingSellerDiscount),
    shipping_fee_platform_discount: text(order.shippingPlatformDiscount),
    original_total_product_price: text(sum(({ originalPrice }) => originalPrice)),
    seller_discount: text(sum(({ sellerDiscount }) => sellerDiscount)),
    platform_discount: text(sum(({ platformDiscount }) => platformDiscount)),
    tax: text(tax),
    total_amount: text(goods + order.shippingFee + tax),
  };
}

/** An order as Get Order Detail and Get Order List answer it. */
export function orderView(order: Order): Record<string, unknown> {
  const { address } = order;
  const masked = maskFor(order);
  const [firstName = '', ...rest] = address.name.split(' ');
  return {
    id: order.id,
    status: order.status,
    user_id: order.userId,
    buyer_email: order.buyerEmail,
    buyer_nickname: order.buyerNickname,
    buyer_message: order.buyerMessage,
    order_type: 'NORMAL',
    commerce_platform: 'TIKTOK_SHOP',
    create_time: order.createTime,
    paid_time: order.paidTime,
    rts_time: order.shippedTime,
    collection_time: order.shippedTime,
    delivery_time: order.deliveryTime,
    cancel_time: order.cancelTime,
    cancel_reason: order.cancelReason,
    update_time: order.updateTime,
    fulfillment_type: 'FULFILLMENT_BY_SELLER',
    shipping_type: order.shippingType,
    delivery_option_id: order.deliveryOptionId,
    delivery_option_name: 'Standard shipping',
    shipping_provider_id: order.providerId,
    shipping_provider: order.providerName,
    tracking_number: order.trackingNumber,
    warehouse_id: order.warehouseId,
    is_buyer_request_cancel: order.isBuyerRequestCancel,
    is_on_hold_order: order.status === 'ON_HOLD',
    is_cod: false,
    is_sample_order: false,
    is_exchange_order: false,
    is_replacement_order: order.replacedOrderId !== undefined,
    replaced_order_id: order.replacedOrderId,
    has_updated_recipient_address: false,
    payment_method_name: 'Credit card',
    payment: paymentView(order),
    line_items: order.lines.map((line) => lineView(order, line)),
    packages: [...new Set(order.lines.map(({ packageId }) => packageId))].map((id) => ({ id })),
    recipient_address:
      order.status === 'UNPAID' || order.status === 'ON_HOLD'
        ? undefined
        : {
            name: [firstName, ...rest].map(masked).join(' '),
            first_name: masked(firstName),
            last_name: masked(rest.join(' ')),
            phone_number: masked(address.phone),
            address_line1: masked(address.line1),
            address_line2: address.line2,
            address_detail: masked(address.line1),
            full_address: `${masked(address.line1)}, ${address.postalCode} ${address.city}, ${address.regionCode}`,
            postal_code: address.postalCode,
            region_code: address.regionCode,
            district_info: [
              {
                address_level: 'L0',
                address_level_name: 'Country',
                address_name: address.regionCode,
                iso_code: address.regionCode,
              },
              { address_level: 'L3', address_level_name: 'City', address_name: address.city },
            ],
          },
  };
}
