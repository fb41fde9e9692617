import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { dice } from '../measuring/dice';
import { instantOf, type Marks, type Template, type TemplateRow, type Templates } from './templates';

const DAY_MS = 86_400_000;
/** Returns come in over these days, the last one on this day. */
const DAYS = 3 * 365;
const LAST_DAY = Date.parse('2026-11-20T00:00:00.000Z');
/** Between one command of a case and the next, at most. */
const LONGEST_STEP_MS = 4 * DAY_MS;
const CASES_A_TRANSACTION = 20_000;
const INSTANTS = 12;

/** What one case has in place of its template's marks. */
interface Particulars {
  readonly id: string;
  readonly rma: string;
  readonly index: string;
  readonly instants: readonly string[];
}

/** Text between marks, and which mark stands between them. */
type Piece = string | ((particulars: Particulars) => string);

/**
 * Fills a ledger file with cases that the ledger itself could have written: rows of templates, each with ids, numbers,
 * names and times of its own. Written past the ledger and past the safety of the disk, which takes a million cases a
 * minute or two instead of hours; the ledger opens the file afterwards like all others.
 * @param file a ledger that is empty and not open
 */
export function fillLedger(file: string, { templates, common }: Templates, count: number): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  try {
    database.exec(
      'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -2000000',
    );
    for (const row of common) inserterOf(database, row)(...row.values);
    const writers = templates.map((template) => ({ ...template, write: writerOf(database, template) }));
    const roll = dice(count);
    for (let index = 0; index < count; index += 1) {
      if (index % CASES_A_TRANSACTION === 0) database.exec('BEGIN');
      const chosen = roll() * 100;
      let sum = 0;
      const writer = writers.find(({ share }) => (sum += share) > chosen) ?? writers[0];
      writer?.write(particularsOf(index, count, roll));
      if (index % CASES_A_TRANSACTION === CASES_A_TRANSACTION - 1 || index === count - 1) database.exec('COMMIT');
    }
    database
      .prepare('INSERT INTO numbers (series, year, last) VALUES (?, ?, ?)')
      .run('RMA', new Date().getUTCFullYear(), count);
    database.exec('PRAGMA journal_mode = WAL');
  } finally {
    database.close();
  }
}

function particularsOf(index: number, count: number, roll: () => number): Particulars {
  const openedAt = LAST_DAY - (DAYS - (DAYS * (index + roll())) / count) * DAY_MS;
  const step = roll() * LONGEST_STEP_MS;
  const time = Math.floor(openedAt).toString(16).padStart(12, '0');
  const number = String(index).padStart(7, '0');
  return {
    // Like the ledger's own ids: they grow with the time at which the case was opened.
    id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.padStart(12, '0')}`,
    rma: `RMA-${new Date(openedAt).getUTCFullYear()}-${number}`,
    index: number,
    instants: Array.from({ length: INSTANTS }, (_, place) => new Date(openedAt + place * step).toISOString()),
  };
}

type Replacements = ReadonlyMap<string, (particulars: Particulars) => string>;

const replacementsOf = ({ id, rma, index }: Marks): Replacements =>
  new Map([
    [id, (particulars: Particulars) => particulars.id],
    [rma, (particulars: Particulars) => particulars.rma],
    [rma.toLowerCase(), (particulars: Particulars) => particulars.rma.toLowerCase()],
    [index, (particulars: Particulars) => particulars.index],
    ...Array.from(
      { length: INSTANTS },
      (_, place) => [instantOf(place), ({ instants }: Particulars) => instants[place] ?? ''] as const,
    ),
  ]);

/** Cuts a template's text at its marks. The case's id comes first: it contains the index. */
function piecesOf(text: string, replacements: Replacements): readonly Piece[] {
  const anyMark = new RegExp(`(${[...replacements.keys()].map((mark) => mark.replaceAll('.', '\\.')).join('|')})`);
  return text.split(anyMark).map((part) => replacements.get(part) ?? part);
}

function writerOf(database: DatabaseSync, { rows, marks }: Template): (particulars: Particulars) => void {
  const replacements = replacementsOf(marks);
  const inserts = rows.map((row) => {
    const insert = inserterOf(database, row);
    const makers = row.values.map((value) => makerOf(value, replacements));
    return (particulars: Particulars): void => {
      insert(...makers.map((make) => make(particulars)));
    };
  });
  return (particulars) => {
    for (const insert of inserts) insert(particulars);
  };
}

function makerOf(value: SQLInputValue, replacements: Replacements): (particulars: Particulars) => SQLInputValue {
  if (typeof value !== 'string') return () => value;
  const pieces = piecesOf(value, replacements);
  return (particulars) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece(particulars))).join('');
}

function inserterOf(database: DatabaseSync, { table, columns }: TemplateRow): (...values: SQLInputValue[]) => void {
  const places = columns.map(() => '?').join(', ');
  const statement = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  return (...values) => {
    statement.run(...values);
  };
}
