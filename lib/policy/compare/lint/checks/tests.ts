import { isReturnsError } from '../../../../returns';
import { currencyOf } from '../../../document/currency-of';
import type { Policy } from '../../../document/policy-schema';
import { testCase } from '../../../document/test-case';
import { evaluatePolicy } from '../../../evaluate-policy';
import { listsOf, named, type LintContext } from '../context';
import type { LintFinding } from '../finding';

/** The evaluation writes this time; nothing is compared with it. */
const EVALUATED_AT = new Date('2026-01-01T00:00:00Z');

/** A policy without tests, or with rules that hold in none of them. */
export function findUntested(context: LintContext): LintFinding[] {
  const { policy } = context;
  const rules = listsOf(context).flat();
  if (policy.tests.length === 0) {
    return [
      {
        id: 'tests_missing',
        severity: 'warning',
        path: 'tests',
        words: 'The policy has no tests: nobody notices when a change turns a decision around.',
        todo: 'Write down a few requests with the decisions that they must get; they run whenever the policy is validated.',
      },
    ];
  }
  const met = new Set(policy.tests.flatMap((test) => metBy(policy, test)));
  const untested = rules.map(({ name }) => name).filter((name) => !met.has(name));
  if (untested.length === 0) return [];
  return [
    {
      id: 'rules_untested',
      severity: 'notice',
      path: 'tests',
      words: `${untested.length === 1 ? 'One rule holds' : `${untested.length} rules hold`} in no test: ${named(untested, 12)}.`,
      todo: 'Add a test in which each of them holds.',
    },
  ];
}

/** Names of the rules that hold in a test; none where it cannot be decided, which running it tells. */
function metBy(policy: Policy, { given }: Policy['tests'][number]): string[] {
  try {
    const { trace } = evaluatePolicy(policy, testCase(given, currencyOf(policy)), EVALUATED_AT);
    return trace.filter(({ held, decided }) => held || decided).map(({ rule }) => rule);
  } catch (error) {
    if (isReturnsError(error)) return [];
    throw error;
  }
}
