import { textsFor } from '../../../lib/documents/texts';
import { locales } from '../../../lib/returns';

/** Every text of a language with its place, those that take a value filled in. */
function textsOf(value: unknown, path = ''): [place: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(Reflect.apply(value, undefined, ['a@shop.example', 2]))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Spanish and Italian words that are the same, and right in both. */
const shared = ['Un cambio', 'Motivo'];

describe.each(locales.filter((locale) => locale !== 'en'))('document texts in %s', (locale) => {
  const texts = textsOf(textsFor(locale));

  it('are as many as the English ones, none of them empty', () => {
    expect(texts.map(([place]) => place)).toEqual(textsOf(textsFor('en')).map(([place]) => place));
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are the words of no other language', () => {
    const others = locales.filter((other) => other !== locale).flatMap((other) => textsOf(textsFor(other)));
    const borrowed = texts.filter(
      ([place, text]) => !shared.includes(text) && others.some(([at, its]) => at === place && its === text),
    );
    expect(borrowed).toEqual([]);
  });
});
