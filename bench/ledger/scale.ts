import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../lib/ledger';
import { loadBuilt } from '../measuring/built';
import type { Contest, Result } from '../measuring/result';
import { rounded } from '../measuring/result';
import { temporaryFolder } from '../measuring/temporary';
import { fillLedger } from './fill-ledger';
import { makeTemplates } from './templates';

type Ledgers = Pick<typeof import('../../lib/ledger/sqlite/open-sqlite-ledger'), 'openSqliteLedger'>;

const SMALL = 1_000;
const LARGE = 1_000_000;
/** A million cases take 9 GB, and their log and side files some more. */
const NEEDED_BYTES = 12e9;

/** What the latency among a million cases may be, as a multiple of that among a thousand. */
export const MOST_SLOWDOWN = 1.3;

/** By what one case can be named. */
export interface Names {
  readonly id: string;
  readonly rma: string;
  readonly channel: string;
  readonly externalId: string;
  readonly orderName: string;
  readonly reference: { readonly name: string; readonly value: string };
}

/** A ledger that is full, and cases of it picked at random. */
export interface FilledLedger {
  readonly ledger: Ledger;
  readonly cases: readonly Names[];
}

export interface Scale {
  readonly small: FilledLedger;
  readonly large: FilledLedger;
  readonly largeGigabytes: number;
}

let running: Promise<Scale> | undefined;

/** Two ledgers, of a thousand and of a million cases; built once for all measures that ask for them. */
export const ledgersOfScale = (): Promise<Scale> => (running ??= build());

async function build(): Promise<Scale> {
  const folder = temporaryFolder('scale', NEEDED_BYTES);
  const { openSqliteLedger } = loadBuilt<Ledgers>('lib/ledger/sqlite/open-sqlite-ledger.js', ['openSqliteLedger']);
  const templates = await makeTemplates(openSqliteLedger, path.join(folder, 'templates.sqlite'));
  const fill = async (name: string, count: number): Promise<FilledLedger & { readonly bytes: number }> => {
    const file = path.join(folder, `${name}.sqlite`);
    // The ledger makes its tables and indexes by itself.
    await (await openSqliteLedger({ file })).close();
    fillLedger(file, templates, count);
    const { cases, bytes } = pickCases(file);
    return { ledger: await openSqliteLedger({ file }), cases, bytes };
  };
  const small = await fill('small', SMALL);
  console.error(`  filling a ledger with ${LARGE.toLocaleString('en')} cases ...`);
  const large = await fill('large', LARGE);
  return { small, large, largeGigabytes: rounded(large.bytes / 1e9) };
}

/** As many as the small ledger has, in random order and evenly over the whole file. */
function pickCases(file: string): { cases: readonly Names[]; bytes: number } {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database
      .prepare(
        `SELECT c.id, c.rma, c.channel, c.external_id, c.order_name, r.name, r.value
         FROM cases c JOIN case_references r ON r.case_id = c.id AND r.name = 'shopOrder'
         WHERE c.rowid % (SELECT max(rowid) / ${SMALL} FROM cases) = 0
         ORDER BY substr(c.rma, -3), c.rma LIMIT ${SMALL}`,
      )
      .all();
    const size = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size');
    const cases = rows.map((row) => ({
      id: String(row['id']),
      rma: String(row['rma']),
      channel: String(row['channel']),
      externalId: String(row['external_id']),
      orderName: String(row['order_name']),
      reference: { name: String(row['name']), value: String(row['value']) },
    }));
    return { cases, bytes: Number(size.get()?.['bytes'] ?? 0) };
  } finally {
    database.close();
  }
}

/** A ratio of 1 means that a million cases cost nothing. */
export const contestOfScale = (id: string, unit: string): Contest => ({
  id,
  unit,
  better: 'less',
  peer: `the same with ${SMALL.toLocaleString('en')} cases`,
  aim: 1 / MOST_SLOWDOWN,
});

/** The next of some values, again from the first after the last. */
export function inTurn<T>(values: readonly T[]): () => T {
  let next = 0;
  return () => {
    const [value] = values.slice(next, next + 1);
    if (value === undefined) throw new RangeError('there is nothing to take in turn');
    next = (next + 1) % values.length;
    return value;
  };
}

/** How many times longer it takes among a million cases than among a thousand. */
export const slowdownOf = ({ ours, theirs }: Pick<Result, 'ours' | 'theirs'>): number => rounded(ours / theirs);
