import type { INodeProperties } from 'n8n-workflow';

export const consumerField: INodeProperties = {
  displayName: 'Consumer',
  name: 'consumer',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'name', value: '={{ $json.deadLetter?.consumer ?? $json.consumer?.name }}' },
  description: 'A Return Case Trigger, by the name that the ledger knows it by',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a trigger…',
      typeOptions: { searchListMethod: 'searchConsumers', searchable: true },
    },
    { displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. 4k2jHq:1b9d6bcd-bbfd-4b2d-9b5d' },
  ],
};
