import { isSatisfiable } from '../../logic/satisfiable';
import { factsOf, testsOf, clauseOf } from '../../../render/words/clauses';
import { nameOf } from '../../../render/words/values';
import { listsOf, named, type LintContext, type LintedRule } from '../context';
import type { LintFinding } from '../finding';
import { countriesOf, isShippedTo } from '../places';

/** What the policy has no answer for: goods without a window, requests with nothing to choose or no way back. */
export function findGaps(context: LintContext): LintFinding[] {
  return [
    ...withoutWindow(context),
    ...unknownCategories(context),
    ...withoutOffer(context, context.methods, {
      id: 'no_method',
      what: 'way to send goods back',
      part: 'methods',
    }),
    ...withoutOffer(context, context.resolutions, {
      id: 'no_resolution',
      what: 'resolution',
      part: 'resolutions',
    }),
    ...casesThatOfferNothing(context),
  ];
}

function withoutWindow({ policy, windows, options }: LintContext): LintFinding[] {
  if (policy.windows.default.days > 0) return [];
  const categories = (options.categories ?? []).filter(
    (category) => !windows.some(({ rule }) => names(rule.when, category)),
  );
  const which = categories.length > 0 ? `, such as the categories ${named(categories)}` : '';
  return [
    {
      id: 'no_window',
      severity: 'warning',
      path: 'windows.default.days',
      words: `Goods that no rule of \`windows\` names have a return period of 0 days${which}.`,
      todo: 'Set the days of `windows.default`, or write rules for what is missing.',
    },
  ];
}

const names = (when: LintedRule['rule']['when'], category: string): boolean =>
  testsOf(clauseOf(when)).some(
    ({ fact, operand }) => fact === 'line.category' && wordsIn(operand).includes(category.trim().toLowerCase()),
  );

const wordsIn = (operand: unknown): readonly string[] => {
  const words: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  return words.flatMap((word) => (typeof word === 'string' ? [word.trim().toLowerCase()] : []));
};

/** Categories that the shop does not have; only where it has told which ones it has. */
function unknownCategories(context: LintContext): LintFinding[] {
  const known = context.options.categories?.map((category) => category.trim().toLowerCase());
  if (known === undefined || known.length === 0) return [];
  return listsOf(context)
    .flat()
    .flatMap(({ rule, path, name }): LintFinding[] => {
      const tests = testsOf(clauseOf(rule.when)).filter(
        ({ fact, operator }) => fact === 'line.category' && (operator === 'is' || operator === 'not'),
      );
      const unknown = [...new Set(tests.flatMap(({ operand }) => wordsIn(operand)))].filter(
        (word) => !known.includes(word),
      );
      if (unknown.length === 0) return [];
      return [
        {
          id: 'unknown_category',
          severity: 'warning',
          path: `${path}.when`,
          rule: name,
          words: `${name} asks about ${unknown.length === 1 ? 'a category' : 'categories'} that the shop does not have: ${named(unknown)}.`,
          todo: 'Check the spelling, or take it out of the condition.',
        },
      ];
    });
}

interface Offer {
  readonly id: 'no_method' | 'no_resolution';
  readonly what: string;
  readonly part: string;
}

/** Requests for which no rule of a part holds although everything is known. Without rules the usual is offered. */
function withoutOffer(context: LintContext, rules: readonly LintedRule[], { id, what, part }: Offer): LintFinding[] {
  if (rules.length === 0) return [];
  const shut = countriesOf(context).filter((country) => {
    const there = isShippedTo(country, context.meaning);
    return !rules.some((rule) => isSatisfiable(rule.holds, there));
  });
  if (shut.length > 0) {
    const places = named(shut.map((country) => nameOf('region', country, 'en')));
    return [
      {
        id,
        severity: 'error',
        path: part,
        words: `There is no ${what} for orders to ${places}: no rule of \`${part}\` can hold there.`,
        todo: `Add a rule of \`${part}\` for ${places}, or one without a condition.`,
      },
    ];
  }
  const denied = rules.map((rule) => rule.isDenied);
  if (!isSatisfiable(...denied)) return [];
  const facts = [...new Set(rules.flatMap(({ rule }) => factsOf(rule.when)))];
  return [
    {
      id,
      severity: 'warning',
      path: part,
      words: `A request may be left without any ${what}: no rule of \`${part}\` has to hold (they ask about ${named(facts)}).`,
      todo: `Add a last rule without a condition to \`${part}\`.`,
    },
  ];
}

/** A case apart that only lets through what nobody offers. */
function casesThatOfferNothing({ cases, policy, resolutions, methods }: LintContext): LintFinding[] {
  return cases.flatMap((one): LintFinding[] => {
    const { rule, path, name } = one;
    const parts = [
      {
        key: 'resolutions',
        allowed: rule.resolutions,
        offered: resolutions
          .filter((offer) => isSatisfiable(one.holds, offer.holds))
          .map((offer) => offer.rule.resolution),
        usual: policy.resolutions.length === 0,
      },
      {
        key: 'methods',
        allowed: rule.methods,
        offered: methods.filter((offer) => isSatisfiable(one.holds, offer.holds)).map((offer) => offer.rule.method),
        usual: policy.methods.length === 0,
      },
    ];
    return parts.flatMap(({ key, allowed, offered, usual }): LintFinding[] => {
      if (allowed === undefined) return [];
      const usually: readonly string[] = key === 'methods' ? ['post'] : ['refund', 'exchange', 'store_credit'];
      const among: readonly string[] = usual ? usually : offered;
      if (allowed.some((choice) => among.includes(choice))) return [];
      return [
        {
          id: 'nothing_offered',
          severity: 'error',
          path: `${path}.${key}`,
          rule: name,
          words: `${name} only lets ${named([...allowed])} through, and \`${key}\` never ${usual ? 'offers that without rules' : 'offers that when it holds'}.`,
          todo: `Add a rule to \`${key}\` that holds in this case, or change what the case allows.`,
        },
      ];
    });
  });
}
