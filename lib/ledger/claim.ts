import { parseWith } from '../returns';
import { claimFresh } from './claim-fresh';
import { findStretch, type Stretch } from './claim-stretch';
import { placeOf } from './consumer-place';
import { instantIn, type LedgerContext } from './context';
import { endDeadLeases } from './dead-claims';
import { findDue } from './due';
import { deliveryColumns, eventConditions, readDelivery } from './event-rows';
import { claimSchema, type ParsedClaim } from './inputs';
import type { ClaimOptions, Delivery } from './ledger';
import { allOf, execute, listSql, rowsOf, rowsOfEach, sql, type Work } from './sql';
import { callForgotten, callNext } from './turns';
import { write } from './write';

/**
 * Hands over the next events to a consumer. Its cursor says how far it has read the log; only what is in flight, waits
 * or is dead has a row of its own, so that a long log costs nothing.
 *
 * At most one event of a case is out at a time, and none while an earlier one waits for its retry: that keeps each
 * case in order, whatever becomes of the batch. What a dead process has left comes alone: it may be what killed the
 * process, and must not take others with it for every attempt that it is given. The filter of this call holds, also for
 * events that come again.
 *
 * The cursor must not pass a place in the log that is still to be filled: an event that becomes visible behind it
 * would never be handed over. So no claim reads further than what the store calls settled.
 */
export async function claim(context: LedgerContext, options: ClaimOptions): Promise<readonly Delivery[]> {
  const wanted = parseWith(claimSchema, options, 'the claim');
  for (;;) {
    // Most calls find nothing new: they should not queue for the write lock.
    const stretch = await findStretch(context, wanted);
    if (stretch === undefined) return [];
    const { deliveries, more } = await write(context, () => claimBatch(context, wanted, stretch));
    context.claims.greet(wanted.consumer);
    if (deliveries.length > 0 || !more) return deliveries;
    await new Promise(setImmediate);
  }
}

interface Batch {
  readonly deliveries: readonly Delivery[];
  /** Whether the log goes on beyond what this batch looked at. */
  readonly more: boolean;
}

function* claimBatch(context: LedgerContext, wanted: ParsedClaim, { from, until }: Stretch): Work<Batch> {
  const cursor = Math.max(from, yield* placeOf(context, wanted, until));
  if (context.claims.isNew(wanted.consumer)) yield* execute(callForgotten(context, wanted.consumer));
  yield* endDeadLeases(context, wanted.consumer);
  const due = yield* findDue(context, wanted, wanted.limit);
  const left = due.find(({ wasLeft }) => wasLeft);
  const again = (left ? [left] : due).map(({ seq }) => seq);
  yield* claimAgain(context, wanted, again);
  const room = left ? 0 : wanted.limit - again.length;
  const fresh = room > 0 ? yield* claimFresh(context, wanted, { cursor, until, room }) : { seqs: [], more: true };
  const deliveries = yield* deliver(wanted, [...again, ...fresh.seqs]);
  // Events whose filter no longer wants them are done with, or they would hold up their case for good.
  const unwanted = again.filter((seq) => !deliveries.some(({ event }) => event.seq === seq));
  if (unwanted.length > 0) {
    yield* rowsOfEach([
      sql`DELETE FROM deliveries WHERE consumer = ${wanted.consumer} AND seq IN (${listSql(unwanted)})`,
      callNext(context, wanted.consumer, unwanted),
    ]);
  }
  return { deliveries, more: fresh.more || unwanted.length > 0 };
}

function* claimAgain(context: LedgerContext, { consumer, leaseMs }: ParsedClaim, seqs: readonly number[]): Work<void> {
  if (seqs.length === 0) return;
  yield* execute(sql`
    UPDATE deliveries SET status = 'claimed', attempts = attempts + 1, owner = ${context.owner},
      due_at = ${instantIn(context, leaseMs)}
    WHERE consumer = ${consumer} AND seq IN (${listSql(seqs)})`);
}

function* deliver({ consumer, filter }: ParsedClaim, seqs: readonly number[]): Work<readonly Delivery[]> {
  if (seqs.length === 0) return [];
  const conditions = allOf([
    sql`d.consumer = ${consumer}`,
    sql`d.seq IN (${listSql(seqs)})`,
    ...eventConditions(filter),
  ]);
  const rows = yield* rowsOf(sql`
    SELECT ${deliveryColumns}, d.attempts,
      (SELECT COUNT(*) FROM steps s WHERE s.case_id = d.case_id AND s.status = 'done') AS steps_done
    FROM deliveries d
    JOIN events e ON e.seq = d.seq
    JOIN cases c ON c.id = e.case_id
    WHERE ${conditions} ORDER BY e.seq`);
  return rows.map(readDelivery);
}
