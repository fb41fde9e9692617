import type { Pool } from 'pg';
import { composeLedger, type LedgerOptions } from '../compose-ledger';
import type { Ledger } from '../ledger';
import type { PostgresLocation } from '../location';
import { connectAlone } from './connect-alone';
import { DEFAULT_SCHEMA } from './connection-config';
import { createPool, startSession } from './create-pool';
import { migrate } from './migrate';
import { createPostgresStore } from './postgres-store';
import { retryWhileAway } from './retry-while-away';
import { createServerClock } from './server-clock';

export interface PostgresLedgerOptions extends LedgerOptions {
  readonly location: PostgresLocation;
  /** How long to wait while the server is away, or all connections are in use; 10 seconds unless told. */
  readonly patienceMs?: number;
  /** How many connections this process takes at most, besides one to listen on; 10 unless told. */
  readonly poolSize?: number;
}

const PATIENCE_MS = 10_000;
const POOL_SIZE = 10;

/**
 * Opens a ledger in a schema of a PostgreSQL database, which is created when it is missing. Its clock is that of the
 * server, unless told otherwise.
 * @throws ReturnsError `storage_failed`
 */
export async function openPostgresLedger(options: PostgresLedgerOptions): Promise<Ledger> {
  const { location, patienceMs = PATIENCE_MS, poolSize = POOL_SIZE } = options;
  const schema = location.schema ?? DEFAULT_SCHEMA;
  const clock = createServerClock();
  const session = { schema, clock, patienceMs };
  const pool = await createPool(location, { patienceMs, poolSize, clock });
  try {
    await retryWhileAway(patienceMs, () => migrateWith(pool, schema));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const store = createPostgresStore({
    pool,
    schema,
    patienceMs,
    prepare: async (client) => {
      if (clock.isDoubtful()) await startSession(client, session);
    },
    connect: async () => {
      const client = await connectAlone(location, patienceMs);
      await startSession(client, session);
      return client;
    },
  });
  return composeLedger(store, { ...options, clock: options.clock ?? clock.now });
}

async function migrateWith(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect();
  try {
    await migrate(client, schema);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
