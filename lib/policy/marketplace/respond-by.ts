import type { Money } from '../../returns';
import { workingWeekOf, zoneOf } from '../calendar';
import { marketplaceClocks, type MarketplaceClock } from './clocks';

export interface ClockQuestion {
  readonly marketplace: string;
  /** ISO country code of the market. */
  readonly region?: string | undefined;
  readonly stage: MarketplaceClock['stage'];
  /** ISO instant from which the marketplace counts. */
  readonly from: string;
  /** What the shopper would get; the shortest clock holds where it is not known. */
  readonly amount?: Money | undefined;
}

export interface ClockAnswer {
  /** ISO instant. */
  readonly endsAt: string;
  readonly clock: MarketplaceClock;
}

/** Where a market's days begin, and which of its parts its holidays are of. */
const markets: Readonly<Record<string, { readonly timeZone: string; readonly part?: string }>> = {
  GB: { timeZone: 'Europe/London', part: 'ENG' },
  US: { timeZone: 'America/New_York' },
  TH: { timeZone: 'Asia/Bangkok' },
  VN: { timeZone: 'Asia/Ho_Chi_Minh' },
};

/**
 * Until when a marketplace waits for the shop, by what is published of it; undefined for a marketplace without a clock.
 * Errs to the early side: business days end at the time of day at which the request came, and days that are free in a
 * market whose holidays are not known count as business days.
 */
export function respondBy({ marketplace, region, stage, from, amount }: ClockQuestion): ClockAnswer | undefined {
  const own = marketplaceClocks.filter((clock) => clock.marketplace === marketplace && clock.stage === stage);
  const local = own.filter((clock) => clock.region === region?.toUpperCase());
  const candidates = local.length > 0 ? local : own.filter((clock) => clock.region === undefined);
  const clock = candidates.find((candidate) => holdsFor(candidate, amount));
  return clock && { endsAt: new Date(endOf(clock, Date.parse(from))).toISOString(), clock };
}

/** The clocks of a market begin with the one of the highest price. */
function holdsFor({ from }: MarketplaceClock, amount: Money | undefined): boolean {
  return from === undefined || (amount?.currency === from.currency && amount.amount >= from.amount);
}

function endOf({ length, region }: MarketplaceClock, from: number): number {
  if ('hours' in length) return from + length.hours * 3_600_000;
  const { timeZone, part } = markets[region ?? ''] ?? { timeZone: 'UTC' };
  const zone = zoneOf(timeZone);
  const first = zone.dayOf(from);
  const last = workingWeekOf(region, part).addWorkingDays(first, length.businessDays);
  return zone.startOf(last) + (from - zone.startOf(first));
}
