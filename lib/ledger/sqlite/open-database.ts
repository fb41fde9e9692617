import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ReturnsError } from '../../returns';
import { migrate } from './migrate';
import { retryWhileBusy } from './retry-while-busy';

/** How long SQLite itself waits for a lock, stopping the process; see retryWhileBusy. */
const BUSY_TIMEOUT_MS = 100;

/**
 * Opens the ledger file, creating it and its folder where they are missing, and brings its schema up to date.
 * @throws ReturnsError `storage_failed`
 */
export async function openDatabase(file: string, patienceMs: number): Promise<DatabaseSync> {
  createFile(file);
  // On first use: n8n loads every node at start, and few of them ever open a ledger.
  const sqlite = await import('node:sqlite');
  return await retryWhileBusy(patienceMs, () => {
    const database = new sqlite.DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    try {
      configure(database);
      migrate(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** The ledger holds personal data: only the user that runs n8n may read it. SQLite's side files take over the mode. */
function createFile(file: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
    // A file that may only be read is opened all the same, for SQLite to say so when something is written.
    if (code === 'EROFS' || code === 'EACCES') return;
    throw new ReturnsError('storage_failed', 'The ledger file cannot be created', {
      description: 'Check the path of the ledger, and that the user that runs n8n may write there.',
      context: { code },
      cause: error,
    });
  }
}

function configure(database: DatabaseSync): void {
  const mode = database.prepare('PRAGMA journal_mode = WAL').get();
  if (mode?.['journal_mode'] !== 'wal') {
    throw new ReturnsError('storage_failed', 'The disk that holds the ledger does not support its write-ahead log', {
      description: 'Put the ledger on a local disk, not on a network drive.',
    });
  }
  // FULL: a refund that was noted stays noted when the power fails.
  database.exec('PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY');
  // In KiB. The upper pages of the indexes of a large ledger fit, where SQLite's own 2 MB would turn them out.
  database.exec('PRAGMA cache_size = -32000');
  // In pages: the commands of a large ledger touch pages all over the file, and 4000 are written back for less than
  // four times the price of 1000.
  database.exec('PRAGMA wal_autocheckpoint = 4000');
  // What is erased has to be gone from the file; without this, old versions of rows lie about in free space.
  database.exec('PRAGMA secure_delete = ON');
}
