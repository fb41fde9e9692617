import type { Command } from '../../lib/returns';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** What a carrier says, one step after the other. */
const scan = (status: 'in_transit' | 'delivered', at: string): Command => ({
  type: 'record_parcel',
  tracking: {
    trackingNumber: 'unknown',
    carrier: 'Colissimo',
    status,
    carrierStatus: status,
    at,
    provider: 'easypost',
  },
});

/**
 * The commands of a return that goes well, each of which appends one event and changes the case, and nothing else: the
 * two writes of a command.
 */
export const lifeOfAReturn: readonly Command[] = [
  { type: 'put_in_review', note: 'Worth more than 150 EUR' },
  { type: 'approve', note: 'Seen by Camille' },
  {
    type: 'record_email',
    email: {
      message: 'approved_with_label',
      messageId: '<0f3b.email.approved_with_label@atelier-lune.example>',
      subject: 'Your return is approved: here is your label',
      locale: 'en',
      sentAt: '2026-11-20T09:00:00.000Z',
    },
  },
  scan('in_transit', '2026-11-21T08:00:00.000Z'),
  scan('delivered', '2026-11-23T08:00:00.000Z'),
  { type: 'receive' },
  { type: 'plan_settlement', amount: eur(6000) },
  { type: 'note', note: 'The box was open; nothing is missing.' },
];
