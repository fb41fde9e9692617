import { civilDate, dayOf, weekdayOf, type Day } from './day';
import { orthodoxEaster, westernEaster } from './easter';
import { holidayTable } from './holiday-table';
import { remember } from './remember';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const [SUNDAY, SATURDAY] = [0, 6];

interface HolidayRule {
  /** The day in a year, before it moves. */
  readonly in: (year: number) => Day;
  readonly years: (year: number) => boolean;
  readonly moves: '' | '>' | '<>';
}

const years = new Map<string, ReadonlySet<Day>>();

/** Whether this package knows the public holidays of a place: `FR`, `DE-BY`. */
export const knowsHolidays = (place: string): boolean => Object.hasOwn(holidayTable, place);

/** Every place whose holidays this package knows. */
export const placesWithHolidays = (): readonly string[] => Object.keys(holidayTable);

/** The parts of a country whose holidays differ: `['FR-57', …]`. */
export const partsWithHolidays = (country: string): readonly string[] =>
  placesWithHolidays().filter((place) => place.startsWith(`${country}-`));

export function isPublicHoliday(place: string, day: Day): boolean {
  return holidaysOf(place, civilDate(day).year).has(day);
}

/** Public holidays of a place that fall into a year. Empty where this package knows none. */
export function holidaysOf(place: string, year: number): ReadonlySet<Day> {
  return remember(years, `${place} ${year}`, () => {
    const rules = rulesOf(place);
    // A New Year's Day that moves back belongs to the year before.
    const days = [year - 1, year, year + 1].flatMap((each) => [...observe(rules, each)]);
    return new Set(days.filter((day) => civilDate(day).year === year).sort((a, b) => a - b));
  });
}

function observe(rules: readonly HolidayRule[], year: number): Set<Day> {
  const celebrated = rules
    .filter((rule) => rule.years(year))
    .map((rule) => ({ day: rule.in(year), moves: rule.moves }));
  const days = new Set(celebrated.map(({ day }) => day));
  for (const { day, moves } of celebrated) {
    if (moves === '' || !isWeekend(day)) continue;
    days.add(moves === '<>' ? day + (weekdayOf(day) === SATURDAY ? -1 : 1) : freeWeekdayAfter(day, days));
  }
  return days;
}

function freeWeekdayAfter(day: Day, taken: ReadonlySet<Day>): Day {
  let next = day + 1;
  while (isWeekend(next) || taken.has(next)) next += 1;
  return next;
}

const isWeekend = (day: Day): boolean => weekdayOf(day) === SATURDAY || weekdayOf(day) === SUNDAY;

function rulesOf(place: string): readonly HolidayRule[] {
  const line = Object.hasOwn(holidayTable, place) ? holidayTable[place] : undefined;
  if (line === undefined) return [];
  return line.split(' ').flatMap((word) => (word.startsWith('@') ? rulesOf(word.slice(1)) : [readRule(word)]));
}

const rulePattern =
  /^(?:(?<easter>[EO])(?<offset>[+-]\d+)|(?<month>\d\d)(?:-(?<date>\d\d))?(?:\.(?<weekday>sun|mon|tue|wed|thu|fri|sat)(?<nth>-?\d)?)?)(?:\[(?<years>[^\]]+)\])?(?<moves><>|>|)$/;

/** @throws RangeError when a line of the table is misspelt; the tests read every one */
export function readRule(word: string): HolidayRule {
  const parts = rulePattern.exec(word)?.groups;
  if (parts === undefined) throw new RangeError(`The table of holidays cannot be read at "${word}"`);
  const { easter, offset, month, date, weekday, nth, years: when } = parts;
  const moves = parts['moves'] === '>' || parts['moves'] === '<>' ? parts['moves'] : '';
  return { in: dayIn({ easter, offset, month, date, weekday, nth }), years: yearsIn(when), moves };
}

function dayIn(
  parts: Readonly<Record<'easter' | 'offset' | 'month' | 'date' | 'weekday' | 'nth', string | undefined>>,
) {
  const { easter, offset, month, date, weekday, nth } = parts;
  if (easter !== undefined) {
    const sunday = easter === 'E' ? westernEaster : orthodoxEaster;
    return (year: number): Day => sunday(year) + Number(offset);
  }
  const from = (year: number): Day => dayOf(year, Number(month), Number(date ?? 1));
  if (weekday === undefined) return from;
  const wanted = weekdays.indexOf(weekday);
  const first = (day: Day): Day => day + ((wanted - weekdayOf(day) + 7) % 7);
  if (nth?.startsWith('-') === true) {
    return (year: number): Day => first(dayOf(year, Number(month) + 1, 1)) + 7 * Number(nth);
  }
  return (year: number): Day => first(from(year)) + 7 * (Number(nth ?? 1) - 1);
}

function yearsIn(when: string | undefined): (year: number) => boolean {
  if (when === undefined) return () => true;
  if (when.startsWith('!')) return (year) => year !== Number(when.slice(1));
  const [first = '', last = first] = when.split('..');
  return (year) => (first === '' || year >= Number(first)) && (last === '' || year <= Number(last));
}
