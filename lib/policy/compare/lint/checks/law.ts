import type { LintContext } from '../context';
import type { LintFinding } from '../finding';
import { lawOfCountry, type LawOfCountry } from '../law/law-of-country';
import { findNotTold } from '../law/not-told';
import { findLateRefund, findNoRefund } from '../law/refunds';
import { findForbiddenFees, findRefusals } from '../law/refusals';
import { findShortWindows } from '../law/short-windows';
import { viewOf } from '../law/view';
import { placesOf } from '../law/words';
import { countriesOf } from '../places';

/** Rules that the law of the shoppers' countries overrules, and what the shop has to tell them for its rules to hold. */
export function findOverruled(context: LintContext): LintFinding[] {
  const laws = countriesOf(context).map((country) => lawOfCountry(context.policy, country));
  const granting = laws.filter(({ withdraws }) => withdraws);
  const view = viewOf(context);
  return [
    ...unknownLaws(laws),
    ...findShortWindows(context, granting, view),
    ...findRefusals(context, granting, view),
    ...findForbiddenFees(context, granting, view),
    ...findNoRefund(context, granting, view),
    ...findLateRefund(context, granting),
    ...findNotTold(context, granting),
  ];
}

function unknownLaws(laws: readonly LawOfCountry[]): LintFinding[] {
  const unknown = laws.filter(({ isKnown }) => !isKnown);
  if (unknown.length === 0) return [];
  return [
    {
      id: 'law_unknown',
      severity: 'notice',
      path: 'policy',
      words: `The law of ${placesOf(unknown)} is not in this package: the policy alone decides there.`,
      todo: 'See that the policy grants what the law there asks for.',
    },
  ];
}
