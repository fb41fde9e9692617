import type { INodeProperties } from 'n8n-workflow';
import { providerOptions } from '../shared/payment-providers';

export const providerField: INodeProperties = {
  displayName: 'Provider',
  name: 'provider',
  type: 'options',
  noDataExpression: true,
  options: providerOptions,
  default: 'stripe',
};
