import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { insertion, updating, type Columns, type RawStore, type ReadRows } from './recording';

const place = (): string => '?';

/**
 * The peer on SQLite: prepared statements of node:sqlite. The file is opened as the ledger opens it, with a write-ahead
 * log, foreign keys, and commits that wait for the disk.
 */
export function openRawSqlite(file: string): RawStore {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY');
  const prepared = new Map<string, StatementSync>();
  const run = (text: string, values: readonly Columns[string][]): void => {
    const statement = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, statement);
    statement.run(...values);
  };
  const insert = (table: string, row: Columns): void => {
    run(insertion(table, row, place), Object.values(row));
  };
  return {
    insert(opened) {
      run('BEGIN IMMEDIATE', []);
      for (const { cases, events } of opened) {
        insert('cases', cases);
        insert('events', events);
      }
      run('COMMIT', []);
      return Promise.resolve();
    },
    write({ caseId, event, change }) {
      run('BEGIN IMMEDIATE', []);
      insert('events', event);
      run(updating(change, place), [...Object.values(change), caseId]);
      run('COMMIT', []);
      return Promise.resolve();
    },
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

/** Reads what a ledger has written into its file. */
export function readerOfSqlite(file: string): { readonly read: ReadRows; close(): void } {
  const database = new DatabaseSync(file, { readOnly: true });
  const cases = database.prepare('SELECT * FROM cases WHERE id = ?');
  const events = database.prepare('SELECT * FROM events WHERE case_id = ? ORDER BY version DESC LIMIT 1');
  return {
    read(id) {
      const { seq: _, ...event } = { ...events.get(id) };
      return Promise.resolve({ cases: { ...cases.get(id) }, events: event });
    },
    close() {
      database.close();
    },
  };
}
