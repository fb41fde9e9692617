import type { QueryConfig } from 'pg';
import type { Care, Statement } from '../sql';

/** A statement of the ledger as PostgreSQL takes it. */
export type ToQuery = (statement: Statement, isWriting: boolean) => QueryConfig<unknown[]>;

/** Texts differ by the number of values in their lists; a text with many of them hardly comes again. */
const MOST_VALUES = 24;
/** The server keeps every named statement in the memory of every connection. */
const MOST_NAMES = 200;
/** How these are best done depends on how much there is: they are planned anew each time. */
const PLANNED_ANEW = /\b(JOIN|EXISTS|DISTINCT|ORDER BY|GROUP BY)\b/;

/** The rows are read to be changed, but their keys stay: foreign keys may go on pointing at them. */
const clauses: Readonly<Record<Care, string>> = {
  hold: ' FOR NO KEY UPDATE',
  'hold free': ' FOR NO KEY UPDATE SKIP LOCKED',
  append: '',
  tell: '',
};

/**
 * Writes `?` as `$1`, `$2` … and names the statement, so that the server parses and plans it once per connection. Rows
 * are held in a transaction only: without one they would be let go of at once.
 */
export function createQueries(): ToQuery {
  const texts = new Map<string, string>();
  const names = new Map<string, string>();

  const textOf = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    let count = 0;
    const numbered = text.replaceAll('?', () => `$${(count += 1)}`);
    if (count <= MOST_VALUES) texts.set(text, numbered);
    return numbered;
  };
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMES) return known;
    const name = `returns_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  return ({ text, values, care }, isWriting) => {
    const numbered = textOf(text) + (isWriting && care ? clauses[care] : '');
    const isSimple = values.length <= MOST_VALUES && !PLANNED_ANEW.test(numbered);
    const name = isSimple ? nameOf(numbered) : undefined;
    return { text: numbered, values: [...values], ...(name !== undefined && { name }) };
  };
}
