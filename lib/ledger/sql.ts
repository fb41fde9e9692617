import { ReturnsError } from '../returns';

/**
 * The ledger's verbs are written once, as generators that yield statements, and a store runs them: SQLite within one
 * tick, so that no other caller of the shared connection gets between BEGIN and COMMIT; a networked database by
 * awaiting each answer. Statements keep to the SQL that SQLite and PostgreSQL share, with `?` for values. Those that do
 * not need each other's answers are yielded together: a networked database gets them in one round trip.
 */
export type Work<T> = Generator<readonly Statement[], T, readonly (readonly Row[])[]>;

export type SqlValue = string | number | null | Uint8Array;

export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
  /** What a store with several writers has to see to; one with a single writer need not look at it. */
  readonly care?: Care;
  /** Nobody waits for its answer: a store may send it together with what comes next. */
  readonly isUnanswered?: boolean;
  /** The work yields nothing after it: a store may commit in the same round trip. */
  readonly isLast?: boolean;
}

/**
 * `hold`: whoever reads these rows in a transaction that writes goes on from them, so no other transaction may change
 * them before it ends. `hold free`: likewise, but rows that another transaction holds are left out. `append`: the
 * statement gives out a place in the log; see `Store.settled`. `tell`: other processes that watch are to look, as they do
 * when something was appended.
 */
export type Care = 'hold' | 'hold free' | 'append' | 'tell';

export const withCare = (care: Care, { text, values }: Statement): Statement => ({ text, values, care });

export type Row = Readonly<Record<string, unknown>>;

/** Writes a statement; a value becomes a placeholder, a nested statement becomes part of the text. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Statement)[]): Statement {
  const values: SqlValue[] = [];
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    if (isStatement(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
}

const isStatement = (part: SqlValue | Statement): part is Statement =>
  typeof part === 'object' && part !== null && 'text' in part;

export function joinSql(statements: readonly Statement[], separator: string): Statement {
  return {
    text: statements.map(({ text }) => text).join(separator),
    values: statements.flatMap(({ values }) => values),
  };
}

/** For `IN (…)`. */
export const listSql = (values: readonly SqlValue[]): Statement => ({ text: values.map(() => '?').join(', '), values });

export const allOf = (conditions: readonly Statement[]): Statement =>
  conditions.length === 0 ? sql`TRUE` : joinSql(conditions, ' AND ');

export function* rowsOf(statement: Statement): Work<readonly Row[]> {
  const [rows] = yield [statement];
  return rows ?? [];
}

export function* firstRow(statement: Statement): Work<Row | undefined> {
  return (yield* rowsOf(statement))[0];
}

export function* execute(statement: Statement): Work<void> {
  yield [{ ...statement, isUnanswered: true }];
}

/**
 * Statements that do not need each other's answers, in their order.
 * @param isLast whether the work yields nothing after them
 */
export function* rowsOfEach(statements: readonly Statement[], isLast = false): Work<readonly (readonly Row[])[]> {
  return yield isLast ? statements.map((statement) => ({ ...statement, isLast })) : statements;
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw damaged(`Column ${column} holds no text`);
}

export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : textOf(row, column);
}

/** Some drivers hand large integers over as text. */
export function integerOf(row: Row, column: string): number {
  const value = Number(row[column] ?? Number.NaN);
  if (Number.isSafeInteger(value)) return value;
  throw damaged(`Column ${column} holds no integer`);
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  // By its nature, not by its class: drivers hand over Buffers, and in tests arrays of another realm.
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw damaged(`Column ${column} holds no bytes`);
}

export function damaged(what: string): ReturnsError {
  return new ReturnsError('storage_failed', `The ledger holds something that it never wrote: ${what}`, {
    description: 'Stop n8n, keep a copy of the ledger, and restore it from a backup.',
  });
}
