import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { once, readBaseUrl } from '../../http';
import { ReturnsError } from '../../returns';
import { meaningOf } from './errors';

/** Where tokens are given out, for all markets. */
export const authHost = 'https://auth.tiktok-shops.com';

/** What the credential keeps of an authorization. Rotates with every renewal, so all of it is saved each time. */
export interface Tokens {
  readonly accessToken: string;
  /** Unix seconds. */
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string;
  /** Unix seconds; the authorization that the seller gave lasts until then. */
  readonly refreshTokenExpiresAt: number;
  readonly sellerName: string;
}

export interface TokenRequest {
  readonly appKey: string;
  readonly appSecret: string;
  /** From the redirect after the seller's consent: valid for 30 minutes, once. */
  readonly authorizationCode?: string;
  readonly refreshToken?: string;
  /** Replaces the host of TikTok, for a simulator or a gateway. */
  readonly baseUrl?: string;
}

/** One GET of a URL that holds secrets: it must not be logged. */
export type FetchAnswer = (url: string) => Promise<unknown>;

const answerSchema = once(() =>
  z.object({
    code: z.int(),
    message: z.string().default(''),
    data: z
      .object({
        access_token: z.string().min(1),
        access_token_expire_in: z.int(),
        refresh_token: z.string().min(1),
        refresh_token_expire_in: z.int(),
        seller_name: z.string().nullish(),
      })
      .nullish(),
  }),
);

/**
 * Exchanges the authorization code, or else renews by the refresh token. A code that was exchanged before is no obstacle
 * while there is a refresh token.
 * @throws ReturnsError `unauthorized` with what to do; never with a secret in it
 */
export async function fetchTokens(request: TokenRequest, fetchAnswer: FetchAnswer): Promise<Tokens> {
  const { authorizationCode = '', refreshToken = '' } = request;
  if (authorizationCode === '' && refreshToken === '') {
    throw new ReturnsError('unauthorized', 'The credential has neither an authorization code nor a refresh token', {
      provider: 'tiktok_shop',
      description: 'Authorize the app in the shop, and enter the code from the address that TikTok Shop leads you to.',
    });
  }
  if (authorizationCode !== '') {
    const byCode = await ask(codeUrl(request, authorizationCode), fetchAnswer);
    if ('tokens' in byCode) return byCode.tokens;
    if (refreshToken === '') throw byCode.failure;
  }
  const renewed = await ask(refreshUrl(request, refreshToken), fetchAnswer);
  if ('tokens' in renewed) return renewed.tokens;
  throw renewed.failure;
}

type Asked = { readonly tokens: Tokens } | { readonly failure: ReturnsError };

async function ask(url: string, fetchAnswer: FetchAnswer): Promise<Asked> {
  const answer = answerSchema().safeParse(await fetchAnswer(url));
  if (!answer.success) {
    throw new ReturnsError('unexpected_answer', 'TikTok Shop answered the request for a token in an unknown shape', {
      provider: 'tiktok_shop',
      description: 'Check the base URL in the credential: it may lead to another service.',
      retryable: true,
    });
  }
  const { code, message, data } = answer.data;
  if (code !== 0 || !data) return { failure: tokenFailure(code, message) };
  return {
    tokens: {
      accessToken: data.access_token,
      accessTokenExpiresAt: data.access_token_expire_in,
      refreshToken: data.refresh_token,
      refreshTokenExpiresAt: data.refresh_token_expire_in,
      sellerName: data.seller_name ?? '',
    },
  };
}

/** The message of TikTok is left out: it may quote the code or the token. So the advice must not speak of it either. */
function tokenFailure(code: number, message: string): ReturnsError {
  const meaning = meaningOf(code, message);
  const advice = meaning.retryable
    ? 'Try again in a few minutes.'
    : 'Check the app key and the app secret in the credential.';
  return new ReturnsError('unauthorized', `TikTok Shop gave no token: it ${meaning.what} (${code})`, {
    provider: 'tiktok_shop',
    description: meaning.code === 'unauthorized' ? meaning.next : advice,
    retryable: meaning.retryable ?? false,
    context: { providerCode: String(code) },
  });
}

const codeUrl = (request: TokenRequest, code: string): string =>
  tokenUrl(request, '/api/v2/token/get', { auth_code: code, grant_type: 'authorized_code' });

const refreshUrl = (request: TokenRequest, token: string): string =>
  tokenUrl(request, '/api/v2/token/refresh', { refresh_token: token, grant_type: 'refresh_token' });

function tokenUrl(
  { appKey, appSecret, baseUrl }: TokenRequest,
  path: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const base = baseUrl === undefined ? authHost : readBaseUrl(baseUrl, 'tiktok_shop');
  const url = new URL(base + path);
  for (const [name, value] of Object.entries({ app_key: appKey, app_secret: appSecret, ...parameters })) {
    url.searchParams.append(name, value);
  }
  return url.href;
}

/** Renewed this long before it ends, so that no run begins with a token that ends under way. */
const MARGIN_S = 3600;

/** @param expiresAt Unix seconds; unknown or zero is not stale: TikTok Shop will say so. @param now milliseconds */
export const isStale = (expiresAt: number | undefined, now: number): boolean =>
  expiresAt !== undefined && expiresAt > 0 && expiresAt - MARGIN_S <= now / 1000;

/** Tells one token from another without being one. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 16);
