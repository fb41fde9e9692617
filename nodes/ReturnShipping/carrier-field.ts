import type { INodeProperties } from 'n8n-workflow';
import { carrierOptions } from '../shared/carriers';

export const carrierField: INodeProperties = {
  displayName: 'Carrier',
  name: 'carrier',
  type: 'options',
  noDataExpression: true,
  options: carrierOptions,
  default: 'easypost',
};
