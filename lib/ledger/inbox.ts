import { instantNow, type LedgerContext } from './context';
import { toJson } from './json';
import { execute, firstRow, sql, withCare, type Work } from './sql';
import { write } from './write';

/** Notes a delivery, and keeps its news until they are worked; see the interface. */
export async function receive(
  context: LedgerContext,
  source: string,
  deliveryId: string,
  news?: object,
): Promise<boolean> {
  const content = news === undefined ? undefined : toJson(news, 'what was delivered');
  const isNew = await write(context, () => noteDelivery(context, source, deliveryId, content));
  if (isNew && content !== undefined) context.appended.tell();
  return isNew;
}

function* noteDelivery(
  context: LedgerContext,
  source: string,
  deliveryId: string,
  news: string | undefined,
): Work<boolean> {
  const now = instantNow(context);
  const row = yield* firstRow(sql`
    INSERT INTO inbox (source, delivery_id, received_at) VALUES (${source}, ${deliveryId}, ${now})
    ON CONFLICT DO NOTHING
    RETURNING source`);
  if (!row) return false;
  if (news !== undefined) {
    const work = sql`
      INSERT INTO inbox_work (source, delivery_id, received_at, news, status, attempts, owner, due_at)
      VALUES (${source}, ${deliveryId}, ${now}, ${news}, 'waiting', 0, ${context.owner}, ${now})
      ON CONFLICT DO NOTHING`;
    yield* execute(withCare('tell', work));
  }
  return true;
}

/** Takes a delivery back, when handling it failed before anything was done with it. */
export async function forget(context: LedgerContext, source: string, deliveryId: string): Promise<void> {
  await write(context, () => execute(sql`DELETE FROM inbox WHERE source = ${source} AND delivery_id = ${deliveryId}`));
}
