import { applyEvent, isClosed, legalCommands, parseWith, ReturnsError, type CaseEvent, type Dossier } from '../returns';
import { requireCase } from './case-rows';
import { applyDrafts, nextInstant } from './command';
import type { LedgerContext } from './context';
import { eraseEvent } from './erase-event';
import { ERASED } from './erase-value';
import { parseCause, reasonSchema } from './inputs';
import { readEvent } from './json';
import type { Cause } from './ledger';
import { isKept } from './personal-data';
import {
  firstRow,
  integerOf,
  listSql,
  rowsOf,
  rowsOfEach,
  sql,
  textOf,
  type Row,
  type Statement,
  type Work,
} from './sql';
import { ERASED_RESULT } from './step-rows';
import { eventsOf } from './timeline';
import { write } from './write';

/** How many events are read at a time: a case may have very many. */
const READ_AT_ONCE = 500;

/** Takes the person out of a closed case; see the interface. */
export async function erase(context: LedgerContext, caseId: string, reason: string, cause: Cause): Promise<Dossier> {
  const why = parseWith(reasonSchema, reason, 'the reason');
  const by = parseCause(cause);
  const { dossier, events } = await write(context, () => eraseCase(context, caseId, why, by));
  if (events.length > 0) context.appended.tell();
  await context.store.scrub?.();
  return dossier;
}

/** Within the caller's transaction. The store is to be scrubbed after it. */
export function* eraseCase(
  context: LedgerContext,
  caseId: string,
  note: string,
  cause: Cause,
): Work<{ readonly dossier: Dossier; readonly events: readonly CaseEvent[] }> {
  const known = yield* requireCase(caseId);
  ensureClosed(known);
  if (yield* isErased(known)) return { dossier: known, events: [] };
  const at = nextInstant(context, known);
  const erased = yield* eraseEvents(known);
  yield* eraseBesides(erased);
  return yield* applyDrafts(erased, [{ type: 'case.erased', change: { erasedAt: at }, note }], cause, at);
}

function ensureClosed({ case: current }: Dossier): void {
  if (isClosed(current)) return;
  const { id, rma, decision, parcel, settlement } = current;
  const legal = legalCommands(current);
  throw new ReturnsError(
    'illegal_command',
    `Personal data cannot leave case ${rma} while it is open: it is ${decision} (parcel ${parcel}, settlement ${settlement})`,
    {
      description: `Bring the return to its end first. Legal now: ${legal.join(', ')}.`,
      context: { caseId: id, decision, parcel, settlement, legal },
    },
  );
}

/** Nothing was added since an earlier erasure. */
function* isErased({ case: current }: Dossier): Work<boolean> {
  if (current.erasedAt === undefined) return false;
  const row = yield* firstRow(sql`
    SELECT type FROM events WHERE case_id = ${current.id} AND version = ${current.version}`);
  return row?.['type'] === 'case.erased';
}

/** Rewrites the log of the case, and folds it anew: what the events no longer tell, the case does not hold. */
function* eraseEvents({ case: { id } }: Dossier): Work<Dossier> {
  let dossier: Dossier | undefined;
  for (let after = 0; ;) {
    const rows: readonly Row[] = yield* rowsOf(eventsOf(id, after, READ_AT_ONCE));
    const rewritten = rows.map(rewrite);
    yield* rowsOfEach(rewritten.map(({ statement }) => statement));
    for (const { event } of rewritten) dossier = applyEvent(dossier, event);
    after = rewritten.at(-1)?.event.version ?? after;
    if (rows.length < READ_AT_ONCE) break;
  }
  // A case has its first event, or applyEvent had thrown.
  if (dossier === undefined) throw new TypeError('The case has no events');
  return dossier;
}

/** An event as it is to stand in the log, and the statement that puts it there. */
function rewrite(row: Row): { readonly event: CaseEvent; readonly statement: Statement } {
  const { actor, cause, opened, change } = eraseEvent(readEvent(row));
  const erased = {
    actor: JSON.stringify(actor),
    cause: cause ?? null,
    note: null,
    body: JSON.stringify({ ...(opened && { opened }), change }),
  };
  return {
    event: readEvent({ ...row, ...erased }),
    statement: sql`
      UPDATE events SET actor = ${erased.actor}, cause = ${erased.cause}, note = NULL, body = ${erased.body}
      WHERE case_id = ${textOf(row, 'case_id')} AND version = ${integerOf(row, 'version')}`,
  };
}

/** What is held outside the log. */
function* eraseBesides({ case: { id, externalId } }: Dossier): Work<void> {
  const named = yield* rowsOf(sql`SELECT DISTINCT name FROM case_references WHERE case_id = ${id}`);
  const lost = named.map((row) => textOf(row, 'name')).filter((name) => !isKept(['case', 'references', name]));
  yield* rowsOfEach([
    ...(lost.length > 0 ? [sql`DELETE FROM case_references WHERE case_id = ${id} AND name IN (${listSql(lost)})`] : []),
    sql`DELETE FROM case_people WHERE case_id = ${id}`,
    sql`DELETE FROM evidence WHERE case_id = ${id}`,
    sql`UPDATE cases SET external_id = ${externalId} WHERE id = ${id}`,
    sql`UPDATE steps SET error_message = ${ERASED} WHERE case_id = ${id} AND error_code IS NOT NULL`,
    sql`
      UPDATE steps SET result = NULL, error_code = ${ERASED}, error_message = ${ERASED_RESULT}
      WHERE case_id = ${id} AND result IS NOT NULL`,
    sql`
      UPDATE deliveries SET error = ${ERASED}
      WHERE error IS NOT NULL AND consumer IN (SELECT name FROM consumers)
        AND seq IN (SELECT seq FROM events WHERE case_id = ${id})`,
  ]);
}
