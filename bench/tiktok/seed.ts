import { requestReasons } from '../../sandbox/tiktok-shop/reasons';
import { dice, pick } from '../measuring/dice';

const DAY_MS = 86_400_000;
const goods = [
  { sku: 'ROBE-S', title: 'Robe Lune', variantTitle: 'S', unitPrice: '79.95' },
  { sku: 'ROBE-M', title: 'Robe Lune', variantTitle: 'M', unitPrice: '79.95' },
  { sku: 'MUG', title: 'Mug Lune', variantTitle: 'Bleu', unitPrice: '18.00' },
  { sku: 'CAPE', title: 'Cape Nuit', variantTitle: 'Laine', unitPrice: '310.00' },
];
const types = ['RETURN_AND_REFUND', 'RETURN_AND_REFUND', 'REFUND', 'REPLACEMENT'] as const;

/** What one shopper bought and wants to give back, as the control API of the sandbox takes it. */
export interface Seed {
  readonly order: object;
  readonly request: object;
}

/** The same returns in every run, apart from the day: delivered 1 to 60 days ago, one to three units, every reason. */
export function seedsOf(count: number, now: number): Seed[] {
  const roll = dice(7);
  return Array.from({ length: count }, (_, index) => {
    const deliveredAt = now - Math.ceil(roll() * 60) * DAY_MS;
    const line = pick(roll, goods);
    const type = pick(roll, types);
    return {
      order: {
        buyer: { name: `Client ${index}` },
        address: { line1: `${1 + (index % 90)} rue Oberkampf`, city: 'Paris', postalCode: '75011', country: 'FR' },
        lines: [{ ...line, quantity: 1 + Math.floor(roll() * 3), stock: 1000, taxRate: 0.2 }],
        shippingAmount: '4.90',
        createdAt: new Date(deliveredAt - 4 * DAY_MS).toISOString(),
        shippedAt: new Date(deliveredAt - 2 * DAY_MS).toISOString(),
        deliveredAt: new Date(deliveredAt).toISOString(),
      },
      request: {
        type,
        lines: [{ sku: line.sku }],
        reason: pick(roll, requestReasons('BUYER', type, 'DELIVERED')).name,
      },
    };
  });
}
