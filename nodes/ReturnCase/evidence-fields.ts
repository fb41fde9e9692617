import type { INodeProperties } from 'n8n-workflow';

export const evidenceField: INodeProperties = {
  displayName: 'Evidence',
  name: 'evidenceId',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'id', value: '={{ $json.evidence?.id }}' },
  description: 'What is attached to the case',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a file…',
      typeOptions: { searchListMethod: 'searchEvidence', searchable: true },
    },
    { displayName: 'By ID', name: 'id', type: 'string' },
  ],
};
