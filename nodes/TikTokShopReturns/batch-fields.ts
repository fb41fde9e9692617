import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Batch } from '../../lib/shops/tiktok-shop';
import { asJson } from '../shared/case-access';
import { textParameter } from '../shared/parameters';

export const batchKindField: INodeProperties = {
  displayName: 'Kind',
  name: 'kind',
  type: 'options',
  options: [
    { name: 'Package (RMA)', value: 'RMA', description: 'Second review: the goods are back' },
    { name: 'Request', value: 'AFTERSALES', description: 'First review: the shopper asks' },
    { name: 'What the Item Holds', value: 'told' },
  ],
  default: 'told',
};

export const batchIdField: INodeProperties = {
  displayName: 'ID',
  name: 'batchId',
  type: 'string',
  required: true,
  default: '={{ $json.tiktokBatch?.id ?? $json.tiktokShop?.rmaId ?? $json.tiktokShop?.aftersalesRequestId }}',
  description: 'Of the request, or of the RMA',
};

/** A single return's way to its batch. */
export const batchRequestIdField: INodeProperties = {
  displayName: 'Batch Request ID',
  name: 'batchRequestId',
  type: 'string',
  default: '={{ $json.case?.references?.tiktokBatch }}',
  description: 'Of a return that came in a batch: it is approved there, as its lines. Empty for all others.',
};

export function batchKindOf(context: IExecuteFunctions, itemIndex: number): Batch['kind'] {
  const chosen = textParameter(context, 'kind', itemIndex);
  const { tiktokBatch, tiktokShop } = context.getInputData()[itemIndex]?.json ?? {};
  const { kind } = asJson(typeof tiktokBatch === 'object' && tiktokBatch !== null ? tiktokBatch : {});
  const { rmaId } = asJson(typeof tiktokShop === 'object' && tiktokShop !== null ? tiktokShop : {});
  const told = kind ?? (rmaId === undefined ? 'AFTERSALES' : 'RMA');
  return (chosen === 'told' ? told : chosen) === 'RMA' ? 'RMA' : 'AFTERSALES';
}
