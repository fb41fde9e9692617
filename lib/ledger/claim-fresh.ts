import { SCAN } from './claim-stretch';
import { instantIn, type LedgerContext } from './context';
import { eventsAfter, isMatch } from './event-rows';
import type { ParsedClaim } from './inputs';
import {
  integerOf,
  joinSql,
  listSql,
  rowsOf,
  rowsOfEach,
  sql,
  textOf,
  type Row,
  type Statement,
  type Work,
} from './sql';
import { NOT_YET } from './turns';

export interface Fresh {
  readonly seqs: readonly number[];
  readonly more: boolean;
}

export interface Room {
  readonly cursor: number;
  readonly until: number;
  readonly room: number;
}

/** Claims events that the consumer has not seen, and moves its place in the log behind them. */
export function* claimFresh(context: LedgerContext, wanted: ParsedClaim, { cursor, until, room }: Room): Work<Fresh> {
  const { consumer, filter, leaseMs } = wanted;
  const candidates = yield* rowsOf(eventsAfter(cursor, filter, SCAN, until));
  const out = yield* casesOut(consumer, candidates.filter(isMatch).map(caseOf));
  const claimed: number[] = [];
  const deliveries: Statement[] = [];
  let read = cursor;
  for (const row of candidates) {
    if (claimed.length === room) break;
    read = integerOf(row, 'seq');
    if (!isMatch(row)) continue;
    // Behind an earlier event of its case, it waits for its turn; the cursor goes on for the sake of other cases.
    const isFree = !out.has(caseOf(row));
    out.add(caseOf(row));
    deliveries.push(sql`(${consumer}, ${read}, ${caseOf(row)}, ${isFree ? 'claimed' : 'waiting'}, ${isFree ? 1 : 0},
        ${context.owner}, ${isFree ? instantIn(context, leaseMs) : NOT_YET})`);
    if (isFree) claimed.push(read);
  }
  if (read > cursor) yield* rowsOfEach([...insertion(deliveries), moveOf(consumer, read)]);
  return { seqs: claimed, more: candidates.length === SCAN };
}

const caseOf = (row: Row): string => textOf(row, 'case_id');

const insertion = (deliveries: readonly Statement[]): readonly Statement[] =>
  deliveries.length === 0
    ? []
    : [
        sql`INSERT INTO deliveries (consumer, seq, case_id, status, attempts, owner, due_at)
          VALUES ${joinSql(deliveries, ', ')}`,
      ];

const moveOf = (consumer: string, cursor: number): Statement =>
  sql`UPDATE consumers SET cursor = ${cursor} WHERE name = ${consumer}`;

/** Which of the cases have an event that is in flight, or waits. */
function* casesOut(consumer: string, caseIds: readonly string[]): Work<Set<string>> {
  if (caseIds.length === 0) return new Set();
  // Asked case by case: one that is stuck may have any number of events waiting.
  const rows = yield* rowsOf(sql`
    SELECT c.id AS case_id FROM cases c
    WHERE c.id IN (${listSql([...new Set(caseIds)])}) AND EXISTS (
      SELECT 1 FROM deliveries d WHERE d.consumer = ${consumer} AND d.case_id = c.id AND d.status <> 'dead')`);
  return new Set(rows.map(caseOf));
}
