import { setTimeout as sleep } from 'node:timers/promises';
import { openLedgerAt, type Ledger } from '../../lib/ledger';
import { startPostgres, type PostgresServer } from '../support/postgres-server';
import { aReturn, byWorkflow } from '../unit/ledger/support/returns';
import { until } from '../support/until';
import { inLedger, newPlace, type Place } from './support';

describe('news of appended events, from other processes', () => {
  let server: PostgresServer;
  let place: Place;
  let writer: Ledger;
  let reader: Ledger;
  let id: string;
  let told: number;
  let stop: () => void;
  beforeAll(async () => {
    server = await startPostgres({ fsync: false });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = newPlace(server.location);
    writer = await openLedgerAt(place);
    reader = await openLedgerAt(place);
    id = (await writer.openCase(aReturn(), byWorkflow)).dossier.case.id;
    told = 0;
    stop = reader.onAppended(() => (told += 1));
    await until(() => told > 0);
  });
  afterEach(async () => {
    await writer.close();
    await reader.close();
  });

  const note = (): Promise<unknown> => writer.command(id, { type: 'note', note: 'n' }, byWorkflow);
  /** On this server only the ledgers of the test at hand listen; each of them looks by itself now and then. */
  const LISTENING = `application_name = 'n8n-nodes-returns' AND query = 'SELECT COALESCE(MAX(seq), 0) AS seq FROM events'`;
  const listeners = async (): Promise<string> =>
    server.psql(`SELECT COUNT(*) FROM pg_stat_activity WHERE ${LISTENING}`);

  it('come within moments, and as one for many', async () => {
    const waits: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const before = told;
      const began = performance.now();
      await note();
      await until(() => told > before);
      waits.push(performance.now() - began);
      await sleep(30);
    }
    // Without being told it would look every five seconds.
    expect(Math.min(...waits)).toBeLessThan(1000);
    const before = told;
    await Promise.all(Array.from({ length: 50 }, note));
    await sleep(200);
    expect(told - before).toBeGreaterThan(0);
    expect(told - before).toBeLessThan(50);
  });

  it('come likewise of what a webhook brought, and of dead letters that are to be worked again', async () => {
    const before = told;
    await writer.receive('shopify', 'd-1', { order: 1 });
    await until(() => told > before);
    const claims = { consumer: 'c', filter: {}, limit: 1, leaseMs: 1000, startFrom: 'beginning' } as const;
    const seqs = (await writer.claim(claims)).map(({ event }) => event.seq);
    await writer.reject('c', seqs, 'no', undefined);
    const again = told;
    await writer.replay('c', seqs);
    await until(() => told > again);
  });

  it('do not come from oneself a second time', async () => {
    await sleep(50);
    const before = told;
    await reader.command(id, { type: 'note', note: 'own' }, byWorkflow);
    await sleep(200);
    expect(told - before).toBe(1);
  });

  it('come again after the connection that listens was lost, also of what happened meanwhile', async () => {
    const before = told;
    await server.psql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${LISTENING}`);
    await until(() => told > before);
    const again = told;
    await note();
    await until(() => told > again);
  });

  it('come, if late, of what nobody has told', async () => {
    const before = told;
    await inLedger(
      place,
      `INSERT INTO events (case_id, version, type, at, actor, body)
      SELECT case_id, 2, 'case.noted', at, actor, '{"change":{}}' FROM events`,
    );
    await until(() => told > before);
  });

  it('end with whoever asked for them', async () => {
    expect(await listeners()).toBe('1');
    stop();
    const before = told;
    await until(async () => (await listeners()) === '0');
    await note();
    await sleep(100);
    expect(told).toBe(before);
  });
});
