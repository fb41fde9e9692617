import type { IAuthenticateGeneric, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** Tested by the Return Shipping node, with the client that uses it. */
export class ReturnsEasyPostApi implements ICredentialType {
  name = 'returnsEasyPostApi';

  displayName = 'Returns EasyPost API';

  icon: Icon = { light: 'file:icons/easypost.svg', dark: 'file:icons/easypost.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-returns/n8n-nodes-returns/blob/main/docs/credentials/easypost.md';

  properties: INodeProperties[] = [
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      required: true,
      typeOptions: { password: true },
      default: '',
      description: 'A test key begins with EZTK, a production key with EZAK',
    },
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Production', value: 'production' },
        { name: 'Sandbox (Test Key)', value: 'sandbox' },
        { name: 'Custom Base URL', value: 'custom' },
      ],
      default: 'production',
      description: 'With Sandbox, a production key is refused before anything is bought',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. http://127.0.0.1:4010/easypost',
      displayOptions: { show: { environment: ['custom'] } },
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { auth: { username: '={{$credentials.apiKey}}', password: '' } },
  };
}
