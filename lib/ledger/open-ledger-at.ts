import type { LedgerOptions } from './compose-ledger';
import type { Ledger } from './ledger';
import { loadPostgres, loadSqlite } from './load-stores';
import type { LedgerLocation } from './location';

export interface OpenLedgerOptions extends LedgerOptions {
  /** How long to wait for a ledger that is busy or away for a moment; 10 seconds unless told. */
  readonly patienceMs?: number;
  /** How many connections to PostgreSQL this process takes at most, besides one to listen on; 10 unless told. */
  readonly poolSize?: number;
}

/**
 * Opens the ledger at a location, and creates it where it is missing.
 * @throws ReturnsError `storage_failed`
 */
export async function openLedgerAt(location: LedgerLocation, options: OpenLedgerOptions = {}): Promise<Ledger> {
  if (location.kind === 'embedded') return await loadSqlite().openSqliteLedger({ ...options, file: location.file });
  return await loadPostgres().openPostgresLedger({ ...options, location });
}
