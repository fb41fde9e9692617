import type {
  IAuthenticateGeneric,
  ICredentialDataDecryptedObject,
  ICredentialType,
  Icon,
  IHttpRequestHelper,
  INodeProperties,
} from 'n8n-workflow';
import { renewSession } from '../lib/shops/shopify/session';
import { apiVersions, shopifyVersion } from '../lib/shops/shopify/versions';

/**
 * An app in the merchant's own shop: how it gets its Admin API token, and its secret, with which Shopify signs webhooks.
 * Tested by the Shopify Returns node, with the client that uses it.
 */
export class ReturnsShopifyApi implements ICredentialType {
  name = 'returnsShopifyApi';

  displayName = 'Returns Shopify API';

  icon: Icon = { light: 'file:icons/shopify.svg', dark: 'file:icons/shopify.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-returns/n8n-nodes-returns/blob/main/docs/credentials/shopify.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Shop',
      name: 'shop',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. your-shop.myshopify.com',
      description: 'The myshopify.com domain of the shop',
    },
    {
      displayName: 'Authentication',
      name: 'authentication',
      type: 'options',
      options: [
        {
          name: 'Access Token',
          value: 'accessToken',
          description: 'An app made in the admin of the shop, with a token that stays',
        },
        {
          name: 'Authorization Code',
          value: 'authorizationCode',
          description: 'A distributed app; its tokens expire, and are renewed',
        },
        {
          name: 'Client Credentials',
          value: 'clientCredentials',
          description: 'An app of the Dev Dashboard, in the same organisation as the shop; a new token each day',
        },
      ],
      default: 'accessToken',
    },
    {
      displayName: 'Access Token',
      name: 'accessToken',
      type: 'string',
      required: true,
      typeOptions: { password: true },
      default: '',
      description: 'The Admin API access token of the app, with the scopes that the documentation lists',
      displayOptions: { show: { authentication: ['accessToken'] } },
    },
    {
      displayName: 'Client ID',
      name: 'clientId',
      type: 'string',
      required: true,
      default: '',
      displayOptions: { show: { authentication: ['authorizationCode', 'clientCredentials'] } },
    },
    {
      displayName: 'Client Secret',
      name: 'clientSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description:
        'The secret of the app. With an access token, only the trigger needs it, to tell real webhooks from forged ones.',
    },
    {
      displayName: 'Authorization Code',
      name: 'authorizationCode',
      type: 'string',
      default: '',
      description:
        'The code in the address that Shopify leads back to when the app is installed. It works once, and goes when it has been used.',
      displayOptions: { show: { authentication: ['authorizationCode'] } },
    },
    {
      displayName: 'Session Token',
      name: 'sessionToken',
      type: 'hidden',
      typeOptions: { expirable: true, password: true },
      default: '',
    },
    {
      displayName: 'Refresh Token',
      name: 'refreshToken',
      type: 'hidden',
      typeOptions: { password: true },
      default: '',
    },
    {
      displayName: 'API Version',
      name: 'apiVersion',
      type: 'options',
      options: [...apiVersions].reverse().map((version) => ({ name: version, value: version })),
      default: shopifyVersion,
      description: 'Shopify serves each version for a year',
    },
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Production', value: 'production' },
        { name: 'Sandbox (Development Store)', value: 'sandbox' },
        { name: 'Custom Base URL', value: 'custom' },
      ],
      default: 'production',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. http://127.0.0.1:4010/shopify/your-shop.myshopify.com',
      displayOptions: { show: { environment: ['custom'] } },
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: {
      headers: {
        'X-Shopify-Access-Token':
          '={{ ["authorizationCode", "clientCredentials"].includes($credentials.authentication) ? $credentials.sessionToken : $credentials.accessToken }}',
      },
    },
  };

  /** Called by n8n where no token is there, and after a 401; what it answers is kept with the credential. */
  async preAuthentication(
    this: IHttpRequestHelper,
    credentials: ICredentialDataDecryptedObject,
  ): Promise<ICredentialDataDecryptedObject> {
    const renewed = await renewSession(credentials, async (url, body) => {
      const answer = (await this.helpers.httpRequest({
        method: 'POST',
        url,
        body,
        json: true,
        returnFullResponse: true,
        ignoreHttpStatusErrors: true,
      })) as { statusCode: number; body: unknown };
      return { status: answer.statusCode, body: answer.body };
    });
    return { ...renewed };
  }
}
