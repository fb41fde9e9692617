import type { PoolClient } from 'pg';
import { textOf, type Row, type Statement } from '../sql';
import type { LockKeys } from './locks';
import type { ToQuery } from './queries';
import { sendEach, type Query } from './send';
import { isAway, SessionLost } from './storage-error';

export interface Doubt {
  /** PostgreSQL's number of the transaction. */
  readonly transactionId: string;
  readonly error: unknown;
}

/** The answers to the last statements were lost, and that to COMMIT with them: the work cannot come to its result. */
export class AnswersLost extends Error {
  override readonly name = 'AnswersLost';

  constructor(readonly doubt: Doubt) {
    super('The last answers of a transaction were lost');
  }
}

/**
 * READ COMMITTED (see `beginSession`): each statement sees what was committed before it, so a row that was waited for is
 * seen as its writer left it. What must not change between two statements is held (`Care`). The number of the
 * transaction is asked for at once, because nobody can ask for it once the connection is lost. BEGIN has no options, for
 * it must not fail: what travels behind it would be committed statement by statement.
 */
const BEGIN: readonly Query[] = [
  'BEGIN',
  { name: 'returns_id', text: `SELECT pg_current_xact_id()::text AS id, current_setting('search_path') AS path` },
];

/** Before a place in the log is taken, and until the event can be seen; see `createSettled`. */
const lockLog = (keys: LockKeys): Query => ({
  name: 'returns_log',
  text: 'SELECT pg_advisory_xact_lock_shared($1, $2)',
  values: [...keys],
});

/** The conversation with the server about one transaction. */
export class OpenTransaction {
  hasNews = false;
  doubt: Doubt | undefined;
  private id: string | undefined;
  private end: 'committed' | 'failed' | undefined;
  private unsent: readonly Statement[] = [];
  private hasLockedLog = false;

  constructor(
    private readonly client: PoolClient,
    private readonly toQuery: ToQuery,
    private readonly lock: LockKeys,
    private readonly path: string,
  ) {}

  async ask(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    const earlier = this.unsent;
    if (statements.every(({ isUnanswered }) => isUnanswered === true)) {
      this.unsent = [...earlier, ...statements];
      return statements.map(() => []);
    }
    this.unsent = [];
    // Not with the very first: were its answers lost, nobody would know the transaction's number.
    const isLast = this.id !== undefined && statements.some((statement) => statement.isLast === true);
    return (await this.exchange([...earlier, ...statements], isLast)).slice(earlier.length);
  }

  async commit(): Promise<void> {
    if (this.end === 'committed') return;
    if (this.id === undefined) {
      if (this.unsent.length === 0) return;
      await this.exchange(this.unsent, false);
      this.unsent = [];
    }
    try {
      await this.exchange(this.unsent, true);
    } catch (error) {
      // Nobody waits for these answers: only what became of the transaction is in doubt.
      if (!(error instanceof AnswersLost)) throw error;
      this.doubt = error.doubt;
    }
  }

  private async exchange(statements: readonly Statement[], isLast: boolean): Promise<readonly (readonly Row[])[]> {
    if (this.end) throw new TypeError(`A ledger's work went on in a transaction that has ${this.end}`);
    const begin = this.id === undefined ? BEGIN : [];
    const locks = !this.hasLockedLog && statements.some(({ care }) => care === 'append') ? [lockLog(this.lock)] : [];
    const queries = statements.map((statement) => this.toQuery(statement, true));
    const results = await sendEach(this.client, [...begin, ...locks, ...queries, ...(isLast ? ['COMMIT'] : [])]);
    const [, introduction] = results;
    // First of all: in a session that is not ours the statements behind it have gone wrong, too.
    if (begin.length > 0 && introduction?.status === 'fulfilled') this.id = this.idOf(introduction.value[0] ?? {});
    const committed = isLast ? results.at(-1) : undefined;
    const answers = this.answersOf(isLast ? results.slice(0, -1) : results, isLast);
    this.hasLockedLog ||= locks.length > 0;
    this.hasNews ||= statements.some(({ care }) => care === 'append' || care === 'tell');
    if (isLast) this.end = 'committed';
    if (committed?.status === 'rejected') this.doubt = this.doubtOf(committed.reason);
    return answers.slice(begin.length + locks.length);
  }

  private answersOf(
    results: readonly PromiseSettledResult<readonly Row[]>[],
    isLast: boolean,
  ): readonly (readonly Row[])[] {
    return results.map((result) => {
      if (result.status === 'fulfilled') return result.value;
      this.end = 'failed';
      const reason: unknown = result.reason;
      // Whatever else a statement fails with, COMMIT behind it has rolled back.
      if (isLast && isAway(reason)) throw new AnswersLost(this.doubtOf(reason));
      throw reason;
    });
  }

  private idOf(row: Row): string {
    if (textOf(row, 'path') !== this.path) throw new SessionLost();
    return textOf(row, 'id');
  }

  /** @throws the error when it leaves no doubt: the server refused to commit */
  private doubtOf(error: unknown): Doubt {
    if (this.id === undefined || !isAway(error)) throw error;
    return { transactionId: this.id, error };
  }
}
