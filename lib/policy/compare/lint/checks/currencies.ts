import { factOf } from '../../../facts';
import { clauseOf, testsOf } from '../../../render/words/clauses';
import { isPlainObject } from '../../../document/check-condition';
import { amountByCurrency } from '../../../engine/operands';
import { holds } from '../../logic/formula';
import { listsOf, mayHold, named, type LintContext, type LintedRule } from '../context';
import type { LintFinding } from '../finding';

interface Amounts {
  readonly path: string;
  readonly rule: LintedRule | undefined;
  readonly currencies: readonly string[];
  /** What becomes of an order in a currency without an amount. */
  readonly otherwise: Otherwise;
}

interface Otherwise {
  readonly words: string;
  readonly todo?: string;
}

const goesToAPerson: Otherwise = { words: 'goes to a person, because nothing is converted' };
const getsNoBonus: Otherwise = {
  words: 'gets store credit without the bonus, because nothing is converted',
  todo: ', or give the bonus as `percent`, which holds in every currency',
};
const isAskedBack: Otherwise = { words: 'is always asked back, because nothing is converted' };

/** Amounts that lack the currency of the policy, one in which other parts of it speak, or one in which the shop sells. */
export function findCurrencies(context: LintContext): LintFinding[] {
  const amounts = amountsOf(context);
  const { currency } = context.policy;
  const spoken = new Set([
    ...(currency === undefined ? [] : [currency]),
    ...(context.options.currencies ?? []).map((code) => code.trim().toUpperCase()),
    ...amounts.flatMap(({ currencies }) => currencies),
  ]);
  return amounts.flatMap(({ path, rule, currencies, otherwise }): LintFinding[] => {
    const missing = [...spoken].filter((code) => !currencies.includes(code) && isAskedIn(context, rule, code));
    if (missing.length === 0 || currencies.length === 0) return [];
    return [
      {
        id: 'currency_missing',
        severity: 'warning',
        path,
        ...(rule !== undefined && { rule: rule.name }),
        words: `There is no amount in ${named(missing)} here: an order in ${missing.length === 1 ? 'it' : 'one of them'} ${otherwise.words}.`,
        todo: `Add an amount in ${named(missing)}${otherwise.todo ?? ''}.`,
      },
    ];
  });
}

/** A rule that says itself for which currency it is needs no amount in another. */
const isAskedIn = ({ meaning }: LintContext, rule: LintedRule | undefined, currency: string): boolean =>
  rule === undefined || mayHold(rule, holds({ 'order.currency': currency }, meaning));

function amountsOf(context: LintContext): readonly Amounts[] {
  const { policy } = context;
  const found: Amounts[] = [];
  const add = (path: string, value: unknown, otherwise: Otherwise, rule?: LintedRule): void => {
    if (value !== undefined) found.push({ path, rule, currencies: currenciesOf(value), otherwise });
  };
  for (const linted of context.fees) {
    const { rule, path } = linted;
    add(`${path}.amount`, rule.amount, goesToAPerson, linted);
    add(`${path}.minimum`, rule.minimum, goesToAPerson, linted);
    add(`${path}.cap`, rule.cap, goesToAPerson, linted);
  }
  add('fees.cap', policy.fees.cap, goesToAPerson);
  for (const linted of context.resolutions) {
    add(`${linted.path}.bonus.amount`, linted.rule.bonus?.amount, getsNoBonus, linted);
  }
  for (const linted of context.keepItem) {
    add(`${linted.path}.label`, linted.rule.label, isAskedBack, linted);
    add(`${linted.path}.handling`, linted.rule.handling, isAskedBack, linted);
  }
  for (const linted of listsOf(context).flat()) {
    for (const { fact, operator, operand } of testsOf(clauseOf(linted.rule.when))) {
      if (factOf(fact).kind !== 'money' || operator === 'exists') continue;
      const value: unknown = operator === 'between' && Array.isArray(operand) ? operand[0] : operand;
      found.push({
        path: `${linted.path}.when["${fact}"]`,
        rule: linted,
        currencies: [...amountByCurrency(value, policy.currency).keys()],
        otherwise: goesToAPerson,
      });
    }
  }
  return found;
}

const currenciesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((amount: unknown) =>
    isPlainObject(amount) && typeof amount['currency'] === 'string' ? [amount['currency']] : [],
  );
