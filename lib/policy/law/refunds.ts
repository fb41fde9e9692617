import type { Day } from '../calendar/day';
import type { Zone } from '../calendar/zone';
import type { LegalFacts } from './facts';
import type { Law } from './law-at';
import type { Place } from './place';
import type { OutboundRefund, RefundDeadline, Rights } from './rights';
import { nothing } from './standing';

/** The earlier of the shopper's proof of dispatch and the goods themselves. */
function goodsOrProofAt({
  dispatchProofAt,
  goodsReceivedAt,
}: Pick<LegalFacts, 'dispatchProofAt' | 'goodsReceivedAt'>): number | undefined {
  if (dispatchProofAt === undefined || goodsReceivedAt === undefined) return dispatchProofAt ?? goodsReceivedAt;
  return Math.min(dispatchProofAt, goodsReceivedAt);
}

type RefundFacts = Pick<LegalFacts, 'requestedAt' | 'dispatchProofAt' | 'goodsReceivedAt' | 'traderCollects'>;

/**
 * The last day to pay a withdrawal back, and the same without the roll over weekends and holidays. Undefined where no
 * law sets a time, or none runs yet.
 */
export function withdrawalRefundDay(
  { withdrawalRefund: rule, week }: Pick<Law, 'withdrawalRefund' | 'week'>,
  zone: Pick<Zone, 'dayOf'>,
  facts: RefundFacts,
): { readonly lastDay: Day; readonly safeDay: Day } | undefined {
  if (rule === undefined) return undefined;
  const returned = goodsOrProofAt(facts);
  const collects = facts.traderCollects === true;
  const fromReturn = rule.countedFrom === 'goods_or_proof' && !collects;
  const since = fromReturn ? returned : facts.requestedAt;
  if (since === undefined) return undefined;

  // Money that was rightly held is owed when its reason ends.
  const heldUntil = zone.dayOf(collects || fromReturn || returned === undefined ? since : returned);
  const day = zone.dayOf(since) + rule.days;
  const rolled = rule.rolls ? week.workingDayFrom(day) : day;
  return { lastDay: Math.max(rolled, heldUntil), safeDay: Math.max(day, heldUntil) };
}

/**
 * By when a withdrawal is paid back, and whether the shop may hold the money until then.
 * The shopper sends the statement electronically, so it is taken to reach the shop when it is sent.
 * Source: directive 2011/83/EU art. 13(1) and (3); Consumer Contracts Regulations 2013 (UK) reg. 34.
 */
export function withdrawalRefundOf({ law, zone }: Place, facts: LegalFacts): RefundDeadline | undefined {
  const rule = law.withdrawalRefund;
  if (rule === undefined) return undefined;
  const collects = facts.traderCollects === true;
  const fromReturn = rule.countedFrom === 'goods_or_proof' && !collects;
  const base = {
    days: rule.days,
    countedFrom: fromReturn ? 'goods_or_proof' : 'informed',
    withholdUntil: collects ? undefined : 'goods_or_proof',
    mayWithhold: !collects && goodsOrProofAt(facts) === undefined,
    statements: rule.saying,
  } as const;
  const due = withdrawalRefundDay(law, zone, facts);
  return due === undefined ? base : { ...base, endsAt: zone.endOf(due.lastDay), safelyBy: zone.endOf(due.safeDay) };
}

/** By when a refund for goods that do not conform is paid, where the law sets a time. */
export function guaranteeRefundOf({ law, zone }: Place, facts: LegalFacts): RefundDeadline | undefined {
  const rule = law.guaranteeRefund;
  if (rule === undefined) return undefined;
  const since = rule.countedFrom === 'agreed' ? facts.refundAgreedAt : goodsOrProofAt(facts);
  const base = {
    days: rule.days,
    countedFrom: rule.countedFrom,
    mayWithhold: since === undefined,
    statements: rule.saying,
  };
  if (since === undefined) return base;
  const endsAt = zone.endOf(zone.dayOf(since) + rule.days - (rule.firstDayCounts === true ? 1 : 0));
  return { ...base, endsAt, safelyBy: endsAt };
}

/** By when the shopper sends the goods back after a withdrawal. */
export function sendBackOf(place: Place, facts: LegalFacts): Rights['sendBack'] {
  const rule = place.law.sendBack;
  if (rule === undefined || facts.traderCollects === true) return undefined;
  const day = place.zone.dayOf(facts.requestedAt) + rule.days;
  const endsAt = place.zone.endOf(rule.rolls ? place.law.week.workingDayFrom(day) : day);
  return { days: rule.days, endsAt, statements: rule.saying };
}

/** Nothing is withdrawn from, so nothing is owed. */
export const noOutboundRefund: OutboundRefund = {
  amountMinor: 0,
  wholeOrderMinor: 0,
  disputed: false,
  assumed: nothing,
  statements: nothing,
};
const priceAssumed = ['outboundDelivery.cheapestStandardMinor'] as const;

/**
 * What is paid back of the outbound delivery. When a part of the order stays with the shopper, the law is disputed:
 * nothing is the least, and a merchant may pay a share.
 */
export function outboundRefundOf({ law }: Place, { outboundDelivery }: LegalFacts): OutboundRefund {
  const rule = law.outboundDelivery;
  const { paidMinor, cheapestStandardMinor, wholeOrderReturned } = outboundDelivery;
  if (rule === undefined) return noOutboundRefund;
  const statements = rule.saying;
  const wholeOrderMinor = Math.min(paidMinor, cheapestStandardMinor ?? paidMinor);
  if (!wholeOrderReturned) {
    return { amountMinor: 0, wholeOrderMinor, disputed: paidMinor > 0, assumed: nothing, statements };
  }
  const assumed = cheapestStandardMinor === undefined && paidMinor > 0 ? priceAssumed : nothing;
  return { amountMinor: wholeOrderMinor, wholeOrderMinor, disputed: false, assumed, statements };
}
