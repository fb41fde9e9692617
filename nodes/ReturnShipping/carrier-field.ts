import type { INodeProperties } from 'n8n-workflow';
import { carrierFamily } from '../shared/carriers';

export const carrierField: INodeProperties = {
  displayName: 'Carrier',
  name: 'carrier',
  type: 'options',
  noDataExpression: true,
  options: carrierFamily.options,
  default: 'easypost',
};
