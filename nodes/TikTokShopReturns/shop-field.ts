import type { INodeProperties } from 'n8n-workflow';

/** Which of the seller's shops; sellers with one shop leave it as it is. */
export const shopField: INodeProperties = {
  displayName: 'Shop',
  name: 'shopId',
  type: 'resourceLocator',
  default: { mode: 'id', value: '={{ $json.tiktokShop?.shopId ?? $json.case?.references?.tiktokShop }}' },
  description: 'Left empty, the only shop that the credential is authorized for, or the one of its region',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      typeOptions: { searchListMethod: 'searchShops', searchable: true },
    },
    { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7494049642642441621' },
  ],
};
