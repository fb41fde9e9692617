import { isSatisfiable } from '../../logic/satisfiable';
import type { LintContext, LintedRule } from '../context';
import type { LintFinding } from '../finding';
import { hasLegalGround } from './legal-ground';
import type { LawOfCountry } from './law-of-country';
import type { View } from './view';
import { articleOf, articlesOf, daysOf, placesOf } from './words';

/** Rules that refuse on grounds that the law does not know. */
export function findRefusals(context: LintContext, laws: readonly LawOfCountry[], view: View): LintFinding[] {
  const refusing: readonly LintedRule[] = [
    ...context.exclusions.filter(({ rule }) => !hasLegalGround(rule)),
    ...context.itemConditions.filter(({ rule }) => rule.otherwise === 'reject' && rule.requires.length > 0),
    ...context.routing.filter(({ rule }) => rule.outcome === 'reject'),
  ];
  return refusing.flatMap((rule) =>
    byLaw(rule, laws, view, {
      never: 'can never refuse a consumer',
      later: 'refuses consumers only once the statutory withdrawal period is over',
    }),
  );
}

/** Fees that cannot be kept from a withdrawal. */
export function findForbiddenFees(context: LintContext, laws: readonly LawOfCountry[], view: View): LintFinding[] {
  const forbidden = laws.filter(({ rights }) => rights.feeForbidden.yes);
  return context.fees
    .filter(({ rule }) => rule.free !== true && (rule.kind === 'restocking' || rule.percent !== undefined))
    .flatMap((rule) =>
      byLaw(rule, forbidden, view, {
        never: 'can never be kept from a consumer',
        later: 'can be kept from consumers only once the statutory withdrawal period is over',
      }),
    );
}

interface Said {
  readonly never: string;
  readonly later: string;
}

function byLaw(rule: LintedRule, laws: readonly LawOfCountry[], view: View, said: Said): LintFinding[] {
  const concerned = laws.filter((law) => isSatisfiable(rule.holds, view.consumerOf(law)));
  const never = concerned.filter((law) => view.hasOnlyStatutoryWindows(rule, law));
  const later = concerned.filter((law) => !never.includes(law));
  const base = { path: rule.path, rule: rule.name };
  return [
    ...(never.length === 0
      ? []
      : [
          {
            ...base,
            id: 'law_overrules',
            severity: 'warning',
            by: articlesOf(never),
            words: `${rule.name} ${said.never} in ${placesOf(never)}: what it holds for has no longer window than the statutory one (${articleOf(never)}).`,
            todo: 'Delete it, or give the goods a longer window.',
          } as const,
        ]),
    ...(later.length === 0
      ? []
      : [
          {
            ...base,
            id: 'law_comes_first',
            severity: 'notice',
            by: articlesOf(later),
            words: `${rule.name} ${said.later} in ${placesOf(later)}: ${daysOf(later)} days from delivery (${articleOf(later)}).`,
            todo: 'Nothing, if that is what you want; the returns page says so.',
          } as const,
        ]),
  ];
}
