import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createGroupCommit, type GroupCommit } from '../../../lib/ledger/sqlite/group-commit';
import { isReturnsError } from '../../../lib/returns';

let folder: string;
let database: DatabaseSync;
let group: GroupCommit;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'returns-group-'));
  database = new DatabaseSync(path.join(folder, 'group.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  group = createGroupCommit(database, 1000);
});

afterEach(() => {
  if (database.isOpen) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = (text: string): Promise<number> =>
  group.write(() => Number(database.prepare('INSERT INTO notes (text) VALUES (?)').run(text).lastInsertRowid));

const notes = (): unknown[] =>
  database
    .prepare('SELECT text FROM notes ORDER BY id')
    .all()
    .map(({ text }) => text);

/** What was executed from now on, as far as transactions go. */
function watchTransactions(): string[] {
  const seen: string[] = [];
  const exec = database.exec.bind(database);
  jest.spyOn(database, 'exec').mockImplementation((sql) => {
    seen.push(sql);
    exec(sql);
  });
  return seen;
}

const outcomes = async (writes: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(writes)).map(({ status }) => status);

describe('writes of one turn', () => {
  it('share one commit, in the order in which they were asked for', async () => {
    const seen = watchTransactions();
    expect(await Promise.all(['one', 'two', 'three'].map(note))).toEqual([1, 2, 3]);
    expect(seen.filter((sql) => sql === 'COMMIT')).toHaveLength(1);
    expect(notes()).toEqual(['one', 'two', 'three']);
  });

  it('go into several transactions when they are many, so that others get their turn', async () => {
    const seen = watchTransactions();
    await Promise.all(Array.from({ length: 120 }, (_, index) => note(String(index))));
    expect(seen.filter((sql) => sql === 'COMMIT')).toHaveLength(3);
    expect(notes()).toHaveLength(120);
  });

  it('undo only their own statements when they fail', async () => {
    const failing = group.write(() => {
      database.exec("INSERT INTO notes (text) VALUES ('half')");
      throw new RangeError('refused');
    });
    const writes = [note('before'), failing, note('after')];
    expect(await outcomes(writes)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(failing).rejects.toThrow('refused');
    expect(notes()).toEqual(['before', 'after']);
  });

  it('are told of nothing before the commit, and all fail when it does', async () => {
    const exec = database.exec.bind(database);
    jest.spyOn(database, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw new Error('the disk is gone');
      exec(sql);
    });
    expect(await outcomes([note('one'), note('two')])).toEqual(['rejected', 'rejected']);
    jest.restoreAllMocks();
    expect(database.isTransaction).toBe(false);
    expect(notes()).toEqual([]);
  });

  it('do not withhold from each other what only one of them finds no room for', async () => {
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages + 3}`);
    const large = note('x'.repeat(100_000));
    expect(await outcomes([note('small'), large, note('also small')])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const error: unknown = await large.catch((reason: unknown) => reason);
    expect(isReturnsError(error) && error.message).toMatch(/full/);
    expect(notes()).toEqual(['small', 'also small']);
  });

  it('wait together while another process writes', async () => {
    const other = new DatabaseSync(path.join(folder, 'group.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const writes = [note('one'), note('two')];
    setTimeout(() => {
      other.exec('COMMIT');
      other.close();
    }, 100);
    expect(await Promise.all(writes)).toEqual([1, 2]);
  });

  it('fail together, as worth a repeat, when another process writes for longer than patience lasts', async () => {
    const other = new DatabaseSync(path.join(folder, 'group.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const impatient = createGroupCommit(database, 50);
    const writes = [impatient.write(() => 1), impatient.write(() => 2)];
    for (const write of writes) await expect(write).rejects.toMatchObject({ code: 'storage_failed', retryable: true });
    other.close();
    expect(await impatient.write(() => 3)).toBe(3);
  });
});

it('nothing that was asked for is left behind by whoever waits for the writes to settle', async () => {
  const late = note('late');
  await group.settle();
  expect(notes()).toEqual(['late']);
  await expect(late).resolves.toBe(1);
});
