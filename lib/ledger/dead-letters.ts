import { parseWith } from '../returns';
import { instantNow, type LedgerContext } from './context';
import { deliveryColumns, readDelivery } from './event-rows';
import { deadLetterFilterSchema } from './inputs';
import type { DeadLetter, DeadLetterFilter } from './ledger';
import { allOf, listSql, rowsOf, sql, textOf, withCare } from './sql';
import { write } from './write';

/** Events that were given up, oldest first. */
export async function deadLetters({ store }: LedgerContext, filter: DeadLetterFilter): Promise<readonly DeadLetter[]> {
  const { consumer, caseId, limit } = parseWith(deadLetterFilterSchema, filter, 'the filter');
  const conditions = allOf([
    sql`d.status = 'dead'`,
    ...(consumer === undefined ? [] : [sql`d.consumer = ${consumer}`]),
    ...(caseId === undefined ? [] : [sql`d.case_id = ${caseId}`]),
  ]);
  const rows = await store.read(() =>
    rowsOf(sql`
      SELECT ${deliveryColumns}, d.consumer, d.attempts, d.due_at, COALESCE(d.error, '') AS error
      FROM deliveries d JOIN events e ON e.seq = d.seq JOIN cases c ON c.id = e.case_id
      WHERE ${conditions} ORDER BY d.seq, d.consumer LIMIT ${limit}`),
  );
  return rows.map((row) => ({
    ...readDelivery(row),
    consumer: textOf(row, 'consumer'),
    error: textOf(row, 'error'),
    givenUpAt: textOf(row, 'due_at'),
  }));
}

/** Hands dead letters over again, as if for the first time. @returns how many there were */
export async function replay(context: LedgerContext, consumer: string, seqs: readonly number[]): Promise<number> {
  if (seqs.length === 0) return 0;
  const waiting = sql`
    UPDATE deliveries SET status = 'waiting', attempts = 0, due_at = ${instantNow(context)}
    WHERE consumer = ${consumer} AND status = 'dead' AND seq IN (${listSql(seqs)}) RETURNING seq`;
  const rows = await write(context, () => rowsOf(withCare('tell', waiting)));
  if (rows.length > 0) context.appended.tell();
  return rows.length;
}

/** Forgets dead letters: nobody is to work them any more. @returns how many there were */
export async function drop(context: LedgerContext, consumer: string, seqs: readonly number[]): Promise<number> {
  if (seqs.length === 0) return 0;
  const rows = await write(context, () =>
    rowsOf(sql`
      DELETE FROM deliveries
      WHERE consumer = ${consumer} AND status = 'dead' AND seq IN (${listSql(seqs)}) RETURNING seq`),
  );
  return rows.length;
}
