import { isReturnsError } from '../../../lib/returns';
import type { PolicyReport } from '../../../lib/policy';
import { asJson } from '../../shared/case-access';
import { itemParameter } from '../../shared/item-parameter';
import type { Operation } from '../../shared/operation';
import { faultOf } from '../fault-of';
import { loadPolicies } from '../load-policies';
import { findingsIn, lintFields } from '../lint';
import { policyFields } from '../source/policy-fields';
import { policyDocumentOf } from '../source/policy-of';

export const validate: Operation = {
  option: {
    name: 'Validate',
    value: 'validate',
    action: 'Validate policy',
    description:
      'Check a policy document and run the tests that it carries: every fault with its place and what was probably meant. An invalid policy is an answer here.',
  },
  fields: [
    ...policyFields,
    {
      displayName: 'Lint',
      name: 'lint',
      type: 'boolean',
      default: false,
      description:
        'Whether to also look for rules out of reach, contradictions, gaps and what the law always overrules; they make no policy invalid',
    },
    ...lintFields,
  ],
  async execute(context, itemIndex) {
    const { validatePolicy, policyHash } = loadPolicies();
    const isLinted = itemParameter(context, 'lint', itemIndex, null) === true;
    let report: PolicyReport;
    try {
      report = validatePolicy(await policyDocumentOf(context, itemIndex));
    } catch (error) {
      report = unreadable(error);
    }
    const { valid, faults, tests, policy } = report;
    const validation = asJson({
      valid,
      faults: faults.map(faultOf),
      tests: tests.map((test) => ({ ...test })),
      ...(policy && { policy: { name: policy.name, version: policy.version, hash: policyHash(policy) } }),
      ...(policy && isLinted && { findings: findingsIn(context, itemIndex, policy) }),
    });
    return { chapters: { validation }, result: validation };
  },
};

/** A text that is neither JSON nor YAML, or a form with a fault: what is wrong with it is the answer too. */
function unreadable(error: unknown): PolicyReport {
  if (!isReturnsError(error) || error.code !== 'invalid_input') throw error;
  const { faults } = error.context;
  const told = Array.isArray(faults) ? faults.filter((fault) => typeof fault === 'string') : [];
  return { valid: false, faults: told.length > 0 ? told : [error.message], tests: [] };
}
