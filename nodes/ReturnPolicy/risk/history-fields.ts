import type { INodeProperties } from 'n8n-workflow';

/** What is known of the customer, for a risk score. */
export const historyFields: readonly INodeProperties[] = [
  {
    displayName: 'History From',
    name: 'historyFrom',
    type: 'options',
    options: [
      {
        name: 'Cases of My Own',
        value: 'cases',
        description: 'Past cases that another node brings: also links of address, phone and mailbox are seen',
      },
      {
        name: 'History of My Own',
        value: 'item',
        description: 'A customer history that another system has made',
      },
      {
        name: 'Ledger',
        value: 'ledger',
        description: 'The cases of the ledger with the e-mail address of the order',
      },
      { name: 'Nothing', value: 'none', description: 'The return itself is all that is looked at' },
    ],
    default: 'ledger',
    description: 'Where earlier returns of the customer are told',
  },
  {
    displayName: 'Past Cases',
    name: 'pastCases',
    type: 'json',
    default: "={{ $('List past cases').all().map(({ json }) => json) }}",
    description: 'A list of cases as Return Case gives them. Read once, with the first item, for all items of a run.',
    displayOptions: { show: { historyFrom: ['cases'] } },
  },
  {
    displayName: 'Customer History',
    name: 'customerHistory',
    type: 'json',
    default: '={{ $json.customerHistory }}',
    description: 'Orders and returns of the customer before this one',
    displayOptions: { show: { historyFrom: ['item'] } },
  },
];
