import { headerOf, hmacSha256, isSignature, redact } from '../../../lib/http';
import { fc } from '../../support/properties';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((value) => Buffer.from(value));
const encodings = ['hex', 'base64'] as const;

describe('signatures', () => {
  it.each(encodings)('takes the %s of the very bytes, and of no others', (encoding) => {
    fc.assert(
      fc.property(bytes, fc.nat(31), fc.integer({ min: 1, max: 255 }), (expected, at, change) => {
        const given = expected.toString(encoding);
        expect(isSignature(expected, given, encoding)).toBe(true);
        const forged = Buffer.from(expected);
        forged[at] = (forged[at] ?? 0) ^ change;
        expect(isSignature(expected, forged.toString(encoding), encoding)).toBe(false);
      }),
    );
  });

  it.each(encodings)('takes no %s that is cut, lengthened or decorated', (encoding) => {
    fc.assert(
      fc.property(bytes, fc.nat(60), fc.string({ minLength: 1 }), (expected, at, extra) => {
        const given = expected.toString(encoding);
        const cut = given.slice(0, Math.min(at, given.length - 1));
        for (const other of [cut, given + extra, extra + given, `${given}==`, ` ${given}`]) {
          expect(isSignature(expected, other, encoding)).toBe(false);
        }
      }),
    );
  });

  it('takes hex in capitals', () => {
    const expected = hmacSha256('key', 'data');
    expect(isSignature(expected, expected.toString('hex').toUpperCase(), 'hex')).toBe(true);
  });
});

describe('headers', () => {
  it('are found whatever their case, and only when there is one', () => {
    expect(headerOf({ 'x-sign': 'a' }, 'X-Sign')).toBe('a');
    expect(headerOf({ 'X-Sign': 'a' }, 'x-sign')).toBe('a');
    expect(headerOf({ 'x-sign': ['a'] }, 'x-sign')).toBe('a');
    for (const value of ['', [], ['a', 'b'], undefined])
      expect(headerOf({ 'x-sign': value }, 'x-sign')).toBeUndefined();
  });
});

describe('redaction', () => {
  it.each([
    'Invalid API Key provided: sk_test_abcdef123456',
    'token shpat_0123456789abcdef was revoked',
    'key EZTK0123456789abcdef is not active',
    'Authorization: Basic RVpUSzAxMjM0NTY3ODk6',
    'customer zoé.martin+x@example.test has moved',
  ])('hides what "%s" quotes', (text) => {
    expect(redact(text)).not.toMatch(/abcdef|RVpUSz|martin/);
    expect(redact(text)).toMatch(/\[(key|e-mail)\]/);
  });

  it('leaves words alone', () => {
    const text = "No such payment_intent: 'pi_3Nx'; quantity of line 2 must be at most 1";
    expect(redact(text)).toBe(text);
  });
});
