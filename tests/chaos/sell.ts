import type { ControlRoom } from '../../sandbox/demo/control-room';
import { daysAgo, placeShopifyOrder } from '../../sandbox/demo/shop-floor';
import { DELIVERY } from './expected';
import { nameOf, type PlannedReturn } from './plan';

/** The size that comes back and the one that an exchange asks for. */
export const SIZE = 'S';
export const OTHER_SIZE = 'M';
export const TITLE = 'Jumper';

const OTHER_PRICE = 2_500;
const DELIVERED_DAYS_AGO = 5;
/** Longer than any window of the policy. */
const TOO_LONG_AGO_DAYS = 75;

const decimal = (minor: number): string => (minor / 100).toFixed(2);

export const isInShopify = ({ kind }: PlannedReturn): boolean =>
  !['stripe_refund', 'slow_refund', 'tiktok_refund'].includes(kind);

/** Sells, sends and delivers what is to come back. */
export async function sell(control: ControlRoom, planned: PlannedReturn): Promise<void> {
  if (planned.kind === 'tiktok_refund') await sellOnTikTok(control, planned);
  else await (isInShopify(planned) ? sellInShopify(control, planned) : sellOnStripe(control, planned));
}

/** Units of each SKU on sale before anything comes back. */
export const TIKTOK_STOCK = 10;

async function sellOnTikTok(control: ControlRoom, planned: PlannedReturn): Promise<void> {
  const { orderName, shopper, sku, price, discount, isWholeOrder } = planned;
  const { line1, city, postalCode, country } = shopper.address;
  const line = (title: string, lineSku: string, unitPrice: number): object => ({
    ...{ sku: lineSku, title, variantTitle: SIZE, quantity: 1, taxRate: 0.2, stock: TIKTOK_STOCK },
    unitPrice: decimal(unitPrice),
    ...(discount > 0 && { sellerDiscount: decimal((unitPrice * discount) / 100) }),
  });
  await control.post('/control/tiktok-shop/orders', {
    id: orderName,
    buyer: { name: nameOf(planned) },
    address: { line1, city, postalCode, country },
    currency: 'EUR',
    createdAt: daysAgo(DELIVERED_DAYS_AGO + 4),
    shippedAt: daysAgo(DELIVERED_DAYS_AGO + 3),
    deliveredAt: daysAgo(DELIVERED_DAYS_AGO),
    shippingAmount: decimal(DELIVERY),
    lines: [line(TITLE, sku, price), ...(isWholeOrder ? [] : [line('Hat', `${sku}-HAT`, OTHER_PRICE)])],
  });
}

function sellInShopify(control: ControlRoom, planned: PlannedReturn): Promise<void> {
  const { orderName, shopper, sku, price, discount, isWholeOrder, kind } = planned;
  const item = { category: 'Knitwear', quantity: 1 };
  return placeShopifyOrder(control, {
    name: orderName,
    shopper,
    deliveredDaysAgo: kind === 'too_late' ? TOO_LONG_AGO_DAYS : DELIVERED_DAYS_AGO,
    shippingAmount: decimal(DELIVERY),
    ...(discount > 0 && { discountPercent: String(discount) }),
    items: [
      { ...item, sku, title: TITLE, variantTitle: SIZE, siblings: [SIZE, OTHER_SIZE], unitPrice: decimal(price) },
      ...(isWholeOrder
        ? []
        : [{ ...item, sku: `${sku}-HAT`, title: 'Hat', variantTitle: '7', unitPrice: decimal(OTHER_PRICE) }]),
    ],
  });
}

async function sellOnStripe(control: ControlRoom, planned: PlannedReturn): Promise<void> {
  const { orderName, shopper, sku, price, discount, isWholeOrder, kind } = planned;
  const item = (name: string, itemSku: string, unitAmount: number): object => ({
    sku: itemSku,
    name,
    unitAmount,
    quantity: 1,
    category: 'Home',
    taxRate: 0.2,
    ...(discount > 0 && { discountAmount: (unitAmount * discount) / 100 }),
  });
  await control.post('/control/stripe/checkout-sessions', {
    orderNumber: orderName,
    customer: { name: nameOf(planned), email: shopper.email, address: shopper.address, locale: shopper.locale },
    currency: 'eur',
    items: [item(TITLE, sku, price), ...(isWholeOrder ? [] : [item('Hat', `${sku}-HAT`, OTHER_PRICE)])],
    shipping: { amount: DELIVERY, taxRate: 0.2 },
    createdAt: daysAgo(DELIVERED_DAYS_AGO),
    ...(kind === 'slow_refund' && { paymentMethod: 'pm_card_pendingRefund' }),
  });
}
