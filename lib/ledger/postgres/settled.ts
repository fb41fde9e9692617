import { setTimeout as delay } from 'node:timers/promises';
import { integerOf, textOf, type Row } from '../sql';
import type { LockKeys } from './locks';

export type Ask = (text: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** How many new events are looked at one by one for a gap; of more than that, the appenders are asked. */
const LOOK = 1000;
const SHORTEST_PAUSE_MS = 2;
const PATIENCE_MS = 250;

/**
 * Finds the place in the log before which everything is decided; see `Store.settled`.
 *
 * Places are given out when an event is inserted, and become visible when its transaction commits: a later place may be
 * seen before an earlier one. What can still come to stand at a place must come from a transaction that has taken the
 * place already, and every appender takes a shared advisory lock before its place and lets go of it only after its event
 * can be seen. So:
 *
 * 1. Where the places follow on each other without a gap, none is left to fill.
 * 2. Else whoever may fill the gaps is among those that hold the lock now, after the gaps were seen. Once all of them
 *    have let go, what is still empty was rolled back and stays empty.
 *
 * Nobody is made to wait for this, no appender and no other reader: only this reader looks again. If a transaction
 * hangs, it gets the events up to the first gap, and the others later.
 */
export function createSettled(ask: Ask, lock: LockKeys): () => Promise<number> {
  let decided: number | undefined;
  const reach = (place: number): number => (decided = Math.max(decided ?? 0, place));

  return async () => {
    decided ??= await farthestCursor(ask);
    const { head, events } = await look(ask, decided);
    if (head - decided === events) return reach(head);

    const giveUpAt = performance.now() + PATIENCE_MS;
    let pause = SHORTEST_PAUSE_MS;
    const first = await findAppenders(ask, lock);
    let left = first.holders;
    while (left.size > 0 && performance.now() < giveUpAt) {
      await delay(pause);
      pause *= 2;
      const { holders } = await findAppenders(ask, lock);
      left = new Set([...left].filter((holder) => holders.has(holder)));
    }
    return reach(left.size === 0 ? first.head : await firstGap(ask, decided));
  };
}

/** Claims read no further than what is settled, so what any of them has read was. */
async function farthestCursor(ask: Ask): Promise<number> {
  const [row] = await ask('SELECT COALESCE(MAX(cursor), 0) AS cursor FROM consumers', []);
  return integerOf(row ?? {}, 'cursor');
}

async function look(ask: Ask, from: number): Promise<{ head: number; events: number }> {
  const [row] = await ask(
    `SELECT (SELECT COALESCE(MAX(seq), 0) FROM events) AS head,
      (SELECT COUNT(*) FROM (SELECT 1 FROM events WHERE seq > $1 ORDER BY seq LIMIT ${LOOK}) new) AS events`,
    [from],
  );
  return { head: Math.max(from, integerOf(row ?? {}, 'head')), events: integerOf(row ?? {}, 'events') };
}

/**
 * The newest event, and the transactions that append now. One statement sees the events as of its beginning and reads
 * the locks after: whoever has a place at or before `head` and cannot be seen yet is among them.
 */
async function findAppenders(
  ask: Ask,
  [kind, schema]: LockKeys,
): Promise<{ readonly head: number; readonly holders: ReadonlySet<string> }> {
  const rows = await ask(
    `SELECT head, virtualtransaction AS holder FROM (SELECT COALESCE(MAX(seq), 0) AS head FROM events) newest
    LEFT JOIN pg_locks ON locktype = 'advisory' AND objsubid = 2 AND classid = $1::bigint::oid AND objid = $2::bigint::oid
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [kind >>> 0, schema >>> 0],
  );
  const holders = rows.filter((row) => row['holder'] !== null).map((row) => textOf(row, 'holder'));
  return { head: integerOf(rows[0] ?? {}, 'head'), holders: new Set(holders) };
}

/** The last place before a gap, as far as it is looked for. */
async function firstGap(ask: Ask, from: number): Promise<number> {
  const [row] = await ask(
    `SELECT COALESCE(MAX(seq), $1) AS place FROM (
      SELECT seq, ROW_NUMBER() OVER (ORDER BY seq) AS nth FROM events WHERE seq > $1 ORDER BY seq LIMIT ${LOOK}) new
    WHERE seq - nth = $1`,
    [from],
  );
  return integerOf(row ?? {}, 'place');
}
