import {
  addMoney,
  defined,
  ReturnsError,
  subtractMoney,
  sumMoney,
  type Address,
  type Money,
  type Order,
  type OrderLine,
} from '../../returns';
import { channel } from './mapping';
import { readAmountOrZero } from './money';
import type { OrderAnswer, OrderLineAnswer, RecipientAddress } from './shapes';
import { readInstant } from './times';
import type { OrderResult, TikTokOrder } from './types';

/**
 * An order as our chapter: a line per unit, because TikTok Shop names every unit by itself, with a price, a parcel and a
 * status of its own. So two of three units can come back, each for what it cost. Pure.
 * @param returning units of a return that is being read: they can come back although TikTok Shop counts them no more
 * @throws ReturnsError `unexpected_answer` for an order without payment or goods
 */
export function readOrder(answer: OrderAnswer, returning: readonly string[] = []): OrderResult {
  const { payment } = answer;
  if (!payment || answer.line_items.length === 0) {
    throw new ReturnsError('unexpected_answer', `TikTok Shop tells neither price nor goods of order ${answer.id}`, {
      provider: 'tiktok_shop',
      description: 'Orders that are not paid yet cannot be returned. If this one is paid, report it.',
    });
  }
  const { currency } = payment;
  const amount = (text: string | undefined): Money => readAmountOrZero(text, currency);
  const taxesIncluded = amount(payment.tax).amount === 0;
  const lines = answer.line_items.map((line) => readLine(line, answer, { currency, taxesIncluded, returning }));
  const address = readAddress(answer.recipient_address);
  const shipping = amount(payment.shipping_fee);
  const discount = addMoney(amount(payment.seller_discount), amount(payment.platform_discount));
  const order: Order = {
    id: answer.id,
    name: answer.id,
    channel,
    placedAt: readInstant(answer.create_time) ?? '1970-01-01T00:00:00.000Z',
    currency,
    taxesIncluded,
    customer: {
      name: answer.recipient_address?.name?.slice(0, 200) ?? '',
      // The address that TikTok Shop shows is one of its own that no mail may be sent to: messages go through TikTok.
      ...defined({ id: answer.user_id }),
      tags: [],
    },
    lines,
    shipping: taxesIncluded ? shipping : addMoney(shipping, amount(payment.shipping_fee_tax)),
    total: payment.total_amount === undefined ? totalOf(lines, shipping) : amount(payment.total_amount),
    payment: { provider: 'tiktok_shop', ...defined({ method: answer.payment_method_name?.slice(0, 80) }) },
    tags: [],
    ...(address && { shippingAddress: address }),
    ...(discount.amount > 0 && { discount }),
    ...defined({
      fulfilledAt: shippedAt(answer),
      deliveredAt: readInstant(answer.delivery_time),
      shippingMethod: answer.delivery_option_name?.slice(0, 120),
    }),
  };
  return { order, tiktokOrder: tiktokOrderOf(answer) };
}

interface Frame {
  readonly currency: string;
  readonly taxesIncluded: boolean;
  readonly returning: readonly string[];
}

function readLine(line: OrderLineAnswer, order: OrderAnswer, frame: Frame): OrderLine {
  const { currency, taxesIncluded } = frame;
  const amount = (text: string | undefined): Money => readAmountOrZero(text, currency);
  const tax = sumMoney(
    (line.item_tax ?? []).map(({ tax_amount }) => amount(tax_amount)),
    currency,
  );
  const price = priceOf(line, currency);
  const discount = addMoney(amount(line.seller_discount), amount(line.platform_discount));
  return {
    id: line.id,
    title: (line.product_name ?? line.seller_sku ?? line.id).slice(0, 500),
    tags: [],
    quantity: 1,
    returnableQuantity: isReturnable(line, order, frame) ? 1 : 0,
    paid: taxesIncluded ? price : addMoney(price, tax),
    tax,
    ...(discount.amount > 0 && { discount }),
    ...defined({
      sku: line.seller_sku?.slice(0, 120),
      variantTitle: line.sku_name?.slice(0, 300),
      productId: line.product_id,
      variantId: line.sku_id,
      parcel: line.package_id,
    }),
  };
}

