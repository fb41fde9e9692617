import { IntlMessageFormat } from 'intl-messageformat';
import { lawTexts } from '../../../../lib/policy/render/law-texts';
import { pageTexts } from '../../../../lib/policy/render/texts';
import { conditionTexts } from '../../../../lib/policy/render/words/texts';
import { fillMessage } from '../../../../lib/policy/texts/icu';
import { locales, type Locale } from '../../../../lib/returns';

/** Every message of a tree of texts with the path to it. */
function messagesOf(texts: unknown, path = ''): [string, string][] {
  if (typeof texts === 'string') return [[path, texts]];
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([key, value]) => messagesOf(value, path === '' ? key : `${path}.${key}`));
}

const allTexts = (locale: Locale): [string, string][] => [
  ...messagesOf(pageTexts[locale], 'page'),
  ...messagesOf(lawTexts[locale], 'law'),
  ...messagesOf(conditionTexts[locale], 'words'),
];

const argumentsOf = (message: string): string[] => [
  ...new Set([...message.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name]) => name ?? '')),
];

const known = allTexts('en').map(([path, message]) => [path, argumentsOf(message).sort()]);

describe.each(locales)('texts of the returns page in %s', (locale) => {
  it('have the keys and the arguments of the English ones', () => {
    const own = allTexts(locale).map(([path, message]) => [path, argumentsOf(message).sort()]);
    expect(Object.fromEntries(own)).toEqual(Object.fromEntries(known));
  });

  it('are filled as the ICU library fills them', () => {
    for (const [path, message] of allTexts(locale)) {
      for (const count of [1, 2, 14, 1200]) {
        const values = { ...Object.fromEntries(argumentsOf(message).map((name) => [name, 'words'])), count };
        expect([path, fillMessage(message, locale, values)]).toEqual([
          path,
          new IntlMessageFormat(message, locale).format(values),
        ]);
      }
    }
  });

  it('use the signs of print, not those of a keyboard', () => {
    for (const [path, message] of allTexts(locale))
      expect([path, message]).toEqual([path, expect.not.stringMatching(/['"]/)]);
  });
});

describe.each(locales.filter((locale) => locale !== 'en'))('sentences in %s', (locale) => {
  it('are those of no other language', () => {
    const sentences = (of: Locale): string[] =>
      [...messagesOf(pageTexts[of]), ...messagesOf(lawTexts[of])]
        .map(([, text]) => text)
        .filter((text) => /\p{L}{4,}.*\s.*\p{L}/u.test(text));
    const others = new Set(locales.filter((other) => other !== locale).flatMap(sentences));
    expect(sentences(locale).filter((text) => others.has(text) && !text.includes('{'))).toEqual([]);
  });
});
