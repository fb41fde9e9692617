import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/**
 * One case: from a list, by its id, or by its RMA number. As in every field that reads a chapter, the default is an
 * expression, so that nodes dropped in a row need no mapping.
 */
export const caseIdField: INodeProperties = {
  displayName: 'Case',
  name: 'caseId',
  type: 'resourceLocator',
  default: { mode: 'id', value: '={{ $json.case?.id }}' },
  description:
    'The return case that this belongs to. The effect then happens once per case, whatever is repeated. Leave empty to use the node without a case.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a case…',
      typeOptions: { searchListMethod: 'searchCases', searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 0199c5a2-7c1e-7a40-9d6f-3f2b8a1c5e70',
    },
    { displayName: 'By RMA Number', name: 'rma', type: 'string', placeholder: 'e.g. RMA-2026-000042' },
  ],
};

export const requiredCaseIdField: INodeProperties = {
  ...caseIdField,
  required: true,
  description: 'The return case to work on',
};

export const outputField: INodeProperties = {
  displayName: 'Output',
  name: 'outputMode',
  type: 'options',
  noDataExpression: true,
  options: [
    { name: 'Dossier', value: 'dossier', description: 'The incoming item with this result as a chapter of its own' },
    { name: 'Only This Result', value: 'result', description: 'The bare result' },
  ],
  default: 'dossier',
};

/** Menu entries for a list of states: `in_transit` reads "In Transit". */
export function titleOptions(values: readonly string[]): INodePropertyOptions[] {
  return values.map((value) => ({
    name: value
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' '),
    value,
  }));
}

/** The chapters that intake brings, and that opening and deciding need. */
export const requestField: INodeProperties = {
  displayName: 'Request',
  name: 'request',
  type: 'json',
  required: true,
  default: '={{ $json.request }}',
  description: 'What the shopper asks for: lines with quantity and reason, and the wished resolution',
};

export const orderField: INodeProperties = {
  displayName: 'Order',
  name: 'order',
  type: 'json',
  required: true,
  default: '={{ $json.order }}',
  description: 'The order that the goods were bought with',
};

export const shopField: INodeProperties = {
  displayName: 'Shop',
  name: 'shop',
  type: 'json',
  default: '={{ $json.shop }}',
  description: 'Name, e-mail and return address. Needed only when the case does not carry them.',
};

export const returnAllField: INodeProperties = {
  displayName: 'Return All',
  name: 'returnAll',
  type: 'boolean',
  default: false,
  description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
  displayName: 'Limit',
  name: 'limit',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 50,
  description: 'Max number of results to return',
  displayOptions: { show: { returnAll: [false] } },
};

export const languageField: INodeProperties = {
  displayName: 'Language',
  name: 'language',
  type: 'options',
  options: [
    { name: 'English', value: 'en' },
    { name: 'French', value: 'fr' },
    { name: 'German', value: 'de' },
    { name: 'Italian', value: 'it' },
    { name: 'Spanish', value: 'es' },
    { name: "The Shopper's", value: 'shopper' },
  ],
  default: 'shopper',
};
