import { isSatisfiable } from '../../logic/satisfiable';
import type { LintContext } from '../context';
import type { LintFinding } from '../finding';
import type { LawOfCountry } from './law-of-country';
import type { View } from './view';
import { placesOf } from './words';

/** Money back is offered by law, whatever the resolutions are. */
export function findNoRefund(
  { resolutions, policy }: LintContext,
  laws: readonly LawOfCountry[],
  view: View,
): LintFinding[] {
  if (policy.resolutions.length === 0) return [];
  const refunds = resolutions.filter(({ rule }) => rule.resolution === 'refund');
  const over = laws
    .filter(({ rights }) => rights.creditNeedsConsent.yes)
    .filter((law) => !refunds.some((rule) => isSatisfiable(rule.holds, view.consumerOf(law))));
  if (over.length === 0) return [];
  return [
    {
      id: 'law_overrules',
      severity: 'warning',
      path: 'resolutions',
      by: [over[0]?.rights.creditNeedsConsent.statements[0]?.article ?? ''],
      words: `No rule offers consumers in ${placesOf(over)} a refund, so the law adds one while it grants a withdrawal (${over[0]?.rights.creditNeedsConsent.statements[0]?.article ?? ''}).`,
      todo: 'Offer a refund yourself, in the place where you want it.',
    },
  ];
}

/** A promise that is later than the law. */
export function findLateRefund({ policy }: LintContext, laws: readonly LawOfCountry[]): LintFinding[] {
  const { withinDays } = policy.refund;
  if (withinDays === undefined) return [];
  const over = laws.filter(
    ({ rights: { withdrawalRefund: owed } }) => owed?.countedFrom === 'informed' && owed.days < withinDays,
  );
  if (over.length === 0) return [];
  const owed = over[0]?.rights.withdrawalRefund;
  return [
    {
      id: 'law_overrules',
      severity: 'warning',
      path: 'refund.withinDays',
      by: [owed?.statements[0]?.article ?? ''],
      words: `The law wants a withdrawal paid back within ${owed?.days ?? 0} days in ${placesOf(over)}, so ${withinDays} days are never promised there (${owed?.statements[0]?.article ?? ''}).`,
      todo: `Promise ${owed?.days ?? 0} days or fewer.`,
    },
  ];
}
