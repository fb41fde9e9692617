import type { INodeProperties } from 'n8n-workflow';
import { requiredCaseIdField } from '../shared/fields';

/** One step of one case, and why a person touches it. */
export const stepFields: INodeProperties[] = [
  requiredCaseIdField,
  {
    displayName: 'Step',
    name: 'step',
    type: 'resourceLocator',
    required: true,
    default: { mode: 'name', value: '={{ $json.step?.step }}' },
    description: 'An outside effect of the case, such as refund or label',
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'Select a step…',
        typeOptions: { searchListMethod: 'searchSteps', searchable: true },
      },
      { displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. refund' },
    ],
  },
  {
    displayName: 'Reason',
    name: 'reason',
    type: 'string',
    required: true,
    default: '',
    description: 'Why you do this by hand, kept in the timeline of the case',
  },
];
