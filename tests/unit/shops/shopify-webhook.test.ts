import { createHmac } from 'node:crypto';
import { createShopifyClient, parseWebhookHeaders, verifyWebhook } from '../../../lib/shops/shopify';
import { quote } from '../../../lib/shops/shopify/find-order';
import { gid } from '../../../lib/shops/shopify/gid';
import { failureOf } from '../../../lib/shops/shopify/graphql-errors';
import { throttleDelay } from '../../../lib/shops/shopify/throttle';
import { ensureAccepted } from '../../../lib/shops/shopify/user-errors';
import { refusalOf } from '../http/refusal';
import { fc } from '../../support/properties';

const secret = 'client-secret';
const sign = (body: Uint8Array | string, key = secret): string =>
  createHmac('sha256', key).update(body).digest('base64');
const refused = { code: 'signature_invalid', provider: 'shopify' };

describe("Shopify's webhook signature", () => {
  it('takes what Shopify signed, byte for byte, and no other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (body, other) => {
        expect(() => {
          verifyWebhook(body, sign(body), secret);
        }).not.toThrow();
        if (Buffer.compare(body, other) !== 0) {
          expect(
            refusalOf(() => {
              verifyWebhook(other, sign(body), secret);
            }),
          ).toMatchObject(refused);
        }
      }),
    );
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['a cut one', sign('{}').slice(0, -2)],
    ['one without its padding', sign('{}').replace('=', '')],
    ['a lengthened one', `${sign('{}')}AA`],
    ['one made with another secret', sign('{}', 'other')],
    ['one in hex', createHmac('sha256', secret).update('{}').digest('hex')],
  ])('refuses %s', (_what, header) => {
    expect(
      refusalOf(() => {
        verifyWebhook(Buffer.from('{}'), header, secret);
      }),
    ).toMatchObject(refused);
  });

  it('refuses everything while no secret is set', () => {
    expect(
      refusalOf(() => {
        verifyWebhook(Buffer.from('{}'), sign('{}', ''), '');
      }),
    ).toMatchObject(refused);
  });
});

describe("the headers of Shopify's webhooks", () => {
  const values = {
    topic: 'returns/request',
    'shop-domain': 'example.myshopify.com',
    'webhook-id': 'wh-1',
    'event-id': 'ev-1',
    'api-version': '2026-10',
    'triggered-at': '2026-11-22T10:00:00Z',
    'hmac-sha256': 'c2lnbg==',
  };
  const expected = {
    topic: 'RETURNS_REQUEST',
    shop: 'example.myshopify.com',
    webhookId: 'wh-1',
    eventId: 'ev-1',
    apiVersion: '2026-10',
    triggeredAt: '2026-11-22T10:00:00Z',
    hmac: 'c2lnbg==',
  };
  const family = (prefix: string, changes: Partial<typeof values> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries({ ...values, ...changes }).map(([name, value]) => [`${prefix}${name}`, value]));

  it.each(['x-shopify-', 'shopify-', 'X-Shopify-'])('are read with the prefix %s', (prefix) => {
    expect(parseWebhookHeaders(family(prefix))).toEqual(expected);
  });

  it('are refused when the two families contradict each other', () => {
    const headers = { ...family('x-shopify-'), ...family('shopify-', { topic: 'refunds/create' }) };
    expect(refusalOf(() => parseWebhookHeaders(headers))).toMatchObject({ code: 'unexpected_answer' });
  });

  it.each(['topic', 'shop-domain'])('are refused without %s', (name) => {
    const { [`x-shopify-${name}`]: _dropped, ...rest } = family('x-shopify-');
    expect(refusalOf(() => parseWebhookHeaders(rest))).toMatchObject({ code: 'unexpected_answer' });
  });
});

describe('the words of Shopify', () => {
  it('are ids when they are, whatever the form', () => {
    for (const id of ['42', ' 42 ', 'gid://shopify/Order/42']) expect(gid('Order', id)).toBe('gid://shopify/Order/42');
    for (const id of ['gid://shopify/Return/42', '#1001', '', '4 2']) {
      expect(refusalOf(() => gid('Order', id))).toMatchObject({ code: 'invalid_input' });
    }
  });

  it('stay text in a search, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inner = quote(text).slice(1, -1);
        expect(inner.replace(/\\(.)/g, '')).not.toContain('"');
        expect(inner.replace(/\\([\\"])/g, '$1')).toBe(text);
      }),
    );
  });

  it('name the fields that a mutation refuses', () => {
    const errors = [{ field: ['input', 'returnLineItems', '0', 'quantity'], message: 'Too many', code: 'TOO_BIG' }];
    expect(
      refusalOf(() => {
        ensureAccepted(errors, 'create the return');
      }),
    ).toMatchObject({
      code: 'provider_refused',
      message: 'Shopify refused to create the return: Too many (return line items 1, quantity)',
      context: { providerCode: 'TOO_BIG', fields: ['input.returnLineItems.0.quantity'] },
    });
    expect(() => {
      ensureAccepted([], 'create the return');
    }).not.toThrow();
  });

  it.each([
    ['ACCESS_DENIED', 'forbidden', false],
    ['THROTTLED', 'rate_limited', true],
    ['INTERNAL_SERVER_ERROR', 'provider_unavailable', true],
    ['SOMETHING_NEW', 'provider_refused', false],
  ])('read %s as %s', (code, expected, retryable) => {
    const failure = failureOf([{ message: 'no', extensions: { code } }], { kind: 'mutation', name: 'X' });
    expect(failure).toMatchObject({ code: expected, retryable });
    expect(failure?.context['mayHaveHappened']).toBe(code === 'INTERNAL_SERVER_ERROR' ? true : undefined);
  });

  it('are a credential only when they can be one', () => {
    for (const shop of ['example.com', 'https://x.myshopify.com', 'x.myshopify.com.evil.test', '']) {
      expect(refusalOf(() => createShopifyClient({ shop, accessToken: 'shpat_x' }))).toMatchObject({
        code: 'invalid_input',
      });
    }
    expect(createShopifyClient({ shop: ' Example.myshopify.com ', accessToken: 'x' }).shop).toBe(
      'example.myshopify.com',
    );
  });
});

describe('waiting for the bucket', () => {
  const cost = (requested: number, available: number, restoreRate: number): Parameters<typeof throttleDelay>[0] => ({
    requestedQueryCost: requested,
    throttleStatus: { currentlyAvailable: available, restoreRate },
  });

  it.each([
    [cost(500, 100, 100), 4000],
    [cost(500, 100, 1000), 400],
    [cost(10, 500, 100), 10],
    [undefined, 2000],
  ])('takes as long as what is missing takes to come back', (value, expected) => {
    expect(throttleDelay(value, 0)).toBe(expected);
  });

  it('is never shorter than what is missing, and never endless', () => {
    const number = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (requested, available, rate, random) => {
          const delay = throttleDelay(cost(requested, available, rate), random);
          expect(delay * rate).toBeGreaterThanOrEqual((requested - available) * 1000);
          expect(delay).toBeLessThanOrEqual(2_000_250);
        },
      ),
    );
  });
});
