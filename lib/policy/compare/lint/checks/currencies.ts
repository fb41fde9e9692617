import { factOf } from '../../../facts';
import { clauseOf, testsOf } from '../../../render/words/clauses';
import { isPlainObject } from '../../../document/check-condition';
import { amountByCurrency } from '../../../engine/operands';
import { listsOf, named, type LintContext } from '../context';
import type { LintFinding } from '../finding';

interface Amounts {
  readonly path: string;
  readonly rule: string | undefined;
  readonly currencies: readonly string[];
}

/** Amounts that lack a currency in which other parts of the policy speak, or in which the shop sells. */
export function findCurrencies(context: LintContext): LintFinding[] {
  const amounts = amountsOf(context);
  const spoken = new Set([
    ...(context.options.currencies ?? []).map((code) => code.trim().toUpperCase()),
    ...amounts.flatMap(({ currencies }) => currencies),
  ]);
  return amounts.flatMap(({ path, rule, currencies }): LintFinding[] => {
    const missing = [...spoken].filter((code) => !currencies.includes(code));
    if (missing.length === 0 || currencies.length === 0) return [];
    return [
      {
        id: 'currency_missing',
        severity: 'warning',
        path,
        ...(rule !== undefined && { rule }),
        words: `There is no amount in ${named(missing)} here: an order in ${missing.length === 1 ? 'it' : 'one of them'} goes to a person, because nothing is converted.`,
        todo: `Add an amount in ${named(missing)}.`,
      },
    ];
  });
}

function amountsOf(context: LintContext): readonly Amounts[] {
  const { policy } = context;
  const found: Amounts[] = [];
  const add = (path: string, value: unknown, rule?: string): void => {
    if (value !== undefined) found.push({ path, rule, currencies: currenciesOf(value) });
  };
  for (const { rule, path, name } of context.fees) {
    add(`${path}.amount`, rule.amount, name);
    add(`${path}.minimum`, rule.minimum, name);
    add(`${path}.cap`, rule.cap, name);
  }
  add('fees.cap', policy.fees.cap);
  for (const { rule, path, name } of context.resolutions) add(`${path}.bonus.amount`, rule.bonus?.amount, name);
  for (const { rule, path, name } of context.keepItem) {
    add(`${path}.label`, rule.label, name);
    add(`${path}.handling`, rule.handling, name);
  }
  for (const { rule, path, name } of listsOf(context).flat()) {
    for (const { fact, operator, operand } of testsOf(clauseOf(rule.when))) {
      if (factOf(fact).kind !== 'money' || operator === 'exists') continue;
      const value: unknown = operator === 'between' && Array.isArray(operand) ? operand[0] : operand;
      found.push({
        path: `${path}.when["${fact}"]`,
        rule: name,
        currencies: [...amountByCurrency(value, policy.currency).keys()],
      });
    }
  }
  return found;
}

const currenciesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((amount: unknown) =>
    isPlainObject(amount) && typeof amount['currency'] === 'string' ? [amount['currency']] : [],
  );
