import type { Cause, ClaimOptions, OpenCase } from '../../../../lib/ledger';
import type { Command, Order, Refund, ReturnRequest, Tracking } from '../../../../lib/returns';

/** Values of the trade that the tests of the ledger speak in. */
export const byWorkflow: Cause = { actor: { kind: 'workflow', name: 'test' }, cause: 'execution-1' };

/** The claims of one consumer that several processes share. */
export const holding: Omit<ClaimOptions, 'leaseMs'> = {
  consumer: 'shared',
  filter: {},
  limit: 10,
  startFrom: 'beginning',
};

const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });

export function anOrder(changes: Partial<Order> = {}): Order {
  const line = { tags: [], quantity: 2, returnableQuantity: 2, paid: eur(6000), tax: eur(1000) };
  return {
    id: 'order-1',
    name: '#1001',
    channel: 'shopify',
    placedAt: '2026-01-02T10:00:00.000Z',
    currency: 'EUR',
    taxesIncluded: true,
    customer: { name: 'Camille Martin', email: 'camille@example.com', tags: [] },
    lines: [
      { ...line, id: 'line-1', title: 'Linen shirt' },
      { ...line, id: 'line-2', title: 'Wool hat', quantity: 1, returnableQuantity: 1 },
    ],
    shipping: eur(490),
    total: eur(12490),
    payment: { provider: 'stripe', reference: 'pi_1' },
    tags: [],
    ...changes,
  };
}

export function aRequest(changes: Partial<ReturnRequest> = {}): ReturnRequest {
  return {
    channel: 'shopify',
    externalId: 'return-1',
    requestedAt: '2026-01-10T10:00:00.000Z',
    resolution: 'refund',
    lines: [{ orderLineId: 'line-1', quantity: 1, reason: 'too_small' }],
    locale: 'fr',
    ...changes,
  };
}

export const aReturn = (externalId = 'return-1', request: Partial<ReturnRequest> = {}): OpenCase => ({
  request: aRequest({ externalId, ...request }),
  order: anOrder(),
});

export const aRefund = (changes: Partial<Refund> = {}): Refund => ({
  provider: 'stripe',
  id: 're_1',
  status: 'succeeded',
  amount: eur(3000),
  providerStatus: 'succeeded',
  at: '2026-01-12T10:00:00.000Z',
  ...changes,
});

export const aScan = (status: Tracking['status'], at: string): Command => ({
  type: 'record_parcel',
  tracking: { trackingNumber: 'EZ1', carrier: 'USPS', status, carrierStatus: status, at, provider: 'easypost' },
});
