import { DAY_MS, type Day } from './day';
import { remember } from './remember';

/** The end of a day in a zone. */
export interface EndOfDay {
  /** The last millisecond of the day, as epoch milliseconds. */
  readonly at: number;
  readonly iso: string;
}

/** The last day of a period counts whole. */
export interface Deadline extends EndOfDay {
  readonly day: Day;
}

/** Where days begin and end. Everything is cached, because Intl costs microseconds per question. */
export interface Zone {
  readonly timeZone: string;
  /** The day on which an instant falls. */
  dayOf(instant: number): Day;
  /** The first millisecond of a day. */
  startOf(day: Day): number;
  /** The same object every time. */
  endOf(day: Day): Deadline;
}

const zones = new Map<string, Zone>();

/** @throws RangeError when Intl does not know the zone */
export function zoneOf(timeZone: string): Zone {
  return remember(zones, timeZone, () => openZone(timeZone));
}

function openZone(timeZone: string): Zone {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, OffsetsOfDay>();
  const ends = new Map<Day, Deadline>();

  const readOffset = (instant: number): number => {
    const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return local - Math.floor(instant / 1000) * 1000;
  };

  const offsetsOf = (utcDay: number): OffsetsOfDay =>
    remember(offsets, utcDay, () => {
      const [first, last] = [utcDay * DAY_MS, (utcDay + 1) * DAY_MS - 1000];
      const [before, after] = [readOffset(first), readOffset(last)];
      return { before, after, changesAt: before === after ? Infinity : changeBetween(first, last, readOffset) };
    });

  const offsetOf = (instant: number): number => {
    const day = Math.floor(instant / DAY_MS);
    const { before, after, changesAt } = offsets.get(day) ?? offsetsOf(day);
    return instant < changesAt ? before : after;
  };

  const dayOf = (instant: number): Day => Math.floor((instant + offsetOf(instant)) / DAY_MS);

  /** Where clocks change at midnight, only one of the two offsets leads into the day. */
  const startOf = (day: Day): number => {
    const local = day * DAY_MS;
    const candidates = [local - offsetOf(local - DAY_MS), local - offsetOf(local + DAY_MS)].sort((a, b) => a - b);
    return candidates.find((instant) => dayOf(instant) >= day) ?? local - offsetOf(local);
  };

  return {
    timeZone,
    dayOf,
    startOf,
    endOf: (day) =>
      ends.get(day) ??
      remember(ends, day, () => {
        const at = startOf(day + 1) - 1;
        return { day, at, iso: new Date(at).toISOString() };
      }),
  };
}

/** What a zone adds to UTC during one day of UTC. Clocks change at most once in it. */
interface OffsetsOfDay {
  readonly before: number;
  readonly after: number;
  /** The first instant of `after`. */
  readonly changesAt: number;
}

/** The second at which clocks change between two instants, the later of which has the new offset. */
function changeBetween(first: number, last: number, readOffset: (instant: number) => number): number {
  const before = readOffset(first);
  let [old, changed] = [first, last];
  while (changed - old > 1000) {
    const middle = Math.floor((old + changed) / 2000) * 1000;
    if (readOffset(middle) === before) old = middle;
    else changed = middle;
  }
  return changed;
}
