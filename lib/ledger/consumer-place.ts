import { isAsKnown } from './claim-stretch';
import { findConsumer } from './consumer-rows';
import { instantNow, type LedgerContext } from './context';
import type { ParsedClaim } from './inputs';
import { execute, firstRow, integerOf, sql, type Work } from './sql';

/** How far the consumer has read; one that was never seen gets its place now. What it asks for is kept for `lag`. */
export function* placeOf(context: LedgerContext, wanted: ParsedClaim, until: number): Work<number> {
  const { consumer, filter, startFrom, title = null } = wanted;
  const asked = JSON.stringify(filter);
  const known = yield* findConsumer(consumer);
  if (known) {
    if (!isAsKnown(known, wanted)) {
      yield* execute(sql`
        UPDATE consumers SET filter = ${asked}, title = ${title ?? known.title ?? null} WHERE name = ${consumer}`);
    }
    return known.cursor;
  }
  const head = yield* firstRow(sql`SELECT COALESCE(MAX(seq), 0) AS head FROM events`);
  const cursor = startFrom === 'now' ? Math.min(integerOf(head ?? {}, 'head'), until) : 0;
  yield* execute(sql`
    INSERT INTO consumers (name, cursor, created_at, filter, title)
    VALUES (${consumer}, ${cursor}, ${instantNow(context)}, ${asked}, ${title})`);
  return cursor;
}
