import { z } from 'zod/v4';
import { localeFor, parseWith, shopSchema, timeZoneSchema } from '../../../lib/returns';
import { refusalOf } from './dossier';

it.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['FR_fr', 'fr'],
  ['en-GB', 'en'],
  ['de-AT', 'de'],
  ['ES', 'es'],
  ['it-CH', 'it'],
  ['nl', 'en'],
  ['french', 'en'],
  ['', 'en'],
  [null, 'en'],
  [undefined, 'en'],
])('writes to a shopper of language %p in %s', (tag, locale) => {
  expect(localeFor(tag)).toBe(locale);
});

it.each([
  ['Europe/Paris', true],
  ['Asia/Tokyo', true],
  ['UTC', true],
  ['US/Eastern', true],
  ['Paris', false],
  ['', false],
  ['Europe/Paris; DROP', false],
])('takes %p for a time zone: %p', (name, isOne) => {
  // Twice: the second answer comes from memory.
  expect([timeZoneSchema.safeParse(name).success, timeZoneSchema.safeParse(name).success]).toEqual([isOne, isOne]);
});

it('takes a shop only with a time zone that exists, and Paris without one', () => {
  const shop = {
    name: 'Lin & Co',
    email: 'returns@example.com',
    returnAddress: { name: 'Lin & Co', line1: '1 rue A', city: 'Lyon', postalCode: '69001', country: 'FR' },
  };
  expect(shopSchema.parse(shop).timeZone).toBe('Europe/Paris');
  expect(() => parseWith(shopSchema, { ...shop, timeZone: 'Europe/Lyon' }, 'the shop')).toThrow(
    /timeZone: expected an IANA/,
  );
});

describe('a value at the door', () => {
  const schema = z.object({ name: z.string(), lines: z.array(z.object({ quantity: z.int() })) });

  it('is parsed, without the keys that nobody named', () => {
    expect(parseWith(schema, { name: 'a', lines: [], more: 1 }, 'the order')).toEqual({ name: 'a', lines: [] });
  });

  it('is refused with every fault and its path', () => {
    expect(refusalOf(() => parseWith(schema, { lines: [{ quantity: 1.5 }] }, 'the order'))).toMatchObject({
      code: 'invalid_input',
      retryable: false,
      message: expect.stringMatching(/^The order is not valid: name: .+; lines\.0\.quantity: /),
      description: expect.stringContaining('Nothing was changed'),
    });
  });

  it('is named by itself where the fault is in no part of it', () => {
    expect(() => parseWith(schema, 7, 'the order')).toThrow(/value: /);
  });
});
