import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Policy, PolicyReport } from '../../../lib/policy';
import { isReturnsError } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { itemParameter } from '../../shared/item-parameter';
import type { Operation } from '../../shared/operation';
import { faultOf, type Fault } from '../fault-of';
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
    const isLinted = itemParameter(context, 'lint', itemIndex, null) === true;
    const lint = (policy: Policy): IDataObject =>
      isLinted ? { findings: findingsIn(context, itemIndex, policy) } : {};
    const told = (report: PolicyReport): Validation => validationOf(report, lint);
    const reports = await reportsOf(context, itemIndex);
    const validation = asJson(Array.isArray(reports) ? ofVersions(reports.map(told)) : told(reports));
    return { chapters: { validation }, result: validation };
  },
};

/** What is found in one document, or in each of a list of its versions. */
async function reportsOf(context: IExecuteFunctions, itemIndex: number): Promise<PolicyReport | PolicyReport[]> {
  const { validatePolicy } = loadPolicies();
  try {
    const document = await policyDocumentOf(context, itemIndex);
    const isList = Array.isArray(document) && document.length > 0;
    return isList ? document.map((version: unknown) => validatePolicy(version)) : validatePolicy(document);
  } catch (error) {
    return unreadable(error);
  }
}

interface Validation {
  readonly valid: boolean;
  readonly faults: readonly Fault[];
  readonly tests: PolicyReport['tests'];
  readonly policy?: IDataObject;
  readonly findings?: unknown;
}

const validationOf = (
  { valid, faults, tests, policy }: PolicyReport,
  lint: (policy: Policy) => IDataObject,
): Validation => ({
  valid,
  faults: faults.map(faultOf),
  tests,
  ...(policy && { policy: named(policy), ...lint(policy) }),
});

const named = (policy: Policy): IDataObject => ({
  name: policy.name,
  version: policy.version,
  hash: loadPolicies().policyHash(policy),
  ...(policy.effectiveFrom !== undefined && { effectiveFrom: policy.effectiveFrom }),
});

/** Valid when every version is. Faults and tests of all of them, with the place in the list, and each by itself. */
const ofVersions = (versions: readonly Validation[]): Validation & { readonly versions: readonly Validation[] } => ({
  valid: versions.every(({ valid }) => valid),
  faults: versions.flatMap(({ faults }, index) =>
    faults.map(({ path, ...fault }) => ({ path: path === undefined ? `[${index}]` : `[${index}].${path}`, ...fault })),
  ),
  tests: versions.flatMap(({ tests }, index) => tests.map((test) => ({ ...test, name: `[${index}] ${test.name}` }))),
  versions,
});

/** A text that is neither JSON nor YAML, or a form with a fault: what is wrong with it is the answer too. */
function unreadable(error: unknown): PolicyReport {
  if (!isReturnsError(error) || error.code !== 'invalid_input') throw error;
  const { faults } = error.context;
  const told = Array.isArray(faults) ? faults.filter((fault) => typeof fault === 'string') : [];
  return { valid: false, faults: told.length > 0 ? told : [error.message], tests: [] };
}
