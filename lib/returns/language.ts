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

const formatterOf = (locale: Locale, timeZone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${timeZone} ${Object.keys(style).join()}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(languageTags[locale], { ...style, timeZone });
  formatters.set(key, formatter);
  return formatter;
};

/**
 * The day of an instant in a time zone, for people: "3 novembre 2026", "3. November 2026".
 * @param instant epoch milliseconds
 * @param timeZone an IANA name
 */
export function formatDay(instant: number, locale: Locale, timeZone: string): string {
  const text = formatterOf(locale, timeZone, { dateStyle: 'long' }).format(instant);
  const first = firstOfMonth[locale];
  return first === undefined ? text : text.replace(/^1 /, first);
}

/**
 * The day and the time of an instant, with the zone that they are told in: "3 November 2026, 09:00 (Europe/Paris)".
 * @param instant epoch milliseconds
 * @param timeZone an IANA name
 */
export function formatMoment(instant: number, locale: Locale, timeZone: string): string {
  const time = formatterOf(locale, timeZone, { timeStyle: 'short' }).format(instant);
  return `${formatDay(instant, locale, timeZone)}, ${time} (${timeZone})`;
}
