import type { IntlMessageFormat } from 'intl-messageformat';
import { formatDay, formatMoment, formatMoney, languageTags, type Locale, type Money } from '../returns';
import { chatTexts } from './texts/chat';
import { mailTexts, type MailArguments, type MailTextKey } from './texts';

/** Says things in one language and one time zone. */
export interface Speaker {
  readonly locale: Locale;
  say<Key extends MailTextKey>(
    key: Key,
    ...values: keyof MailArguments<Key> extends never ? [] : [MailArguments<Key>]
  ): string;
  amount(value: Money): string;
  date(instant: string): string;
  /** The date with the time of day. */
  moment(instant: string): string;
  /** @param code ISO 3166-1, e.g. `FR` */
  country(code: string): string;
}

const formats = new Map<string, IntlMessageFormat>();

/** Where a message is read. */
export type Place = 'mail' | 'chat';

export async function speakerOf(locale: Locale, timeZone: string, place: Place = 'mail'): Promise<Speaker> {
  const { IntlMessageFormat: Format } = await import('intl-messageformat');
  const formatOf = (key: MailTextKey): IntlMessageFormat => {
    const name = `${place} ${locale} ${key}`;
    const text = (place === 'chat' ? chatTexts[locale][key] : undefined) ?? mailTexts[locale][key];
    const known = formats.get(name) ?? new Format(text, locale, undefined, { ignoreTag: true });
    formats.set(name, known);
    return known;
  };
  return {
    locale,
    say: (key, ...[values]) => String(formatOf(key).format(values ?? {})),
    amount: (value) => formatMoney(value, languageTags[locale]),
    date: (instant) => formatDay(Date.parse(instant), locale, timeZone),
    moment: (instant) => formatMoment(Date.parse(instant), locale, timeZone),
    country: (code) => new Intl.DisplayNames(languageTags[locale], { type: 'region' }).of(code) ?? code,
  };
}
