import { addMonths, civilDate, dayOf, type Day } from '../calendar/day';
import { ReturnsError } from '../../returns';
import { lawPacks } from './packs';
import type { LateSurchargeRule, SurchargeSchedule, SurchargeStep } from './rules';

export interface LateRefund {
  readonly schedule: SurchargeSchedule;
  /** What had to be paid back, in minor units. */
  readonly owedMinor: number;
  /** Last day to pay it back. */
  readonly dueDay: Day;
  /** The day it was or will be paid. */
  readonly paidDay: Day;
  /** Price of the goods in minor units, at which the surcharge stops. `owedMinor` when absent. */
  readonly priceMinor?: number | undefined;
  /**
   * Legal interest rate in percent a year for the half-year that begins with the day, as published for it; undefined
   * where nobody knows it. Steps at that rate need it.
   */
  readonly legalRateFrom?: ((halfYear: Day) => number | undefined) | undefined;
}

export interface LateSurcharge {
  readonly daysLate: number;
  /** What is added to the sum owed, in minor units, rounded half up. Without a known legal rate: at least that much. */
  readonly amountMinor: number;
  /** The step that the lateness has reached. */
  readonly percent: number | 'legal_rate';
  /** First days of the half-years whose legal rate is not known: the interest of their days is not counted. */
  readonly missingRates: readonly Day[];
}

/**
 * What a late refund costs on top of the refund. A further month counts from its first day.
 * Source: Code de la consommation art. L242-4 (withdrawal) and L241-4 (contract ended for want of delivery).
 * @throws ReturnsError `invalid_input` when an amount is negative or not whole, or the rate is none
 */
export function lateRefundSurcharge(refund: LateRefund): LateSurcharge {
  ensureAmounts(refund);
  const { schedule, owedMinor, dueDay, paidDay, priceMinor = owedMinor, legalRateFrom } = refund;
  const rule = ruleOf(schedule);
  const daysLate = Math.max(0, paidDay - dueDay);
  const [step, startsAfter] = stepAt(rule, daysLate);
  if (daysLate === 0) return { daysLate, amountMinor: 0, percent: step.percent, missingRates: none };
  if (step.percent === 'legal_rate') {
    return { daysLate, percent: 'legal_rate', ...interest(owedMinor, legalRateFrom, dueDay, paidDay) };
  }
  const months = step.pointsPerMonth === undefined ? 0 : monthsBegun(dueDay + startsAfter, paidDay);
  const percent = step.percent + months * (step.pointsPerMonth ?? 0);
  const amountMinor = roundHalfUp(owedMinor * percent, 100);
  if (!rule.cappedAtPrice || amountMinor <= priceMinor) return { daysLate, amountMinor, percent, missingRates: none };

  const cappedSince = dayOfCap(step, dueDay + startsAfter, owedMinor, priceMinor);
  const further = interest(owedMinor, legalRateFrom, cappedSince, paidDay);
  return { daysLate, percent: 'legal_rate', ...further, amountMinor: priceMinor + further.amountMinor };
}

const none: readonly never[] = [];

function ruleOf(schedule: SurchargeSchedule): LateSurchargeRule {
  for (const { rules } of lawPacks) {
    for (const rule of rules) if (rule.kind === 'late_surcharge' && rule.schedule === schedule) return rule;
  }
  throw new ReturnsError('invalid_input', `There is no schedule of surcharges named "${schedule}"`, {
    description: 'Use one that the rights of the order name.',
    context: { schedule },
  });
}

/** The step of a lateness, and the last day of the step before. */
function stepAt({ steps }: LateSurchargeRule, daysLate: number): [SurchargeStep, number] {
  let before = 0;
  let step: SurchargeStep = { percent: 0 };
  for (const next of steps) {
    step = next;
    if (next.untilDay === undefined || daysLate <= next.untilDay) break;
    before = next.untilDay;
  }
  return [step, before];
}

function monthsBegun(from: Day, until: Day): number {
  let months = 0;
  while (addMonths(from, months) < until) months += 1;
  return months;
}

/** The last day before the surcharge would pass the price. */
function dayOfCap(
  { percent, pointsPerMonth = 0 }: SurchargeStep,
  from: Day,
  owedMinor: number,
  priceMinor: number,
): Day {
  if (percent === 'legal_rate' || pointsPerMonth === 0) return from;
  let months = 0;
  while (roundHalfUp(owedMinor * (percent + (months + 1) * pointsPerMonth), 100) <= priceMinor) months += 1;
  return addMonths(from, months);
}

/**
 * Simple interest for days of a year of 365, the first one after `since`, each at the rate of its half-year.
 * Source: Code monétaire et financier art. L313-2, the rate is set once every six months.
 */
function interest(
  owedMinor: number,
  legalRateFrom: NonNullable<LateRefund['legalRateFrom']> = () => undefined,
  since: Day,
  until: Day,
): Pick<LateSurcharge, 'amountMinor' | 'missingRates'> {
  const missingRates: Day[] = [];
  let percentDays = 0;
  for (let day = since + 1; day <= until;) {
    const halfYear = halfYearOf(day);
    const next = Math.min(addMonths(halfYear, 6), until + 1);
    const rate = legalRateFrom(halfYear);
    if (rate === undefined) missingRates.push(halfYear);
    else percentDays += ensureRate(rate) * (next - day);
    day = next;
  }
  return { amountMinor: roundHalfUp(owedMinor * percentDays, 36_500), missingRates };
}

function halfYearOf(day: Day): Day {
  const { year, month } = civilDate(day);
  return dayOf(year, month <= 6 ? 1 : 7, 1);
}

const roundHalfUp = (dividend: number, divisor: number): number => Math.floor(dividend / divisor + 0.5);

/** Sums beyond this lose cents in a float when they are multiplied by a percentage. */
const LARGEST_SUM = 1e12;
const LATEST_DAY = 3_000_000;

function ensureAmounts({ owedMinor, priceMinor = 0, dueDay, paidDay }: LateRefund): void {
  const sums = [owedMinor, priceMinor].every((sum) => Number.isInteger(sum) && sum >= 0 && sum <= LARGEST_SUM);
  const days = [dueDay, paidDay].every((day) => Number.isInteger(day) && Math.abs(day) <= LATEST_DAY);
  if (!sums || !days) throw uncountable();
}

function ensureRate(percent: number): number {
  if (percent >= 0 && percent <= 100) return percent;
  throw uncountable();
}

const uncountable = (): ReturnsError =>
  new ReturnsError('invalid_input', 'The surcharge of a late refund cannot be counted from these figures', {
    description: 'Give amounts as whole minor units from zero on, days of the calendar, and a rate in percent a year.',
    context: { fields: ['owedMinor', 'priceMinor', 'legalRateFrom', 'dueDay', 'paidDay'] },
  });
