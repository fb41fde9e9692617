import { instantNow, type LedgerContext } from './context';
import { execute, firstRow, listSql, sql, textOf, type Work } from './sql';

/** Owners of this consumer's claims that are certainly dead. One seek per owner, however many claims each of them holds. */
export function* deadOwners({ isDead }: Pick<LedgerContext, 'isDead'>, consumer: string): Work<readonly string[]> {
  const dead: string[] = [];
  for (let last = ''; ;) {
    const row = yield* firstRow(sql`
      SELECT owner FROM deliveries WHERE consumer = ${consumer} AND status = 'claimed' AND owner > ${last}
      ORDER BY owner LIMIT 1`);
    if (!row) return dead;
    last = textOf(row, 'owner');
    if (isDead(last)) dead.push(last);
  }
}

/** Ends the leases of dead owners now, as if they had run out. */
export function* endDeadLeases(context: LedgerContext, consumer: string): Work<void> {
  const dead = yield* deadOwners(context, consumer);
  if (dead.length === 0) return;
  const now = instantNow(context);
  yield* execute(sql`
    UPDATE deliveries SET due_at = ${now}
    WHERE consumer = ${consumer} AND status = 'claimed' AND owner IN (${listSql(dead)}) AND due_at > ${now}`);
}
