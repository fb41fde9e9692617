import { parseWith } from '../returns';
import type { LedgerContext } from './context';
import { pruningSchema } from './inputs';
import type { Pruning } from './ledger';
import { rowsOf, sql } from './sql';
import { write } from './write';

/** How many go in one transaction: what bounds the time for which other writers wait. */
const AT_ONCE = 1000;

/** Forgets webhook deliveries by age; see the interface. */
export async function prune(
  context: LedgerContext,
  pruning: Pruning,
): Promise<{ readonly pruned: number; readonly more: boolean }> {
  const { receivedBefore, limit } = parseWith(pruningSchema, pruning, 'what to prune');
  const before = new Date(receivedBefore).toISOString();
  let pruned = 0;
  while (pruned < limit) {
    const wanted = Math.min(AT_ONCE, limit - pruned);
    const rows = await write(context, () =>
      rowsOf(sql`
        DELETE FROM inbox WHERE (source, delivery_id) IN (
          SELECT source, delivery_id FROM inbox WHERE received_at < ${before} ORDER BY received_at LIMIT ${wanted})
        RETURNING source`),
    );
    pruned += rows.length;
    if (rows.length < wanted) return { pruned, more: false };
  }
  const rest = await context.store.read(() =>
    rowsOf(sql`SELECT source FROM inbox WHERE received_at < ${before} LIMIT 1`),
  );
  return { pruned, more: rest.length > 0 };
}
