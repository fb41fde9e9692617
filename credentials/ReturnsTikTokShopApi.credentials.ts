import { createRequire } from 'node:module';
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  IDataObject,
  IHttpRequestHelper,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { loadedModule } from '../lib/returns';
import { renewCredential } from '../lib/shops/tiktok-shop/renew-credential';
import { signOptions, testHeader } from '../lib/shops/tiktok-shop/sign-options';

type Testing = typeof import('../lib/shops/tiktok-shop/test-credential');

/** On first use: the client of the nodes is not needed before somebody tests a credential. */
const load = createRequire(__filename);

/**
 * An app in Partner Center and what a seller has authorized it for. n8n keeps the tokens: it calls `preAuthentication`
 * when there is none and when one is refused, and saves what comes back, the rotated refresh token too.
 */
export class ReturnsTikTokShopApi implements ICredentialType {
  name = 'returnsTikTokShopApi';

  displayName = 'Returns TikTok Shop API';

  icon: Icon = { light: 'file:icons/tiktokShop.svg', dark: 'file:icons/tiktokShop.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-returns/n8n-nodes-returns/blob/main/docs/credentials/tiktok-shop.md';

  properties: INodeProperties[] = [
    {
      displayName: 'App Key',
      name: 'appKey',
      type: 'string',
      required: true,
      default: '',
      description: 'Of the app in Partner Center',
    },
    {
      displayName: 'App Secret',
      name: 'appSecret',
      type: 'string',
      required: true,
      typeOptions: { password: true },
      default: '',
      description: 'Signs every request, and tells real webhooks from forged ones',
    },
    {
      displayName: 'Authorization Code',
      name: 'authorizationCode',
      type: 'string',
      default: '',
      description:
        'From the address that TikTok Shop leads to after the seller has agreed: what stands behind "code=". Valid for 30 minutes and once: save, and let n8n test the credential. Close it then, and open it afresh before you change anything.',
    },
    {
      displayName: 'Refresh Token',
      name: 'refreshToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: 'Filled in by itself. Enter one only when the app was authorized elsewhere, instead of a code.',
    },
    {
      displayName: 'Region of the Shop',
      name: 'region',
      type: 'string',
      default: '',
      placeholder: 'e.g. GB',
      description:
        'Country code of the market. Needed only by sellers with shops in several markets, for nodes in which no shop is chosen.',
    },
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Production', value: 'production' },
        { name: 'Sandbox (Sandbox Shop)', value: 'sandbox' },
        { name: 'Custom Base URL', value: 'custom' },
      ],
      default: 'production',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. http://127.0.0.1:4010/tiktok-shop',
      displayOptions: { show: { environment: ['custom'] } },
    },
    {
      displayName: 'Access Token',
      name: 'accessToken',
      type: 'hidden',
      typeOptions: { expirable: true, password: true },
      default: '',
    },
    { displayName: 'Access Expires At', name: 'accessExpiresAt', type: 'hidden', default: 0 },
    // Fingerprint of the refresh token that came with the access token. Where it does not fit, one was entered since.
    { displayName: 'Renewal Mark', name: 'renewalMark', type: 'hidden', default: '' },
  ];

  /**
   * n8n's own request, because n8n saves the tokens that it gets around one. What it says is found out by
   * `authenticate`, with the client of the nodes, before this request is sent.
   */
  test: ICredentialTestRequest = {
    request: {
      baseURL:
        '={{ $credentials.environment === "custom" ? $credentials.baseUrl : "https://open-api.tiktokglobalshop.com" }}',
      url: '/authorization/202309/shops',
      headers: { [testHeader]: 'yes' },
    },
  };

  /** Exchanges the authorization code, or renews by the refresh token. */
  async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
    return renewCredential(credentials, (url) =>
      this.helpers.httpRequest({ url, json: true, ignoreHttpStatusErrors: true, disableFollowRedirect: true }),
    );
  }

  /** Signs what n8n itself sends: the test, the renewal, and HTTP Request nodes. */
  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    options: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    const { [testHeader]: test, ...headers } = options.headers ?? {};
    if (test === undefined) return signOptions(credentials, options);
    const testing: Testing = loadedModule(load('../lib/shops/tiktok-shop/test-credential'), 'testCredential');
    await testing.testCredential(credentials);
    return signOptions(credentials, { ...options, headers });
  }
}
