import type { MailExtra, MailMessage, MailShop } from '../../../lib/mail';
import { mailMessages } from '../../../lib/mail';
import type { Dossier, Refund } from '../../../lib/returns';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

export const shop = {
  name: 'Maison Linge & Fils',
  email: 'bonjour@maison-linge.example',
  url: 'https://maison-linge.example',
  timeZone: 'Europe/Paris',
} satisfies MailShop;

/** A case with every chapter: a shirt to be refunded, asked for by Chloé. */
export const dossier: Dossier = {
  case: {
    id: 'case-1',
    rma: 'RMA-2026-000042',
    version: 3,
    channel: 'shopify',
    externalId: 'gid://shopify/Return/1',
    orderId: 'order-1',
    orderName: '#1001',
    resolution: 'refund',
    decision: 'approved',
    parcel: 'in_transit',
    settlement: 'none',
    lines: [
      {
        orderLineId: 'line-1',
        title: 'Linen shirt',
        variantTitle: 'M / sage',
        reason: 'too_small',
        requested: 1,
        approved: 1,
        received: 0,
        restocked: 0,
        writtenOff: 0,
      },
      {
        orderLineId: 'line-2',
        title: 'Cotton socks, ribbed',
        variantTitle: '39–42',
        reason: 'changed_mind',
        requested: 2,
        approved: 2,
        received: 0,
        restocked: 0,
        writtenOff: 0,
      },
    ],
    references: {},
    failures: [],
    openedAt: '2026-10-31T23:30:00Z',
    updatedAt: '2026-11-03T09:00:00Z',
  },
  request: {
    channel: 'shopify',
    externalId: 'gid://shopify/Return/1',
    requestedAt: '2026-10-31T23:30:00Z',
    resolution: 'refund',
    locale: 'fr',
    lines: [
      { orderLineId: 'line-1', quantity: 1, reason: 'too_small' },
      { orderLineId: 'line-2', quantity: 2, reason: 'changed_mind' },
    ],
  },
  order: {
    id: 'order-1',
    name: '#1001',
    channel: 'shopify',
    placedAt: '2026-10-20T09:00:00Z',
    deliveredAt: '2026-10-24T09:00:00Z',
    currency: 'EUR',
    taxesIncluded: true,
    customer: { name: 'Chloé Lefèvre', email: 'chloe@shopper.example', tags: [] },
    lines: [
      {
        id: 'line-1',
        title: 'Linen shirt',
        tags: [],
        quantity: 1,
        returnableQuantity: 1,
        paid: eur(4990),
        tax: eur(832),
      },
      {
        id: 'line-2',
        title: 'Cotton socks, ribbed',
        tags: [],
        quantity: 2,
        returnableQuantity: 2,
        paid: eur(2400),
        tax: eur(400),
      },
    ],
    shipping: eur(490),
    total: eur(7880),
    payment: { provider: 'shopify' },
    tags: [],
  },
  decision: {
    outcome: 'approve',
    policy: { name: 'fashion-fr', version: '1' },
    evaluatedAt: '2026-11-01T09:00:00Z',
    fee: eur(300),
    refundable: eur(7090),
    reason: {
      shopper: {
        en: 'In time.',
        fr: 'Dans les temps.',
        de: 'Rechtzeitig.',
        es: 'A tiempo.',
        it: 'In tempo.',
      },
      agent: '',
      audit: '',
    },
    lines: [
      { orderLineId: 'line-1', outcome: 'approve', rule: 'window', refundable: eur(4990) },
      { orderLineId: 'line-2', outcome: 'approve', rule: 'window', refundable: eur(2400) },
    ],
    trace: [],
  },
  label: {
    carrier: 'Colissimo',
    service: 'Retour',
    trackingNumber: '8R00012345678',
    trackingUrl: 'https://tracking.example/8R00012345678',
    url: 'https://labels.example/label.pdf',
    format: 'pdf',
    cost: eur(590),
    shipmentId: 'shp_1',
    provider: 'easypost',
    createdAt: '2026-11-01T09:01:00Z',
  },
  refund: {
    provider: 'shopify',
    id: 'refund-1',
    status: 'succeeded',
    amount: eur(7090),
    providerStatus: 'SUCCESS',
    at: '2026-11-09T23:30:00Z',
  },
  exchange: {
    provider: 'shopify',
    id: 'exchange-1',
    orderName: '#1001-E1',
    lines: [{ variantId: 'v-2', title: 'Linen shirt, L / sage', quantity: 1 }],
    at: '2026-11-05T09:00:00Z',
  },
  credit: { provider: 'shopify', id: 'credit-1', amount: eur(7799), at: '2026-11-09T23:30:00Z' },
};

export const failedRefund: Refund = {
  provider: 'stripe',
  id: 're_1',
  status: 'failed',
  amount: eur(7090),
  providerStatus: 'failed',
  failureReason: 'expired_or_canceled_card',
  at: '2026-11-09T23:30:00Z',
};

export const deadline: NonNullable<MailExtra['deadline']> = {
  endsAt: '2026-11-04T13:30:00Z',
  marketplace: 'TikTok Shop',
  awaits: 'answer',
  byDefault: { decision: 'approve', hoursBefore: 4 },
};

const late = {
  outcome: 'reject' as const,
  reason: {
    shopper: {
      en: 'The return period ended on 3 November 2026.',
      fr: 'Le délai de retour s’est terminé le 3 novembre 2026.',
      de: 'Die Rückgabefrist ist am 3. November 2026 abgelaufen.',
      es: 'El plazo de devolución terminó el 3 de noviembre de 2026.',
      it: 'Il periodo di reso è terminato in data 3 novembre 2026.',
    },
    agent: '',
    audit: '',
  },
};

/** The case as it stands when the message is sent. */
export function dossierFor(message: MailMessage): Dossier {
  const { decision } = dossier;
  if (message === 'rejected' && decision) return { ...dossier, decision: { ...decision, ...late } };
  if (message === 'shop_refund_failed') return { ...dossier, refund: failedRefund };
  if (message !== 'shop_alert' && message !== 'shop_given_up') return dossier;
  const failure = { code: 'provider_refused', message: 'EasyPost refused the address', at: '2026-11-03T09:00:00Z' };
  return { ...dossier, case: { ...dossier.case, failures: [failure] } };
}

/** What a message says beside the case. */
export function extraFor(message: MailMessage): MailExtra {
  if (message === 'payment_due') return { owed: eur(1250), paymentUrl: 'https://maison-linge.example/pay/1001' };
  if (message === 'shop_money_owed') return { owed: eur(1250) };
  if (message === 'shop_deadline') return { deadline };
  return {};
}

export { mailMessages };
