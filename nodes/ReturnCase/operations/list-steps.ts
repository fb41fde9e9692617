import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredCaseId } from '../../shared/picked-case';

export const listSteps: Operation = {
  resource: 'step',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many steps',
    description: 'List the outside effects of a case: what was done, what runs, what has failed and why',
  },
  fields: [
    requiredCaseIdField,
    {
      displayName: 'Status',
      name: 'stepStatus',
      type: 'multiOptions',
      options: [
        { name: 'Done', value: 'done' },
        { name: 'Failed', value: 'failed', description: 'Trying again would not have mended it' },
        { name: 'Open', value: 'open', description: 'The next call tries again' },
        { name: 'Running', value: 'running' },
      ],
      default: [],
      description: 'Only steps with one of these. Leave empty for all.',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const wanted: unknown = context.getNodeParameter('stepStatus', itemIndex, []);
    const steps = (await ledger.steps(caseId)).filter(
      ({ status }) => !Array.isArray(wanted) || wanted.length === 0 || wanted.includes(status),
    );
    return steps.map((step) => ({ chapters: { step: asJson(step) }, result: asJson(step) }));
  },
};
