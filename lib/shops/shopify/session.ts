import { requestAccessToken, type PostJson, type TokenGrant } from './access-token';

/** What a renewal changes in a stored credential. */
export interface RenewedSession {
  readonly sessionToken: string;
  readonly refreshToken: string;
  /** It was exchanged, and works no second time. */
  readonly authorizationCode: '';
}

/**
 * Gets the next token for a stored credential; empty for one with a token that stays.
 * @throws ReturnsError `invalid_input` when there is nothing to get a token with; `unauthorized`; `provider_unavailable`
 */
export async function renewSession(
  stored: Readonly<Record<string, unknown>>,
  post: PostJson,
): Promise<RenewedSession | Record<string, never>> {
  const text = (name: string): string => {
    const value = stored[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const grant = grantOf(text);
  if (!grant) return {};
  const app = {
    shop: text('shop'),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
    ...(text('environment') === 'custom' && { baseUrl: text('baseUrl') }),
  };
  const token = await requestAccessToken(app, grant, post);
  return {
    sessionToken: token.accessToken,
    refreshToken: token.refreshToken ?? (grant.kind === 'refresh_token' ? grant.refreshToken : ''),
    authorizationCode: '',
  };
}

/** A code that was entered last comes before the token that an older one has left. */
function grantOf(text: (name: string) => string): TokenGrant | undefined {
  const authentication = text('authentication');
  if (authentication === 'clientCredentials') return { kind: 'client_credentials' };
  if (authentication !== 'authorizationCode') return undefined;
  const [code, refreshToken] = [text('authorizationCode'), text('refreshToken')];
  return code === '' && refreshToken !== ''
    ? { kind: 'refresh_token', refreshToken }
    : { kind: 'authorization_code', code };
}
