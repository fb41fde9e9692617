import type { PolicyInput } from '../../lib/policy';
import { returnReasons, type Order, type ReturnReason } from '../../lib/returns';
import { dice, pick } from '../measuring/dice';

export const DAY = 86_400_000;

/** What goods of a shop are called. */
export interface Assortment {
  readonly categories: readonly (string | undefined)[];
  readonly vendors: readonly string[];
  readonly types: readonly string[];
  readonly tags: readonly string[];
  /** How many tags a product has, on average. */
  readonly tagsEach: number;
}

/** Of the shop whose policy has twelve rules. */
export const smallShop: Assortment = {
  categories: [
    ...['Shirts', 'Trousers', 'Dresses', 'Coats', 'Knitwear', 'Skirts', 'Bags', 'Belts', 'Shoes', 'Shoes', undefined],
    ...['Outlet', 'Food', 'Tailoring', 'Underwear', 'Jewellery'],
  ],
  vendors: ['North', 'South'],
  types: ['Goods'],
  tags: ['new', 'cotton', 'summer', 'personalised', 'perishable', 'made-to-order', 'hygiene', 'final-sale', 'serial'],
  tagsEach: 0.3,
};

/** Of a shop whose policy has `rules` rules; a part of its goods is named by none of them. */
export const largeShop = (rules: number): Assortment => ({
  categories: names('Category', rules / 2),
  vendors: names('Brand', rules / 4),
  types: names('Type', rules),
  tags: names('tag', rules * 3).map((tag) => tag.replace(' ', '-')),
  tagsEach: 3,
});

const names = (word: string, count: number): string[] =>
  Array.from({ length: Math.ceil(count) }, (_, index) => `${word} ${index}`);

/** Most goods do not fit or do not please; every reason comes up. */
const reasons: readonly ReturnReason[] = [
  ...returnReasons,
  ...Array.from({ length: 12 }, () => ['too_small', 'too_large', 'changed_mind', 'style'] as const).flat(),
];

/** Whole days from the delivery to the request: half of the requests come within nine days, some after months. */
const daysUntilAsked = (roll: () => number): number => Math.floor(-13 * Math.log(1 - roll()));

/**
 * Requests of one line each. Every event falls between 8 and 18 o'clock UTC, so that days in Paris and days in UTC are
 * the same ones and a peer without time zones can count them.
 */
export function generateCases(count: number, shop = smallShop): PolicyInput[] {
  const roll = dice(12);
  return Array.from({ length: count }, (_, index) => caseOf(roll, shop, String(index)));
}

function tagsOf(roll: () => number, { tags, tagsEach }: Assortment): string[] {
  const many = tags.length > 50;
  if (!many) return tags.filter(() => roll() < tagsEach / tags.length);
  return [...new Set(Array.from({ length: Math.floor(roll() * 2 * tagsEach) }, () => pick(roll, tags)))];
}

function caseOf(roll: () => number, shop: Assortment, id: string): PolicyInput {
  const instant = (day: number): string =>
    new Date(day * DAY + Math.floor((8 + 10 * roll()) * 3_600_000)).toISOString();
  const paid = { amount: 500 + Math.floor(roll() * roll() * roll() * 60_000), currency: 'EUR' };
  const category = pick(roll, shop.categories);
  const shipped = 20_400 + Math.floor(roll() * 200);
  const delivered = roll() < 0.9 ? shipped + 2 : undefined;
  const requested = (delivered ?? shipped) + daysUntilAsked(roll);
  const order: Order = {
    id: `order-${id}`,
    name: `#${id}`,
    channel: 'shopify',
    placedAt: instant(shipped - 1),
    fulfilledAt: instant(shipped),
    ...(delivered !== undefined && { deliveredAt: instant(delivered) }),
    currency: 'EUR',
    taxesIncluded: true,
    customer: { name: 'Zoë Martin', tags: [] },
    shippingAddress: { name: 'Zoë Martin', line1: '1 rue Haute', city: 'Lyon', postalCode: '69001', country: 'FR' },
    lines: [
      {
        id: 'line-1',
        title: 'Goods',
        sku: `SKU-${id}`,
        ...(category !== undefined && { category }),
        vendor: pick(roll, shop.vendors),
        productType: pick(roll, shop.types),
        tags: tagsOf(roll, shop),
        quantity: 1,
        returnableQuantity: 1,
        paid,
        tax: { amount: 0, currency: 'EUR' },
      },
    ],
    shipping: { amount: 490, currency: 'EUR' },
    total: paid,
    payment: { provider: 'shopify' },
    tags: [],
  };
  const asked = { orderLineId: 'line-1', quantity: 1, reason: pick(roll, reasons) };
  return {
    order,
    request: {
      channel: 'shopify',
      externalId: `request-${id}`,
      requestedAt: instant(requested),
      resolution: 'refund',
      lines: [asked],
      locale: 'fr',
    },
  };
}
