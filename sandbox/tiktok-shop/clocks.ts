import { z } from 'zod/v4';
import type { Order, Seconds } from './model';
import { toMinor } from './money';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** A length of time: hours as they go by, or days of Monday to Friday. */
const spanShape = z.union([
  z.strictObject({ hours: z.number().positive() }),
  z.strictObject({ businessDays: z.int().positive() }),
]);
type Span = z.infer<typeof spanShape>;

export const clocksShape = z.strictObject({
  /** For the seller's answer to a request; afterwards the platform approves. */
  respond: spanShape,
  /** The same from this order total on, in major units of the order's currency. */
  respondAbove: z.strictObject({ total: z.string(), span: spanShape }).optional(),
  /** For the buyer to hand over the parcel; afterwards the request is closed. */
  ship: spanShape,
  /** For the seller to judge the parcel after it came back; afterwards the platform accepts it. */
  inspect: spanShape,
  /** For the buyer's answer to a partial refund; afterwards it counts as refused. */
  offer: spanShape,
  /** For the seller's answer to a cancellation; afterwards the platform approves. */
  cancel: spanShape,
});
export type Clocks = z.infer<typeof clocksShape>;

const usual: Clocks = {
  respond: { hours: 48 },
  ship: { hours: 5 * 24 },
  inspect: { hours: 8 * 24 },
  offer: { hours: 48 },
  cancel: { hours: 48 },
};

/**
 * How long each side has, by region. 48 hours for the answer, 5 days for the parcel and 8 for its receipt are TikTok's
 * guidelines for Indonesia (Seller University, knowledge 7753815881746178); one working day in Vietnam (2901402355762946);
 * the United Kingdom gives 2 business days below 100 pounds and 4 from there on. Other regions take the usual ones.
 * Holidays are not counted: who acts on a deadline reads the one that is stamped on the return.
 */
export const regionClocks: Readonly<Record<string, Clocks>> = {
  VN: { ...usual, respond: { businessDays: 1 } },
  GB: {
    ...usual,
    respond: { businessDays: 2 },
    respondAbove: { total: '100', span: { businessDays: 4 } },
    ship: { hours: 30 * 24 },
    inspect: { businessDays: 4 },
  },
};

export const clocksOf = (region: string): Clocks => regionClocks[region] ?? usual;

const isWeekend = (at: Seconds): boolean => [0, 6].includes(new Date(at * 1000).getUTCDay());

/** The instant that lies a span after another. */
export function after(from: Seconds, span: Span): Seconds {
  if ('hours' in span) return from + Math.round(span.hours * HOUR);
  let at = from;
  for (let left = span.businessDays; left > 0;) {
    at += DAY;
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}

/** How long the seller has to answer a request about this order. */
export function respondSpan(clocks: Clocks, order: Order, total: number): Span {
  const above = clocks.respondAbove;
  if (above === undefined) return clocks.respond;
  const limit = toMinor(above.total, order.currency) ?? Infinity;
  return total >= limit ? above.span : clocks.respond;
}
