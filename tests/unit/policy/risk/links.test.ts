import { linkKeysOf } from '../../../../lib/policy/risk';
import { mailboxOf } from '../../../../lib/policy/risk/links/mailbox';
import { phoneNumberOf } from '../../../../lib/policy/risk/links/phone-number';
import { placeOf } from '../../../../lib/policy/risk/links/place';
import { isReturnsError, type Address } from '../../../../lib/returns';
import { fc } from '../../../support/properties';
import { hashKey, order } from './support';

describe('a mailbox', () => {
  it.each([
    ['j.doe+shop@gmail.com', 'jdoe@gmail.com'],
    ['J.D.O.E@GoogleMail.com', 'jdoe@gmail.com'],
    [' Jane.Doe@Outlook.com ', 'jane.doe@outlook.com'],
    ['jane+returns@outlook.com', 'jane@outlook.com'],
    ['+tag@mail.example', '+tag@mail.example'],
  ])('that is written %s is %s', (written, mailbox) => {
    expect(mailboxOf(written)).toBe(mailbox);
  });

  it('keeps its dots with every other provider', () => {
    expect(mailboxOf('j.doe@outlook.com')).not.toBe(mailboxOf('jdoe@outlook.com'));
  });

  it.each(['erased@erased.invalid', 'no address', '@mail.example', 'jane@'])('is not what %s leads to', (text) => {
    expect(mailboxOf(text)).toBeUndefined();
  });
});

describe('a phone number', () => {
  it.each([
    ['+33 6 12 34 56 78', '06 12 34 56 78'],
    ['0049 (0)170 1234567', '+49 170-123.45.67'],
    ['+44 7911 123456', '07911 123456'],
    ['+1 (212) 555-0100', '212.555.0100'],
  ])('written %s is the one written %s', (one, other) => {
    expect(phoneNumberOf(one)).toBeDefined();
    expect(phoneNumberOf(one)).toBe(phoneNumberOf(other));
  });

  it.each(['erased', '112', '0000000000', ''])('is not %j', (text) => {
    expect(phoneNumberOf(text)).toBeUndefined();
  });
});

describe('a place', () => {
  const place = (change: Partial<Address>): string | undefined =>
    placeOf({ name: 'Ana', line1: '1 rue Haute', city: 'Lyon', postalCode: '69001', country: 'FR', ...change });

  it.each<[Partial<Address>, Partial<Address>]>([
    [{ line1: '12 bis, rue de l’Église' }, { line1: '12 BIS RUE DE L EGLISE' }],
    [{ line1: '5 avenue Foch' }, { line1: '5, av. Foch' }],
    [{ line1: 'Hauptstraße 5' }, { line1: 'Hauptstr. 5' }],
    [{ line1: 'Hauptstraße 5a' }, { line1: '5 A Hauptstrasse' }],
    [{ line1: '10 High Street', line2: 'Flat 3' }, { line1: 'Apt 3, 10 High St' }],
    [{ line1: 'C/ Mayor nº 4' }, { line1: 'Calle Mayor 4' }],
    [{ postalCode: 'SW1A 1AA' }, { postalCode: 'sw1a1aa' }],
    [{ city: 'Lyon' }, { city: 'LYON CEDEX' }],
    [{ name: 'Ana' }, { name: 'Somebody Else', company: 'Ltd' }],
  ])('%j is %j', (one, other) => {
    expect(place(one)).toBe(place(other));
  });

  it.each<[Partial<Address>, Partial<Address>]>([
    [{ line1: '1 rue Haute' }, { line1: '2 rue Haute' }],
    [
      { line1: '10 High Street', line2: 'Flat 3' },
      { line1: '10 High Street', line2: 'Flat 4' },
    ],
    [{ postalCode: '69001' }, { postalCode: '69002' }],
    [{ country: 'FR' }, { country: 'BE' }],
    [
      { city: 'Cork', postalCode: '' },
      { city: 'Galway', postalCode: '' },
    ],
  ])('%j is not %j', (one, other) => {
    expect(place(one)).not.toBe(place(other));
  });

  it('is no place without any number', () => {
    expect(place({ line1: 'erased', postalCode: '', city: 'erased' })).toBeUndefined();
  });
});

describe('the keys of an order', () => {
  const readable = ['ana', 'lima', 'mail', '612345678', 'haute', 'lyon', '69001'];

  it('tell nothing of whom they are keys', () => {
    const keys: string[] = Object.values(linkKeysOf(order('one'), hashKey));
    expect(keys).toHaveLength(5);
    for (const key of keys) {
      expect(key).toMatch(/^[\w-]{16}$/);
      expect(readable.filter((word) => key.toLowerCase().includes(word))).toEqual([]);
    }
  });

  it('differ under another secret, so that nobody without it can try addresses out', () => {
    const [one, other] = [linkKeysOf(order('one'), hashKey), linkKeysOf(order('one'), `${hashKey}, another`)];
    expect(Object.values(one).filter((key) => Object.values(other).includes(key))).toEqual([]);
    expect(linkKeysOf(order('one'), hashKey)).toEqual(one);
  });

  it('leave the address and phone of a gift out: they are somebody else’s', () => {
    const { customer } = order('one');
    const gift = order('one', { isGift: true, customer: { name: customer.name, tags: [] } });
    expect(linkKeysOf(gift, hashKey)).toEqual({});
  });

  it('ask for a secret of sixteen characters or more', () => {
    expect.assertions(1);
    try {
      linkKeysOf(order('one'), 'short');
    } catch (error) {
      expect(isReturnsError(error) && [error.code, error.message.includes('short')]).toEqual(['invalid_input', false]);
    }
  });

  it('are made of any text without fail', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (email, phone, line1) => {
        const address = { name: 'x', line1, city: 'x', postalCode: '', country: 'FR' };
        expect(() =>
          linkKeysOf(
            order('one', { customer: { name: 'x', email, phone, tags: [] }, shippingAddress: address }),
            hashKey,
          ),
        ).not.toThrow();
      }),
    );
  });
});
