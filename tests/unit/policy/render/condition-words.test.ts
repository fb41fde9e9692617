import { factNames, factOf, type FactName } from '../../../../lib/policy/facts';
import { testKeys } from '../../../../lib/policy/document/condition';
import { parsePolicy } from '../../../../lib/policy';
import { conditionInWords } from '../../../../lib/policy/render';
import { conditionTexts } from '../../../../lib/policy/render/words/texts';
import { locales, type Locale } from '../../../../lib/returns';
import { policyDocument } from '../facts';

const setting = parsePolicy(policyDocument({ seasons: { peak: { from: '11-15', to: '01-15' } } }));
const inWords = (condition: object, locale: Locale = 'en'): string => conditionInWords(condition, locale, setting);

const wordFor = (fact: FactName): string =>
  fact.endsWith('.seasons') ? 'peak' : (factOf(fact).values?.[0] ?? 'anything');

/** Something to ask with each operator. */
function operandOf(fact: FactName, operator: string): unknown {
  const { kind } = factOf(fact);
  if (operator === 'exists') return true;
  const simple = { text: wordFor(fact), texts: wordFor(fact), number: 4, money: 4200, flag: true, time: '2026-11-27' };
  const later = { ...simple, number: 9, money: 9900, time: '2026-12-24' };
  return operator === 'between' ? [simple[kind], later[kind]] : simple[kind];
}

const questions = factNames.flatMap((fact) =>
  testKeys[factOf(fact).kind].map((operator) => [fact, operator, operandOf(fact, operator)] as const),
);

describe.each(locales)('conditions in %s', (locale) => {
  it('have words for every fact and every test, and for its opposite', () => {
    for (const [fact, operator, operand] of questions) {
      const condition = { [fact]: { [operator]: operand } };
      const [yes, no] = [inWords(condition, locale), inWords({ not: condition }, locale)];
      for (const words of [yes, no]) {
        expect(words).toMatch(/^\p{L}|^[“«„(]/u);
        expect(words).not.toMatch(/[{}]|undefined|NaN|null|\[object/);
      }
      expect([fact, operator, yes]).not.toEqual([fact, operator, no]);
    }
  });

  it('name each fact with words of its own', () => {
    const names = Object.values(conditionTexts[locale].facts).map((words) =>
      typeof words === 'string' ? words : `${words.yes} ${words.no}`,
    );
    expect(new Set(names).size).toBe(factNames.length);
  });

  it('say the values that facts can have in words, never as codes', () => {
    for (const fact of factNames) {
      for (const value of factOf(fact).values ?? []) {
        if (!value.includes('_')) continue;
        expect(inWords({ [fact]: value }, locale)).not.toContain(value);
      }
    }
  });
});

describe.each(locales.filter((locale) => locale !== 'en'))('words in %s', (locale) => {
  it('are not the English ones', () => {
    for (const [fact, operator, operand] of questions) {
      const condition = { [fact]: { [operator]: operand } };
      expect([fact, operator, inWords(condition, locale)]).not.toEqual([fact, operator, inWords(condition, 'en')]);
    }
  });
});

describe('a condition in words', () => {
  it.each([
    ['one of several words', { 'line.category': ['Shoes', 'Boots'] }, 'the category of the item is “Shoes” or “Boots”'],
    [
      'every fact that it names',
      { 'line.category': 'Shoes', 'order.total': { above: 30_000 } },
      'the category of the item is “Shoes” and the total of the order is more than €300.00',
    ],
    [
      'brackets where and and or meet',
      { 'order.country': 'FR', any: [{ 'line.quantity': { below: 2 } }, { 'order.isGift': true }] },
      'the country of delivery is France and (the number of pieces that come back is less than 2 or the order was bought as a gift)',
    ],
    [
      'a negation as the opposite question',
      { not: { 'line.discounted': true, 'order.lines': { atLeast: 3 } } },
      'the item was not reduced or the number of different items in the order is less than 3',
    ],
    [
      'weights',
      { 'line.weight': { between: [500, 20_000] } },
      'the weight of one piece is between 500 grams and 20 kilograms',
    ],
    [
      'shares',
      { 'customer.returnRate90': { above: 40.5 } },
      'the share of pieces sent back in the last 90 days is more than 40.5%',
    ],
    ['days', { 'line.daysSinceDelivery': { atMost: 1 } }, 'the time since delivery is at most 1 day'],
    ['days of every year', { 'order.placedAt': { after: '11-27' } }, 'the date of the order is after 27 November'],
    [
      'instants in the zone of the shop',
      { 'order.placedAt': { before: '2026-11-27T23:30:00Z' } },
      'the date of the order is before 28 November 2026 at 00:30',
    ],
    [
      'seasons with their days',
      { 'order.seasons': 'peak' },
      '“peak” (15 November to 15 January) is among the seasons of the order date',
    ],
    [
      'amounts in every currency that they are given in',
      {
        'order.total': {
          atLeast: [
            { amount: 300, currency: 'EUR' },
            { amount: 250, currency: 'GBP' },
          ],
        },
      },
      'the total of the order is at least €3.00 / £2.50',
    ],
    [
      'that a fact is known only where nothing else is asked of it',
      { 'line.weight': { exists: true, above: 1 }, 'return.photos': { exists: true } },
      'the weight of one piece is more than 1 gram and the number of photos sent to us is known',
    ],
    ['nothing asked', {}, 'always'],
    ['nothing that can hold', { not: {} }, 'never'],
  ])('says %s', (_what, condition, words) => {
    expect(inWords(condition)).toBe(words);
  });

  it('cuts lists that nobody reads', () => {
    const skus = Array.from({ length: 500 }, (_, index) => `SKU-${index}`);
    expect(inWords({ 'line.sku': skus })).toMatch(/“SKU-23” or 476 more$/);
  });

  it.each<[FactName, unknown]>([
    ['line.sku', 'A'],
    ['line.tags', 'a'],
    ['line.quantity', 2],
    ['line.worth', 200],
    ['order.isGift', true],
  ])('reads a bare value of %s as the usual question', (fact, value) => {
    const operator = factOf(fact).kind === 'texts' ? 'contains' : 'is';
    expect(inWords({ [fact]: value })).toBe(inWords({ [fact]: { [operator]: value } }));
  });
});
