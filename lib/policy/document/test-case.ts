import { orderSchema, parseWith, requestSchema } from '../../returns';
import type { PolicyInput } from '../facts';
import type { Given } from './policy-tests';

const DAY_MS = 86_400_000;
/** A day in the middle of a week, far from holidays and changes of clocks. */
const USUAL_REQUEST = '2026-10-14T09:00:00Z';

/**
 * The request and order of a test in a policy. What it leaves out is an ordinary order: one shirt, delivered ten days
 * before it is asked back.
 * @throws ReturnsError `invalid_input` when the given parts do not fit together
 */
export function testCase(given: Given, currency: string): PolicyInput {
  const requestedAt = given.requestedAt ?? given.request?.requestedAt ?? USUAL_REQUEST;
  const before = (days: number): string => new Date(Date.parse(requestedAt) - days * DAY_MS).toISOString();
  const placedAt = given.placedAt ?? before(15);
  const deliveredAt = given.deliveredAt === undefined ? before(10) : given.deliveredAt;
  const inCurrency = given.currency ?? currency;
  const lines = (given.lines ?? [{}]).map((line, index) => orderLine(line, index, inCurrency));
  const money = (amount: number): { amount: number; currency: string } => ({ amount, currency: inCurrency });
  const order = {
    id: 'order-1',
    name: '#1001',
    channel: 'shop',
    placedAt,
    fulfilledAt: earlier(before(13), placedAt),
    ...(deliveredAt !== null && { deliveredAt }),
    currency: inCurrency,
    shippingAddress: {
      name: 'Ana Lima',
      line1: '1 High Street',
      city: 'Lyon',
      postalCode: '69001',
      country: given.country ?? 'FR',
      ...(given.region !== undefined && { region: given.region }),
    },
    lines: lines.map(({ line }) => line),
    shipping: money(490),
    total: money(490 + lines.reduce((sum, { line }) => sum + line.paid.amount, 0)),
    payment: { provider: 'shopify' },
    ...given.order,
    customer: { name: 'Ana Lima', ...given.order?.customer, ...given.customer },
  };
  const request = {
    channel: order.channel,
    externalId: 'request-1',
    resolution: 'refund',
    lines: lines.flatMap(({ asked }) => asked ?? []),
    ...given.request,
    requestedAt,
  };
  return {
    order: parseWith<typeof orderSchema>(orderSchema, order, 'the order of the test'),
    request: parseWith<typeof requestSchema>(requestSchema, request, 'the request of the test'),
    ...(given.asOf !== undefined && { asOf: given.asOf }),
    ...(given.history && { history: given.history }),
    ...(given.risk && { risk: given.risk }),
    ...(given.tracking && { tracking: given.tracking }),
    ...(given.inspection && { inspection: given.inspection }),
  };
}

/** An order that was placed late was sent at once. */
const earlier = (wanted: string, placedAt: string): string => (wanted < placedAt ? placedAt : wanted);

type GivenLine = NonNullable<Given['lines']>[number];

function orderLine({ asked, ...given }: GivenLine, index: number, currency: string) {
  const id = given.id ?? `line-${index + 1}`;
  const quantity = given.quantity ?? 1;
  const line = {
    title: 'Linen shirt',
    tax: { amount: 0, currency },
    returnableQuantity: quantity,
    ...given,
    paid: given.paid ?? { amount: 4990 * quantity, currency },
    id,
    quantity,
  };
  return { line, asked: asked === false ? undefined : { orderLineId: id, quantity, reason: 'too_small', ...asked } };
}
