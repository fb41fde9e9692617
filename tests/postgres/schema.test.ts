import { openLedgerAt } from '../../lib/ledger';
import { migrations } from '../../lib/ledger/postgres/migrations';
import { dropSchema, query } from '../support/postgres-server';
import { aReturn, byWorkflow } from '../unit/ledger/support/returns';
import { inLedger, newPlace, type Place } from './support';

describe('the schema of a ledger', () => {
  let place: Place;
  beforeEach(() => {
    place = newPlace();
  });
  afterEach(() => dropSchema(place));

  const tables = async (): Promise<unknown[]> =>
    (await query(place, `SELECT tablename AS name FROM pg_tables WHERE schemaname = '${place.schema}'`)).map(
      (row) => row['name'],
    );

  it('is made once when several processes start at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => openLedgerAt(place)));
    await Promise.all(all.map((ledger, index) => ledger.openCase(aReturn(`r-${index}`), byWorkflow)));
    expect((await all[0]?.findCases({}, { limit: 10 }))?.items).toHaveLength(6);
    expect(await inLedger(place, 'SELECT version FROM returns_ledger')).toEqual([{ version: migrations.length }]);
    await Promise.all(all.map((ledger) => ledger.close()));
  });

  it('of a newer version is refused with what to do, and left alone', async () => {
    await (await openLedgerAt(place)).close();
    await inLedger(place, 'UPDATE returns_ledger SET version = 99');
    await expect(openLedgerAt(place)).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: false,
      message: expect.stringContaining('schema 99'),
      description: expect.stringContaining('Update n8n-nodes-returns'),
    });
    expect(await inLedger(place, 'SELECT version FROM returns_ledger')).toEqual([{ version: 99 }]);
  });

  it('of another program is refused and left alone', async () => {
    await query(place, `CREATE SCHEMA "${place.schema}"; CREATE TABLE "${place.schema}".workflow_entity (id TEXT)`);
    await expect(openLedgerAt(place)).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('tables of another program'),
      description: expect.stringContaining('schema of its own'),
    });
    expect(await tables()).toEqual(['workflow_entity']);
  });

  it('that was prepared empty is used', async () => {
    await query(place, `CREATE SCHEMA "${place.schema}"`);
    const ledger = await openLedgerAt(place);
    expect((await ledger.openCase(aReturn(), byWorkflow)).opened).toBe(true);
    await ledger.close();
  });

  it('whose making fails in the middle is not there, and can be made later', async () => {
    await query(place, `CREATE SCHEMA "${place.schema}"`);
    const [first = '', ...rest] = migrations;
    const broken = jest.replaceProperty(migrations as string[], 0, `${first}; SELECT 1 / 0`);
    await expect(openLedgerAt(place)).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await tables()).toEqual([]);
    broken.restore();
    expect(rest).toHaveLength(migrations.length - 1);
    await (await openLedgerAt(place)).close();
    expect(await tables()).toContain('cases');
  });

  it('may have any name', async () => {
    const odd = { ...place, schema: `${place.schema} "Ré-tours"; --` };
    const ledger = await openLedgerAt(odd);
    expect((await ledger.openCase(aReturn(), byWorkflow)).opened).toBe(true);
    await ledger.close();
    await query(place, `DROP SCHEMA "${odd.schema.replaceAll('"', '""')}" CASCADE`);
  });

  it('changed by a newer version under way does not confuse the connections that are open', async () => {
    const ledger = await openLedgerAt(place);
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    await ledger.timeline(dossier.case.id);
    await inLedger(place, 'ALTER TABLE events ADD COLUMN later TEXT');
    expect(await ledger.timeline(dossier.case.id)).toHaveLength(1);
    await inLedger(place, 'ALTER TABLE steps ADD COLUMN later TEXT');
    expect((await ledger.command(dossier.case.id, { type: 'approve' }, byWorkflow)).events).toHaveLength(1);
    await ledger.close();
  });
});
