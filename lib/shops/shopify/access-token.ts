import { z } from 'zod/v4';
import { once, readBaseUrl, readCredential, redact } from '../../http';
import { ReturnsError } from '../../returns';

/** How an app proves itself to a shop. Source: shopify.dev, "About access tokens". */
export type TokenGrant =
  /** An app of the merchant's own organisation; the token lives for 24 hours and is asked for anew. */
  | { readonly kind: 'client_credentials' }
  /** What Shopify appended to the redirect address when the merchant installed the app; it works once. */
  | { readonly kind: 'authorization_code'; readonly code: string }
  /** Rotates: each answer carries the next one. */
  | { readonly kind: 'refresh_token'; readonly refreshToken: string };

export interface ShopifyApp {
  /** `example.myshopify.com` */
  readonly shop: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Replaces `https://{shop}`, for a simulator or a gateway. */
  readonly baseUrl?: string | undefined;
}

export interface AccessToken {
  readonly accessToken: string;
  /** Seconds; absent for a token that stays. */
  readonly expiresIn?: number;
  readonly refreshToken?: string;
}

/** Posts JSON and answers status and parsed body, whatever the status: n8n's own client, or one of a test. */
export type PostJson = (url: string, body: object) => Promise<{ readonly status: number; readonly body: unknown }>;

const appSchema = once(() =>
  z.object({
    shop: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'expected the domain that ends in .myshopify.com'),
    clientId: z.string().trim().min(1, 'enter the client ID of the app'),
    clientSecret: z.string().trim().min(1, 'enter the client secret of the app'),
    baseUrl: z.string().trim().optional(),
  }),
);

const speaker = { provider: 'shopify', displayName: 'Shopify' };
const labels = { shop: 'Shop', clientId: 'Client ID', clientSecret: 'Client Secret', baseUrl: 'Base URL' };

const answerSchema = once(() =>
  z.object({
    access_token: z.string().min(1),
    expires_in: z.number().optional(),
    refresh_token: z.string().min(1).optional(),
  }),
);

const refusalSchema = once(() =>
  z.object({ error: z.string().optional(), error_description: z.string().optional(), errors: z.string().optional() }),
);

/**
 * Asks a shop for a token. A code is exchanged for one that expires and is renewed, which public apps must use from 2027 on.
 * @throws ReturnsError `invalid_input`, `unauthorized`, `provider_unavailable`; never with a secret in it
 */
export async function requestAccessToken(app: ShopifyApp, grant: TokenGrant, post: PostJson): Promise<AccessToken> {
  const { shop, clientId, clientSecret, baseUrl } = readCredential(appSchema(), app, speaker, labels);
  if (grant.kind === 'authorization_code' && grant.code === '') throw withoutCode();
  const url = `${baseUrl === undefined ? `https://${shop}` : readBaseUrl(baseUrl, 'shopify')}/admin/oauth/access_token`;
  const { status, body } = await post(url, {
    client_id: clientId,
    client_secret: clientSecret,
    ...fieldsOf(grant),
  });
  const answer = answerSchema().safeParse(body);
  if (status >= 200 && status < 300 && answer.success) {
    const { access_token: accessToken, expires_in: expiresIn, refresh_token: refreshToken } = answer.data;
    return { accessToken, ...(expiresIn !== undefined && { expiresIn }), ...(refreshToken && { refreshToken }) };
  }
  throw refusalOf(status, body, grant, [clientSecret, ...secretsOf(grant)]);
}

const withoutCode = (): ReturnsError =>
  new ReturnsError('invalid_input', 'The Shopify credential has no authorization code', {
    provider: 'shopify',
    description: advice.authorization_code,
  });

function fieldsOf(grant: TokenGrant): object {
  if (grant.kind === 'authorization_code') return { code: grant.code, expiring: 1 };
  if (grant.kind === 'refresh_token') return { grant_type: grant.kind, refresh_token: grant.refreshToken };
  return { grant_type: grant.kind };
}

function secretsOf(grant: TokenGrant): string[] {
  if (grant.kind === 'authorization_code') return [grant.code];
  return grant.kind === 'refresh_token' ? [grant.refreshToken] : [];
}

const advice: Readonly<Record<TokenGrant['kind'], string>> = {
  client_credentials:
    'Check client ID and secret. The app must be of the same organisation as the shop, and installed in it.',
  authorization_code:
    'A code works once and for a short while. Install the app again, and enter the new code from the address that Shopify leads back to.',
  refresh_token: 'Install the app again, and enter the new code in the credential.',
};

function refusalOf(status: number, body: unknown, grant: TokenGrant, secrets: readonly string[]): ReturnsError {
  // 430: Shopify takes the address that asks for an attacker's, whatever it asks for.
  const isDown = status >= 500 || status === 429 || status === 430 || status === 0;
  const { error, error_description: description, errors } = refusalSchema().safeParse(body).data ?? {};
  const said = redact([error, description, errors].filter(Boolean).join(': ') || `status ${status}`);
  const words = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), said);
  return new ReturnsError(
    isDown ? 'provider_unavailable' : 'unauthorized',
    isDown ? `Shopify gives out no access token just now: ${words}` : `Shopify refuses an access token: ${words}`,
    {
      provider: 'shopify',
      retryable: isDown,
      ...(status > 0 && { status }),
      description: isDown ? 'Try again later. Nothing needs changing.' : advice[grant.kind],
    },
  );
}
