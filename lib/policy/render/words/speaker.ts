import { languageTags, type Locale } from '../../../returns';
import { remember } from '../../calendar/remember';
import { fillMessage } from '../../texts/icu';

/** What words depend on besides the language: the policy's own currency, zone and seasons. */
export interface Setting {
  readonly currency?: string | undefined;
  readonly timeZone: string;
  readonly seasons: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
}

type Values = Readonly<Record<string, string | number>>;

export const say = (message: string, locale: Locale, values: Values = {}): string =>
  fillMessage(message, locale, values);

const lists = new Map<string, Intl.ListFormat>();

/** "A, B and C", "A, B oder C". */
export const joined = (words: readonly string[], locale: Locale, type: 'conjunction' | 'disjunction'): string =>
  remember(lists, `${locale} ${type}`, () => new Intl.ListFormat(languageTags[locale], { type })).format(words);

/** The first letter as a capital, for a sentence of its own. */
export const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
