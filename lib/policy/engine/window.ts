import { dayIn, yearOf } from '../document/day-text';
import type { Extension } from '../document/windows';
import { instantOf } from '../facts';
import type { CompiledPolicy, CompiledRule, CompiledWindow } from './compile-policy';
import type { Start, Window } from './findings';
import type { OrderTimes } from './order-times';
import { dayTextOf, type PolicyCalendar } from './policy-calendar';
import type { Reading } from './reading';

/** When a rule's window of the line at hand begins and ends. The last day counts whole, that of the event does not. */
export function windowOf(
  { calendar }: CompiledPolicy,
  rule: CompiledWindow,
  reading: Reading,
  times: OrderTimes,
  extensions: readonly CompiledRule<Extension>[],
): Window {
  const { days, from, unit, graceDays } = rule.rule;
  const start = startOf(from, reading, times);
  const startDay = calendar.dayOf(start.at);
  const count = (day: number, more: number): number =>
    unit === 'business_days' ? calendar.addBusinessDays(day, more) : day + more;
  let endDay = count(startDay, days);
  let extension: CompiledRule<Extension> | undefined;
  for (const candidate of extensions) {
    const until = extendedUntil(candidate.rule, calendar, times.placedAt);
    if (until === undefined || until <= endDay) continue;
    endDay = until;
    extension = candidate;
  }
  const end = calendar.endOf(endDay);
  const graceEnd = graceDays === 0 ? end : calendar.endOf(count(endDay, graceDays));
  return { rule, start, end, graceEnd, extension };
}

function startOf(from: Start['event'], { line, input }: Reading, times: OrderTimes): Start {
  const { placedAt, fulfilledAt, deliveredAt } = times;
  if (from === 'order') return { event: 'order', at: placedAt, guessed: false };
  if (from === 'delivery') {
    const own = line.deliveredAt ?? input.order.deliveredAt;
    // One delivery for the whole order has been read already.
    const isOnly = own === input.order.deliveredAt && input.order.lines.length === 1;
    const at = isOnly || own === undefined ? deliveredAt : instantOf(own, 'order.lines.deliveredAt');
    if (own !== undefined && at !== undefined) return { event: 'delivery', at, guessed: false };
  }
  if (from === 'last_parcel' && deliveredAt !== undefined) return { event: from, at: deliveredAt, guessed: false };
  if (fulfilledAt !== undefined) return { event: 'shipment', at: fulfilledAt, guessed: from !== 'shipment' };
  return { event: 'order', at: placedAt, guessed: true };
}

/**
 * The last day to which a season extends the window, undefined for what was not bought in it. Of days of every year,
 * the season is the one that the purchase fell into, and `until` the next such day after its end.
 */
export function extendedUntil(
  { boughtFrom, boughtTo, until }: Extension,
  calendar: Pick<PolicyCalendar, 'dayOf'>,
  placedAt: number,
): number | undefined {
  const [first, last, end] = [dayTextOf(boughtFrom), dayTextOf(boughtTo), dayTextOf(until)];
  const bought = calendar.dayOf(placedAt);
  const year = yearOf(bought);
  for (const startYear of first.kind === 'once' ? [year] : [year, year - 1]) {
    const from = dayIn(first, startYear);
    let [to, toYear] = [dayIn(last, startYear), startYear];
    if (last.kind === 'yearly' && to < from) [to, toYear] = [dayIn(last, startYear + 1), startYear + 1];
    if (bought < from || bought > to) continue;
    const reached = dayIn(end, toYear);
    return end.kind === 'yearly' && reached < to ? dayIn(end, toYear + 1) : reached;
  }
  return undefined;
}
