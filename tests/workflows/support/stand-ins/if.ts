import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { describeStandIn } from './describe';

/** As n8n's own If 2.x: the conditions are judged by n8n-workflow, through the same kind of parameter. */
export const ifStandIn: INodeType = {
  description: describeStandIn('if', {
    outputs: 2,
    properties: [
      {
        displayName: 'Conditions',
        name: 'conditions',
        type: 'filter',
        default: {},
        typeOptions: { filter: { caseSensitive: true, typeValidation: 'loose', version: 2 } },
      },
      { displayName: 'Convert types where required', name: 'looseTypeValidation', type: 'boolean', default: false },
      { displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
    ],
  }),
  execute() {
    const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
    this.getInputData().forEach((item, index) => {
      const passes: unknown = this.getNodeParameter('conditions', index, false, { extractValue: true });
      outputs[passes === true ? 0 : 1].push({ ...item, pairedItem: { item: index } });
    });
    return Promise.resolve(outputs);
  },
};
