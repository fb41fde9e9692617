import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { ReturnResult } from '../../lib/shops/shopify';
import { asJson } from '../shared/case-access';
import { requiredPicked } from '../shared/parameters';

export const returnIdField: INodeProperties = {
  displayName: 'Return',
  name: 'returnId',
  type: 'resourceLocator',
  required: true,
  default: {
    mode: 'id',
    value: '={{ $json.case?.references?.shopifyReturn ?? $json.shopifyReturn?.id ?? $json.shopify?.returnId }}',
  },
  description: 'The return in Shopify. The list shows open ones; typed text finds the others too.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a return…',
      typeOptions: { searchListMethod: 'searchReturns', searchable: true },
    },
    { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. gid://shopify/Return/945000954' },
  ],
};

export const returnIdOf = (context: IExecuteFunctions, itemIndex: number): string =>
  requiredPicked(context, 'returnId', 'Return', itemIndex);

export const notifyField: INodeProperties = {
  displayName: 'Shopify Notifies Customer',
  name: 'notifyCustomer',
  type: 'boolean',
  default: false,
  description: 'Whether Shopify sends an e-mail of its own, beside the ones of your workflow',
};

export const feeField: INodeProperties = {
  displayName: 'Return Fee',
  name: 'fee',
  type: 'json',
  default: '={{ $json.decision?.fee }}',
  description: 'Kept by the shop for the way back, in minor units and currency',
};

export const customerIdField: INodeProperties = {
  displayName: 'Customer ID',
  name: 'customerId',
  type: 'string',
  required: true,
  default: '={{ $json.order?.customer?.id }}',
  placeholder: 'e.g. gid://shopify/Customer/544365967',
};

export const storeCreditField: INodeProperties = {
  displayName: 'Store Credit',
  name: 'storeCredit',
  type: 'json',
  default: '',
  description: 'Paid back as store credit, beside the amount; minor units and currency',
};

export const locationsField: INodeProperties = {
  displayName: 'Locations by Line',
  name: 'locations',
  type: 'json',
  default: '',
  description: 'Where single lines are, other than that: { "order line ID": "location ID" }',
};

export const locationField: INodeProperties = {
  displayName: 'Location',
  name: 'locationId',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  description: 'Where the goods are. Left empty, the first location of the shop that ships.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      typeOptions: { searchListMethod: 'searchLocations', searchable: true },
    },
    {
      displayName: 'ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. gid://shopify/Location/346779380',
    },
  ],
};

/** The name by which a case remembers its return in Shopify. */
export const returnReference = ({ shopifyReturn }: ReturnResult): Record<string, string> => ({
  shopifyReturn: shopifyReturn.id,
});

export const returnChapters = (result: ReturnResult): IDataObject => ({ shopifyReturn: asJson(result.shopifyReturn) });
