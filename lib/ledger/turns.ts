import { instantNow, type LedgerContext } from './context';
import { listSql, sql, withCare, type Statement } from './sql';

/**
 * When an event is due that stands behind another one of its case: at no time, until its turn comes. So a case that is
 * stuck may have any number of events behind it, and no claim looks at them.
 */
export const NOT_YET = '9999-12-31T23:59:59.999Z';

/**
 * For a transaction that ends the turn of events. It comes first: a claim that is just putting an event behind one of
 * these would else miss that it is gone, and nobody would ever call the event.
 */
export const holdConsumer = (consumer: string): Statement =>
  withCare('hold', sql`SELECT cursor FROM consumers WHERE name = ${consumer}`);

/** The turn of these events has ended: what stands behind each of them is due. */
export const callNext = (context: LedgerContext, consumer: string, seqs: readonly number[]): Statement => sql`
  UPDATE deliveries SET due_at = ${instantNow(context)}
  WHERE consumer = ${consumer} AND due_at = ${NOT_YET} AND seq IN (
    SELECT (
      SELECT d.seq FROM deliveries d
      WHERE d.consumer = ${consumer} AND d.case_id = e.case_id AND d.status <> 'dead' ORDER BY d.seq LIMIT 1)
    FROM events e WHERE e.seq IN (${listSql(seqs)}))`;

/**
 * Calls every event that stands behind none. There is none such, unless a program of an earlier version, which knows of
 * no turns, was at work beside this one.
 */
export const callForgotten = (context: LedgerContext, consumer: string): Statement => sql`
  UPDATE deliveries SET due_at = ${instantNow(context)}
  WHERE consumer = ${consumer} AND due_at = ${NOT_YET} AND status <> 'dead' AND NOT EXISTS (
    SELECT 1 FROM deliveries earlier
    WHERE earlier.consumer = deliveries.consumer AND earlier.case_id = deliveries.case_id AND earlier.status <> 'dead'
      AND earlier.seq < deliveries.seq)`;
