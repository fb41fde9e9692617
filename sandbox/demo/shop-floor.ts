import type { ControlRoom } from './control-room';
import { fullName, type Shopper } from './story';

const DAY_MS = 86_400_000;
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

export interface ShopItem {
  readonly sku: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly category: string;
  readonly quantity: number;
  /** Tax included, as a decimal string. */
  readonly unitPrice: string;
  readonly siblings?: readonly string[];
  /** What other variants cost, by their titles, where it is not the price of this one. */
  readonly siblingPrices?: Readonly<Record<string, string>>;
}

export interface ShopifyOrder {
  readonly name: string;
  readonly shopper: Shopper;
  readonly items: readonly ShopItem[];
  readonly deliveredDaysAgo: number;
  readonly discountPercent?: string;
  readonly shippingAmount?: string;
}

/** An order that was sold, sent and delivered in the sandbox's Shopify shop. */
export async function placeShopifyOrder(control: ControlRoom, order: ShopifyOrder): Promise<void> {
  const { shopper, deliveredDaysAgo, discountPercent } = order;
  await control.post('/control/shopify/orders', {
    name: order.name,
    email: shopper.email,
    customer: { firstName: shopper.firstName, lastName: shopper.lastName, locale: shopper.locale },
    shippingAddress: {
      firstName: shopper.firstName,
      lastName: shopper.lastName,
      address1: shopper.address.line1,
      zip: shopper.address.postalCode,
      city: shopper.address.city,
      countryCode: shopper.address.country,
    },
    currency: 'EUR',
    taxesIncluded: true,
    processedAt: daysAgo(deliveredDaysAgo + 4),
    fulfilledAt: daysAgo(deliveredDaysAgo + 3),
    deliveredAt: daysAgo(deliveredDaysAgo),
    shippingAmount: order.shippingAmount ?? '4.90',
    ...(discountPercent !== undefined && { discount: { code: 'BIENVENUE', percent: discountPercent } }),
    lines: order.items.map(({ category, ...item }) => ({ ...item, productType: category, taxRate: '0.2' })),
  });
}

/** Asks for a return as the shopper does in their Shopify account. */
export async function requestInShopify(
  control: ControlRoom,
  orderName: string,
  line: { sku: string; reason: string; note?: string },
): Promise<void> {
  await control.post('/control/shopify/returns/request', { orderName, lines: [{ quantity: 1, ...line }] });
}

export interface StripeOrder {
  readonly orderNumber: string;
  readonly shopper: Shopper;
  readonly items: readonly { sku: string; name: string; unitAmount: number; quantity: number; category: string }[];
  readonly paidDaysAgo: number;
}

/** An order that was paid with Stripe Checkout, in a shop without Shopify. */
export async function payWithStripe(control: ControlRoom, order: StripeOrder): Promise<{ paymentIntent: string }> {
  const { shopper } = order;
  return control.post('/control/stripe/checkout-sessions', {
    orderNumber: order.orderNumber,
    customer: { name: fullName(shopper), email: shopper.email, address: shopper.address, locale: shopper.locale },
    currency: 'eur',
    items: order.items.map((item) => ({ ...item, taxRate: 0.2 })),
    createdAt: daysAgo(order.paidDaysAgo),
  });
}

/** The carrier scans the parcel. */
export async function scan(
  control: ControlRoom,
  trackingNumber: string,
  status: 'in_transit' | 'out_for_delivery' | 'delivered',
): Promise<void> {
  await control.post(`/control/easypost/trackers/${trackingNumber}/status`, { status });
}

export interface TikTokOrder {
  readonly shopper: Shopper;
  /** `unitPrice` tax included, as a decimal string. */
  readonly items: readonly { sku: string; title: string; variantTitle: string; quantity: number; unitPrice: string }[];
  readonly deliveredDaysAgo: number;
  readonly shippingAmount?: string;
}

export interface TikTokSale {
  readonly orderId: string;
  readonly userId: string;
  /** The only address that TikTok gives away. */
  readonly buyerEmail: string;
  readonly lines: readonly {
    readonly id: string;
    readonly skuId: string;
    readonly productId: string;
    readonly sku: string;
  }[];
}

/** An order that was sold, sent and delivered in the sandbox's TikTok shop. The shopper's address stays hidden there. */
export async function sellOnTikTokShop(control: ControlRoom, order: TikTokOrder): Promise<TikTokSale> {
  const { shopper, deliveredDaysAgo } = order;
  const { line1, city, postalCode, country } = shopper.address;
  return control.post('/control/tiktok-shop/orders', {
    buyer: { name: fullName(shopper) },
    address: { line1, city, postalCode, country },
    currency: 'EUR',
    createdAt: daysAgo(deliveredDaysAgo + 4),
    shippedAt: daysAgo(deliveredDaysAgo + 3),
    deliveredAt: daysAgo(deliveredDaysAgo),
    shippingAmount: order.shippingAmount ?? '4.90',
    lines: order.items.map((item) => ({ ...item, taxRate: 0.2 })),
  });
}

/** What a buyer asks for in the TikTok app. */
export async function requestOnTikTokShop(
  control: ControlRoom,
  orderId: string,
  wanted: {
    readonly type: 'REFUND' | 'RETURN_AND_REFUND' | 'REPLACEMENT';
    readonly sku: string;
    readonly reason?: string;
    readonly note?: string;
    readonly isQuickRefund?: boolean;
  },
): Promise<{ returnId: string }> {
  const { sku, ...rest } = wanted;
  return control.post('/control/tiktok-shop/returns', { orderId, lines: [{ sku }], ...rest });
}

/** What happens to a return on TikTok Shop without the seller. */
export async function moveTikTokReturn(
  control: ControlRoom,
  returnId: string,
  verb: 'ship' | 'deliver' | 'withdraw' | 'accept-offer' | 'refuse-offer' | 'appeal',
): Promise<{ status: string }> {
  return control.post(`/control/tiktok-shop/returns/${returnId}/${verb}`, {});
}
