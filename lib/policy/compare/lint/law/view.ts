import { goodsTraits } from '../../../../returns';
import type { Policy } from '../../../document/policy-schema';
import { policyCalendar } from '../../../engine/policy-calendar';
import { doesNotHold, holds, type Formula } from '../../logic/formula';
import { isSatisfiable } from '../../logic/satisfiable';
import type { LintContext, LintedRule } from '../context';
import { isShippedTo } from '../places';
import { hasLegalGround } from './legal-ground';
import { sampleDays, type LawOfCountry } from './law-of-country';

type Window = Policy['windows']['default'];

/** What the checks of the law have in common. */
export interface View {
  /** A consumer of the country who bought goods that the law does not except. */
  consumerOf(law: LawOfCountry): Formula;
  /** Whether a window always ends with the statutory one, or before it. */
  isWithin(window: Window, law: LawOfCountry, strictly: boolean): boolean;
  /** Whether nothing that the rule could hold for has a longer window than the statutory one. */
  hasOnlyStatutoryWindows(rule: LintedRule, law: LawOfCountry): boolean;
}

const exceptedTraits = goodsTraits.filter(
  (trait) => !['final_sale', 'oversize', 'gift_card', 'alcohol'].includes(trait),
);

export function viewOf({ policy, meaning, windows, extensions, exclusions, cases }: LintContext): View {
  const calendar = policyCalendar(policy);
  const excepted = exclusions.filter(({ rule }) => hasLegalGround(rule)).map((rule) => rule.doesNotHold);
  const ordinary: readonly Formula[] = [
    { kind: 'is', fact: 'customer.isConsumer', set: { kind: 'flag', yes: true, no: false, unknown: true } },
    holds({ 'order.premises': 'distance' }, meaning),
    doesNotHold({ 'return.initiator': 'gift_recipient' }, meaning),
    doesNotHold({ 'line.traits': exceptedTraits }, meaning),
    ...excepted,
  ];
  const within = new Map<string, boolean>();
  const consumerOf = ({ country }: LawOfCountry): Formula => ({
    kind: 'all',
    parts: [isShippedTo(country, meaning), ...ordinary],
  });
  // Whatever event the days are counted from, it comes no later than the delivery that the law counts from.
  const isWithin = ({ days, unit, graceDays }: Window, law: LawOfCountry, strictly: boolean): boolean => {
    if (unit === 'days') return strictly ? days + graceDays < law.days : days + graceDays <= law.days;
    if (days + graceDays > law.days) return false;
    const key = `${law.country} ${days} ${graceDays} ${strictly}`;
    const known = within.get(key);
    if (known !== undefined) return known;
    const found = sampleDays.every((delivered) => {
      const end = calendar.addBusinessDays(calendar.addBusinessDays(delivered, days), graceDays);
      return strictly ? end < law.lastDay(delivered) : end <= law.lastDay(delivered);
    });
    within.set(key, found);
    return found;
  };
  const hasOnlyStatutoryWindows = (rule: LintedRule, law: LawOfCountry): boolean => {
    const there = consumerOf(law);
    const longer: readonly LintedRule[] = [...extensions, ...cases.filter((one) => one.rule.anyTime)];
    if (longer.some((other) => isSatisfiable(rule.holds, other.holds, there))) return false;
    const own = windows.filter((window) => isSatisfiable(rule.holds, window.holds, there));
    const isDefault = isSatisfiable(rule.holds, there, ...windows.map((window) => window.doesNotHold));
    const all = [...own.map((window): Window => window.rule), ...(isDefault ? [policy.windows.default] : [])];
    return all.every((window) => isWithin(window, law, false));
  };
  return { consumerOf, isWithin, hasOnlyStatutoryWindows };
}
