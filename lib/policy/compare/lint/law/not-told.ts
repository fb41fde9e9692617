import { named, type LintContext } from '../context';
import type { LintFinding } from '../finding';
import { hasLegalGround } from './legal-ground';
import type { LawOfCountry } from './law-of-country';
import { placesOf } from './words';

/** What has to be told before the order for a rule to hold. */
export function findNotTold({ policy, fees, exclusions }: LintContext, laws: readonly LawOfCountry[]): LintFinding[] {
  if (laws.length === 0) return [];
  const { withdrawalRight, returnFee, exceptions } = policy.disclosures;
  const finding = (path: string, words: string, todo: string): LintFinding => ({
    id: 'law_not_told',
    severity: 'warning',
    path: `disclosures.${path}`,
    words,
    todo,
  });
  const flat = fees.filter(
    ({ rule }) => rule.free !== true && rule.percent === undefined && rule.kind === 'return_shipping',
  );
  const legal = exclusions.filter(({ rule }) => hasLegalGround(rule));
  const places = placesOf(laws);
  return [
    ...(flat.length > 0 && returnFee !== true
      ? [
          finding(
            'returnFee',
            `${named(flat.map(({ name }) => name))} cannot be kept from a withdrawal in ${places} unless the shopper was told before the order, and the policy does not say that the shop tells everybody.`,
            'Tell shoppers of the fee before the order and set `disclosures.returnFee` to true, or say it of each order.',
          ),
        ]
      : []),
    ...(legal.length > 0 && exceptions === false
      ? [
          finding(
            'exceptions',
            `${named(legal.map(({ name }) => name))} goes to a person in ${places}, because shoppers are not told before the order what they cannot withdraw from.`,
            'Tell them, and set `disclosures.exceptions` to true.',
          ),
        ]
      : []),
    ...(withdrawalRight === false
      ? [
          finding(
            'withdrawalRight',
            `Shoppers in ${places} who are not told of the right of withdrawal have up to 12 months more for it.`,
            'Tell them, and set `disclosures.withdrawalRight` to true.',
          ),
        ]
      : []),
  ];
}
