import type { LedgerLocation } from './location';
import { loadPostgresCheck } from './load-stores';
import { openLedgerAt } from './open-ledger-at';

/** A person waits for the answer. */
const PATIENCE_MS = 5000;

/**
 * Finds out whether a ledger can be opened at a location, and worked with. On PostgreSQL nothing is changed; an embedded
 * ledger is created where it is missing, as its first use would.
 * @throws ReturnsError that says what is wrong and what to do
 */
export async function checkLedger(location: LedgerLocation): Promise<void> {
  if (location.kind === 'postgres') {
    await loadPostgresCheck().checkPostgres(location, PATIENCE_MS);
    return;
  }
  const ledger = await openLedgerAt(location, { patienceMs: PATIENCE_MS });
  await ledger.close();
}
