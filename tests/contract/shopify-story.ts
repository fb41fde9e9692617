import { z } from 'zod/v4';
import { shopifyAccount } from '../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';
import { createShopifyClient, type ShopifyClient } from '../../lib/shops/shopify';
import type { Document } from '../../lib/shops/shopify/document';

/** An order of two lines, one of them of two units, with a discount on the whole order. */
export const orderSeed = {
  email: 'camille@example.test',
  customer: { firstName: 'Camille', lastName: 'Dupont', locale: 'fr-FR', tags: ['vip'], phone: '+33612345678' },
  shippingAddress: { address1: '4 rue Oberkampf', city: 'Paris', zip: '75011', countryCode: 'FR' },
  currency: 'EUR',
  processedAt: '2026-11-01T09:00:00Z',
  fulfilledAt: '2026-11-02T09:00:00Z',
  deliveredAt: '2026-11-05T10:00:00Z',
  customerOrders: 3,
  discount: { code: 'BIENVENUE', percent: '10' },
  shippingAmount: '4.90',
  tags: ['web'],
  lines: [
    {
      sku: 'ROBE-LUNE-M',
      title: 'Robe Lune',
      variantTitle: 'M',
      siblings: ['S', 'M', 'L'],
      productType: 'clothing',
      productTags: ['summer'],
      quantity: 2,
      unitPrice: '79.95',
      taxRate: '0.2',
      weightGrams: 420,
    },
    { sku: 'MUG-LUNE', title: 'Mug Lune', productType: 'home', quantity: 1, unitPrice: '15.00', taxRate: '0.2' },
  ],
};

const seededSchema = z.object({ id: z.string(), name: z.string() });
const journalSchema = z.array(
  z.object({ effect: z.string(), reference: z.string(), detail: z.record(z.string(), z.unknown()) }),
);

export interface Sent {
  readonly document: Document;
  readonly variables: Record<string, unknown>;
}

/** A return whose order has no other case. */
export const alone = { since: '2026-01-01T00:00:00Z', ofOtherCases: [] };

export interface ShopifySandbox {
  readonly sandbox: RunningSandbox;
  readonly client: ShopifyClient;
  /** Everything that the client sent. */
  readonly sent: Sent[];
  /** How long the client waited, instead of waiting. */
  readonly waits: number[];
  control(path: string, body?: unknown): Promise<unknown>;
  seedOrder(changes?: object): Promise<{ id: string; name: string }>;
  requestReturn(orderName: string, lines: readonly object[]): Promise<string>;
  /** Effects of one kind that really happened. */
  effects(effect: string): Promise<z.output<typeof journalSchema>>;
  fault(fault: object): Promise<void>;
}

/** @param version of the API; the newest when left out */
export async function startShopify(version?: string): Promise<ShopifySandbox> {
  const sandbox = await startSandbox({ seed: 7 });
  const waits: number[] = [];
  const real = createShopifyClient(
    {
      shop: shopifyAccount.shop,
      accessToken: shopifyAccount.accessToken,
      ...(version !== undefined && { apiVersion: version }),
      baseUrl: `${sandbox.url}/shopify/${shopifyAccount.shop}`,
    },
    {
      sleep: async (ms) => {
        waits.push(ms);
        await control('clock', { advanceMs: ms });
      },
      random: () => 0,
    },
  );
  const sent: Sent[] = [];
  const client: ShopifyClient = {
    ...real,
    run: (document, variables) => {
      sent.push({ document, variables });
      return real.run(document, variables);
    },
  };

  async function control(path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(
      `${sandbox.url}/control/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  return {
    sandbox,
    client,
    sent,
    waits,
    control,
    seedOrder: async (changes = {}) =>
      seededSchema.parse(await control('shopify/orders', { ...orderSeed, ...changes })),
    requestReturn: async (orderName, lines) =>
      z.object({ id: z.string() }).parse(await control('shopify/returns/request', { orderName, lines })).id,
    effects: async (effect) => journalSchema.parse(await control(`journal?effect=${effect}`)),
    fault: async (fault) => {
      await control('faults', { provider: 'shopify', ...fault });
    },
  };
}
