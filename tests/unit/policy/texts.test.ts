import { IntlMessageFormat } from 'intl-messageformat';
import { reasonTexts } from '../../../lib/policy/texts';
import { fillMessage } from '../../../lib/policy/texts/icu';
import { questionTexts } from '../../../lib/policy/texts/questions';
import { locales, type Locale } from '../../../lib/returns';

const known = ['approved', 'count', 'date', 'facts', 'item', 'missing', 'options', 'refused'];
const argumentsOf = (message: string): string[] => known.filter((name) => new RegExp(`\\{${name}[,}]`).test(message));

const allTexts = (locale: Locale) => ({ ...reasonTexts[locale], ...questionTexts[locale] });

describe.each(locales.filter((locale) => locale !== 'en'))('reasons for the shopper in %s', (locale) => {
  it('have the keys and the arguments of the English ones', () => {
    const asked = (texts: object) => Object.entries(texts).map(([key, text]) => [key, argumentsOf(String(text))]);
    expect(asked(allTexts(locale))).toEqual(asked(allTexts('en')));
  });

  it('are the words of no other language', () => {
    const others = locales
      .filter((other) => other !== locale)
      .flatMap((other) => Object.values<string>(reasonTexts[other]));
    expect(Object.values(reasonTexts[locale]).filter((text) => others.includes(text))).toEqual([]);
  });
});

describe.each(locales)('texts in %s', (locale) => {
  it('are filled as the ICU library fills them', () => {
    for (const text of Object.values(allTexts(locale))) {
      for (const count of [0, 1, 2, 5, 1200, 1_000_000]) {
        const words = Object.fromEntries(argumentsOf(text).map((name) => [name, 'words']));
        const values = { ...words, count, approved: count, refused: count };
        expect(fillMessage(text, locale, values)).toBe(new IntlMessageFormat(text, locale).format(values));
      }
    }
  });
});
