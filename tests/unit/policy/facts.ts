import type { History, Order, OrderLine, RequestLine, ReturnRequest, Risk } from '../../../lib/returns';
import type { PolicyDocument, PolicyInput } from '../../../lib/policy';

export const eur = (amount: number) => ({ amount, currency: 'EUR' });

export const policyDocument = (change: Partial<PolicyDocument> = {}): PolicyDocument => ({
  name: 'test-shop',
  version: '7',
  currency: 'EUR',
  windows: { default: { days: 30 } },
  ...change,
});

export const orderLine = (change: Partial<OrderLine> = {}): OrderLine => ({
  id: 'line-1',
  sku: 'SHIRT-M',
  title: 'Linen shirt',
  category: 'Shirts',
  tags: [],
  quantity: 1,
  returnableQuantity: 1,
  paid: eur(4990),
  tax: eur(832),
  ...change,
});

export interface Story {
  requestedAt?: string;
  resolution?: ReturnRequest['resolution'];
  order?: Partial<Order>;
  /** Leaves the delivery date out. */
  undelivered?: boolean;
  country?: string;
  history?: History;
  risk?: Risk;
  /** Further parts of the request. */
  request?: Partial<ReturnRequest>;
  lines?: { line?: Partial<OrderLine>; asked?: Partial<RequestLine> }[];
}

/** A shirt delivered in France on 1 October 2026, asked back on the 10th. */
export function facts(story: Story = {}): PolicyInput {
  const { requestedAt, resolution, order, undelivered = false, country = 'FR', lines = [{}] } = story;
  const orderLines = lines.map(({ line }, index) => orderLine({ id: `line-${index + 1}`, ...line }));
  const { history, risk, request } = story;
  return {
    ...(history && { history }),
    ...(risk && { risk }),
    request: {
      channel: 'form',
      externalId: 'request-1',
      requestedAt: requestedAt ?? '2026-10-10T09:00:00Z',
      resolution: resolution ?? 'refund',
      locale: 'en',
      lines: lines.map(({ asked }, index) => ({
        orderLineId: `line-${index + 1}`,
        quantity: 1,
        reason: 'too_small',
        ...asked,
      })),
      ...request,
    },
    order: {
      id: 'order-1',
      name: '#1001',
      channel: 'shopify',
      placedAt: '2026-09-25T08:00:00Z',
      fulfilledAt: '2026-09-28T08:00:00Z',
      ...(!undelivered && { deliveredAt: '2026-10-01T10:00:00Z' }),
      currency: 'EUR',
      taxesIncluded: true,
      customer: { name: 'Ana Lima', tags: [] },
      shippingAddress: { name: 'Ana Lima', line1: '1 rue Haute', city: 'Lyon', postalCode: '69001', country },
      lines: orderLines,
      shipping: eur(490),
      total: eur(490 + orderLines.reduce((sum, { paid }) => sum + paid.amount, 0)),
      payment: { provider: 'stripe', reference: 'pi_1' },
      tags: [],
      ...order,
    },
  };
}

export const now = new Date('2026-11-22T10:00:00Z');
