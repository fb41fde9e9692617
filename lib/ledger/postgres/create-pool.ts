import type { ClientBase, Pool, PoolConfig } from 'pg';
import { integerOf, type Row } from '../sql';
import type { PostgresLocation } from '../location';
import { beginSession, connectionConfig, DEFAULT_SCHEMA } from './connection-config';
import type { ServerClock } from './server-clock';

const IDLE_MS = 60_000;
/** Also what bounds the age of a sample of the server's clock. */
const LIFETIME_S = 600;

export interface PoolOptions {
  /** How long to wait for a connection. */
  readonly patienceMs: number;
  /** How many connections this process takes at most, besides one to listen on. */
  readonly poolSize: number;
  readonly clock: ServerClock;
}

/** The connections of one process; each of them begins as `beginSession` says. */
export async function createPool(location: PostgresLocation, options: PoolOptions): Promise<Pool> {
  const { patienceMs, poolSize, clock } = options;
  const schema = location.schema ?? DEFAULT_SCHEMA;
  const config: PoolConfig = {
    ...(await connectionConfig(location, patienceMs)),
    max: poolSize,
    idleTimeoutMillis: IDLE_MS,
    maxLifetimeSeconds: LIFETIME_S,
    allowExitOnIdle: true,
    verify: (client, done) => {
      startSession(client, { schema, clock, patienceMs }).then(() => {
        done();
      }, done);
    },
  };
  // On first use: n8n loads every node at start, and few of them ever open a ledger.
  const { Pool } = await import('pg');
  const pool = new Pool(config);
  // A connection broke: whoever uses it is told by what they wait for, an idle one the pool has dropped. An event that
  // nobody listens to would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}

export interface SessionOptions {
  readonly schema: string;
  readonly clock: ServerClock;
  /** How long to wait: a pooler answers for the server, and then lets the first statement wait for a connection. */
  readonly patienceMs: number;
}

export async function startSession(client: ClientBase, { schema, clock, patienceMs }: SessionOptions): Promise<void> {
  const askedAt = performance.now();
  const query = { ...beginSession(schema), query_timeout: patienceMs };
  const { rows } = await client.query<Row>(query);
  clock.set(integerOf(rows[0] ?? {}, 'now'), askedAt);
}
