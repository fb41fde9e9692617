import type { INodeProperties } from 'n8n-workflow';
import { paymentFamily } from '../shared/payment-providers';

export const providerField: INodeProperties = {
  displayName: 'Provider',
  name: 'provider',
  type: 'options',
  noDataExpression: true,
  options: paymentFamily.options,
  default: 'stripe',
};
