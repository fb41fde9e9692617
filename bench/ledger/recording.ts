import type { Ledger } from '../../lib/ledger';
import { lifeOfAReturn } from './life';
import { aReturn, byBench } from './returns';

/** What a column may hold in both databases. */
export type Value = string | number | bigint | Uint8Array | null;
/** Values by column. */
export type Columns = Readonly<Record<string, Value>>;

/** A case's row of `cases`, and the newest of its rows of `events` without its place in the log. */
export interface CaseRows {
  readonly cases: Columns;
  readonly events: Columns;
}

/** Reads the rows of a case past the ledger. */
export type ReadRows = (caseId: string) => Promise<CaseRows>;

/** What one command wrote: a row of `events`, and what is new in the case's row of `cases`. */
export interface Written {
  readonly caseId: string;
  readonly event: Columns;
  readonly change: Columns;
}

export interface Recording {
  readonly opened: readonly CaseRows[];
  /** Command by command, each on every case in turn. */
  readonly written: readonly Written[];
}

/** The two writes of a command without a ledger, on one connection. */
export interface RawStore {
  insert(opened: readonly CaseRows[]): Promise<void>;
  /** One transaction of its own: inserts the event, updates the case. */
  write(written: Written): Promise<void>;
  close(): Promise<void>;
}

/** Opens returns and leads each through its life, and notes what the ledger wrote, byte for byte. */
export async function record(ledger: Ledger, read: ReadRows, from: number, count: number): Promise<Recording> {
  const ids = await openReturns(ledger, from, count);
  const opened = await Promise.all(ids.map(read));
  const before = new Map(ids.map((id, index) => [id, opened[index]?.cases ?? {}]));
  const written: Written[] = [];
  for (const command of lifeOfAReturn) {
    for (const id of ids) {
      await ledger.command(id, command, byBench);
      const { cases, events } = await read(id);
      const change = Object.entries(cases).filter(([name, value]) => before.get(id)?.[name] !== value);
      before.set(id, cases);
      written.push({ caseId: id, event: events, change: Object.fromEntries(change) });
    }
  }
  return { opened, written };
}

/** Opens returns `from` up to `from + count`; answers the ids of their cases. */
export async function openReturns(ledger: Ledger, from: number, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = from; index < from + count; index += 1) {
    const { dossier } = await ledger.openCase(aReturn(index), byBench);
    ids.push(dossier.case.id);
  }
  return ids;
}

/** `INSERT` of a row with this many values; `place` writes the placeholder of value number `index`. */
export const insertion = (table: string, row: Columns, place: (index: number) => string): string =>
  `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
    .map((_, index) => place(index))
    .join(', ')})`;

/** `UPDATE` of these columns of one case, whose id is the last value. */
export function updating(change: Columns, place: (index: number) => string): string {
  const columns = Object.keys(change);
  const settings = columns.map((name, index) => `${name} = ${place(index)}`);
  return `UPDATE cases SET ${settings.join(', ')} WHERE id = ${place(columns.length)}`;
}
