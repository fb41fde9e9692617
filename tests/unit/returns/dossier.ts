import {
  applyEvent,
  decide,
  type Case,
  type Command,
  type Dossier,
  type EventType,
  type Label,
  type Refund,
  type Tracking,
} from '../../../lib/returns';

export const now = '2026-01-15T10:00:00.000Z';
export const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });

/** A case of three shirts and one hat. @param changes what differs from one that was just opened */
export function aCase(changes: Partial<Case> = {}, chapters: Partial<Dossier> = {}): Dossier {
  const line = { tags: [], quantity: 3, returnableQuantity: 3, paid: eur(9000), tax: eur(1500) };
  const opened = applyEvent(undefined, {
    at: now,
    version: 1,
    change: {},
    opened: {
      id: 'case-1',
      rma: 'RMA-2026-000001',
      references: {},
      request: {
        channel: 'form',
        externalId: 'return-1',
        requestedAt: now,
        resolution: 'refund',
        locale: 'en',
        lines: [
          { orderLineId: 'shirt', quantity: 3, reason: 'too_small' },
          { orderLineId: 'hat', quantity: 1, reason: 'defective' },
        ],
      },
      order: {
        id: 'order-1',
        name: '#1001',
        channel: 'form',
        placedAt: now,
        currency: 'EUR',
        taxesIncluded: true,
        customer: { name: 'Camille Martin', tags: [] },
        lines: [
          { ...line, id: 'shirt', title: 'Linen shirt', sku: 'SH-1' },
          { ...line, id: 'hat', title: 'Wool hat', quantity: 1, returnableQuantity: 1 },
        ],
        shipping: eur(490),
        total: eur(18_490),
        payment: { provider: 'stripe' },
        tags: [],
      },
    },
  });
  return { ...opened, ...chapters, case: { ...opened.case, ...changes } };
}

export const anApprovedCase = (changes: Partial<Case> = {}): Dossier => {
  const { dossier } = after(aCase(), { type: 'approve' });
  return { ...dossier, case: { ...dossier.case, ...changes } };
};

/** Says the commands to the case one after the other. */
export function after(dossier: Dossier, ...commands: readonly Command[]): { dossier: Dossier; types: EventType[] } {
  const types: EventType[] = [];
  let current = dossier;
  for (const command of commands) {
    for (const { type, change } of decide(current, command, now)) {
      types.push(type);
      current = applyEvent(current, { at: now, version: current.case.version + 1, change });
    }
  }
  return { dossier: current, types };
}

export const aRefund = (changes: Partial<Refund> = {}): Refund => ({
  provider: 'stripe',
  id: 're_1',
  status: 'succeeded',
  amount: eur(9000),
  providerStatus: 'succeeded',
  at: now,
  ...changes,
});

export const settle = (changes: Partial<Refund> = {}): Command => ({ type: 'settle', refund: aRefund(changes) });

export const aLabel = (trackingNumber = 'EZ1'): Label => ({
  carrier: 'USPS',
  service: 'Ground',
  trackingNumber,
  url: 'https://labels.example/1.pdf',
  format: 'pdf',
  cost: eur(500),
  shipmentId: 'shp_1',
  provider: 'easypost',
  createdAt: now,
});

export const scan = (status: Tracking['status'], at: string): Command => ({
  type: 'record_parcel',
  tracking: { trackingNumber: 'EZ1', carrier: 'USPS', status, carrierStatus: status, at, provider: 'easypost' },
});

/** What the act was refused with. */
export function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It was not refused');
}
