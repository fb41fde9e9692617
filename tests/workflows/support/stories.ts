import { z } from 'zod/v4';
import type { Command, Dossier, Order, ReturnRequest, Shop } from '../../../lib/returns';
import type { Ledger } from '../../../lib/ledger';
import type { World } from './world';

export const shop: Shop = {
  name: 'Atelier Lune',
  email: 'returns@atelier-lune.example',
  timeZone: 'Europe/Paris',
  returnAddress: {
    name: 'Atelier Lune, Returns',
    line1: '12 rue des Archives',
    postalCode: '75004',
    city: 'Paris',
    country: 'FR',
    phone: '+33142720000',
  },
};

export const shopper = { name: 'Zoé Martin', email: 'zoe@shopper.example' };

const eur = (amount: number) => ({ amount, currency: 'EUR' });
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

const checkoutSchema = z.object({
  session: z.string(),
  paymentIntent: z.string(),
  charge: z.string(),
  amountTotal: z.int(),
});

/** A shopper who bought two tees at 29.00 € each and a mug, with 4.90 € of delivery. */
export async function placeStripeOrder(world: World, orderNumber = 'AL-2001', paymentMethod?: string) {
  return checkoutSchema.parse(
    await world.control('stripe/checkout-sessions', {
      orderNumber,
      customer: {
        ...shopper,
        phone: '+33612345678',
        address: { line1: '3 rue des Lilas', city: 'Lyon', postalCode: '69003', country: 'FR' },
        locale: 'fr',
      },
      currency: 'eur',
      createdAt: daysAgo(6),
      ...(paymentMethod !== undefined && { paymentMethod }),
      items: [
        { sku: 'TEE-S', name: 'T-shirt Lune', quantity: 2, unitAmount: 2900, taxRate: 0.2, category: 'Clothing' },
        { sku: 'MUG-1', name: 'Mug Lune', quantity: 1, unitAmount: 1500, discountAmount: 150, taxRate: 0.2 },
      ],
      shipping: { amount: 490, taxRate: 0.2 },
    }),
  );
}

let orders = 0;

/** An order of its own, paid on Stripe: two tees for 58.00 €, a mug for 13.50 €, 4.90 € of delivery. */
export function stripeOrder(payment: string, change: Partial<Order> = {}): Order {
  orders += 1;
  return {
    id: `cs_${orders}`,
    name: 'AL-2001',
    channel: 'stripe',
    placedAt: daysAgo(6),
    deliveredAt: daysAgo(3),
    currency: 'EUR',
    taxesIncluded: true,
    customer: { ...shopper, locale: 'fr', tags: [] },
    shippingAddress: {
      name: shopper.name,
      line1: '3 rue des Lilas',
      city: 'Lyon',
      postalCode: '69003',
      country: 'FR',
      phone: '+33612345678',
    },
    lines: [
      {
        id: 'line-tee',
        sku: 'TEE-S',
        title: 'T-shirt Lune',
        variantTitle: 'S',
        category: 'Clothing',
        tags: [],
        quantity: 2,
        returnableQuantity: 2,
        paid: eur(5800),
        tax: eur(967),
        weightGrams: 180,
      },
      {
        id: 'line-mug',
        sku: 'MUG-1',
        title: 'Mug Lune',
        tags: [],
        quantity: 1,
        returnableQuantity: 1,
        paid: eur(1350),
        tax: eur(225),
      },
    ],
    shipping: eur(490),
    total: eur(7640),
    payment: { provider: 'stripe', reference: payment },
    tags: [],
    ...change,
  };
}

/** One of the two tees, too small, asked back by form. */
export const teeRequest = (change: Partial<ReturnRequest> = {}): ReturnRequest => ({
  channel: 'form',
  externalId: 'form-1',
  requestedAt: new Date().toISOString(),
  resolution: 'refund',
  locale: 'fr',
  lines: [{ orderLineId: 'line-tee', quantity: 1, reason: 'too_small' }],
  ...change,
});

const cause = { actor: { kind: 'system', name: 'test' } } as const;

/** A case in the ledger, moved on by the given commands. */
export async function openCase(
  ledger: Ledger,
  order: Order,
  request: ReturnRequest = teeRequest(),
  commands: readonly Command[] = [],
): Promise<Dossier> {
  const { dossier } = await ledger.openCase({ request, order, shop }, cause);
  return commands.reduce<Promise<Dossier>>(
    async (before, command) => (await ledger.command((await before).case.id, command, cause)).dossier,
    Promise.resolve(dossier),
  );
}

export const command = async (ledger: Ledger, caseId: string, wanted: Command): Promise<Dossier> =>
  (await ledger.command(caseId, wanted, cause)).dossier;

/** The tee came back as new. */
export const inspected: Command = {
  type: 'inspect',
  inspection: {
    inspectedAt: new Date().toISOString(),
    lines: [{ orderLineId: 'line-tee', quantity: 1, grade: 'new', disposition: 'restock' }],
  },
};

const seededOrder = z.looseObject({ id: z.string(), name: z.string() });

/**
 * An order in Shopify: one dress at 70.00 €, one mug at 15.00 €, 10 % off everything, 4.90 € of delivery.
 * The dress cost 63.00 €, the mug 13.50 €.
 */
export async function placeShopifyOrder(world: World, change: object = {}): Promise<{ id: string; name: string }> {
  return seededOrder.parse(
    await world.control('shopify/orders', {
      email: shopper.email,
      customer: { firstName: 'Zoé', lastName: 'Martin', locale: 'fr-FR', phone: '+33612345678' },
      shippingAddress: { address1: '3 rue des Lilas', city: 'Lyon', zip: '69003', countryCode: 'FR' },
      currency: 'EUR',
      processedAt: daysAgo(8),
      fulfilledAt: daysAgo(7),
      deliveredAt: daysAgo(5),
      discount: { code: 'BIENVENUE', percent: '10' },
      shippingAmount: '4.90',
      lines: [
        {
          sku: 'ROBE-LUNE-M',
          title: 'Robe Lune',
          variantTitle: 'M',
          siblings: ['S', 'M', 'L'],
          productType: 'Clothing',
          quantity: 1,
          unitPrice: '70.00',
          taxRate: '0.2',
          weightGrams: 420,
        },
        { sku: 'MUG-LUNE', title: 'Mug Lune', productType: 'Home', quantity: 1, unitPrice: '15.00', taxRate: '0.2' },
      ],
      ...change,
    }),
  );
}

/** The shopper asks in their Shopify account for the dress to be taken back. Answers the return's id. */
export async function requestInShopify(world: World, orderName: string, sku = 'ROBE-LUNE-M'): Promise<string> {
  const asked = await world.control('shopify/returns/request', {
    orderName,
    lines: [{ sku, quantity: 1, reason: 'too-small', note: 'Trop petite' }],
  });
  return seededOrder.parse(asked).id;
}

/** What the Shopify trigger hands on. */
export const requestedInShopify = (returnId: string): object => ({
  shopify: { topic: 'RETURNS_REQUEST', shop: 'atelier-lune.myshopify.com', returnId, payload: {} },
});

/** What the case trigger hands on: the event, and the case as it stands. */
export const news = (type: string, dossier: Dossier): object => ({
  event: { seq: 1, type, at: dossier.case.updatedAt, actor: { kind: 'system' } },
  ...dossier,
});
