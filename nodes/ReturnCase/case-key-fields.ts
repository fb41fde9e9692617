import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { CaseKey } from '../../lib/ledger';
import { requiredCaseIdField } from '../shared/fields';
import { requiredText } from '../shared/parameters';
import { requiredCase } from '../shared/picked-case';

/** The ways of naming one case. */
export const caseKeyFields: INodeProperties[] = [
  {
    displayName: 'Find By',
    name: 'findBy',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Case ID', value: 'id' },
      { name: 'Channel and Request', value: 'request', description: 'What the channel itself calls the request' },
      { name: 'List', value: 'list', description: 'Choose the case' },
      { name: 'Order', value: 'order', description: 'Where the order has one case' },
      { name: 'Reference at a Provider', value: 'reference' },
      { name: 'RMA Number', value: 'rma' },
      { name: 'Tracking Number', value: 'trackingNumber' },
    ],
    default: 'id',
  },
  { ...requiredCaseIdField, displayOptions: { show: { findBy: ['list'] } } },
  {
    displayName: 'Reference Name',
    name: 'referenceName',
    type: 'string',
    required: true,
    default: 'shopifyReturn',
    description: 'The name that the reference has on the case, such as shopifyReturn or stripeRefund',
    displayOptions: { show: { findBy: ['reference'] } },
  },
  {
    displayName: 'Channel',
    name: 'channel',
    type: 'string',
    required: true,
    default: '={{ $json.request?.channel }}',
    placeholder: 'e.g. shopify',
    displayOptions: { show: { findBy: ['request'] } },
  },
  {
    displayName: 'Value',
    name: 'keyValue',
    type: 'string',
    required: true,
    default: '={{ $json.case?.id }}',
    description: 'The ID, number or name to look for',
    displayOptions: { hide: { findBy: ['list'] } },
  },
];

/** @throws ReturnsError `invalid_input` when a field is empty */
export function caseKeyOf(context: IExecuteFunctions, itemIndex: number): CaseKey {
  const findBy = context.getNodeParameter('findBy', itemIndex);
  if (findBy === 'list') return requiredCase(context, itemIndex);
  const value = requiredText(context, 'keyValue', 'Value', itemIndex);
  switch (findBy) {
    case 'rma':
      return { rma: value.toUpperCase() };
    case 'order':
      return { orderName: value };
    case 'request':
      return { channel: requiredText(context, 'channel', 'Channel', itemIndex), externalId: value };
    case 'trackingNumber':
      return { reference: { name: 'trackingNumber', value } };
    case 'reference':
      return { reference: { name: requiredText(context, 'referenceName', 'Reference Name', itemIndex), value } };
    default:
      return { id: value };
  }
}
