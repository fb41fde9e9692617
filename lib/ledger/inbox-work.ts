import { parseWith } from '../returns';
import { instantIn, instantNow, type LedgerContext } from './context';
import { receivedClaimSchema } from './inputs';
import { readJson } from './json';
import type { InboxLoad, Received, ReceivedClaim } from './ledger';
import { execute, firstRow, integerOf, listSql, rowsOf, sql, textOf, type Row, type Work } from './sql';
import { write } from './write';

/** Hands over what was received and no other live claim holds, oldest first. */
export async function claimReceived(context: LedgerContext, claim: ReceivedClaim): Promise<readonly Received[]> {
  const wanted = parseWith(receivedClaimSchema, claim, 'the claim');
  // Most calls find nothing: they should not queue for the write lock.
  if (await context.store.read(() => isEmpty(wanted.source))) return [];
  return write(context, () => claimDue(context, wanted));
}

function* isEmpty(source: string): Work<boolean> {
  const row = yield* firstRow(sql`
    SELECT source FROM inbox_work WHERE source = ${source} AND status <> 'dead' LIMIT 1`);
  return row === undefined;
}

function* claimDue(context: LedgerContext, { source, limit, leaseMs }: ReceivedClaim): Work<readonly Received[]> {
  const now = instantNow(context);
  yield* endDeadLeases(context, source, now);
  // Looked at again where it is changed: of two processes that want the same, one finds that it is no longer due.
  const rows = yield* rowsOf(sql`
    UPDATE inbox_work SET status = 'claimed', attempts = attempts + 1, owner = ${context.owner},
      due_at = ${instantIn(context, leaseMs)}
    WHERE source = ${source} AND status <> 'dead' AND due_at <= ${now} AND delivery_id IN (
      SELECT delivery_id FROM inbox_work WHERE source = ${source} AND status <> 'dead' AND due_at <= ${now}
      ORDER BY received_at, delivery_id LIMIT ${limit})
    RETURNING delivery_id, received_at, news, attempts`);
  return rows.map(readReceived).toSorted((left, right) => (left.receivedAt < right.receivedAt ? -1 : 1));
}

/** Ends the leases of processes that are certainly dead, as if they had run out. */
function* endDeadLeases({ isDead }: LedgerContext, source: string, now: string): Work<void> {
  const rows = yield* rowsOf(sql`
    SELECT DISTINCT owner FROM inbox_work WHERE source = ${source} AND status = 'claimed'`);
  const dead = rows.map((row) => textOf(row, 'owner')).filter((owner) => isDead(owner));
  if (dead.length === 0) return;
  yield* execute(sql`
    UPDATE inbox_work SET due_at = ${now}
    WHERE source = ${source} AND status = 'claimed' AND owner IN (${listSql(dead)})`);
}

const readReceived = (row: Row): Received => ({
  deliveryId: textOf(row, 'delivery_id'),
  receivedAt: textOf(row, 'received_at'),
  news: readJson(textOf(row, 'news')),
  attempt: integerOf(row, 'attempts'),
});

/** Does nothing for a delivery that another process has taken over since. */
export async function extendReceived(
  context: LedgerContext,
  source: string,
  deliveryId: string,
  leaseMs: number,
): Promise<void> {
  await write(context, () =>
    execute(sql`
      UPDATE inbox_work SET due_at = ${instantIn(context, leaseMs)}
      WHERE source = ${source} AND delivery_id = ${deliveryId} AND status = 'claimed' AND owner = ${context.owner}`),
  );
}

/** Whoever has done the work may say so, also after losing the claim. What was delivered is forgotten with it. */
export async function finishReceived(context: LedgerContext, source: string, deliveryId: string): Promise<void> {
  await write(context, () =>
    execute(sql`DELETE FROM inbox_work WHERE source = ${source} AND delivery_id = ${deliveryId}`),
  );
}

/** Gives a delivery back, for another try or for good. Does nothing for one that another process has taken over since. */
export async function rejectReceived(
  context: LedgerContext,
  source: string,
  deliveryId: string,
  error: string,
  retryInMs: number | undefined,
): Promise<void> {
  const status = retryInMs === undefined ? 'dead' : 'waiting';
  await write(context, () =>
    execute(sql`
      UPDATE inbox_work SET status = ${status}, due_at = ${instantIn(context, retryInMs ?? 0)},
        error = ${error.slice(0, 2000)}
      WHERE source = ${source} AND delivery_id = ${deliveryId} AND status = 'claimed' AND owner = ${context.owner}`),
  );
}

/** What each source has left to be worked, and what was given up; sources with nothing of either are left out. */
export async function inboxLoads({ store }: LedgerContext): Promise<readonly InboxLoad[]> {
  const rows = await store.read(() =>
    rowsOf(sql`
      SELECT source, status, COUNT(*) AS deliveries FROM inbox_work GROUP BY source, status ORDER BY source`),
  );
  const sources = [...new Set(rows.map((row) => textOf(row, 'source')))];
  return sources.map((source) => {
    const count = (status: string): number => {
      const row = rows.find((each) => each['source'] === source && each['status'] === status);
      return row ? integerOf(row, 'deliveries') : 0;
    };
    return { source, inFlight: count('claimed'), waiting: count('waiting'), dead: count('dead') };
  });
}
