import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Row, Work } from '../sql';
import type { Store } from '../store';
import { createAnnounce } from './announce';
import { quoted } from './connection-config';
import { inTransaction, type Transaction } from './in-transaction';
import { appendingLock } from './locks';
import { AnswersLost, type Doubt } from './open-transaction';
import { answerLost, hasCommitted } from './outcome';
import { createQueries } from './queries';
import { retryWhileAway } from './retry-while-away';
import { runWork } from './run-work';
import { answersOf, sendEach } from './send';
import { createSettled } from './settled';
import { isAway, SessionLost } from './storage-error';
import { watchLog, type WatchOptions } from './watch-log';

export interface PostgresStoreOptions {
  readonly pool: Pool;
  readonly schema: string;
  /** How long to wait while the server is away. */
  readonly patienceMs: number;
  /** Called with a connection before work is begun on it. */
  readonly prepare: (client: PoolClient) => Promise<void>;
  /** Opens a connection to listen on. */
  readonly connect: WatchOptions['connect'];
}

/** The ledger's statements on a pool of connections: transactions of all processes run beside each other. */
export function createPostgresStore({ pool, schema, patienceMs, prepare, connect }: PostgresStoreOptions): Store {
  const toQuery = createQueries();
  const lock = appendingLock(schema);
  const self = randomUUID();
  const channel = `returns_${lock[1] >>> 0}`;

  const withClient = async <T>(
    act: (client: PoolClient) => Promise<T>,
    isBroken: (result: T) => boolean = () => false,
  ): Promise<T> => {
    const client = await pool.connect();
    try {
      await prepare(client);
      const result = await act(client);
      client.release(isBroken(result));
      return result;
    } catch (error) {
      client.release(!(await isClean(client, error)));
      throw error;
    }
  };
  const patiently = <T>(act: (client: PoolClient) => Promise<T>): Promise<T> =>
    retryWhileAway(patienceMs, () => withClient(act));
  const ask = (text: string, values: readonly unknown[]): Promise<readonly Row[]> =>
    patiently(async (client) => (await client.query<Row>(text, [...values])).rows);

  const announce = createAnnounce(() => pool.query('SELECT pg_notify($1, $2)', [channel, self]));

  const hasHappened = ({ transactionId }: Doubt): Promise<boolean> => hasCommitted(ask, transactionId, patienceMs);
  const transact = async <T>(work: () => Work<T>): Promise<Transaction<T>> => {
    try {
      const transaction = await withClient(
        (client) => inTransaction(client, work(), toQuery, { lock, path: quoted(schema) }),
        ({ doubt }) => doubt !== undefined,
      );
      const { doubt } = transaction;
      if (doubt && !(await hasHappened(doubt))) throw doubt.error;
      return transaction;
    } catch (error) {
      if (!(error instanceof AnswersLost)) throw error;
      throw (await hasHappened(error.doubt)) ? answerLost() : error.doubt.error;
    }
  };

  return {
    dialect: 'postgres',
    read: (work) =>
      patiently((client) =>
        runWork(work(), async (statements) => {
          const queries = statements.map((statement) => toQuery(statement, false));
          return answersOf(await sendEach(client, queries));
        }),
      ),
    async write(work) {
      const { result, hasNews } = await retryWhileAway(patienceMs, () => transact(work));
      if (hasNews) announce();
      return result;
    },
    settled: createSettled(ask, lock),
    watch: (changed) => watchLog({ connect, channel, self, changed }),
    async close() {
      if (!pool.ending) await pool.end();
    },
  };
}

/** Whether the connection can be used again; a transaction that failed on it is rolled back first. */
async function isClean(client: PoolClient, error: unknown): Promise<boolean> {
  if (isAway(error) || error instanceof SessionLost) return false;
  if (client.getTransactionStatus() === 'I') return true;
  try {
    await client.query('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}
