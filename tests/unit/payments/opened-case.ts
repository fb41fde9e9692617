import { applyEvent, type Dossier, type Order } from '../../../lib/returns';

export const at = '2026-11-22T09:00:00Z';
export const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });

const order: Order = {
  id: 'order-1',
  name: '#1001',
  channel: 'shopify',
  placedAt: '2026-11-01T09:00:00Z',
  currency: 'EUR',
  taxesIncluded: true,
  customer: { name: 'Camille', tags: [] },
  lines: [{ id: 'a', title: 'Bougie', tags: [], quantity: 1, returnableQuantity: 1, paid: eur(1000), tax: eur(0) }],
  shipping: eur(490),
  total: eur(1490),
  payment: { provider: 'shopify' },
  tags: [],
};

/** A case that has just been opened, for one unit of an order with these changes. */
export const caseOf = (change: Partial<Order>, id = '1'): Dossier =>
  applyEvent(undefined, {
    at,
    version: 1,
    change: {},
    opened: {
      id,
      rma: `RMA-2026-00000${id}`,
      order: { ...order, ...change },
      references: {},
      request: {
        channel: 'form',
        externalId: id,
        requestedAt: at,
        resolution: 'refund',
        locale: 'en',
        lines: [{ orderLineId: 'a', quantity: 1, reason: 'too_small' }],
      },
    },
  });
