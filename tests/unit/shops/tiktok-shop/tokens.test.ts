import { fetchTokens, fingerprint, isStale } from '../../../../lib/shops/tiktok-shop';

const request = { appKey: 'key', appSecret: 'hush-hush', baseUrl: 'https://auth.test/' };
const given = {
  code: 0,
  message: 'success',
  data: {
    access_token: 'TTP_a',
    access_token_expire_in: 1_795_000_000,
    refresh_token: 'TTP_r2',
    refresh_token_expire_in: 4_841_467_787,
    open_id: 'x',
    seller_name: 'Atelier Lune',
    user_type: 0,
    granted_scopes: ['seller.return_refund.basic'],
  },
};
const invalidCode = { code: 36004004, message: 'auth_code hush-hush-code is invalid' };

describe('tokens', () => {
  it('come for the authorization code, with TikTok’s own spelling of the grant', async () => {
    const asked: URL[] = [];
    const tokens = await fetchTokens({ ...request, authorizationCode: 'c' }, (url) => {
      asked.push(new URL(url));
      return Promise.resolve(given);
    });
    expect(tokens).toEqual({
      accessToken: 'TTP_a',
      accessTokenExpiresAt: 1_795_000_000,
      refreshToken: 'TTP_r2',
      refreshTokenExpiresAt: 4_841_467_787,
      sellerName: 'Atelier Lune',
    });
    expect(asked.map(({ origin, pathname }) => origin + pathname)).toEqual(['https://auth.test/api/v2/token/get']);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      app_key: 'key',
      app_secret: 'hush-hush',
      auth_code: 'c',
      grant_type: 'authorized_code',
    });
  });

  it('come for the refresh token when there is no code', async () => {
    const asked: string[] = [];
    await fetchTokens({ ...request, refreshToken: 'r' }, (url) => {
      asked.push(url);
      return Promise.resolve(given);
    });
    expect(asked).toEqual([
      'https://auth.test/api/v2/token/refresh?app_key=key&app_secret=hush-hush&refresh_token=r&grant_type=refresh_token',
    ]);
  });

  it('come for the refresh token when the code was exchanged before', async () => {
    const tokens = await fetchTokens({ ...request, authorizationCode: 'used', refreshToken: 'r' }, (url) =>
      Promise.resolve(url.includes('/token/get') ? invalidCode : given),
    );
    expect(tokens.accessToken).toBe('TTP_a');
  });

  it.each([
    ['a code that TikTok does not take', { authorizationCode: 'c' }, invalidCode, /30 minutes/],
    [
      'an authorization that has ended',
      { refreshToken: 'r' },
      { code: 36004001, message: 'expired' },
      /Authorize the app/,
    ],
  ])('do not come for %s, and no secret is told', async (_what, grant, answer, advice) => {
    const error: unknown = await fetchTokens({ ...request, ...grant }, () => Promise.resolve(answer)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ code: 'unauthorized', description: expect.stringMatching(advice) });
    expect(JSON.stringify([String(error), error])).not.toContain('hush-hush');
  });

  it('do not come for nothing', async () => {
    await expect(fetchTokens(request, () => Promise.reject(new Error('not asked')))).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  it('do not come from something else than TikTok', async () => {
    await expect(fetchTokens({ ...request, refreshToken: 'r' }, () => Promise.resolve('<html>'))).rejects.toMatchObject(
      { code: 'unexpected_answer', retryable: true },
    );
  });
});

describe('renewal', () => {
  it('is due an hour before the end', () => {
    const end = 1_795_000_000;
    expect(isStale(end, (end - 3601) * 1000)).toBe(false);
    expect(isStale(end, (end - 3600) * 1000)).toBe(true);
    expect(isStale(undefined, 0)).toBe(false);
    expect(isStale(0, Date.now())).toBe(false);
  });

  it('tells tokens apart without showing them', () => {
    expect(fingerprint('TTP_a')).not.toBe(fingerprint('TTP_b'));
    expect(fingerprint('TTP_a')).not.toContain('TTP');
  });
});
