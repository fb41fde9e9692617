import { z } from 'zod/v4';
import type { Case } from '../returns';
import { groupConditions, nameConditions, rangeConditions } from './case-conditions';
import { readCursor, writeCursor } from './case-order';
import type { ParsedCaseFilter } from './inputs';
import { allOf, integerOf, sql, textOf, type Row, type Statement } from './sql';

/** As names are compared: people write them in any case, and an order without its `#`. */
export const nameKey = (name: string): string => name.trim().replace(/^#/, '').toLowerCase();

/** What a case can be looked for by its beginning. */
export const namesOf = ({ rma, orderName }: Pick<Case, 'rma' | 'orderName'>): readonly string[] => [
  ...new Set([nameKey(rma), nameKey(orderName)].filter((name) => name !== '')),
];

/** Greater than any character of a name: what begins with a text lies between the text and the text with this behind. */
const LAST_CHARACTER = '\u{10FFFF}';

interface NamePlace {
  readonly isWhole: boolean;
  readonly name: string;
  readonly id: string;
}

export interface WantedNames {
  /** As `nameKey` makes it. */
  readonly text: string;
  readonly filter: ParsedCaseFilter;
  readonly after: NamePlace | undefined;
  readonly limit: number;
}

/**
 * The cases whose name begins with a text: those that bear exactly this name come first, then the highest names, which
 * are the newest. Answers `whole`, `name` and `id`.
 */
export function nameWalk({ text, filter, after, limit }: WantedNames): Statement {
  const sifted = [...groupConditions(filter), ...rangeConditions(filter), ...nameConditions(filter)];
  // The names come first: SQLite keeps to the order of a cross join.
  const walk = (whole: Statement, conditions: readonly Statement[]): Statement => sql`
    SELECT * FROM (
      SELECT ${whole} AS whole, n.name, n.case_id AS id FROM case_names n CROSS JOIN cases
      WHERE cases.id = n.case_id AND ${allOf([...conditions, ...sifted])}
      ORDER BY n.name DESC, n.case_id DESC LIMIT ${limit}) walk`;
  const isWhole = [sql`n.name = ${text}`, ...(after?.isWhole ? [sql`n.case_id < ${after.id}`] : [])];
  const isLonger = [
    sql`n.name > ${text}`,
    sql`n.name < ${text + LAST_CHARACTER}`,
    ...(after && !after.isWhole ? [sql`(n.name, n.case_id) < (${after.name}, ${after.id})`] : []),
  ];
  const longer = walk(sql`0`, isLonger);
  const found = after && !after.isWhole ? longer : sql`${walk(sql`1`, isWhole)} UNION ALL ${longer}`;
  return sql`SELECT whole, name, id FROM (${found}) named ORDER BY whole DESC, name DESC, id DESC LIMIT ${limit}`;
}

const placeSchema = z.tuple([z.literal('name'), z.int().min(0).max(1), z.string(), z.string().min(1)]);

export const writeNamePlace = (row: Row): string =>
  writeCursor(['name', integerOf(row, 'whole'), textOf(row, 'name'), textOf(row, 'id')]);

export function readNamePlace(cursor: string): NamePlace {
  const [, whole, name, id] = readCursor(cursor, placeSchema);
  return { isWhole: whole === 1, name, id };
}
