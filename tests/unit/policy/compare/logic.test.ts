import type { Condition } from '../../../../lib/policy';
import { holds } from '../../../../lib/policy/compare/logic/formula';
import { isSatisfiable } from '../../../../lib/policy/compare/logic/satisfiable';
import { implies, mayHold, meaning } from './truths';

const canMeet = (one: Condition, other: Condition): boolean =>
  isSatisfiable(holds(one, meaning), holds(other, meaning));

describe('a condition that can never hold', () => {
  it.each<[string, Condition]>([
    ['two numbers at once', { 'line.quantity': { above: 5, below: 3 } }],
    ['a number and not that number', { all: [{ 'line.quantity': 2 }, { 'line.quantity': { not: 2 } }] }],
    ['two categories at once', { all: [{ 'line.category': 'shoes' }, { 'line.category': 'hats' }] }],
    ['a word and none of it', { 'line.tags': { contains: 'sale', not: ['sale', 'b'] } }],
    ['all words but one', { 'line.tags': { containsAll: ['a', 'b'], not: 'b' } }],
    [
      'the last word that is left',
      { all: [{ 'line.tags': ['a', 'b'] }, { 'line.tags': { not: 'a' } }, { 'line.tags': { not: 'b' } }] },
    ],
    ['known and unknown', { all: [{ 'return.unused': true }, { 'return.unused': { exists: false } }] }],
    ['itself and its negation', { all: [{ 'order.country': 'FR' }, { not: { 'order.country': 'FR' } }] }],
    ['a time before and after a day', { 'order.placedAt': { before: '2026-05-01', after: '2026-05-01' } }],
    [
      'a day of the year twice',
      { all: [{ 'order.placedAt': { before: '03-01' } }, { 'order.placedAt': { between: ['11-01', '12-31'] } }] },
    ],
    [
      'a beginning that another one excludes',
      { all: [{ 'line.sku': { startsWith: 'AB' } }, { 'line.sku': { startsWith: 'AC' } }] },
    ],
    [
      'a beginning that is not contained',
      { all: [{ 'line.sku': { startsWith: 'AB' } }, { not: { 'line.sku': { contains: 'B' } } }] },
    ],
    [
      'no reason of all',
      {
        'return.reason': {
          not: [
            'too_small',
            'too_large',
            'changed_mind',
            'not_as_described',
            'style',
            'color',
            'defective',
            'damaged_in_transit',
            'wrong_item',
            'arrived_late',
            'other',
            'unknown',
          ],
        },
      },
    ],
    [
      'an amount in two places',
      { all: [{ 'order.total': { above: 100 } }, { 'order.total': { atMost: { amount: 100, currency: 'EUR' } } }] },
    ],
    ['nothing of nothing', { not: {} }],
  ])('is found: %s', (_what, condition) => {
    expect(mayHold(condition)).toBe(false);
  });

  it.each<[string, Condition]>([
    ['one of two categories', { 'line.category': ['shoes', 'hats'] }],
    [
      'amounts in different currencies',
      { all: [{ 'order.total': { above: 100 } }, { 'line.worth': { below: { amount: 50, currency: 'GBP' } } }] },
    ],
    ['days of every year and a year', { 'order.placedAt': { between: ['2026-06-01', '11-30'] } }],
    ['a list with one word and without another', { 'line.tags': { contains: ['a', 'b'], not: 'a' } }],
    ['nothing at all', {}],
  ])('is not seen where there is none: %s', (_what, condition) => {
    expect(mayHold(condition)).toBe(true);
  });
});

describe('one condition implies another', () => {
  it.each<[string, Condition, Condition]>([
    ['fewer words', { 'line.category': 'shoes' }, { 'line.category': ['Shoes ', 'hats'] }],
    ['more facts', { 'line.category': 'shoes', 'line.quantity': 3 }, { 'line.category': 'shoes' }],
    ['a narrower range', { 'line.quantity': { between: [2, 4] } }, { 'line.quantity': { atLeast: 2 } }],
    ['a longer beginning', { 'line.sku': { startsWith: 'SHOE-4' } }, { 'line.sku': { startsWith: 'shoe' } }],
    ['a beginning, contained', { 'line.sku': { startsWith: 'shoe' } }, { 'line.sku': { contains: 'hoe' } }],
    ['more words in the list', { 'line.tags': { containsAll: ['a', 'b'] } }, { 'line.tags': ['b', 'c'] }],
    ['a value, known', { 'return.unused': false }, { 'return.unused': { exists: true } }],
    ['either way', { any: [{ 'line.quantity': 1 }, { 'line.quantity': 2 }] }, { 'line.quantity': { below: 3 } }],
    [
      'a day in its season',
      { 'order.placedAt': { between: ['2026-11-20', '2026-11-30'] } },
      { 'order.placedAt': { after: '2026-11-19' } },
    ],
    [
      'two answers that leave none',
      { 'order.isGift': { exists: true } },
      { any: [{ 'order.isGift': true }, { 'order.isGift': false }] },
    ],
  ])('%s', (_what, one, other) => {
    expect(implies(one, other)).toBe(true);
  });

  it.each<[string, Condition, Condition]>([
    ['the other way round', { 'line.category': ['shoes', 'hats'] }, { 'line.category': 'shoes' }],
    ['what may not be known', {}, { 'line.quantity': { atLeast: 0 } }],
    ['another fact', { 'line.category': 'shoes' }, { 'line.type': 'shoes' }],
    [
      'an amount in another currency',
      { 'order.total': { above: { amount: 9, currency: 'GBP' } } },
      { 'order.total': { above: 1 } },
    ],
    ['either answer, where neither may be known', {}, { any: [{ 'order.isGift': true }, { 'order.isGift': false }] }],
  ])('but not: %s', (_what, one, other) => {
    expect(implies(one, other)).toBe(false);
  });
});

it('tells conditions apart that never hold together', () => {
  expect(canMeet({ 'line.category': 'shoes' }, { 'line.category': 'hats' })).toBe(false);
  expect(canMeet({ 'line.category': 'shoes' }, { 'line.tags': 'hats' })).toBe(true);
});

it('gives up where a search would take too long, and then finds nothing wrong', () => {
  const words = Array.from({ length: 12 }, (_, index) => `w${index}`);
  const pairs = words.flatMap((one) =>
    words.map((other) => ({ any: [{ 'line.tags': one }, { 'order.tags': other }, { 'customer.tags': other }] })),
  );
  const none = {
    all: [
      { 'line.tags': { not: words } },
      { 'order.tags': { not: words.slice(1) } },
      { 'customer.tags': { not: words.slice(1) } },
    ],
  };
  expect(mayHold({ all: [...pairs, none] })).toBe(false);
  const hard = Array.from({ length: 60 }, (_, index) => ({
    any: words.map((word) => ({ 'line.tags': { contains: `${word}${index % 7}`, not: `${word}${(index + 1) % 7}` } })),
  }));
  expect(typeof mayHold({ all: hard })).toBe('boolean');
});
