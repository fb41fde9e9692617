export type StoreName = 'SQLite' | 'PostgreSQL';

/**
 * The store of the running jest project: `postgres` sets the global, every other project tests the embedded ledger.
 * `Ledgers` opens its ledgers there.
 */
export const storeUnderTest = (): StoreName =>
  Reflect.get(globalThis, 'ledgerStore') === 'PostgreSQL' ? 'PostgreSQL' : 'SQLite';

/**
 * A suite that holds for every store: the project `unit` runs it on SQLite, and the project `postgres` imports the
 * same file and runs it on PostgreSQL. `tests/postgres/suites` names the files; a test there finds one that is missing.
 */
export function describeEachStore(name: string, suite: () => void): void {
  describe(`${name} on ${storeUnderTest()}`, suite);
}
