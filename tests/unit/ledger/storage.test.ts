import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sharedLedger, type LedgerLocation } from '../../../lib/ledger';
import { storageError } from '../../../lib/ledger/sqlite/storage-error';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

describe('the ledger file', () => {
  let ledgers: Ledgers;
  beforeEach(() => {
    ledgers = new Ledgers();
  });
  afterEach(() => ledgers.remove());

  it('is created with its folder, durable, and readable by its owner only', async () => {
    const file = path.join(ledgers.folder, 'new', 'folder', 'ledger.sqlite');
    await ledgers.open({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const raw = new DatabaseSync(file);
    expect(raw.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    raw.close();
  });

  it('is migrated once when several open it at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => ledgers.open()));
    await Promise.all(all.map((ledger, index) => ledger.openCase(aReturn(`r-${index}`), byWorkflow)));
    expect((await all[0]?.findCases({}, { limit: 10 }))?.items).toHaveLength(5);
  });

  it('of a newer version is refused with what to do, and left alone', async () => {
    await (await ledgers.open()).close();
    const raw = new DatabaseSync(ledgers.file);
    raw.exec('PRAGMA user_version = 99');
    await expect(ledgers.open()).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: false,
      message: expect.stringContaining('schema 99'),
      description: expect.stringContaining('Update n8n-nodes-returns'),
    });
    expect(raw.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 99 });
    raw.close();
  });

  it('of another program is refused and left alone', async () => {
    const raw = new DatabaseSync(ledgers.file);
    raw.exec('CREATE TABLE workflow_entity (id TEXT)');
    await expect(ledgers.open()).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('another program'),
    });
    expect(raw.prepare('SELECT name FROM sqlite_schema').all()).toHaveLength(1);
    raw.close();
  });

  it('that is no database is refused and left alone', async () => {
    writeFileSync(ledgers.file, 'Dear diary, today somebody gave me the wrong path.\n'.repeat(100));
    const before = readFileSync(ledgers.file);
    await expect(ledgers.open()).rejects.toMatchObject({ code: 'storage_failed', message: /no SQLite database/ });
    expect(readFileSync(ledgers.file)).toEqual(before);
  });

  it('that cannot be created is refused with what to do', async () => {
    mkdirSync(ledgers.file);
    await expect(ledgers.open()).rejects.toMatchObject({ code: 'storage_failed', description: /Check the path/ });
  });

  it('that was cut off is reported as damaged', async () => {
    const ledger = await ledgers.open();
    for (let index = 0; index < 30; index += 1) await ledger.openCase(aReturn(`r-${index}`), byWorkflow);
    await ledger.close();
    truncateSync(ledgers.file, 16 * 4096);
    await expect(ledgers.open()).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('damaged'),
    });
  });

  it('held by another writer for too long gives a retryable error, and nothing half-done', async () => {
    const ledger = await ledgers.open({ patienceMs: 150 });
    const raw = new DatabaseSync(ledgers.file);
    raw.exec('BEGIN IMMEDIATE');
    await expect(ledger.openCase(aReturn(), byWorkflow)).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: true,
      message: expect.stringContaining('busy'),
    });
    raw.exec('ROLLBACK');
    raw.close();
    expect((await ledger.openCase(aReturn(), byWorkflow)).dossier.case.rma).toBe('RMA-2026-000001');
  });

  it('held by another writer for a moment is waited for, while other work goes on', async () => {
    const ledger = await ledgers.open();
    const raw = new DatabaseSync(ledgers.file);
    raw.exec('BEGIN IMMEDIATE');
    setTimeout(() => {
      raw.exec('ROLLBACK');
    }, 120);
    expect((await ledger.openCase(aReturn(), byWorkflow)).opened).toBe(true);
    raw.close();
  });

  it('that fails in mid-transaction takes everything back', async () => {
    const ledger = await ledgers.open();
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    const raw = new DatabaseSync(ledgers.file);
    raw.exec(`CREATE TRIGGER no_room BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    await expect(ledger.command(dossier.case.id, { type: 'approve' }, byWorkflow)).rejects.toMatchObject({
      code: 'storage_failed',
    });
    raw.exec('DROP TRIGGER no_room');
    raw.close();
    expect(await ledger.timeline(dossier.case.id)).toHaveLength(1);
    expect((await ledger.command(dossier.case.id, { type: 'approve' }, byWorkflow)).dossier.case.version).toBe(2);
  });

  it('says so when it is closed', async () => {
    const ledger = await ledgers.open();
    await ledger.close();
    await ledger.close();
    await expect(ledger.findCases({}, { limit: 1 })).rejects.toMatchObject({ message: 'The ledger is closed' });
  });

  it('holds nothing of what was erased, however its pages were filled, split and freed before', async () => {
    const ledger = await ledgers.open();
    const ids: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      const { dossier } = await ledger.openCase(aReturn(`r-${index}`, { note: `Zqx ${index}` }), byWorkflow);
      ids.push(dossier.case.id);
    }
    for (let round = 0; round < 4; round += 1) {
      for (const [index, id] of ids.entries()) {
        const length = (index * 37 + round * 613) % 1900;
        if ((index + round) % 3 > 0)
          await ledger.command(id, { type: 'note', note: `Zqx${'-'.repeat(length)}Zqx` }, byWorkflow);
        if (index % 10 === round) {
          const content = Buffer.from('Zqx '.repeat(length * 5 + 1));
          await ledger.attachEvidence(id, { name: 'Zqx.txt', mimeType: 'text/plain', content }, byWorkflow);
        }
      }
    }
    for (const id of ids) await ledger.command(id, { type: 'reject', note: 'Zqx' }, byWorkflow);
    const closedBefore = new Date(ledgers.now + 1000).toISOString();
    expect(await ledger.eraseOlderThan({ closedBefore, limit: 100 }, byWorkflow)).toEqual({ erased: 60, more: false });
    for (const file of [ledgers.file, `${ledgers.file}-wal`]) expect(readFileSync(file).includes('Zqx')).toBe(false);
  });

  it('hands over events that a program of an earlier version has left behind one that is gone', async () => {
    const ledger = await ledgers.open();
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    await ledger.command(dossier.case.id, { type: 'approve' }, byWorkflow);
    const options = { consumer: 'c', filter: {}, limit: 9, leaseMs: 60_000, startFrom: 'beginning' } as const;
    expect(await ledger.claim(options)).toHaveLength(1);
    const raw = new DatabaseSync(ledgers.file);
    raw.exec('DELETE FROM deliveries WHERE seq = 1');
    raw.close();
    expect(await (await ledgers.open()).claim(options)).toMatchObject([{ event: { seq: 2 } }]);
  });

  it('reads events of types that only a newer version knows', async () => {
    const ledger = await ledgers.open();
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    const raw = new DatabaseSync(ledgers.file);
    raw.exec(`UPDATE events SET type = 'parcel.teleported'`);
    raw.close();
    expect(await ledger.timeline(dossier.case.id)).toMatchObject([{ type: 'parcel.teleported' }]);
    const options = { consumer: 'c', limit: 1, leaseMs: 1000, startFrom: 'beginning' } as const;
    expect(await ledger.claim({ ...options, filter: { types: ['parcel.teleported'] } })).toHaveLength(1);
  });
});

describe('an error of SQLite', () => {
  const sqlite = (errcode: number): Error => Object.assign(new Error('sqlite'), { code: 'ERR_SQLITE_ERROR', errcode });

  it.each([
    [13, 'full', true],
    [8, 'read-only', false],
    [8 + (6 << 8), 'read-only', false],
    [5 + (2 << 8), 'busy', true],
    [10, 'disk', true],
    [14, 'cannot be opened', false],
    [11, 'damaged', false],
    [77, 'could not be read or written', false],
  ])('%i becomes a ledger error that tells of "%s"', (errcode, words, retryable) => {
    expect(storageError(sqlite(errcode))).toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining(words),
      description: expect.stringMatching(/\w/),
      retryable,
    });
  });

  it('of a place that is taken asks for another try', () => {
    expect(storageError(sqlite(2067))).toMatchObject({ code: 'conflict', retryable: true });
  });

  it('leaves other errors as they are', () => {
    const error = new TypeError('x');
    expect(storageError(error)).toBe(error);
  });
});

describe('a shared ledger', () => {
  let ledgers: Ledgers;
  beforeEach(() => {
    ledgers = new Ledgers();
  });
  afterEach(() => ledgers.remove());
  const at = (file: string): LedgerLocation => ({ kind: 'embedded', file });

  it('is one connection per file, open until its last handle closes', async () => {
    const [one, two] = await Promise.all([
      sharedLedger(at(ledgers.file)),
      sharedLedger(at(path.join(ledgers.folder, '.', 'ledger.sqlite'))),
    ]);
    let told = 0;
    two.onAppended(() => (told += 1));
    await one.openCase(aReturn(), byWorkflow);
    expect(told).toBe(1);
    await one.close();
    await one.close();
    expect((await two.findCases({}, { limit: 1 })).items).toHaveLength(1);
    await two.close();
    await expect(two.findCases({}, { limit: 1 })).rejects.toMatchObject({ code: 'storage_failed' });
    const three = await sharedLedger(at(ledgers.file));
    expect((await three.findCases({}, { limit: 1 })).items).toHaveLength(1);
    await three.close();
  });

  it('silences the listeners of a handle that was closed', async () => {
    const one = await sharedLedger(at(ledgers.file));
    const two = await sharedLedger(at(ledgers.file));
    let told = 0;
    two.onAppended(() => (told += 1));
    await two.close();
    await one.openCase(aReturn(), byWorkflow);
    expect(told).toBe(0);
    await one.close();
  });

  it('can be opened again after opening it failed', async () => {
    writeFileSync(ledgers.file, 'no database, and long enough to be read as one'.repeat(100));
    await expect(sharedLedger(at(ledgers.file))).rejects.toMatchObject({ code: 'storage_failed' });
    truncateSync(ledgers.file, 0);
    await (await sharedLedger(at(ledgers.file))).close();
  });
});
