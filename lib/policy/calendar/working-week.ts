import { weekdayOf, type Day } from './day';
import { isPublicHoliday, knowsHolidays, partsWithHolidays, placesWithHolidays } from './holidays';
import { remember } from './remember';

/** Which days are working days in one place. */
export interface WorkingWeek {
  isWorkingDay(day: Day): boolean;
  /** The day itself, or the first working day after it. */
  workingDayFrom(day: Day): Day;
  /** The working day that is `count` working days after `day`; `day` itself does not count. */
  addWorkingDays(day: Day, count: number): Day;
  /** Working days after `from`, up to and with `to`. Zero when `to` is not after `from`. */
  workingDaysBetween(from: Day, to: Day): number;
}

export interface WorkingWeekOptions {
  /** Places whose public holidays are no working days: `FR`, `DE-BY`. One that nobody knows has none. */
  readonly places: readonly string[];
  /** Days of the week without work, 0 is Sunday. Saturday and Sunday when absent. */
  readonly weekend?: readonly number[];
}

const SATURDAY_AND_SUNDAY = [6, 0];
const weeks = new Map<string, WorkingWeek>();

/**
 * The week of a country, or of the part of it that `region` names where holidays differ there.
 * @param country ISO 3166-1; without one, or where no holidays are known, only the weekend is free
 * @param region the part of ISO 3166-2 after the country
 */
export function workingWeekOf(country: string | undefined, region: string | undefined): WorkingWeek {
  const part = `${country ?? ''}-${region ?? ''}`;
  return workingWeek({ places: [knowsHolidays(part) ? part : (country ?? '')] });
}

/**
 * The week in which a holiday of any part of the country is free, or of any country: for somebody of whom only the
 * country is known, or not even that.
 */
export function widestWeekOf(country: string | undefined): WorkingWeek {
  return workingWeek({
    places: country === undefined ? placesWithHolidays() : [country, ...partsWithHolidays(country)],
  });
}

/** The same object for the same options. */
export function workingWeek({ places, weekend = SATURDAY_AND_SUNDAY }: WorkingWeekOptions): WorkingWeek {
  return remember(weeks, `${places.join()} ${weekend.join('')}`, () => openWeek(places, new Set(weekend)));
}

/** A month without a working day is a mistake of the options, such as a weekend of seven days. */
const LONGEST_REST = 31;

function openWeek(places: readonly string[], weekend: ReadonlySet<number>): WorkingWeek {
  const nextWorkingDays = new Map<Day, Day>();
  const isWorkingDay = (day: Day): boolean =>
    !weekend.has(weekdayOf(day)) && !places.some((place) => isPublicHoliday(place, day));

  const workingDayFrom = (day: Day): Day =>
    nextWorkingDays.get(day) ??
    remember(nextWorkingDays, day, () => {
      for (let next = day; next <= day + LONGEST_REST; next += 1) if (isWorkingDay(next)) return next;
      return day;
    });

  return {
    isWorkingDay,
    workingDayFrom,
    addWorkingDays: (day, count) => {
      let reached = day;
      for (let left = count; left > 0; left -= 1) reached = workingDayFrom(reached + 1);
      return reached;
    },
    workingDaysBetween: (from, to) => {
      let count = 0;
      for (let day = from + 1; day <= to; day += 1) if (isWorkingDay(day)) count += 1;
      return count;
    },
  };
}
