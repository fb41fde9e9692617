import { isReturnsError } from '../../returns';
import { fetchTokens, fingerprint, type FetchAnswer } from './tokens';

/**
 * What a credential is to keep after its tokens were fetched. The code is used up by then.
 * @param stored the credential as it is kept
 * @throws Error with one sentence for people, and nothing else: whoever shows it may show all of it
 */
export async function renewCredential(
  stored: Readonly<Record<string, unknown>>,
  fetchAnswer: FetchAnswer,
): Promise<Record<string, string | number>> {
  const text = (name: string): string => {
    const value = stored[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  try {
    const tokens = await fetchTokens(
      {
        appKey: text('appKey'),
        appSecret: text('appSecret'),
        authorizationCode: text('authorizationCode'),
        refreshToken: text('refreshToken'),
        ...(stored['environment'] === 'custom' && { baseUrl: text('baseUrl') }),
      },
      fetchAnswer,
    );
    return {
      accessToken: tokens.accessToken,
      accessExpiresAt: tokens.accessTokenExpiresAt,
      refreshToken: tokens.refreshToken,
      authorizationCode: '',
      renewalMark: fingerprint(tokens.refreshToken),
    };
  } catch (error) {
    // The URL of the request holds the secret, and errors of other libraries may hold the URL.
    const sentences = isReturnsError(error)
      ? `${error.message}. ${error.description}`
      : 'TikTok Shop could not be asked for a token. Check the network of this server and the base URL.';
    throw new Error(sentences);
  }
}
