import { addMonths, type Day } from '../calendar/day';
import { standsForBuyer } from './buyer';
import type { LegalFactName, LegalFacts, LegalLine } from './facts';
import type { Enacted, Law } from './law-at';
import type { Place } from './place';
import type { Guarantee, Payer, Remedy, Statement } from './rights';
import type { GuaranteeRule, RepairExtensionRule } from './rules';
import { alsoWanting, arrivalOf, noRight, nothing, standing, type Standing } from './standing';

/**
 * The seller's liability for goods that do not conform to the contract.
 * Source: directive (EU) 2019/771 art. 5 to 16, and what the nearest pack says in its place.
 */
export function guaranteeOf({ law, zone }: Place, facts: LegalFacts, line: LegalLine): Guarantee {
  const rule = ruleFor(law.guarantees, line);
  if (rule === undefined) return none(nothing);
  const buyer = standsForBuyer(facts);
  if (buyer.refused) return none([...law.grounds.outOfScope, rule.says]);

  const arrival = arrivalOf(facts, line);
  const arrivalDay = zone.dayOf(arrival.at);
  const won = law.repairExtension === undefined ? 0 : monthsWon(law.repairExtension, facts.requestedAt, line);
  const lastDay = addMonths(arrivalDay, monthsOf(rule, line) + won);
  const presumed = addMonths(arrivalDay, rule.presumedMonths) - (rule.presumedFromDeliveryDay === true ? 1 : 0);
  const within = standingOf({ zone, law }, facts, line, { rule, lastDay, guessed: arrival.guessed });
  const { status, needs } = alsoWanting(within, buyer.needs);
  return {
    status,
    endsAt: zone.endOf(lastDay),
    presumedUntil: zone.endOf(Math.min(presumed, lastDay)),
    needs,
    assumed: agreementAssumed(rule, line),
    returnCost: payerOf(law),
    remedies: rule.remedies,
    statements: [rule.says, ...(won > 0 ? law.grounds.repaired : law.grounds.guarantee)],
  };
}

const refundOnly: readonly (readonly Remedy[])[] = [['refund']];

/** Rejecting goods that do not conform, for the whole price, in the first weeks. Source: Consumer Rights Act 2015 s. 22. */
export function shortTermRejectOf({ law, zone }: Place, facts: LegalFacts, line: LegalLine): Guarantee {
  const rule = law.shortTermReject;
  if (rule === undefined) return noGuarantee;
  const buyer = standsForBuyer(facts);
  if (buyer.refused) return none([...law.grounds.outOfScope, rule.says]);
  const arrival = arrivalOf(facts, line);
  const endsAt = zone.endOf(zone.dayOf(arrival.at) + rule.days);
  const { status, needs } = alsoWanting(standing(facts.requestedAt, endsAt, arrival.guessed), buyer.needs);
  return {
    status,
    endsAt,
    needs,
    assumed: nothing,
    returnCost: payerOf(law),
    remedies: refundOnly,
    statements: law.grounds.shortTermReject,
  };
}

const none = (statements: readonly Statement[]): Guarantee => ({ ...noRight(statements), remedies: nothing });
const noGuarantee = none(nothing);

const payerOf = ({ guaranteeCost }: Law): Payer => (guaranteeCost === undefined ? 'unknown' : 'trader');

const isUsed = ({ condition = 'new' }: LegalLine): boolean => condition !== 'new';

function ruleFor(rules: readonly Enacted<GuaranteeRule>[], line: LegalLine): Enacted<GuaranteeRule> | undefined {
  const ofUsed = isUsed(line) ? rules.find(({ goods }) => goods === 'used') : undefined;
  return ofUsed ?? rules.find(({ goods }) => goods === 'all');
}

function monthsOf({ months, agreedMonths }: GuaranteeRule, line: LegalLine): number {
  const agreed = line.guaranteeMonthsAgreed;
  if (!isUsed(line) || agreedMonths === undefined || agreed === undefined) return months;
  return Math.min(months, Math.max(agreedMonths, agreed));
}

const agreementUnknown: readonly LegalFactName[] = ['line.guaranteeMonthsAgreed'];

/** That nothing shorter was agreed for used goods, where nobody knows. */
function agreementAssumed({ agreedMonths }: GuaranteeRule, line: LegalLine): readonly LegalFactName[] {
  return isUsed(line) && agreedMonths !== undefined && line.guaranteeMonthsAgreed === undefined
    ? agreementUnknown
    : nothing;
}

function monthsWon({ months, times }: RepairExtensionRule, requestedAt: number, { repairs }: LegalLine): number {
  if (repairs === undefined) return 0;
  const done = repairs.filter(({ doneAt }) => doneAt <= requestedAt).length;
  return months * (times === 'once' ? Math.min(1, done) : done);
}

interface Term {
  readonly rule: GuaranteeRule;
  readonly lastDay: Day;
  readonly guessed: boolean;
}

const wantsSight: Standing = { status: 'undecided', needs: ['line.defectShowedAt'] };

/** A defect that showed in time may be claimed for some while after the guarantee, until the claim is barred. */
function standingOf(
  { zone }: Place,
  { requestedAt }: LegalFacts,
  { defectShowedAt }: LegalLine,
  { rule, lastDay, guessed }: Term,
): Standing {
  const seenAt = Math.min(defectShowedAt ?? requestedAt, requestedAt);
  const shown = standing(seenAt, zone.endOf(lastDay), guessed);
  const after = Math.max(0, (rule.claimMonths ?? rule.months) - rule.months);
  const claimed = standing(requestedAt, zone.endOf(after === 0 ? lastDay : addMonths(lastDay, after)), guessed);
  if (claimed.status === 'ended' || shown.status === 'open') return claimed;
  return defectShowedAt === undefined && after > 0 && shown.status === 'ended' ? wantsSight : shown;
}
