import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './in-transaction';
import { retryWhileBusy } from './retry-while-busy';
import { isBusy, storageError } from './storage-error';

/** Bounds the time for which one transaction holds up this process, and the writers of others. */
const MOST_TOGETHER = 50;

export interface GroupCommit {
  /** Runs work in a transaction; what it throws undoes its own statements and nobody else's. */
  write<T>(work: () => T): Promise<T>;
  /** Resolves once everything that was asked for so far is written, or has failed. */
  settle(): Promise<void>;
}

type Outcome = { readonly isWell: true } | { readonly isWell: false; readonly error: unknown };

interface Waiting {
  /** Runs the work and keeps its result. */
  readonly run: () => void;
  /** Hands the result, or the error, to whoever waits for it. */
  readonly tell: (outcome: Outcome) => void;
}

/**
 * Writes of one turn of the event loop share a transaction, and with it the wait for the disk, which is most of what a
 * write takes. Each stands alone all the same: it is told of its success only after the commit, and when it fails, its
 * savepoint undoes it.
 */
export function createGroupCommit(database: DatabaseSync, patienceMs: number): GroupCommit {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      await nextTurn();
      const together = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      const outcomes = await attempt(database, patienceMs, together);
      together.forEach(({ tell }, index) => {
        tell(outcomes[index] ?? failed(new RangeError('a write has no outcome')));
      });
    }
    writing = undefined;
  };

  return {
    async write(work) {
      let result: { readonly value: ReturnType<typeof work> } | undefined;
      const outcome = new Promise<Outcome>((tell) => {
        waiting.push({
          run: () => {
            result = { value: work() };
          },
          tell,
        });
      });
      writing ??= writeAll();
      return valueOf(await outcome, () => result);
    },
    settle: () => writing ?? Promise.resolve(),
  };
}

function valueOf<T>(outcome: Outcome, resultOf: () => { readonly value: T } | undefined): T {
  if (!outcome.isWell) throw outcome.error;
  const result = resultOf();
  if (result) return result.value;
  throw new TypeError('A write went well without having run');
}

/** After whatever else is ready to go on: callers that were answered together come back together. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const succeeded: Outcome = { isWell: true };
const failed = (error: unknown): Outcome => ({ isWell: false, error: storageError(error) });

async function attempt(
  database: DatabaseSync,
  patienceMs: number,
  together: readonly Waiting[],
): Promise<readonly Outcome[]> {
  try {
    return await retryWhileBusy(patienceMs, () => commitTogether(database, together));
  } catch (error) {
    return together.map(() => failed(error));
  }
}

function commitTogether(database: DatabaseSync, together: readonly Waiting[]): readonly Outcome[] {
  const [first, second] = together;
  if (first && !second) {
    inTransaction(database, first.run);
    return [succeeded];
  }
  try {
    return inTransaction(database, () => together.map(({ run }) => inSavepoint(database, run)));
  } catch (error) {
    if (isBusy(error)) throw error;
    // The disk is full, say: what one of them cannot have need not be withheld from the others.
    return together.map(({ run }) => alone(database, run));
  }
}

/** @throws what leaves no transaction to go on in */
function inSavepoint(database: DatabaseSync, run: () => void): Outcome {
  database.exec('SAVEPOINT one');
  try {
    run();
    database.exec('RELEASE one');
    return succeeded;
  } catch (error) {
    if (!database.isTransaction || isBusy(error)) throw error;
    database.exec('ROLLBACK TO one; RELEASE one');
    return failed(error);
  }
}

function alone(database: DatabaseSync, run: () => void): Outcome {
  try {
    inTransaction(database, run);
    return succeeded;
  } catch (error) {
    return failed(error);
  }
}
