import { zoneOf } from '../../calendar/zone';
import type { Condition } from '../../document/condition';
import type { Policy } from '../../document/policy-schema';
import { doesNotHold, holds, isDenied, type Formula, type Meaning } from '../logic/formula';
import { isSatisfiable } from '../logic/satisfiable';

/** What a shop may add to what its policy says. */
export interface LintOptions {
  /** ISO 3166-1 codes of where the shop sells to. Without them: those that the policy names, or its own. */
  readonly countries?: readonly string[] | undefined;
  /** ISO 4217 codes of what it sells in, besides those that the policy names. */
  readonly currencies?: readonly string[] | undefined;
  /** Every category that it has. */
  readonly categories?: readonly string[] | undefined;
}

/** A rule with its place and its conditions worked out. */
export interface LintedRule<R extends AnyRule = AnyRule> {
  readonly rule: R;
  /** `windows.rules[2]`. */
  readonly path: string;
  /** `window.shoes`. */
  readonly name: string;
  readonly holds: Formula;
  readonly doesNotHold: Formula;
  readonly isDenied: Formula;
}

export interface AnyRule {
  readonly id: string;
  readonly when?: Condition | undefined;
}

export interface LintContext {
  readonly policy: Policy;
  readonly options: LintOptions;
  readonly meaning: Meaning;
  readonly windows: readonly LintedRule<Policy['windows']['rules'][number]>[];
  readonly extensions: readonly LintedRule<Policy['windows']['extensions'][number]>[];
  readonly exclusions: readonly LintedRule<Policy['exclusions'][number]>[];
  readonly itemConditions: readonly LintedRule<Policy['itemConditions'][number]>[];
  readonly fees: readonly LintedRule<Policy['fees']['rules'][number]>[];
  readonly resolutions: readonly LintedRule<Policy['resolutions'][number]>[];
  readonly methods: readonly LintedRule<Policy['methods'][number]>[];
  readonly cases: readonly LintedRule<Policy['cases'][number]>[];
  readonly routing: readonly LintedRule<Policy['routing'][number]>[];
  readonly keepItem: readonly LintedRule<Policy['keepItem'][number]>[];
}

export function contextOf(policy: Policy, options: LintOptions): LintContext {
  const meaning: Meaning = { currency: policy.currency, zone: zoneOf(policy.timeZone) };
  const linted = <R extends AnyRule>(path: string, name: string, rules: readonly R[]): LintedRule<R>[] =>
    rules.map((rule, index) => ({
      rule,
      path: `${path}[${index}]`,
      name: `${name}.${rule.id}`,
      holds: holds(rule.when, meaning),
      doesNotHold: doesNotHold(rule.when, meaning),
      isDenied: isDenied(rule.when, meaning),
    }));
  return {
    policy,
    options,
    meaning,
    windows: linted('windows.rules', 'window', policy.windows.rules),
    extensions: linted('windows.extensions', 'extension', policy.windows.extensions),
    exclusions: linted('exclusions', 'exclusion', policy.exclusions),
    itemConditions: linted('itemConditions', 'condition', policy.itemConditions),
    fees: linted('fees.rules', 'fee', policy.fees.rules),
    resolutions: linted('resolutions', 'resolution', policy.resolutions),
    methods: linted('methods', 'method', policy.methods),
    cases: linted('cases', 'case', policy.cases),
    routing: linted('routing', 'routing', policy.routing),
    keepItem: linted('keepItem', 'keep', policy.keepItem),
  };
}

/** Every list of rules. */
export const listsOf = (context: LintContext): readonly (readonly LintedRule[])[] => [
  context.windows,
  context.extensions,
  context.exclusions,
  context.itemConditions,
  context.fees,
  context.resolutions,
  context.methods,
  context.cases,
  context.routing,
  context.keepItem,
];

/** Whether a rule can hold at all. */
export const mayHold = ({ holds: formula }: LintedRule, ...also: readonly Formula[]): boolean =>
  isSatisfiable(formula, ...also);

/** "a and b", for sentences of this package's own. */
export function named(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most);
  const left = names.length - shown.length;
  if (left > 0) return `${shown.join(', ')} and ${left} more`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
