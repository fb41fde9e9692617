import { createRequire } from 'node:module';

type Sqlite = Pick<typeof import('./sqlite/open-sqlite-ledger'), 'openSqliteLedger'>;
type Postgres = Pick<typeof import('./postgres/open-postgres-ledger'), 'openPostgresLedger'>;
type PostgresCheck = Pick<typeof import('./postgres/check-postgres'), 'checkPostgres'>;

const load = createRequire(__filename);

const has = <Name extends string>(loaded: unknown, name: Name): loaded is Record<Name, unknown> =>
  typeof loaded === 'object' && loaded !== null && name in loaded;

const isSqlite = (loaded: unknown): loaded is Sqlite => has(loaded, 'openSqliteLedger');
const isPostgres = (loaded: unknown): loaded is Postgres => has(loaded, 'openPostgresLedger');
const isPostgresCheck = (loaded: unknown): loaded is PostgresCheck => has(loaded, 'checkPostgres');

/**
 * The stores are loaded when one is opened: n8n loads every node at start, and opens one store at most. Not by `import()`,
 * whose cache outlives an update of the package in a running n8n.
 */
export function loadSqlite(): Sqlite {
  const loaded: unknown = load('./sqlite/open-sqlite-ledger');
  if (isSqlite(loaded)) return loaded;
  throw incomplete();
}

export function loadPostgres(): Postgres {
  const loaded: unknown = load('./postgres/open-postgres-ledger');
  if (isPostgres(loaded)) return loaded;
  throw incomplete();
}

export function loadPostgresCheck(): PostgresCheck {
  const loaded: unknown = load('./postgres/check-postgres');
  if (isPostgresCheck(loaded)) return loaded;
  throw incomplete();
}

const incomplete = (): Error => new Error('A store of the ledger is incomplete');
