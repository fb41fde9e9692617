import { DatabaseSync } from 'node:sqlite';
import { verifyLedger, type Ledger } from '../../../lib/ledger';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

const MILLION = 1_000_000;

/** Written past the ledger, as a newer program or many years would; the embedded ledger only. */
describe('a log that another hand has written', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let caseId: string;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    caseId = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(() => ledgers.remove());

  const raw = (act: (database: DatabaseSync) => void): void => {
    const database = new DatabaseSync(ledgers.file);
    act(database);
    database.close();
  };

  it('of a million events of one case is read by pages, and its case is worked as fast as all others', async () => {
    raw((database) => {
      database.exec('PRAGMA synchronous = OFF');
      database
        .prepare(
          `WITH RECURSIVE versions(version) AS (SELECT 2 UNION ALL SELECT version + 1 FROM versions WHERE version < ?)
          INSERT INTO events (case_id, version, type, at, actor, body)
          SELECT ?, version, 'case.noted', '2026-01-15T10:00:00.000Z', '{"kind":"system"}', '{"change":{}}' FROM versions`,
        )
        .run(MILLION, caseId);
      database
        .prepare(`UPDATE cases SET version = ?, dossier = json_set(dossier, '$.case.version', ?) WHERE id = ?`)
        .run(MILLION, MILLION, caseId);
    });
    const page = await ledger.timeline(caseId, { limit: 3, after: MILLION - 2 });
    expect(page.map(({ version }) => version)).toEqual([MILLION - 1, MILLION]);
    expect((await ledger.timeline(caseId, { limit: 2 })).map(({ version }) => version)).toEqual([1, 2]);

    const started = performance.now();
    for (let index = 1; index <= 20; index += 1) {
      const { dossier } = await ledger.command(caseId, { type: 'note', note: 'n' }, byWorkflow);
      expect(dossier.case.version).toBe(MILLION + index);
    }
    const claiming = { consumer: 'c', filter: { types: ['decision.approved'] }, limit: 5, leaseMs: 60_000 } as const;
    await ledger.command(caseId, { type: 'approve' }, byWorkflow);
    expect(await ledger.claim({ ...claiming, startFrom: 'beginning' })).toMatchObject([
      { event: { version: MILLION + 21 } },
    ]);
    // Reading the log once takes seconds, and twenty-two times a minute.
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 120_000);

  it('by a newer version is kept, folded, and handed to consumers, with words that are unknown here', async () => {
    const change = { parcel: 'in_orbit', references: { drone: 'd-1' }, altitudeMeters: 400_000 };
    raw((database) => {
      database
        .prepare(
          `INSERT INTO events (case_id, version, type, at, actor, body)
          VALUES (?, 2, 'parcel.launched', '2026-01-15T11:00:00.000Z', '{"kind":"robot"}', ?)`,
        )
        .run(caseId, JSON.stringify({ change, signature: 'ed25519' }));
      database
        .prepare(
          `UPDATE cases SET version = 2, parcel = 'in_orbit', updated_at = '2026-01-15T11:00:00.000Z', dossier =
            json_set(dossier, '$.case.version', 2, '$.case.parcel', 'in_orbit', '$.case.references.drone', 'd-1',
              '$.case.altitudeMeters', 400000, '$.case.updatedAt', '2026-01-15T11:00:00.000Z')
          WHERE id = ?`,
        )
        .run(caseId);
    });
    const [, launched] = await ledger.timeline(caseId);
    expect(launched).toMatchObject({ type: 'parcel.launched', change, signature: 'ed25519' });
    expect((await verifyLedger(ledger)).faults).toEqual([]);

    const { dossier } = await ledger.command(caseId, { type: 'approve' }, byWorkflow);
    expect(dossier.case).toMatchObject({
      version: 3,
      decision: 'approved',
      parcel: 'in_orbit',
      altitudeMeters: 400_000,
    });
    expect((await verifyLedger(ledger)).faults).toEqual([]);
    await expect(ledger.command(caseId, { type: 'receive' }, byWorkflow)).rejects.toMatchObject({
      code: 'illegal_command',
      message: expect.stringContaining('in_orbit'),
    });
    const options = { consumer: 'c', limit: 5, leaseMs: 60_000, startFrom: 'beginning' } as const;
    expect(await ledger.claim({ ...options, filter: { types: ['parcel.launched'] } })).toMatchObject([
      { event: { change }, dossier: { case: { parcel: 'in_orbit' } } },
    ]);
    expect((await ledger.findCases({ decision: ['approved'] }, { limit: 5 })).items).toEqual([dossier]);
  });
});
