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
import { renewCredential } from '../lib/shops/tiktok-shop/renew-credential';
import { signOptions } from '../lib/shops/tiktok-shop/sign-options';

const refused = (value: number, message: string) =>
  ({ type: 'responseSuccessBody', properties: { key: 'code', value, message } }) as const;

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
  ];

  test: ICredentialTestRequest = {
    request: {
      baseURL:
        '={{ $credentials.environment === "custom" ? $credentials.baseUrl : "https://open-api.tiktokglobalshop.com" }}',
      url: '/authorization/202309/shops',
      ignoreHttpStatusErrors: true,
    },
    rules: [
      refused(105002, 'The access token has expired. Authorize the app in the shop again.'),
      refused(101000, 'TikTok Shop does not know the access token. Authorize the app in the shop again.'),
      refused(105005, 'The app lacks the scope to see its shops. Give it seller.authorization.info in Partner Center.'),
      refused(106001, 'TikTok Shop does not accept the signature. Check the app secret.'),
      refused(
        36009004,
        'TikTok Shop did not accept the request. Check the app key, and whether the clock of this server is right.',
      ),
      refused(36009033, 'Add the public IP address of this server to the allow list of the app in Partner Center.'),
    ],
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
    return signOptions(credentials, options);
  }
}
