import { DAY_MS, dayOf, type Day } from '../../../calendar/day';
import { zoneOf } from '../../../calendar/zone';
import type { Policy } from '../../../document/policy-schema';
import { isProtected, rightsOf, type LegalFacts, type Rights } from '../../../law/index';

/** Rights of consumers of one country against this shop, for an ordinary sale at a distance. */
export interface LawOfCountry {
  readonly country: string;
  /** Whether any pack says something of it. */
  readonly isKnown: boolean;
  readonly withdraws: boolean;
  /** Days of the withdrawal period as people say it: the least that it lasts, because weekends only make it longer. */
  readonly days: number;
  readonly rights: Rights;
  /** The last day to withdraw from what arrived on a day. */
  lastDay(delivered: Day): Day;
}

/** Every day of two years: each weekday meets each holiday of the calendar in another way. */
export const sampleDays: readonly Day[] = Array.from({ length: 730 }, (_, index) => dayOf(2026, 1, 1) + index);

/** Weeks from it, no country of the packs has a public holiday: some day of that week rolls nowhere. */
const A_TUESDAY = dayOf(2026, 9, 15);
const aWeek = Array.from({ length: 7 }, (_, index) => A_TUESDAY + index);

/** What the packs grant, as they answer for requests; a sale on an ordinary day stands for all. */
export function lawOfCountry(policy: Policy, country: string): LawOfCountry {
  const zone = zoneOf(policy.timeZone);
  const rightsAfter = (delivered: Day): Rights =>
    rightsOf(factsOf(policy, country, zone.startOf(delivered) + DAY_MS / 2));
  const rights = rightsAfter(A_TUESDAY);
  const [line] = rights.lines;
  const withdraws = line !== undefined && isProtected(line.withdrawal) && line.withdrawal.endsAt !== undefined;
  const ends = new Map<Day, Day>();
  const lastDay = (delivered: Day): Day => {
    const known = ends.get(delivered);
    if (known !== undefined) return known;
    const end = rightsAfter(delivered).lines[0]?.withdrawal.endsAt?.day ?? delivered;
    ends.set(delivered, end);
    return end;
  };
  const days = withdraws ? Math.min(...aWeek.map((day) => lastDay(day) - day)) : 0;
  return { country, isKnown: rights.jurisdictions.length > 0, withdraws, days, rights, lastDay };
}

function factsOf({ disclosures, timeZone }: Policy, country: string, deliveredAt: number): LegalFacts {
  const contractAt = deliveredAt - 3 * DAY_MS;
  return {
    consumerCountry: country,
    isConsumer: true,
    channel: 'shop',
    premises: 'distance',
    timeZone,
    contractAt,
    deliveredAt,
    requestedAt: deliveredAt,
    withdrawalInfoGivenAt: disclosures.withdrawalRight === false ? null : contractAt,
    returnCostDisclosed: disclosures.returnFee,
    policyDisclosed: disclosures.policy ?? true,
    outboundDelivery: { paidMinor: 0, wholeOrderReturned: true },
    lines: [{ id: 'line', quantity: 1, amountMinor: 10_000 }],
  };
}
