import { addMonths, type Day } from '../calendar/day';
import { workingWeek, type WorkingWeek } from '../calendar/working-week';
import type { Deadline } from '../calendar/zone';
import { standsForBuyer } from './buyer';
import { judgeExceptions } from './exceptions';
import type { LegalFactName, LegalFacts, LegalLine } from './facts';
import type { Enacted, Law } from './law-at';
import type { Place } from './place';
import type { Payer, Statement, Withdrawal } from './rights';
import type { WithdrawalPeriodRule } from './rules';
import { noRight, nothing, standing, type Standing } from './standing';

/**
 * The right to send a line back without a reason.
 * Source: directive 2011/83/EU art. 9 to 16, and what the nearest pack says in its place.
 */
export function withdrawalOf(place: Place, facts: LegalFacts, line: LegalLine): Withdrawal {
  const { law } = place;
  const rule = law.withdrawalPeriod;
  if (rule === undefined) return none(nothing);
  if (!rule.premises.includes(facts.premises)) return none(rule.saying);
  const buyer = standsForBuyer(facts);
  if (buyer.refused) return none([...law.grounds.outOfScope, rule.says]);
  if (rule.minimumMinor !== undefined && sumOf(facts) < rule.minimumMinor) return none(rule.saying);

  const period = periodOf(place, law.week, rule, facts, line);
  const stand = standingIn(place, rule, facts, line, period);
  const { endsAt, countedFrom, guessed, assumed, statements } = period;
  const returnCost = returnCostOf(law, facts);
  if (stand.status === 'ended') {
    return { status: 'ended', endsAt, countedFrom, guessed, assumed, returnCost, needs: nothing, statements };
  }

  const exception = line.grounds === undefined ? undefined : judgeExceptions(law, line);
  if (exception?.status === 'excepted') {
    return {
      status: 'excepted',
      endsAt,
      countedFrom,
      guessed,
      ground: exception.ground,
      assumed: joined(assumed, exception.assumed),
      returnCost,
      needs: nothing,
      statements: joined(exception.statements, statements),
    };
  }
  const needs = joined(joined(stand.needs, buyer.needs), exception?.needs ?? nothing);
  const right = {
    status: needs.length > 0 ? 'undecided' : 'open',
    endsAt,
    countedFrom,
    guessed,
    assumed,
    returnCost,
    needs,
    statements: exception === undefined ? statements : joined(statements, exception.statements),
  } as const;
  return exception?.status === 'undecided' ? { ...right, status: 'undecided', ground: exception.ground } : right;
}

/** Most lists are empty, and then the other one will do. */
const joined = <T>(first: readonly T[], second: readonly T[]): readonly T[] =>
  second.length === 0 ? first : first.length === 0 ? second : [...first, ...second];

const none = (statements: readonly Statement[]): Withdrawal => ({ ...noRight(statements), guessed: false });

const sumOf = ({ lines }: LegalFacts): number => lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

interface Period {
  readonly endsAt: Deadline;
  readonly countedFrom: NonNullable<Withdrawal['countedFrom']>;
  readonly guessed: boolean;
  readonly assumed: readonly LegalFactName[];
  readonly statements: readonly Statement[];
}

const infoAssumed: readonly LegalFactName[] = ['withdrawalInfoGivenAt'];

function periodOf(
  { zone, law }: Place,
  week: WorkingWeek,
  rule: Enacted<WithdrawalPeriodRule>,
  facts: LegalFacts,
  line: LegalLine,
): Period {
  const { countedFrom, guessed } = startOf(rule, facts, line);
  const startDay = zone.dayOf(countedFrom.at);
  const rolled = (day: Day): Deadline => zone.endOf(rule.rolls ? week.workingDayFrom(day) : day);
  const ordinary = rolled(lastDay(rule, startDay));
  const statements = law.grounds.withdrawal;

  const missing = law.missingInformation;
  const informedAt = facts.withdrawalInfoGivenAt;
  if (missing === undefined || informedAt === undefined) {
    const assumed = missing === undefined ? nothing : infoAssumed;
    return { endsAt: ordinary, countedFrom, guessed, assumed, statements };
  }
  const informedDay = informedAt === null ? undefined : zone.dayOf(informedAt);
  if (informedAt === null || informedDay === undefined || informedDay > addMonths(startDay, missing.months)) {
    const endsAt = rolled(addMonths(ordinary.day, missing.months));
    return { endsAt, countedFrom, guessed, assumed: nothing, statements: law.grounds.lengthened };
  }
  const fromInformation = informedDay <= startDay ? ordinary : rolled(informedDay + rule.days);
  if (fromInformation.at <= ordinary.at)
    return { endsAt: ordinary, countedFrom, guessed, assumed: nothing, statements };
  return {
    endsAt: fromInformation,
    countedFrom: { event: 'information', at: informedAt },
    guessed,
    assumed: nothing,
    statements: law.grounds.lengthened,
  };
}

const usBusinessWeek = workingWeek({ places: ['US'], weekend: [0] });

const lastDay = ({ counting, days }: WithdrawalPeriodRule, start: Day): Day =>
  counting === 'calendar_days' ? start + days : usBusinessWeek.addWorkingDays(start, days);

/** Several goods of one order count from the last one that arrived; goods that come regularly from the first. */
function startOf(
  rule: WithdrawalPeriodRule,
  { deliveredAt, deliveryGuessed = false, contractAt }: LegalFacts,
  { firstOfSeriesAt }: LegalLine,
): Pick<Period, 'countedFrom' | 'guessed'> {
  if (rule.countedFrom === 'contract') return { countedFrom: { event: 'contract', at: contractAt }, guessed: false };
  if (firstOfSeriesAt !== undefined) {
    return { countedFrom: { event: 'first_of_series', at: firstOfSeriesAt }, guessed: false };
  }
  if (deliveredAt === undefined) return { countedFrom: { event: 'delivery', at: contractAt }, guessed: true };
  return { countedFrom: { event: 'delivery', at: deliveredAt }, guessed: deliveryGuessed };
}

const wantsRegion: Standing = { status: 'undecided', needs: ['region'] };
const wantsCountry: Standing = { status: 'undecided', needs: ['consumerCountry'] };

/** Where the part of the country is not known, or the country, a holiday of one of them may still save the request. */
function standingIn(
  place: Place,
  rule: Enacted<WithdrawalPeriodRule>,
  facts: LegalFacts,
  line: LegalLine,
  { endsAt, guessed }: Period,
): Standing {
  const stand = standing(facts.requestedAt, endsAt, guessed);
  const { week, widestWeek } = place.law;
  if (stand.status !== 'ended' || !rule.rolls || week === widestWeek) return stand;
  const latest = periodOf(place, widestWeek, rule, facts, line).endsAt;
  if (facts.requestedAt > latest.at) return stand;
  return facts.consumerCountry === undefined ? wantsCountry : wantsRegion;
}

/** The shopper bears it only where the shop told him so before the order, and does not collect the goods itself. */
function returnCostOf(law: Law, { returnCostDisclosed, traderCollects = false }: LegalFacts): Payer {
  if (law.returnCost === undefined) return 'unknown';
  if (traderCollects || returnCostDisclosed === false) return 'trader';
  return returnCostDisclosed === true ? 'consumer' : 'unknown';
}
