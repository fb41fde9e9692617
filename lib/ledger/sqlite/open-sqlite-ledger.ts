import { composeLedger, type LedgerOptions } from '../compose-ledger';
import type { Ledger } from '../ledger';
import { openDatabase } from './open-database';
import { createSqliteStore } from './sqlite-store';

export interface SqliteLedgerOptions extends LedgerOptions {
  /** Path of the ledger file, on a local disk. Several processes of one host may share it. */
  readonly file: string;
  /** How long to wait while another process writes; 10 seconds unless told. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 10_000;

/**
 * Opens a ledger in a SQLite file, which is created when it is missing.
 * @throws ReturnsError `storage_failed`
 */
export async function openSqliteLedger(options: SqliteLedgerOptions): Promise<Ledger> {
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  const database = await openDatabase(options.file, patienceMs);
  return composeLedger(createSqliteStore(database, patienceMs), options);
}
