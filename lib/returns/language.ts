import type { Localised } from './chapters';
import type { Locale } from './vocabulary';

/** Each language as it is written in Europe: "3 November 2026" in English, not "November 3, 2026". BCP 47. */
export const languageTags: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  de: 'de-DE',
  es: 'es-ES',
  it: 'it-IT',
};

/** French and Italian write the first of a month as an ordinal; Intl does not. */
const firstOfMonth: Partial<Readonly<Record<Locale, string>>> = { fr: '1er ', it: '1º ' };

/** What a text says in a language, or in English where it was written before that language came. */
export const wordsIn = (text: Localised, locale: Locale): string | undefined => text[locale] ?? text.en;

/** Making a formatter costs far more than using it, and a shop has one zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The day of an instant in a time zone, for people: "3 novembre 2026", "3. November 2026".
 * @param instant epoch milliseconds
 * @param timeZone an IANA name
 */
export function formatDay(instant: number, locale: Locale, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  const known = formatters.get(key);
  const formatter = known ?? new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone });
  if (known === undefined) formatters.set(key, formatter);
  const text = formatter.format(instant);
  const first = firstOfMonth[locale];
  return first === undefined ? text : text.replace(/^1 /, first);
}
