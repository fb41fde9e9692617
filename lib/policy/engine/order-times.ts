import { currencySchema, ReturnsError, type Money, type Order } from '../../returns';
import { instantOf, isCountry, type PolicyInput } from '../facts';
import type { PolicyCalendar } from './policy-calendar';

/** The times of an order and its request, as epoch milliseconds. */
export interface OrderTimes {
  readonly requestedAt: number;
  readonly placedAt: number;
  readonly fulfilledAt: number | undefined;
  /** When the last parcel arrived, as far as anybody knows. */
  readonly deliveredAt: number | undefined;
}

const soundCurrencies = new Set<string>();

/**
 * Reads the times once, and refuses what cannot be. A day of difference is let pass: carriers know days, not zones.
 * @throws ReturnsError `invalid_input` for times that cannot be read or come in an impossible order, and for a
 *   currency or country that does not exist
 */
export function orderTimes({ order, request }: PolicyInput, calendar: PolicyCalendar): OrderTimes {
  ensureKnownPlaces(order);
  ensureAmounts(order);
  const requestedAt = instantOf(request.requestedAt, 'request.requestedAt');
  const placedAt = instantOf(order.placedAt, 'order.placedAt');
  const fulfilledAt = order.fulfilledAt === undefined ? undefined : instantOf(order.fulfilledAt, 'order.fulfilledAt');
  const deliveredAt = lastDelivery(order);
  if (requestedAt < placedAt) ensureNotBefore(calendar, requestedAt, placedAt, 'The return was asked for');
  if (fulfilledAt !== undefined && fulfilledAt < placedAt)
    ensureNotBefore(calendar, fulfilledAt, placedAt, 'The order was sent');
  if (deliveredAt !== undefined && deliveredAt < placedAt) {
    ensureNotBefore(calendar, deliveredAt, placedAt, 'The order was delivered');
  }
  return { requestedAt, placedAt, fulfilledAt, deliveredAt };
}

function lastDelivery({ deliveredAt, lines }: Order): number | undefined {
  let last = deliveredAt === undefined ? undefined : instantOf(deliveredAt, 'order.deliveredAt');
  let isComplete = true;
  for (const line of lines) {
    if (line.deliveredAt === undefined) {
      if (deliveredAt === undefined) isComplete = false;
      continue;
    }
    const at = instantOf(line.deliveredAt, 'order.lines.deliveredAt');
    if (last === undefined || at > last) last = at;
  }
  return isComplete ? last : undefined;
}

function ensureNotBefore(calendar: PolicyCalendar, at: number, placedAt: number, what: string): void {
  if (calendar.dayOf(at) >= calendar.dayOf(placedAt) - 1) return;
  throw new ReturnsError('invalid_input', `${what} before it was placed`, {
    description: 'Check the times of the order: `placedAt` comes first.',
    context: { placedAt: new Date(placedAt).toISOString(), at: new Date(at).toISOString() },
  });
}

function ensureKnownPlaces({ currency, shippingAddress }: Order): void {
  if (!soundCurrencies.has(currency)) {
    if (!currencySchema.safeParse(currency).success) {
      throw new ReturnsError('invalid_input', 'The order is in a currency that does not exist', {
        description: 'Give an ISO 4217 code such as EUR.',
        context: { field: 'order.currency' },
      });
    }
    soundCurrencies.add(currency);
  }
  if (shippingAddress !== undefined && !isCountry(shippingAddress.country)) {
    throw new ReturnsError('invalid_input', 'The order was sent to a country that does not exist', {
      description: 'Give an ISO 3166-1 code such as FR.',
      context: { field: 'order.shippingAddress.country' },
    });
  }
}

function ensureAmounts({ currency, shipping, total }: Order): void {
  if (!isAmountIn(shipping, currency)) throw noAmount('order.shipping', currency);
  if (!isAmountIn(total, currency)) throw noAmount('order.total', currency);
}

const isAmountIn = (value: Money, currency: string): boolean =>
  value.currency === currency && value.amount >= 0 && Number.isSafeInteger(value.amount);

const noAmount = (field: string, currency: string): ReturnsError =>
  new ReturnsError('invalid_input', `${field} is no amount of 0 or more in ${currency}`, {
    description: 'Amounts of one order are whole minor units in its one currency. Nothing is converted silently.',
    context: { field },
  });
