import { instantIn, instantNow, type LedgerContext } from './context';
import { execute, listSql, rowsOfEach, sql } from './sql';
import { callNext, holdConsumer } from './turns';
import { write } from './write';

/**
 * Keeps a claim alive while its run goes on. Does nothing for events that another process has taken over since: their
 * claim is not ours to keep.
 */
export async function extend(
  context: LedgerContext,
  consumer: string,
  seqs: readonly number[],
  leaseMs: number,
): Promise<void> {
  if (seqs.length === 0) return;
  await write(context, () =>
    execute(sql`
      UPDATE deliveries SET due_at = ${instantIn(context, leaseMs)}
      WHERE consumer = ${consumer} AND status = 'claimed' AND owner = ${context.owner} AND seq IN (${listSql(seqs)})`),
  );
}

/** Whoever has done the work may say so, also after losing the claim: it need not be done again. */
export async function acknowledge(context: LedgerContext, consumer: string, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return;
  await write(context, () =>
    rowsOfEach([
      holdConsumer(consumer),
      sql`DELETE FROM deliveries WHERE consumer = ${consumer} AND seq IN (${listSql(seqs)})`,
      callNext(context, consumer, seqs),
    ]),
  );
}

/**
 * Gives events back, for another try in `retryInMs` or, when that is undefined, as dead letters. Does nothing for events
 * that another process has taken over since.
 */
export async function reject(
  context: LedgerContext,
  consumer: string,
  seqs: readonly number[],
  error: string,
  retryInMs: number | undefined,
  attempts?: number,
): Promise<void> {
  if (seqs.length === 0) return;
  const isDead = retryInMs === undefined;
  const counted = attempts === undefined ? sql`attempts` : sql`${attempts}`;
  await write(context, () =>
    rowsOfEach([
      holdConsumer(consumer),
      sql`
        UPDATE deliveries SET status = ${isDead ? 'dead' : 'waiting'}, due_at = ${instantIn(context, retryInMs ?? 0)},
          error = ${error.slice(0, 2000)}, attempts = ${counted}
        WHERE consumer = ${consumer} AND status = 'claimed' AND owner = ${context.owner} AND seq IN (${listSql(seqs)})`,
      ...(isDead ? [callNext(context, consumer, seqs)] : []),
    ]),
  );
}

/** Gives events back that nobody has worked: their turn does not count, and they can be claimed at once. */
export async function release(context: LedgerContext, consumer: string, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return;
  await write(context, () =>
    execute(sql`
      UPDATE deliveries SET status = 'waiting', attempts = attempts - 1, due_at = ${instantNow(context)}
      WHERE consumer = ${consumer} AND status = 'claimed' AND owner = ${context.owner} AND seq IN (${listSql(seqs)})`),
  );
  context.appended.tell();
}