/** `sale_price` is after every discount; where it is missing, it is worked out from what it is made of. */
function priceOf(line: OrderLineAnswer, currency: string): Money {
  const amount = (text: string | undefined): Money => readAmountOrZero(text, currency);
  if (line.sale_price !== undefined) return amount(line.sale_price);
  return subtractMoney(
    amount(line.original_price),
    addMoney(amount(line.seller_discount), amount(line.platform_discount)),
  );
}

/** What was cancelled, or belongs to an order that TikTok Shop has closed, cannot come back any more. */
function isReturnable(line: OrderLineAnswer, order: OrderAnswer, { returning }: Frame): boolean {
  if (returning.includes(line.id)) return true;
  const status = line.display_status ?? order.status ?? '';
  return !['CANCELLED', 'COMPLETED', 'UNPAID'].includes(status) && order.status !== 'COMPLETED';
}

const totalOf = (lines: readonly OrderLine[], shipping: Money): Money =>
  addMoney(shipping, ...lines.map(({ paid }) => paid));

/** An order in several parcels is sent when the last one is. */
function shippedAt(order: OrderAnswer): string | undefined {
  const times = [order.rts_time, ...order.line_items.map(({ rts_time }) => rts_time)];
  const latest = Math.max(0, ...times.map((time) => time ?? 0));
  return readInstant(latest);
}

/** Undefined where TikTok Shop masks it, as it does once its own carrier has the parcel: a mask is no address. */
export function readAddress(address: RecipientAddress | null | undefined): Address | undefined {
  const country = address?.region_code ?? '';
  const line1 = address?.address_line1 ?? address?.address_detail;
  const city = address?.post_town ?? cityOf(address);
  if (!address?.name || !line1 || !city || !/^[A-Z]{2}$/.test(country)) return undefined;
  if ([address.name, line1, city].some((text) => text.includes('*'))) return undefined;
  const phone = address.phone_number?.includes('*') ? undefined : address.phone_number;
  return {
    name: address.name.slice(0, 200),
    line1: line1.slice(0, 200),
    city: city.slice(0, 120),
    postalCode: (address.postal_code ?? '').slice(0, 20),
    country,
    ...defined({
      line2: address.address_line2?.slice(0, 200),
      region: districtOf(address, /state|province|region/i)?.slice(0, 80),
      phone: phone?.slice(0, 40),
    }),
  };
}

const cityOf = (address: RecipientAddress | null | undefined): string | undefined =>
  districtOf(address, /city|town/i) ?? address?.district_info?.at(-1)?.address_name;

function districtOf(address: RecipientAddress | null | undefined, level: RegExp): string | undefined {
  const found = address?.district_info?.find(({ address_level_name }) => level.test(address_level_name ?? ''));
  return found?.address_name;
}

const tiktokOrderOf = (answer: OrderAnswer): TikTokOrder => ({
  id: answer.id,
  cancellationRequested: answer.is_buyer_request_cancel === true,
  units: answer.line_items.map((line) => ({
    orderLineId: line.id,
    ...defined({
      skuId: line.sku_id,
      sku: line.seller_sku,
      productId: line.product_id,
      packageId: line.package_id,
      trackingNumber: line.tracking_number,
      status: line.display_status,
    }),
  })),
  ...defined({
    status: answer.status,
    buyerUserId: answer.user_id,
    warehouseId: answer.warehouse_id,
    shippingType: answer.shipping_type,
    fulfillmentType: answer.fulfillment_type,
    replacementOf: answer.is_replacement_order ? answer.replaced_order_id : undefined,
    exchangeOf: answer.is_exchange_order ? answer.exchange_source_order_id : undefined,
    updatedAt: readInstant(answer.update_time),
  }),
});
