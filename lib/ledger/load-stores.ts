import { createRequire } from 'node:module';
import { loadedModule } from '../returns';

type Sqlite = Pick<typeof import('./sqlite/open-sqlite-ledger'), 'openSqliteLedger'>;
type Postgres = Pick<typeof import('./postgres/open-postgres-ledger'), 'openPostgresLedger'>;
type PostgresCheck = Pick<typeof import('./postgres/check-postgres'), 'checkPostgres'>;

/** The stores are loaded when one is opened: of two, a process opens one at most. */
const load = createRequire(__filename);

export const loadSqlite = (): Sqlite => loadedModule(load('./sqlite/open-sqlite-ledger'), 'openSqliteLedger');
export const loadPostgres = (): Postgres => loadedModule(load('./postgres/open-postgres-ledger'), 'openPostgresLedger');
export const loadPostgresCheck = (): PostgresCheck => loadedModule(load('./postgres/check-postgres'), 'checkPostgres');
