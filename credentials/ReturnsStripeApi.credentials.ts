import type { IAuthenticateGeneric, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** Tested by the Return Payments node, with the client that uses it. */
export class ReturnsStripeApi implements ICredentialType {
  name = 'returnsStripeApi';

  displayName = 'Returns Stripe API';

  icon: Icon = { light: 'file:icons/stripe.svg', dark: 'file:icons/stripe.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-returns/n8n-nodes-returns/blob/main/docs/credentials/stripe.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Secret Key',
      name: 'secretKey',
      type: 'string',
      required: true,
      typeOptions: { password: true },
      default: '',
      description: 'A secret or restricted key. Test keys begin with sk_test or rk_test.',
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
      description: 'With Sandbox, a live key is refused before any money moves',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. http://127.0.0.1:4010/stripe',
      displayOptions: { show: { environment: ['custom'] } },
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.secretKey}}' } },
  };
}
