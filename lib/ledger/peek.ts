import { parseWith } from '../returns';
import type { LedgerContext } from './context';
import { deliveryColumns, eventConditions, readDelivery } from './event-rows';
import { eventFilterSchema } from './inputs';
import type { Delivery, EventFilter } from './ledger';
import { allOf, firstRow, sql } from './sql';

/** The newest event that matches, for a test run in the editor; consumes nothing. */
export async function peek({ store }: LedgerContext, filter: EventFilter): Promise<Delivery | undefined> {
  const conditions = allOf(eventConditions(parseWith(eventFilterSchema, filter, 'the filter')));
  const row = await store.read(() =>
    firstRow(sql`
      SELECT ${deliveryColumns}, 1 AS attempts FROM events e JOIN cases c ON c.id = e.case_id
      WHERE ${conditions} ORDER BY e.seq DESC LIMIT 1`),
  );
  return row && readDelivery(row);
}
