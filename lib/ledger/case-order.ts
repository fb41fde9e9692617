import { z } from 'zod/v4';
import { ReturnsError } from '../returns';
import type { CaseSort } from './ledger';
import { sql, textOf, type Row, type Statement } from './sql';

const columns: Readonly<Record<CaseSort['by'], Statement>> = { change: sql`updated_at`, opening: sql`opened_at` };

/** The column that decides; cases of one instant follow by id. */
export const keyColumn = ({ by }: CaseSort): Statement => columns[by];

const direction = (sort: CaseSort): Statement => (sort.direction === 'asc' ? sql`ASC` : sql`DESC`);

export const inOrder = (sort: CaseSort, key: Statement, id: Statement): Statement =>
  sql`${key} ${direction(sort)}, ${id} ${direction(sort)}`;

/** The last case of a page. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Behind a place, in the order of the sort. */
export const beyond = (sort: CaseSort, { at, id }: Place): Statement =>
  sql`(${keyColumn(sort)}, id) ${sort.direction === 'asc' ? sql`>` : sql`<`} (${at}, ${id})`;

const placeSchema = z.tuple([
  z.enum(['change', 'opening']),
  z.enum(['asc', 'desc']),
  z.iso.datetime(),
  z.string().min(1),
]);

export const writePlace = ({ by, direction: way }: CaseSort, row: Row): string =>
  writeCursor([by, way, textOf(row, 'at'), textOf(row, 'id')]);

/** @throws ReturnsError `invalid_input` when the cursor is of another sort, or none at all */
export function readPlace(sort: CaseSort, cursor: string): Place {
  const [by, way, at, id] = readCursor(cursor, placeSchema);
  if (by !== sort.by || way !== sort.direction) throw badCursor();
  return { at, id };
}

export const writeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

export function readCursor<T extends z.ZodType>(cursor: string, schema: T): z.output<T> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw badCursor();
  }
}

const badCursor = (): ReturnsError =>
  new ReturnsError('invalid_input', 'The cursor is not one that a page of this search gave', {
    description: 'Pass `next` of the page before with the same filter and sort, or leave it out to begin anew.',
  });
