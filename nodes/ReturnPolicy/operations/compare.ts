import type { IDataObject } from 'n8n-workflow';
import type { Policy } from '../../../lib/policy';
import { asJson } from '../../shared/case-access';
import { itemParameter } from '../../shared/item-parameter';
import type { Operation } from '../../shared/operation';
import { findingsIn, lintFields } from '../lint';
import { loadComparing, loadPolicies } from '../load-policies';
import { otherPolicyFields, policyFields } from '../source/policy-fields';
import { policyOf } from '../source/policy-of';

export const compare: Operation = {
  option: {
    name: 'Compare',
    value: 'compare',
    action: 'Compare policies',
    description:
      'Tell in words what a policy changes against an earlier version, and what in it is out of reach, contradicts itself or is overruled by the law',
  },
  fields: [
    ...otherPolicyFields('before', 'Earlier Policy', 'The version that the policy is compared with'),
    ...policyFields,
    {
      displayName: 'Lint',
      name: 'lint',
      type: 'boolean',
      default: true,
      description:
        'Whether to also look for rules out of reach, contradictions, gaps and what the law always overrules',
    },
    ...lintFields,
  ],
  async execute(context, itemIndex) {
    const before = await policyOf(context, itemIndex, 'before');
    const after = await policyOf(context, itemIndex);
    const changes = loadComparing().diffPolicies(before, after);
    const comparison = asJson({
      before: named(before),
      after: named(after),
      same: changes.length === 0,
      changes: changes.map((change) => asJson({ ...change })),
      words: changes.map(({ words }) => words).join('\n'),
      ...(itemParameter(context, 'lint', itemIndex, null) === true && {
        findings: findingsIn(context, itemIndex, after),
      }),
    });
    return { chapters: { comparison }, result: comparison };
  },
};

const named = (policy: Policy): IDataObject => ({
  name: policy.name,
  version: policy.version,
  hash: loadPolicies().policyHash(policy),
});
