/** What can be wrong with a policy that can be read. */
export const lintIds = [
  'never_holds',
  'unreachable',
  'contradiction',
  'redundant',
  'no_effect',
  'refuses_everything',
  'excluded_anyway',
  'nothing_offered',
  'limits_cross',
  'no_window',
  'no_method',
  'no_resolution',
  'unknown_category',
  'season_unused',
  'currency_missing',
  'law_overrules',
  'law_comes_first',
  'law_not_told',
  'law_unknown',
  'tests_missing',
  'rules_untested',
] as const;
export type LintId = (typeof lintIds)[number];

/**
 * - `error`: the policy cannot do what it says.
 * - `warning`: probably not what was meant.
 * - `notice`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'notice';

/** One thing that is worth a second look. */
export interface LintFinding {
  readonly id: LintId;
  readonly severity: Severity;
  /** Where in the document: `windows.rules[2].when`. */
  readonly path: string;
  /** The rule as the trace names it: `window.shoes`. */
  readonly rule?: string;
  /** What stands in its way: other rules by their names, or an article of law. */
  readonly by?: readonly string[];
  readonly words: string;
  /** What to do about it. */
  readonly todo: string;
}
