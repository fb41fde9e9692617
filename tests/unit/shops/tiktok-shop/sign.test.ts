import { createHmac } from 'node:crypto';
import { signatureBase, signRequest } from '../../../../lib/shops/tiktok-shop/sign';
import { fc } from '../../../support/properties';

describe('the signature of a request', () => {
  it('is the one that TikTok prints in its guide', () => {
    const request = { path: '/authorization/202309/shops', query: { app_key: '29a39d', timestamp: '1623812664' } };
    expect(signRequest(request, 'e59af819cc')).toBe('b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8');
  });

  it('is the one that another library of TikTok Shop makes', () => {
    expect(signRequest({ path: '/test-api', query: { foo: 'bar' } }, 'app_secret')).toBe(
      'd3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f',
    );
  });

  it('covers decoded values, in the byte order of their names, and the body as it is', () => {
    const query = { b: 'ü&=', B: '2', a: '1', sign: 'x', access_token: 'y' };
    const body = '{"b": 1,  "a":2}';
    expect(signatureBase({ path: '/p', query, body }, 's')).toBe(`s/pB2a1bü&=${body}s`);
  });

  it('does not depend on the order in which parameters are given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (query) => {
        const turned = Object.fromEntries(Object.entries(query).toReversed());
        expect(signRequest({ path: '/p', query: turned }, 's')).toBe(signRequest({ path: '/p', query }, 's'));
      }),
    );
  });

  it('is an HMAC with the secret as key, in lower-case hex', () => {
    const expected = createHmac('sha256', 's').update('s/ps').digest('hex');
    expect(signRequest({ path: '/p', query: {} }, 's')).toBe(expected);
  });
});
