import { clauseOf, testsOf } from '../../render/words/clauses';
import { holds, type Formula, type Meaning } from '../logic/formula';
import { listsOf, type LintContext } from './context';

/** Where a shop is, for policies that say nothing of countries. */
const countryOfZone: Readonly<Record<string, string>> = {
  'Europe/Paris': 'FR',
  'Europe/Berlin': 'DE',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Europe/London': 'GB',
};

/** Countries whose law and ways of sending are looked at: given ones, else those that the policy names, else its own. */
export function countriesOf(context: LintContext): readonly string[] {
  const { options, policy } = context;
  if (options.countries !== undefined && options.countries.length > 0) {
    return [...new Set(options.countries.map((country) => country.toUpperCase()))];
  }
  const own = policy.calendar.country ?? homeOf(policy.timeZone);
  const asked = listsOf(context)
    .flat()
    .flatMap(({ rule }) => testsOf(clauseOf(rule.when)))
    .filter(({ fact, operator }) => fact === 'order.country' && operator === 'is')
    .flatMap(({ operand }): readonly unknown[] => (Array.isArray(operand) ? operand : [operand]))
    .flatMap((country) => (typeof country === 'string' ? [country.trim().toUpperCase()] : []));
  return [...new Set([...(own === undefined ? [] : [own]), ...asked])];
}

const homeOf = (timeZone: string): string | undefined =>
  countryOfZone[timeZone] ?? (timeZone.startsWith('America/') ? 'US' : undefined);

/** What is true of every order to a country. */
export const isShippedTo = (country: string, meaning: Meaning): Formula => holds({ 'order.country': country }, meaning);
