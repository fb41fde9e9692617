import { sayInTest, type ClientEnvironment } from '../../http';
import { createTikTokShopClient } from './client';
import { isTokenRefused } from './errors';
import { listShops } from './list-shops';
import { fingerprint } from './tokens';

/**
 * Tries a credential with the client that the nodes use. A code and a refresh token work once, so they are tried by
 * n8n, which saves what it gets for them, and only where they are new: not entered since the access token was got.
 * @param stored the credential as it is kept
 * @throws Error that looks like an answer 401 where n8n is to fetch another access token, save it, and try again
 * @throws Error with sentences for people, and nothing else: n8n shows all of it
 */
export async function testCredential(
  stored: Readonly<Record<string, unknown>>,
  environment?: ClientEnvironment,
): Promise<void> {
  const text = (name: string): string => {
    const value = stored[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  if (text('authorizationCode') !== '' || text('renewalMark') !== fingerprint(text('refreshToken'))) {
    throw toBeRenewed('The authorization code or the refresh token has not been tried yet.');
  }
  try {
    const client = createTikTokShopClient(
      {
        appKey: text('appKey'),
        appSecret: text('appSecret'),
        accessToken: text('accessToken'),
        ...(stored['environment'] === 'custom' && { baseUrl: text('baseUrl') }),
      },
      environment && { environment },
    );
    await listShops(client);
  } catch (error) {
    throw isTokenRefused(error) ? toBeRenewed(sayInTest(error)) : sentences(sayInTest(error));
  }
}

const sentences = (text: string): Error => new Error(text);

/** Where the new token is refused as well, n8n shows the text of the status. */
const toBeRenewed = (text: string): Error =>
  Object.assign(new Error(text), { response: { status: 401, statusText: text } });
