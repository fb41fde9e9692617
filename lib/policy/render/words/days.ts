import { languageTags, type Locale } from '../../../returns';
import { remember } from '../../calendar/remember';
import { DAY_MS } from '../../calendar/day';
import { dayIn, readDay } from '../../document/day-text';

/** French and Italian write the first of a month as an ordinal; Intl does not. */
const firstOfMonth: Partial<Readonly<Record<Locale, string>>> = { fr: '1er ', it: '1º ' };

/** A leap year, so that 29 February stays itself. */
const YEAR_WITH_EVERY_DAY = 2024;

const formats = new Map<string, Intl.DateTimeFormat>();

/** "27 November 2026", "27 November" for a day of every year, and an instant with its time of day in the shop's zone. */
export function dayInWords(text: string, locale: Locale, timeZone: string): string {
  const day = readDay(text);
  if (day === undefined) {
    const at = Date.parse(text);
    if (!Number.isFinite(at)) return text;
    return ordinal(format(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at), locale);
  }
  const style: Intl.DateTimeFormatOptions =
    day.kind === 'once' ? { dateStyle: 'long', timeZone: 'UTC' } : { day: 'numeric', month: 'long', timeZone: 'UTC' };
  return ordinal(format(locale, style).format(dayIn(day, YEAR_WITH_EVERY_DAY) * DAY_MS), locale);
}

const format = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  remember(
    formats,
    `${locale} ${options.dateStyle ?? ''} ${options.timeZone ?? ''} ${options.timeStyle ?? ''}`,
    () => new Intl.DateTimeFormat(languageTags[locale], options),
  );

function ordinal(text: string, locale: Locale): string {
  const first = firstOfMonth[locale];
  return first === undefined ? text : text.replace(/^1 /, first);
}
