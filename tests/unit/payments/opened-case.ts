import { applyEvent, type Dossier, type Order } from '../../../lib/returns';

const at = '2026-11-22T09:00:00Z';
const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });

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

/** A case that has just been opened, of an order with these changes. */
export const caseOf = (change: Partial<Order>): Dossier =>
  applyEvent(undefined, {
    at,
    version: 1,
    change: {},
    opened: {
      id: 'case-1',
      rma: 'RMA-2026-000001',
      order: { ...order, ...change },
      references: {},
      request: {
        channel: 'form',
        externalId: '1',
        requestedAt: at,
        resolution: 'refund',
        locale: 'en',
        lines: [{ orderLineId: 'a', quantity: 1, reason: 'too_small' }],
      },
    },
  });
