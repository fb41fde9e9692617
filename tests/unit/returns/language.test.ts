import { formatDay, formatMoment, formatMoney, languageTags, locales, wordsIn } from '../../../lib/returns';

/** No-break spaces are written as people see them. */
const seen = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatDay', () => {
  it.each([
    ['en', '3 November 2026', '1 November 2026'],
    ['fr', '3 novembre 2026', '1er novembre 2026'],
    ['de', '3. November 2026', '1. November 2026'],
    ['es', '3 de noviembre de 2026', '1 de noviembre de 2026'],
    ['it', '3 novembre 2026', '1º novembre 2026'],
  ] as const)('writes days in %s as people there do, the first of a month too', (locale, third, first) => {
    expect(formatDay(Date.parse('2026-11-03T12:00:00Z'), locale, 'UTC')).toBe(third);
    expect(formatDay(Date.parse('2026-11-01T12:00:00Z'), locale, 'UTC')).toBe(first);
  });

  it('leaves the other days that begin with a one alone', () => {
    expect(formatDay(Date.parse('2026-11-11T12:00:00Z'), 'it', 'UTC')).toBe('11 novembre 2026');
    expect(formatDay(Date.parse('2026-11-10T12:00:00Z'), 'fr', 'UTC')).toBe('10 novembre 2026');
  });

  it('means the day of the time zone', () => {
    const instant = Date.parse('2026-11-09T23:30:00Z');
    expect(formatDay(instant, 'de', 'Europe/Berlin')).toBe('10. November 2026');
    expect(formatDay(instant, 'de', 'America/New_York')).toBe('9. November 2026');
  });
});

it.each([
  ['en', '€1,234.50', 'JP¥1,200'],
  ['fr', '1 234,50 €', '1 200 JPY'],
  ['de', '1.234,50 €', '1.200 ¥'],
  ['es', '1234,50 €', '1200 JPY'],
  ['it', '1234,50 €', '1200 JPY'],
] as const)('writes amounts in %s as people there do', (locale, euros, yen) => {
  const inWords = (amount: number, currency: string): string =>
    seen(formatMoney({ amount, currency }, languageTags[locale]));
  expect([inWords(123450, 'EUR'), inWords(1200, 'JPY')]).toEqual([euros, yen]);
});

describe('wordsIn', () => {
  it('reads the words of a language', () => {
    const yes = { en: 'yes', fr: 'oui', de: 'ja', es: 'sí', it: 'sì' };
    expect(locales.map((locale) => wordsIn(yes, locale))).toEqual(Object.values(yes));
  });

  it('falls back to English where a text is older than the language, and to nothing without', () => {
    expect(wordsIn({ en: 'yes', fr: 'oui' }, 'de')).toBe('yes');
    expect(wordsIn({ fr: 'oui' }, 'de')).toBeUndefined();
  });
});

describe('formatMoment', () => {
  it.each([
    ['en', '1 November 2026, 09:05 (Europe/Paris)'],
    ['fr', '1er novembre 2026, 09:05 (Europe/Paris)'],
    ['de', '1. November 2026, 09:05 (Europe/Paris)'],
    ['es', '1 de noviembre de 2026, 9:05 (Europe/Paris)'],
    ['it', '1º novembre 2026, 09:05 (Europe/Paris)'],
  ] as const)('tells in %s the time of day with its zone', (locale, words) => {
    expect(formatMoment(Date.parse('2026-11-01T08:05:00Z'), locale, 'Europe/Paris')).toBe(words);
  });
});
