import type { PoolClient } from 'pg';
import type { Work } from '../sql';
import type { LockKeys } from './locks';
import { OpenTransaction, type Doubt } from './open-transaction';
import type { ToQuery } from './queries';
import { runWork } from './run-work';

export interface Transaction<T> {
  readonly result: T;
  /** Whether other processes are to look what is new. */
  readonly hasNews: boolean;
  /** The answer to COMMIT was lost: whether all this happened is for another connection to find out. */
  readonly doubt?: Doubt;
}

export interface TransactionOptions {
  readonly lock: LockKeys;
  /** The search path that the session was given: where it has another, it is not our session. */
  readonly path: string;
}

/**
 * Runs work in one transaction, in few round trips: BEGIN travels with the first statements, those whose answer nobody
 * waits for with the next ones, COMMIT with the last ones where the work tells which these are.
 * @throws AnswersLost, SessionLost; whatever else is thrown, nothing has happened, and what was begun is still to be
 * rolled back
 */
export async function inTransaction<T>(
  client: PoolClient,
  work: Work<T>,
  toQuery: ToQuery,
  { lock, path }: TransactionOptions,
): Promise<Transaction<T>> {
  const transaction = new OpenTransaction(client, toQuery, lock, path);
  const result = await runWork(work, (statements) => transaction.ask(statements));
  await transaction.commit();
  const { hasNews, doubt } = transaction;
  return { result, hasNews, ...(doubt && { doubt }) };
}
