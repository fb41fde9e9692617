import { instantNow, type LedgerContext } from './context';
import type { ParsedClaim } from './inputs';
import { integerOf, rowsOf, sql, textOf, withCare, type Work } from './sql';

export interface Due {
  readonly seq: number;
  /** Whoever had claimed it has died, or has lost its lease. */
  readonly wasLeft: boolean;
}

/**
 * Events to hand over again, those that wait the longest first, as the index has them: their retry is due, their lease
 * ran out, or the one before them is done. One that its
 * owner is just about to extend, acknowledge or reject is not for others to take.
 */
export function* findDue(context: LedgerContext, { consumer }: ParsedClaim, limit: number): Work<readonly Due[]> {
  const due = sql`
    SELECT d.seq, d.status FROM deliveries d
    WHERE d.consumer = ${consumer} AND d.status <> 'dead' AND d.due_at <= ${instantNow(context)}
      AND NOT EXISTS (
        SELECT 1 FROM deliveries earlier
        WHERE earlier.consumer = d.consumer AND earlier.case_id = d.case_id AND earlier.status <> 'dead'
          AND earlier.seq < d.seq)
    ORDER BY d.due_at, d.seq LIMIT ${limit}`;
  const rows = yield* rowsOf(withCare('hold free', due));
  return rows.map((row) => ({ seq: integerOf(row, 'seq'), wasLeft: textOf(row, 'status') === 'claimed' }));
}
