import type { ClientBase } from 'pg';
import { ReturnsError } from '../../returns';
import { integerOf, type Row } from '../sql';
import { quoted } from './connection-config';
import { migratingLock } from './locks';
import { migrations } from './migrations';
import { sqlStateOf } from './storage-error';

const UNDEFINED_TABLE = '42P01';
const FORBIDDEN = '42501';

const OLDEST_SERVER = 130_000;

/** A large ledger takes its time. */
const MIGRATION_TIMEOUT_MS = 3_600_000;

/**
 * Brings the schema to the version that this program knows; forward only, all of it or nothing. Under a lock, so that of
 * several processes that start at once one migrates and the others find it done.
 * @throws ReturnsError `storage_failed` when the schema is of a newer program, or of another one
 */
export async function migrate(client: ClientBase, schema: string): Promise<void> {
  if ((await versionOf(client, schema)) === migrations.length) return;
  await ensureSupported(client);
  await client.query('BEGIN');
  try {
    // The schema once more: behind a pooler the session may be another one than that which was told of it.
    await client.query(`
      SET LOCAL search_path TO ${quoted(schema)}; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s'`);
    await client.query({ ...long, text: 'SELECT pg_advisory_xact_lock($1, $2)', values: [...migratingLock(schema)] });
    await createSchema(client, schema);
    const version = await beginFrom(client, schema);
    for (const migration of migrations.slice(version)) await client.query({ ...long, text: migration });
    await client.query('UPDATE returns_ledger SET version = $1', [migrations.length]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const long = { query_timeout: MIGRATION_TIMEOUT_MS };

/**
 * Undefined where there is no ledger yet.
 * @throws ReturnsError `storage_failed` when a newer program has written it
 */
export async function versionOf(client: ClientBase, schema: string): Promise<number | undefined> {
  try {
    const { rows } = await client.query<Row>(`SELECT version FROM ${quoted(schema)}.returns_ledger`);
    return ensureKnown(integerOf(rows[0] ?? {}, 'version'));
  } catch (error) {
    if (sqlStateOf(error) === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

/**
 * `pg_xact_status` and 64-bit transaction numbers came with PostgreSQL 13.
 * @throws ReturnsError `storage_failed`
 */
export async function ensureSupported(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Row>(`SELECT current_setting('server_version_num') AS version`);
  const version = integerOf(rows[0] ?? {}, 'version');
  if (version >= OLDEST_SERVER) return;
  throw new ReturnsError('storage_failed', `This PostgreSQL is too old: version ${Math.floor(version / 10_000)}`, {
    description: 'The returns ledger needs PostgreSQL 13 or newer.',
  });
}

/** Only when it is missing: IF NOT EXISTS asks for the right to create one even then. */
async function createSchema(client: ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query<Row>('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rows.length > 0) return;
  try {
    await client.query(`CREATE SCHEMA ${quoted(schema)}`);
  } catch (error) {
    throw sqlStateOf(error) === FORBIDDEN ? mayNotCreate(schema) : error;
  }
}

async function beginFrom(client: ClientBase, schema: string): Promise<number> {
  const { rows } = await client.query<Row>(
    `SELECT relname, to_regclass($1 || '.returns_ledger') IS NOT NULL AS ours
    FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $2) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    LIMIT 1`,
    [quoted(schema), schema],
  );
  const [table] = rows;
  if (table?.['ours'] === true) return (await versionOf(client, schema)) ?? 0;
  if (table) throw notOurs(schema);
  await client.query(`
    CREATE TABLE returns_ledger (version INTEGER NOT NULL);
    COMMENT ON TABLE returns_ledger IS 'Marks this schema as a ledger of n8n-nodes-returns, which alone may change it';
    INSERT INTO returns_ledger (version) VALUES (0)`);
  return 0;
}

function ensureKnown(version: number): number {
  if (version <= migrations.length) return version;
  throw new ReturnsError(
    'storage_failed',
    `The ledger has schema ${version}, but this version of n8n-nodes-returns knows only ${migrations.length}`,
    {
      description:
        'Update n8n-nodes-returns on every n8n that uses this ledger, then restart n8n. Nothing was changed.',
      context: { schema: version, known: migrations.length },
    },
  );
}

export const notOurs = (schema: string): ReturnsError =>
  new ReturnsError('storage_failed', `The schema "${schema}" holds tables of another program`, {
    description: 'Give the ledger a schema of its own, one that does not exist yet. Nothing was changed.',
  });

export const mayNotCreate = (schema: string): ReturnsError =>
  new ReturnsError('storage_failed', `The user of the ledger may not create the schema "${schema}"`, {
    description: `Let an administrator run: CREATE SCHEMA ${quoted(schema)} AUTHORIZATION … with the name of this user.`,
  });
