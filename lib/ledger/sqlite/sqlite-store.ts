import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { integerOf, sql, type Row, type Statement, type Work } from '../sql';
import type { Store } from '../store';
import { createGroupCommit } from './group-commit';
import { retryWhileBusy } from './retry-while-busy';

const WATCH_EVERY_MS = 250;
/** Texts differ by the number of values in their lists; beyond this many the cache starts afresh. */
const CACHED_STATEMENTS = 300;

const newestSeq = sql`SELECT COALESCE(MAX(seq), 0) AS seq FROM events`;

/** The ledger's statements on one connection of node:sqlite. */
export function createSqliteStore(database: DatabaseSync, patienceMs: number): Store {
  const prepared = new Map<string, StatementSync>();

  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text);
    if (known) return known;
    if (prepared.size >= CACHED_STATEMENTS) prepared.clear();
    const statement = database.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  const execute = ({ text, values }: Statement): readonly Row[] => prepare(text).all(...values);
  const executeAll = (statements: readonly Statement[]): readonly (readonly Row[])[] => statements.map(execute);
  const run = <T>(work: Work<T>): T => {
    let step = work.next();
    while (step.done !== true) step = advance(work, step.value, executeAll);
    return step.value;
  };

  const group = createGroupCommit(database, patienceMs);

  return {
    read: (work) => retryWhileBusy(patienceMs, () => run(work())),
    write: (work) => group.write(() => run(work())),
    // One writer at a time: places in the log become visible in their order.
    settled: () => Promise.resolve(Number.MAX_SAFE_INTEGER),
    watch(changed) {
      const newest = (): number => integerOf(execute(newestSeq)[0] ?? {}, 'seq');
      let seen = newest();
      const look = (): void => {
        if (!database.isOpen) return;
        const seq = newest();
        if (seq === seen) return;
        seen = seq;
        changed();
      };
      const timer = setInterval(() => {
        try {
          look();
        } catch {
          // Busy, or worse: whoever reads next is told. This only looks for news.
        }
      }, WATCH_EVERY_MS).unref();
      return () => {
        clearInterval(timer);
      };
    },
    // What was deleted is overwritten in the file (`secure_delete`), and still stands in the log of writes before it.
    scrub: () => truncateLog(database),
    async close() {
      await group.settle();
      prepared.clear();
      if (database.isOpen) database.close();
    },
  };
}

/** A failing statement is thrown into the work, as a rejected query would be on a store that awaits. */
function advance<T>(
  work: Work<T>,
  statements: readonly Statement[],
  executeAll: (statements: readonly Statement[]) => readonly (readonly Row[])[],
): IteratorResult<readonly Statement[], T> {
  let rows: readonly (readonly Row[])[];
  try {
    rows = executeAll(statements);
  } catch (error) {
    return work.throw(error);
  }
  return work.next(rows);
}

const TRUNCATE_TRIES = 20;
const TRUNCATE_PAUSE_MS = 50;

/** Another process that is reading keeps its part of the log: after a second it is left to the next scrub. */
async function truncateLog(database: DatabaseSync): Promise<void> {
  for (let tries = 1; database.isOpen; tries += 1) {
    const answer = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (answer?.['busy'] === 0 || tries === TRUNCATE_TRIES) return;
    await delay(TRUNCATE_PAUSE_MS);
  }
}
