import { signRequest } from '../../../../lib/shops/tiktok-shop/sign';
import { signOptions } from '../../../../lib/shops/tiktok-shop/sign-options';

const credentials = { appKey: 'key', appSecret: 'secret', accessToken: 'token', environment: 'production' };
const now = Date.UTC(2026, 10, 22, 9, 30);
const host = 'https://open-api.tiktokglobalshop.com';
const path = '/return_refund/202309/returns/search';
const query = { page_size: '50', app_key: 'key', timestamp: String(now / 1000) };

describe('what n8n itself sends', () => {
  it('is signed where it names its address "url", as a credential test does', () => {
    const signed = signOptions(credentials, { url: path, baseURL: host, qs: { page_size: 50 } }, now);
    expect(signed).toEqual({
      url: `${host}${path}`,
      qs: { ...query, sign: signRequest({ path, query }, 'secret') },
      headers: { 'x-tts-access-token': 'token' },
    });
  });

  it('is signed where it names its address "uri", as the HTTP Request node does, and keeps that name', () => {
    const signed = signOptions(credentials, { uri: `${host}${path}`, qs: { page_size: '50' }, body: { a: 1 } }, now);
    expect(signed).toEqual({
      uri: `${host}${path}`,
      qs: { ...query, sign: signRequest({ path, query, body: '{"a":1}' }, 'secret') },
      headers: { 'x-tts-access-token': 'token', 'content-type': 'application/json' },
      body: '{"a":1}',
    });
  });
});
