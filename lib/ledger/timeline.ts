import { parseWith, type CaseEvent } from '../returns';
import { requireCase } from './case-rows';
import type { LedgerContext } from './context';
import { timelinePageSchema } from './inputs';
import { readEvent } from './json';
import type { TimelinePage } from './ledger';
import { rowsOf, sql, type Statement } from './sql';

/** How much of a long timeline is read at a time, so that other work goes on in between. */
const READ_AT_ONCE = 500;

/** The events of one case, oldest first: all of them, or one page. @throws ReturnsError `not_found` */
export async function timeline(
  { store }: LedgerContext,
  caseId: string,
  page?: TimelinePage,
): Promise<readonly CaseEvent[]> {
  const asked = page && parseWith(timelinePageSchema, page, 'the page');
  const limit = asked?.limit ?? READ_AT_ONCE;
  const events: CaseEvent[] = [];
  for (let after = asked?.after ?? 0; ;) {
    const rows = await store.read(() => rowsOf(eventsOf(caseId, after, limit)));
    for (const row of rows) events.push(readEvent(row));
    after = events.at(-1)?.version ?? after;
    if (asked !== undefined || rows.length < limit) break;
    await new Promise(setImmediate);
  }
  if (events.length === 0) await store.read(() => requireCase(caseId));
  return events;
}

/** The next events of a case behind one of its versions. */
export const eventsOf = (caseId: string, after: number, limit: number): Statement => sql`
  SELECT * FROM events WHERE case_id = ${caseId} AND version > ${after} ORDER BY version LIMIT ${limit}`;
