import { workingWeek } from '../calendar/working-week';
import { knowsHolidays } from '../calendar/holidays';
import { remember } from '../calendar/remember';
import { civilDate, type Day } from '../calendar/day';
import type { Deadline } from '../calendar/zone';
import { dayIn, readDay, yearOf, type DayText } from '../document/day-text';
import type { Policy } from '../document/policy-schema';
import { shopCalendar } from '../shop-calendar';
import { fold } from './fold';
import { unexpected } from './operands';
import { isWithinYear } from './time-test';

/** What a policy says of days: its time zone, its seasons, the days on which the shop works. */
export interface PolicyCalendar {
  readonly timeZone: string;
  dayOf(instant: number): Day;
  endOf(day: Day): Deadline;
  seasonsOf(day: Day): readonly string[];
  isWorkingDay(day: Day): boolean;
  /** The business day that is `count` business days after `day`. */
  addBusinessDays(day: Day, count: number): Day;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** A calendar without a business day in this time is closed for good. */
const LONGEST_REST = 366;

export function policyCalendar({ timeZone, calendar, seasons }: Policy): PolicyCalendar {
  const zone = shopCalendar(timeZone);
  const part = `${calendar.country ?? ''}-${calendar.region ?? ''}`;
  const week = workingWeek({
    places: [knowsHolidays(part) ? part : (calendar.country ?? '')],
    weekend: weekdays.flatMap((name, index) => (calendar.workingDays.some((day) => day === name) ? [] : [index])),
  });
  const closed = calendar.closed.map(dayTextOf);
  const isClosed = (day: Day): boolean => closed.length > 0 && closed.some((text) => isDay(text, day));
  const ranges = Object.entries(seasons).map(([name, { from, to }]) => ({
    name: fold(name),
    holds: within(dayTextOf(from), dayTextOf(to)),
  }));
  const seasonsByDay = new Map<Day, readonly string[]>();
  const isWorkingDay = (day: Day): boolean => week.isWorkingDay(day) && !isClosed(day);
  const reached = new Map<string, Day>();

  return {
    timeZone,
    dayOf: (instant) => zone.dayOf(instant),
    endOf: (day) => zone.endOf(day),
    seasonsOf: (day) =>
      remember(seasonsByDay, day, () => ranges.filter(({ holds }) => holds(day)).map(({ name }) => name)),
    isWorkingDay,
    addBusinessDays: (day, count) =>
      remember(reached, `${day} ${count}`, () => {
        let at = day;
        for (let left = count; left > 0; left -= 1) at = nextWorkingDay(at, isWorkingDay);
        return at;
      }),
  };
}

function nextWorkingDay(day: Day, isWorkingDay: (day: Day) => boolean): Day {
  for (let next = day + 1; next <= day + LONGEST_REST; next += 1) if (isWorkingDay(next)) return next;
  return day + 1;
}

export function dayTextOf(text: string): DayText {
  const day = readDay(text);
  if (day === undefined) throw unexpected('a day');
  return day;
}

function isDay(text: DayText, day: Day): boolean {
  if (text.kind === 'once') return text.day === day;
  const { month, day: date } = civilDate(day);
  return text.month === month && text.date === date;
}

function within(from: DayText, to: DayText): (day: Day) => boolean {
  if (from.kind === 'yearly' && to.kind === 'yearly') return (day) => isWithinYear(day, from, to);
  return (day) => day >= dayIn(from, yearOf(day)) && day <= dayIn(to, yearOf(day));
}
