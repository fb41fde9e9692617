import { shareOf, type Decision, type Money, type Order } from '../../returns';
import { isoDay } from '../calendar/day';
import type { Policy } from '../document/policy-schema';
import { instantOf } from '../facts';
import { isProtected, lateRefundSurcharge, type RefundDeadline } from '../law';
import { isShopAtFault } from './find-line';
import type { Judgement } from './judge';
import { lawReference } from './law-reference';

/** What is paid back in all, by its parts, in minor units. */
export interface RefundParts {
  readonly goods: number;
  readonly tax: number;
  readonly outboundDelivery: number;
  readonly fee: number;
  readonly total: number;
}

export function refundPartsOf(judgement: Judgement): RefundParts {
  const { compiled, lines, outcome, fee } = judgement;
  const leavesOut = compiled.policy.together.mixedLines === 'approve_part';
  const paid = outcome === 'reject' ? [] : lines.filter((line) => !leavesOut || line.outcome !== 'reject');
  const worth = paid.reduce((sum, { findings }) => sum + findings.entry.worth, 0);
  const tax = paid.reduce((sum, { findings }) => sum + findings.entry.tax, 0);
  const outboundDelivery = outcome === 'reject' ? 0 : outboundDeliveryOf(judgement, worth);
  const kept = outcome === 'reject' ? 0 : fee.amount;
  return { goods: worth - tax, tax, outboundDelivery, fee: kept, total: worth + outboundDelivery - kept };
}

/** What the law asks for, or more where the policy is kinder; never more than was paid. */
function outboundDeliveryOf({ compiled, findings, law, lines }: Judgement, worth: number): number {
  const { order } = findings.reading.input;
  const isPartly = lines.some(({ outcome }) => outcome === 'reject');
  const byLaw = isPartly ? 0 : law.rights.outbound.amountMinor;
  const byPolicy = kinderDelivery(
    compiled.policy,
    order,
    worth,
    isPartly ? [] : lines.map(({ findings: line }) => line.entry),
  );
  return Math.min(order.shipping.amount, Math.max(byLaw, byPolicy));
}

/** What is owed once nothing of the order stays with the shopper, in minor units. */
export function wholeOrderDelivery({ compiled, findings, law }: Judgement): number {
  const paid = findings.reading.input.order.shipping.amount;
  return compiled.policy.refund.outboundDelivery === 'as_law' ? law.rights.outbound.wholeOrderMinor : paid;
}

interface Back {
  readonly line: { readonly id: string };
  readonly asked: { readonly quantity: number };
}

function kinderDelivery({ refund }: Policy, order: Order, worth: number, back: readonly Back[]): number {
  const paid = order.shipping.amount;
  switch (refund.outboundDelivery) {
    case 'always':
      return paid;
    case 'whole_order':
      return isWholeOrder(order, back) ? paid : 0;
    case 'proportional': {
      const goods = order.lines.reduce((sum, line) => sum + line.paid.amount, 0);
      return goods === 0 ? 0 : shareOf(order.shipping, worth, goods).amount;
    }
    case 'as_law':
      return 0;
  }
}

const isWholeOrder = ({ lines }: Order, back: readonly Back[]): boolean =>
  lines.every(
    ({ id, quantity }) =>
      back.filter(({ line }) => line.id === id).reduce((sum, { asked }) => sum + asked.quantity, 0) >= quantity,
  );

/**
 * By when the money has to be back: the law's day, or the policy's promise where that is earlier. The law of faulty
 * goods sets a day for goods that are said to be faulty alone. Nothing is waited for where the goods are kept.
 */
export function refundDeadlineOf(judgement: Judgement, total: number, isKept: boolean): Decision['refundDeadline'] {
  const { compiled, findings, law, lines, outcome } = judgement;
  if (outcome === 'reject') return undefined;
  const live = lines.flatMap((line, index) => (line.outcome === 'reject' ? [] : [{ line, rights: law.ofLine(index) }]));
  const withdraws = live.some(({ rights }) => rights !== undefined && isProtected(rights.withdrawal));
  const { withdrawalRefund, guaranteeRefund } = law.rights;
  const isFaulty = live.some(({ line }) => isShopAtFault(line.findings.entry));
  const byLaw = withdraws ? withdrawalRefund : isFaulty ? guaranteeRefund : undefined;
  const owed = byLaw && isKept ? { ...byLaw, mayWithhold: false } : byLaw;
  const late = withdraws && owed !== undefined ? lateOf(judgement, owed, total) : undefined;
  const promise = compiled.policy.refund.withinDays;
  if (promise === undefined) return owed && { ...deadline(owed), ...(late && { late }) };
  const { calendar } = compiled;
  const end = calendar.endOf(calendar.dayOf(findings.times.requestedAt) + promise);
  if (owed?.endsAt !== undefined && owed.endsAt.at <= end.at) return { ...deadline(owed), ...(late && { late }) };
  return { days: promise, countedFrom: 'informed', endsAt: end.iso, mayWithhold: false, ...(late && { late }) };
}

type Late = NonNullable<NonNullable<Decision['refundDeadline']>['late']>;

/** How late a withdrawal is paid back at best, and what the law adds for it. */
function lateOf({ compiled, findings, law }: Judgement, owed: RefundDeadline, total: number): Late | undefined {
  const { order, asOf } = findings.reading.input;
  if (asOf === undefined || owed.endsAt === undefined || owed.mayWithhold) return undefined;
  const paidDay = compiled.calendar.dayOf(instantOf(asOf, 'asOf'));
  const dueDay = owed.endsAt.day;
  if (paidDay <= dueDay) return undefined;
  const days = paidDay - dueDay;
  const rule = law.rights.lateSurcharges.find(({ schedule }) => schedule === 'fr_withdrawal');
  if (rule === undefined) return { days };
  const { schedule, statement } = rule;
  const { legalRates = [] } = compiled.policy.refund;
  const { amountMinor, missingRates } = lateRefundSurcharge({
    schedule,
    owedMinor: total,
    dueDay,
    paidDay,
    priceMinor: findings.worth,
    legalRateFrom: (halfYear) => legalRates.find(({ from }) => from === isoDay(halfYear))?.percent,
  });
  return {
    days,
    surcharge: { amount: amountMinor, currency: order.currency },
    ...(missingRates.length > 0 && { needsLegalRate: true, missingLegalRates: missingRates.map(isoDay) }),
    law: lawReference(statement),
  };
}

function deadline({
  days,
  countedFrom,
  endsAt,
  mayWithhold,
  statements,
}: RefundDeadline): NonNullable<Decision['refundDeadline']> {
  const [statement] = statements;
  return {
    days,
    countedFrom,
    ...(endsAt && { endsAt: endsAt.iso }),
    mayWithhold,
    ...(statement && { law: lawReference(statement) }),
  };
}

export const moneyIn =
  (currency: string) =>
  (amount: number): Money => ({ amount, currency });
