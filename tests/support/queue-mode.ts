import { startPostgres, type PostgresServer } from './postgres-server';
import { startRedis, type RedisServer } from './redis-server';

/** What an n8n in queue mode needs beside itself. */
export interface QueueServices {
  /** For the server and every worker of n8n: its own database, its queue, and the ledger. */
  readonly env: Readonly<Record<string, string>>;
  readonly postgres: PostgresServer;
  stop(): Promise<void>;
}

interface Places {
  readonly postgres: Pick<PostgresServer, 'location' | 'url'>;
  readonly redis: Pick<RedisServer, 'host' | 'port'>;
}

/** The compose file of the guide sets the same variables. */
export const queueEnvironment = ({ postgres, redis }: Places): Readonly<Record<string, string>> => ({
  EXECUTIONS_MODE: 'queue',
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: postgres.location.host,
  DB_POSTGRESDB_PORT: String(postgres.location.port),
  DB_POSTGRESDB_DATABASE: N8N_DATABASE,
  DB_POSTGRESDB_USER: postgres.location.user,
  DB_POSTGRESDB_PASSWORD: postgres.location.password,
  QUEUE_BULL_REDIS_HOST: redis.host,
  QUEUE_BULL_REDIS_PORT: String(redis.port),
  // So that n8n finds a run that ended while it was not listening: by itself it would wait for it for ever.
  N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
  N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
  // Files do not reach another machine: n8n keeps labels and slips in its database instead.
  N8N_DEFAULT_BINARY_DATA_MODE: 'database',
  N8N_RETURNS_LEDGER_URL: postgres.url,
});

const N8N_DATABASE = 'n8n';

/** Starts a PostgreSQL with a database for n8n beside the one of the ledger, and a Redis for n8n's queue. */
export async function startQueueServices(): Promise<QueueServices> {
  const postgres = await startPostgres();
  const redis = await startRedis();
  await postgres.psql(`CREATE DATABASE ${N8N_DATABASE} OWNER ${postgres.location.user}`, 'postgres');
  return {
    postgres,
    env: queueEnvironment({ postgres, redis }),
    async stop() {
      await redis.stop();
      await postgres.stop();
    },
  };
}
