import { z } from 'zod/v4';
import { decisionStateSchema, isClosed, parcelStateSchema, parseWith, settlementStateSchema } from '../returns';
import type { LedgerContext } from './context';
import { eraseCase } from './erase';
import { parseCause, retentionSchema } from './inputs';
import type { Cause, Retention } from './ledger';
import { integerOf, listSql, rowsOf, sql, textOf, type Row, type Work } from './sql';
import { write } from './write';

const REASON = 'The time for which personal data is kept has passed';

/** Erases cases by age; see the interface. One transaction per case: other writers wait for none of them for long. */
export async function eraseOlderThan(
  context: LedgerContext,
  retention: Retention,
  cause: Cause,
): Promise<{ readonly erased: number; readonly more: boolean }> {
  const { closedBefore, limit } = parseWith(retentionSchema, retention, 'the retention');
  const by = parseCause(cause);
  const before = new Date(closedBefore).toISOString();
  const found = await context.store.read(() => findClosed(before, limit + 1));
  let erased = 0;
  for (const caseId of found.slice(0, limit)) {
    const { events } = await write(context, () => eraseCase(context, caseId, REASON, by));
    erased += events.length;
  }
  if (erased > 0) {
    context.appended.tell();
    await context.store.scrub?.();
  }
  return { erased, more: found.length > limit };
}

/** Closed cases that hold personal data and have not changed since an instant. */
function* findClosed(before: string, limit: number): Work<readonly string[]> {
  const groups = yield* rowsOf(sql`SELECT id, decision, parcel, settlement FROM case_groups WHERE erased = 0`);
  const closed = groups.filter(isClosedGroup).map((row) => integerOf(row, 'id'));
  if (closed.length === 0) return [];
  const rows = yield* rowsOf(sql`
    SELECT id FROM cases WHERE group_id IN (${listSql(closed)}) AND updated_at < ${before} LIMIT ${limit}`);
  return rows.map((row) => textOf(row, 'id'));
}

const statesSchema = z.object({
  decision: decisionStateSchema,
  parcel: parcelStateSchema,
  settlement: settlementStateSchema,
});

/** States that only a newer version knows are not known to be final. */
function isClosedGroup(row: Row): boolean {
  const { success, data } = statesSchema.safeParse(row);
  return success && isClosed(data);
}
