import type { DatabaseSync } from 'node:sqlite';
import { ReturnsError } from '../../returns';
import { integerOf } from '../sql';
import { inTransaction } from './in-transaction';
import { migrations } from './migrations';

/** Marks a file as a returns ledger; "RETL" in ASCII. Source: SQLite's PRAGMA application_id. */
const APPLICATION_ID = 0x5245544c;

/**
 * Brings the schema to the version that this program knows; forward only. Under the write lock, so that of several
 * processes that start at once one migrates and the others find it done.
 * @throws ReturnsError `storage_failed` when the file is of a newer program, or no ledger at all
 */
export function migrate(database: DatabaseSync): void {
  if (isCurrent(database)) return;
  inTransaction(database, () => {
    const version = pragma(database, 'user_version');
    ensureOurs(database, version);
    ensureKnown(version);
    for (const migration of migrations.slice(version)) database.exec(migration);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
  });
}

const isCurrent = (database: DatabaseSync): boolean =>
  pragma(database, 'application_id') === APPLICATION_ID && pragma(database, 'user_version') === migrations.length;

function ensureOurs(database: DatabaseSync, version: number): void {
  const tables = integerOf(database.prepare('SELECT COUNT(*) AS tables FROM sqlite_schema').get() ?? {}, 'tables');
  const isEmpty = version === 0 && tables === 0;
  if (isEmpty || pragma(database, 'application_id') === APPLICATION_ID) return;
  throw new ReturnsError('storage_failed', 'The ledger file is the database of another program', {
    description: 'Give the ledger a file of its own, one that does not exist yet. Nothing was changed.',
  });
}

function ensureKnown(version: number): void {
  if (version <= migrations.length) return;
  throw new ReturnsError(
    'storage_failed',
    `The ledger file has schema ${version}, but this version of n8n-nodes-returns knows only ${migrations.length}`,
    {
      description:
        'Update n8n-nodes-returns on every n8n that uses this ledger, then restart n8n. Nothing was changed.',
      context: { schema: version, known: migrations.length },
    },
  );
}

const pragma = (database: DatabaseSync, name: string): number =>
  integerOf(database.prepare(`PRAGMA ${name}`).get() ?? {}, name);
