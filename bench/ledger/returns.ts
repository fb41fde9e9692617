import type { Cause, OpenCase } from '../../lib/ledger';
import { returnReasons } from '../../lib/returns';

export const byBench: Cause = { actor: { kind: 'workflow', name: 'bench' }, cause: 'execution 1' };

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const shop = {
  name: 'Atelier Lune',
  email: 'returns@atelier-lune.example',
  returnAddress: {
    name: 'Atelier Lune',
    line1: '12 rue des Tanneurs',
    postalCode: '69002',
    city: 'Lyon',
    country: 'FR',
    phone: '+33472000000',
  },
  timeZone: 'Europe/Paris',
};

const titles = ['Linen shirt', 'Wool trousers', 'Silk scarf'] as const;

/**
 * A return of one thing that was bought, with up to two others, in a shop of its own (not on Shopify). Opened, its
 * dossier is 2.4 KB of JSON with three things and 1.7 KB with one.
 */
export function aReturn(index: number, channel = 'form', things = 3): OpenCase {
  const shopper = `Zoë Łukasiewicz ${index}`;
  return {
    request: {
      channel,
      externalId: `return-${index}`,
      requestedAt: '2026-11-20T09:00:00.000Z',
      resolution: 'refund',
      lines: [
        { orderLineId: `line-${index}-0`, quantity: 1, reason: returnReasons[index % returnReasons.length] ?? 'other' },
      ],
      locale: index % 2 === 0 ? 'en' : 'fr',
    },
    order: {
      id: `order-${index}`,
      name: `#${index}`,
      channel,
      placedAt: '2026-11-10T10:00:00.000Z',
      fulfilledAt: '2026-11-11T10:00:00.000Z',
      deliveredAt: '2026-11-13T10:00:00.000Z',
      currency: 'EUR',
      taxesIncluded: true,
      customer: { name: shopper, email: `shopper-${index}@shopper.example`, locale: 'fr-FR', tags: [] },
      shippingAddress: {
        name: shopper,
        line1: '8 rue Oberkampf',
        postalCode: '75011',
        city: 'Paris',
        country: 'FR',
      },
      lines: titles.slice(0, things).map((title, line) => ({
        id: `line-${index}-${line}`,
        sku: `SKU-${index}-${line}`,
        title,
        variantTitle: 'M',
        category: 'Clothing',
        tags: [],
        quantity: 1,
        returnableQuantity: 1,
        paid: eur(6000 + line),
        tax: eur(1000),
        weightGrams: 300,
      })),
      shipping: eur(490),
      total: eur(18_493),
      payment: { provider: 'stripe', reference: `pi_${index}` },
      tags: [],
    },
    shop,
    references: { shopOrder: `shop-order-${index}` },
  };
}
