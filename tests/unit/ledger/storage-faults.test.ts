import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, fstatSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { verifyLedger, type Ledger } from '../../../lib/ledger';
import { composeLedger } from '../../../lib/ledger/compose-ledger';
import { openDatabase } from '../../../lib/ledger/sqlite/open-database';
import { createSqliteStore } from '../../../lib/ledger/sqlite/sqlite-store';
import { isReturnsError, type Command } from '../../../lib/returns';
import { fc } from '../../support/properties';
import { Ledgers } from './support/ledgers';
import { aRefund, aReturn, aScan, byWorkflow } from './support/returns';

/** What can happen to the file under a ledger that is at work. The embedded ledger only: the others have servers. */
describe('a ledger whose file', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let caseId: string;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open({ patienceMs: 200 });
    caseId = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(() => ledgers.remove());

  const note = (text = 'n'): Command => ({ type: 'note', note: text });
  const expectSound = async (through = ledger): Promise<void> => {
    expect((await verifyLedger(through)).faults).toEqual([]);
  };

  describe('has no room to grow', () => {
    let database: DatabaseSync;
    let full: Ledger;
    beforeEach(async () => {
      database = await openDatabase(ledgers.file, 200);
      full = composeLedger(createSqliteStore(database, 200), { clock: () => new Date(ledgers.now) });
      const pages = database.prepare('PRAGMA page_count').get()?.['page_count'];
      database.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
    });
    afterEach(() => full.close());
    const noRoom = { code: 'storage_failed', message: expect.stringContaining('full'), retryable: true };
    const long = 'x'.repeat(2000);

    /** Asks until there is no room; answers how often there was. */
    const fill = async (act: (index: number) => Promise<unknown>): Promise<number> => {
      for (let index = 0; index < 500; index += 1) {
        try {
          await act(index);
        } catch (error) {
          expect(error).toMatchObject(noRoom);
          return index;
        }
      }
      throw new Error('There was always room');
    };

    it('refuses commands with what to do, leaves nothing half-written, and goes on once there is room', async () => {
      const done = await fill(() => full.command(caseId, note(long), byWorkflow));
      expect(await full.timeline(caseId)).toHaveLength(1 + done);
      await expectSound(full);
      database.exec('PRAGMA max_page_count = 10000');
      expect((await full.command(caseId, note(long), byWorkflow)).dossier.case.version).toBe(done + 2);
    });

    it('opens no case, and gives no number away', async () => {
      const opened = await fill((index) => full.openCase(aReturn(`r-${index}`), byWorkflow));
      database.exec('PRAGMA max_page_count = 10000');
      const { dossier } = await full.openCase(aReturn('next'), byWorkflow);
      expect(dossier.case.rma).toBe(`RMA-2026-${String(opened + 2).padStart(6, '0')}`);
      await expectSound(full);
    });

    it('does not forget an effect whose result it could not note: the step is taken over with the same key', async () => {
      await fill(() => full.command(caseId, note(long), byWorkflow));
      const keys: string[] = [];
      const settle: Command = { type: 'settle', refund: aRefund() };
      const effect = (result: string) => (attempt: { idempotencyKey: string; mayHaveHappened: boolean }) => {
        keys.push(`${attempt.idempotencyKey} ${attempt.mayHaveHappened}`);
        return Promise.resolve({ result, commands: [settle] });
      };
      await expect(full.runOnce(caseId, 'refund', effect(long.repeat(20)), byWorkflow)).rejects.toMatchObject(noRoom);
      database.exec('PRAGMA max_page_count = 10000');
      ledgers.now += 60_000;
      await full.runOnce(caseId, 'refund', effect('done'), byWorkflow);
      const [first = '', second = ''] = keys.slice(-2);
      if (keys.length > 1) expect(second).toBe(first.replace('false', 'true'));
      expect((await full.getCase({ id: caseId })).case.settlement).toBe('refunded');
      await expectSound(full);
    });

    it('keeps no piece of evidence that does not fit', async () => {
      const content = new Uint8Array(100_000).fill(7);
      const piece = { name: 'a.bin', mimeType: 'application/octet-stream', content };
      await expect(full.attachEvidence(caseId, piece, byWorkflow)).rejects.toMatchObject(noRoom);
      expect(await full.evidence(caseId)).toEqual([]);
      await expectSound(full);
    });
  });

  it('is held by another process is busy, and free again when that process is killed', async () => {
    const script = `
      const { DatabaseSync } = require('node:sqlite');
      const database = new DatabaseSync(process.argv[1]);
      database.exec('BEGIN IMMEDIATE; UPDATE cases SET version = 99');
      console.log('held');
      setInterval(() => undefined, 1000);`;
    const holder = spawn(process.execPath, ['-e', script, ledgers.file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await expect(ledger.command(caseId, note(), byWorkflow)).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('busy'),
      retryable: true,
    });
    expect((await ledger.getCase({ id: caseId })).case.version).toBe(1);
    holder.kill('SIGKILL');
    await once(holder, 'close');
    expect((await ledger.command(caseId, note(), byWorkflow)).dossier.case.version).toBe(2);
    await expectSound();
  });

  it.each([
    ['in a folder that may be written', 0o777],
    ['in a folder that may only be read', 0o555],
  ])('may only be read, %s, says what to do, and never changes', async (_, mode) => {
    await ledger.close();
    const before = readFileSync(ledgers.file);
    const readOnly = {
      code: 'storage_failed',
      message: 'The ledger file is read-only',
      description: expect.stringContaining('the user that runs n8n'),
      retryable: false,
    };
    chmodSync(ledgers.file, 0o444);
    chmodSync(ledgers.folder, mode);
    await withoutPrivileges(async () => {
      if (mode === 0o555) {
        await expect(ledgers.open()).rejects.toMatchObject(readOnly);
        return;
      }
      // Here SQLite can coordinate readers beside the file.
      const reader = await ledgers.open();
      expect((await reader.getCase({ id: caseId })).case.version).toBe(1);
      await expect(reader.command(caseId, note(), byWorkflow)).rejects.toMatchObject(readOnly);
    });
    chmodSync(ledgers.folder, 0o755);
    expect(readFileSync(ledgers.file).equals(before)).toBe(true);
  });

  it('is damaged anywhere gives typed errors and never wrong shapes', async () => {
    for (let index = 0; index < 20; index += 1) {
      const { dossier } = await ledger.openCase(aReturn(`r-${index}`), byWorkflow);
      await ledger.command(dossier.case.id, { type: 'approve', note: 'x'.repeat(300) }, byWorkflow);
      await ledger.command(dossier.case.id, aScan('delivered', '2026-01-16T10:00:00Z'), byWorkflow);
    }
    const ids = (await ledger.findCases({}, { limit: 100 })).items.map((dossier) => dossier.case.id);
    await ledger.close();
    const sound = readFileSync(ledgers.file);
    const damage = fc.tuple(fc.nat(sound.length - 1), fc.uint8Array({ minLength: 1, maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(damage, fc.constantFrom(...ids), async ([offset, bytes], id) => {
        restore(ledgers.file, sound, offset, bytes);
        const broken = await ledgers.open({ patienceMs: 50 }).catch(typed);
        if (!broken) return;
        await broken.findCases({ decision: ['approved'] }, { limit: 30 }).catch(typed);
        await broken.timeline(id).catch(typed);
        await broken.command(id, note(), byWorkflow).catch(typed);
        await broken.openCase(aReturn('new'), byWorkflow).catch(typed);
        await broken.claim({ consumer: 'c', filter: {}, limit: 5, leaseMs: 1000, startFrom: 'beginning' }).catch(typed);
        await broken.close();
      }),
      { numRuns: 60 },
    );
  });
});

/** An error of ours, as everything that goes wrong with a file must be. */
function typed(error: unknown): undefined {
  if (!isReturnsError(error)) throw error;
  expect(['storage_failed', 'not_found', 'conflict']).toContain(error.code);
}

/** Root may write whatever the mode of a file says. */
async function withoutPrivileges(act: () => Promise<void>): Promise<void> {
  const NOBODY = 65_534;
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

function restore(file: string, sound: Buffer, offset: number, damage: Uint8Array): void {
  for (const suffix of ['-wal', '-shm']) writeFileSync(file + suffix, '');
  writeFileSync(file, sound);
  const handle = openSync(file, 'r+');
  const room = fstatSync(handle).size - offset;
  writeSync(handle, damage.subarray(0, room), 0, Math.min(room, damage.length), offset);
  closeSync(handle);
}
