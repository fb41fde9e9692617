import { eventFilterSchema, type ParsedEventFilter } from './inputs';
import { readJson } from './json';
import { firstRow, integerOf, optionalText, sql, textOf, withCare, type Work } from './sql';

export interface ConsumerRow {
  /** How far it has read the log. */
  readonly cursor: number;
  /** Tells it from an earlier one of the same name that was forgotten. */
  readonly createdAt: string;
  /** What it asked for last; anything, where it has not said yet. */
  readonly filter: ParsedEventFilter;
  /** As it is stored; undefined where it has not said yet. */
  readonly filterText: string | undefined;
  /** What people call it; undefined where nobody has said. */
  readonly title: string | undefined;
}

/** Held by whoever claims: two claims of one consumer would hand over the same events. */
export function* findConsumer(name: string): Work<ConsumerRow | undefined> {
  const row = yield* firstRow(
    withCare('hold', sql`SELECT cursor, created_at, filter, title FROM consumers WHERE name = ${name}`),
  );
  if (!row) return undefined;
  const filterText = optionalText(row, 'filter');
  return {
    cursor: integerOf(row, 'cursor'),
    createdAt: textOf(row, 'created_at'),
    filter: readFilter(filterText),
    filterText,
    title: optionalText(row, 'title'),
  };
}

/** A filter that a newer version has written, with words unknown here, counts as none. */
function readFilter(text: string | undefined): ParsedEventFilter {
  const parsed = eventFilterSchema.safeParse(text === undefined ? {} : readJson(text));
  return parsed.success ? parsed.data : {};
}
