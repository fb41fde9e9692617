import { parseWith, ReturnsError } from '../returns';
import { findConsumer, type ConsumerRow } from './consumer-rows';
import { instantNow, type LedgerContext } from './context';
import { eventsAfter } from './event-rows';
import { consumerNameSchema } from './inputs';
import type { Lag } from './ledger';
import { firstRow, integerOf, rowsOf, sql, textOf, type Work } from './sql';

/** Counting further would tell nobody more, and take as long as the consumer is late. */
const COUNTED = 10_000;

/** @throws ReturnsError `not_found` when no consumer of that name has ever claimed anything */
export async function lag(context: LedgerContext, consumer: string): Promise<Lag> {
  const name = parseWith(consumerNameSchema, consumer, 'the consumer');
  return await context.store.read(function* () {
    const known = yield* findConsumer(name);
    if (!known) throw noConsumer(name);
    return yield* lagOf(context, name, known);
  });
}

/** Every consumer there ever was, by name. */
export async function consumers(context: LedgerContext): Promise<readonly Lag[]> {
  const rows = await context.store.read(() => rowsOf(sql`SELECT name FROM consumers ORDER BY name`));
  const lags: Lag[] = [];
  for (const row of rows) lags.push(await lag(context, textOf(row, 'name')));
  return lags;
}

function* lagOf(context: LedgerContext, consumer: string, { cursor, filter, title }: ConsumerRow): Work<Lag> {
  const ahead = yield* firstRow(sql`
    SELECT COUNT(*) AS events, COALESCE(MIN(seq), 0) AS oldest
    FROM (${eventsAfter(cursor, filter, COUNTED)}) ahead WHERE matches = 1`);
  const out = yield* rowsOf(sql`
    SELECT status, COUNT(*) AS events, MIN(seq) AS oldest FROM deliveries WHERE consumer = ${consumer} GROUP BY status`);
  const count = (status: string): number => {
    const row = out.find((each) => each['status'] === status);
    return row ? integerOf(row, 'events') : 0;
  };
  const undone = [ahead ?? {}, ...out.filter((row) => row['status'] !== 'dead')]
    .map((row) => integerOf(row, 'oldest'))
    .filter((seq) => seq > 0);
  return {
    consumer,
    ...(title !== undefined && { title }),
    behind: integerOf(ahead ?? {}, 'events'),
    oldestWaitingMs: undone.length === 0 ? 0 : yield* ageOf(context, Math.min(...undone)),
    inFlight: count('claimed'),
    waiting: count('waiting'),
    dead: count('dead'),
  };
}

function* ageOf(context: LedgerContext, seq: number): Work<number> {
  const row = yield* firstRow(sql`SELECT at FROM events WHERE seq = ${seq}`);
  const at = row === undefined ? instantNow(context) : textOf(row, 'at');
  return Math.max(0, context.clock().getTime() - Date.parse(at));
}

export const noConsumer = (name: string): ReturnsError =>
  new ReturnsError('not_found', `No consumer "${name}" has read the log yet`, {
    description: 'A Return Case Trigger is known once its workflow was active. Check the name.',
  });
