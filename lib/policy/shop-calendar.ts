import { formatDay, type Locale } from '../returns';
import { DAY_MS, type Day } from './calendar/day';
import { remember } from './calendar/remember';
import { zoneOf, type EndOfDay, type Zone } from './calendar/zone';

/** A day in the shop's time zone, as the number of days since 1970-01-01. */
export type ShopDay = Day;
export type { EndOfDay };

/** Days and deadlines in one time zone, and how they are written. */
export interface ShopCalendar extends Zone {
  /** "3 November 2026", "3 novembre 2026". */
  format(day: ShopDay, locale: Locale): string;
}

const calendars = new Map<string, ShopCalendar>();

export function shopCalendar(timeZone: string): ShopCalendar {
  return remember(calendars, timeZone, () => {
    const texts = new Map<string, string>();
    return {
      ...zoneOf(timeZone),
      format: (day, locale) => remember(texts, `${locale}${day}`, () => formatDay(day * DAY_MS, locale, 'UTC')),
    };
  });
}
