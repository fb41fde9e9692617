import type { Dossier, Order, OrderLine, RequestLine, ReturnRequest } from '../../../../lib/returns';
import {
  customerHistorySchema,
  scoreRisk,
  type CustomerHistory,
  type PastReturn,
  type RiskInput,
  type RiskPoint,
  type SignalName,
} from '../../../../lib/policy/risk';

export const DAY_MS = 86_400_000;
export const AT = Date.UTC(2026, 9, 10, 9);
export const daysAgo = (days: number): string => new Date(AT - days * DAY_MS).toISOString();
export const eur = (amount: number) => ({ amount, currency: 'EUR' });

export const hashKey = 'a key for tests, long enough';

export const line = (id: string, change: Partial<OrderLine> = {}): OrderLine => ({
  id,
  title: `Product ${id}`,
  productId: `product-${id}`,
  variantId: `variant-${id}`,
  tags: [],
  quantity: 1,
  returnableQuantity: 1,
  paid: eur(5000),
  tax: eur(800),
  weightGrams: 500,
  ...change,
});

/** Placed 12 days and delivered 8 days before the request. */
export function order(id: string, change: Partial<Order> = {}): Order {
  const lines = change.lines ?? [line(`${id}-1`)];
  return {
    id,
    name: `#${id}`,
    channel: 'shop',
    placedAt: daysAgo(12),
    deliveredAt: daysAgo(8),
    currency: 'EUR',
    taxesIncluded: true,
    customer: { id: 'customer-1', name: 'Ana Lima', email: 'ana@mail.example', phone: '+33 6 12 34 56 78', tags: [] },
    shippingAddress: { name: 'Ana Lima', line1: '1 rue Haute', city: 'Lyon', postalCode: '69001', country: 'FR' },
    lines,
    shipping: eur(0),
    total: eur(lines.reduce((sum, { paid }) => sum + paid.amount, 0)),
    payment: { provider: 'stripe' },
    tags: [],
    ...change,
  };
}

export const request = (
  of: Order,
  lines?: Partial<RequestLine>[],
  change: Partial<ReturnRequest> = {},
): ReturnRequest => ({
  channel: of.channel,
  externalId: `request-${of.id}`,
  requestedAt: daysAgo(0),
  resolution: 'refund',
  locale: 'en',
  lines: (lines ?? of.lines.map(() => ({}))).map((asked, index) => ({
    orderLineId: of.lines[index]?.id ?? 'none',
    quantity: of.lines[index]?.quantity ?? 1,
    reason: 'changed_mind',
    ...asked,
  })),
  ...change,
});

export function dossier(of: Order, asked: ReturnRequest, change: Partial<Dossier> = {}): Dossier {
  return {
    request: asked,
    order: of,
    case: {
      id: `case-${of.id}`,
      rma: `RMA-${of.id}`,
      version: 1,
      channel: asked.channel,
      externalId: asked.externalId,
      orderId: of.id,
      orderName: of.name,
      resolution: asked.resolution,
      decision: 'approved',
      parcel: 'received',
      settlement: 'refunded',
      lines: asked.lines.map(({ orderLineId, reason, quantity }) => ({
        orderLineId,
        title: orderLineId,
        reason,
        requested: quantity,
        approved: quantity,
        received: quantity,
        restocked: 0,
        writtenOff: 0,
      })),
      references: {},
      failures: [],
      openedAt: asked.requestedAt,
      updatedAt: asked.requestedAt,
    },
    ...change,
  };
}

/** An earlier return of a whole order of one unit, graded new. */
export const past = (id: string, change: Partial<PastReturn> & { days?: number } = {}): PastReturn => {
  const { days = 40, ...rest } = change;
  return {
    id: `case-${id}`,
    orderId: id,
    orderedAt: daysAgo(days + 9),
    orderUnits: 1,
    requestedAt: daysAgo(days),
    decision: 'approved',
    keptItem: false,
    lines: [{ quantity: 1, reason: 'changed_mind', heldDays: 5, found: [{ grade: 'new' }] }],
    ...rest,
  };
};

export const pastLine = (change: Partial<PastReturn['lines'][number]> = {}): PastReturn['lines'][number] => ({
  quantity: 1,
  reason: 'changed_mind',
  heldDays: 5,
  found: [],
  ...change,
});

/** Orders that were kept, the newest 20 days ago, one every five days. */
export const kept = (count: number): CustomerHistory['orders'] =>
  Array.from({ length: count }, (_, index) => ({ id: `kept-${index}`, placedAt: daysAgo(20 + 5 * index), units: 1 }));

export const history = (change: Partial<CustomerHistory> = {}): CustomerHistory => ({
  ...customerHistorySchema.parse({}),
  ...change,
});

export function input(change: Partial<RiskInput> = {}): RiskInput {
  const of = change.order ?? order('now');
  return { order: of, request: request(of), ...change };
}

/** What one signal adds to the score of an input. */
export const pointsOf = (signal: SignalName, of: RiskInput): number => pointOf(signal, of)?.points ?? 0;

export const pointOf = (signal: SignalName, of: RiskInput): RiskPoint | undefined =>
  scoreRisk(of).points.find((point) => point.signal === signal);
