import type { Client } from 'pg';
import { ReturnsError } from '../../returns';
import type { PostgresLocation } from '../location';
import { integerOf, type Row } from '../sql';
import { connectAlone } from './connect-alone';
import { DEFAULT_SCHEMA } from './connection-config';
import { ensureSupported, mayNotCreate, notOurs, versionOf } from './migrate';
import { storageError } from './storage-error';

/**
 * Connects, and checks version and rights; changes nothing.
 * @throws ReturnsError
 */
export async function checkPostgres(location: PostgresLocation, patienceMs: number): Promise<void> {
  try {
    const client = await connectAlone(location, patienceMs);
    try {
      await checkWith(client, location.schema ?? DEFAULT_SCHEMA);
    } finally {
      await client.end();
    }
  } catch (error) {
    throw storageError(error);
  }
}

async function checkWith(client: Client, schema: string): Promise<void> {
  await ensureSupported(client);
  const { rows } = await client.query<Row>(
    `SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS "readOnly",
      has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchema",
      (SELECT has_schema_privilege(oid, 'USAGE') AND has_schema_privilege(oid, 'CREATE')
        FROM pg_namespace WHERE nspname = $1) AS "mayUseSchema"`,
    [schema],
  );
  const found = rows[0] ?? {};
  if (found['readOnly'] === true) throw readOnly();
  if (found['mayUseSchema'] === null) {
    if (found['mayCreateSchema'] !== true) throw mayNotCreate(schema);
    return;
  }
  if (found['mayUseSchema'] !== true) throw notAllowed(`the schema "${schema}"`);
  await checkTables(client, schema);
}

async function checkTables(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<Row>(
    `SELECT COUNT(*) AS tables, COUNT(*) FILTER (WHERE relname = 'returns_ledger') AS markers,
      COUNT(*) FILTER (WHERE NOT (has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
        AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE'))) AS forbidden
    FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1)`,
    [schema],
  );
  const found = rows[0] ?? {};
  if (integerOf(found, 'tables') === 0) return;
  if (integerOf(found, 'markers') === 0) throw notOurs(schema);
  if (integerOf(found, 'forbidden') > 0) throw notAllowed(`tables in the schema "${schema}"`);
  await versionOf(client, schema);
}

const readOnly = (): ReturnsError =>
  new ReturnsError('storage_failed', 'This PostgreSQL takes no changes: it is a standby, or was made read-only', {
    description: 'Give the address of the primary server, or let the database take changes again.',
  });

const notAllowed = (what: string): ReturnsError =>
  new ReturnsError('storage_failed', `The user of the ledger may not use ${what}`, {
    description: 'Let this user own the schema of the ledger and the tables in it: ALTER SCHEMA … OWNER TO …',
  });
