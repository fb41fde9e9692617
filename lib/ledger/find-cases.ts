import { parseWith, type Dossier } from '../returns';
import { nameKey, nameWalk, readNamePlace, writeNamePlace } from './case-names';
import { inOrder, readPlace, writePlace } from './case-order';
import { caseWalk } from './case-walk';
import type { LedgerContext } from './context';
import { caseFilterSchema, pageSchema, type ParsedCaseFilter } from './inputs';
import { readDossier } from './json';
import type { CaseFilter, CaseSort, Page, Paged } from './ledger';
import { rowsOf, sql, type Row, type Statement } from './sql';
import type { Dialect } from './store';

/** Finds cases page by page; see the interface. */
export async function findCases({ store }: LedgerContext, filter: CaseFilter, page: Page): Promise<Paged<Dossier>> {
  const wanted = parseWith(caseFilterSchema, filter, 'the filter');
  const { limit, cursor, sort = usualSort(wanted) } = parseWith(pageSchema, page, 'the page');
  const text = nameKey(wanted.text ?? '');
  // One more than asked for tells whether there is a next page.
  const search = { filter: wanted, limit: limit + 1, cursor };
  const { statement, placeOf } =
    text === '' ? bySort({ ...search, sort }, store.dialect ?? 'sqlite') : byName({ ...search, text });
  const rows = await store.read(() => rowsOf(statement));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(readDossier),
    ...(rows.length > limit && last && { next: placeOf(last) }),
  };
}

/** Whoever asks for a stretch of openings wants to see them in that order. */
const usualSort = ({ openedFrom, openedUntil, updatedFrom, updatedUntil }: ParsedCaseFilter): CaseSort => {
  const isOfOpenings = openedFrom !== undefined || openedUntil !== undefined;
  const isOfChanges = updatedFrom !== undefined || updatedUntil !== undefined;
  return { by: isOfOpenings && !isOfChanges ? 'opening' : 'change', direction: 'desc' };
};

interface Search {
  /** Finds the page in an index first, and only then fetches its dossiers, which are long. */
  readonly statement: Statement;
  /** The cursor behind a row. */
  readonly placeOf: (row: Row) => string;
}

interface Asked {
  readonly filter: ParsedCaseFilter;
  readonly limit: number;
  readonly cursor: string | undefined;
}

function bySort({ filter, limit, cursor, sort }: Asked & { readonly sort: CaseSort }, dialect: Dialect): Search {
  const after = cursor === undefined ? undefined : readPlace(sort, cursor);
  const walk = caseWalk({ filter, sort, after, limit }, dialect);
  return {
    statement: sql`
      SELECT found.id, found.at, c.dossier FROM (${walk}) found JOIN cases c ON c.id = found.id
      ORDER BY ${inOrder(sort, sql`found.at`, sql`found.id`)}`,
    placeOf: (row) => writePlace(sort, row),
  };
}

function byName({ filter, limit, cursor, text }: Asked & { readonly text: string }): Search {
  const after = cursor === undefined ? undefined : readNamePlace(cursor);
  const walk = nameWalk({ filter, text, after, limit });
  return {
    statement: sql`
      SELECT found.whole, found.name, found.id, c.dossier FROM (${walk}) found JOIN cases c ON c.id = found.id
      ORDER BY found.whole DESC, found.name DESC, found.id DESC`,
    placeOf: writeNamePlace,
  };
}
