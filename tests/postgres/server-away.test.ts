import { setTimeout as sleep } from 'node:timers/promises';
import { openLedgerAt, type Ledger, type OpenLedgerOptions } from '../../lib/ledger';
import { startPostgres, type PostgresServer } from '../support/postgres-server';
import { aReturn, byWorkflow } from '../unit/ledger/support/returns';
import { until } from '../support/until';
import { inLedger, newPlace, whenNoted, type Place } from './support';

/** On a server of its own, which durably keeps what it has committed. */
describe('a server that goes away', () => {
  let server: PostgresServer;
  let place: Place;
  const ledgers: Ledger[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(() => {
    place = newPlace(server.location);
  });
  afterEach(async () => {
    await server.start().catch(() => undefined);
    await Promise.all(ledgers.splice(0).map((ledger) => ledger.close()));
  });
  afterAll(() => server.stop());

  const open = async (options: OpenLedgerOptions = {}): Promise<Ledger> => {
    const ledger = await openLedgerAt(place, options);
    ledgers.push(ledger);
    return ledger;
  };
  const openCase = async (ledger: Ledger, name = 'return-1'): Promise<string> =>
    (await ledger.openCase(aReturn(name), byWorkflow)).dossier.case.id;

  it('by SIGKILL in mid-transaction, and comes back, costs a wait and nothing else', async () => {
    const ledger = await open();
    const id = await openCase(ledger);
    await whenNoted(place, { note: 'slow', at: 'commit', then: 'PERFORM pg_sleep(30)' });
    const slow = ledger.command(id, { type: 'note', note: 'slow' }, byWorkflow);
    const number = openCase(ledger, 'return-2');
    await number;
    await until(async () => (await inLedger(place, 'SELECT is_called FROM on_slow_commit'))[0]?.['is_called'] === true);
    await server.kill();
    await sleep(200);
    await server.start();
    expect((await slow).events).toMatchObject([{ version: 2, note: 'slow' }]);
    expect((await ledger.timeline(id)).map(({ type }) => type)).toEqual(['case.opened', 'case.noted']);
    expect((await ledger.openCase(aReturn('return-3'), byWorkflow)).dossier.case.rma).toMatch(/000003$/);
  });

  it('keeps through SIGKILL what it has said to be saved', async () => {
    const ledger = await open();
    const saved: string[] = [];
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let turn = 0; turn < 1000; turn += 1) {
        const name = `w${writer}-${turn}`;
        await openCase(ledger, name);
        saved.push(name);
      }
    });
    await sleep(500);
    await server.kill();
    const before = saved.length;
    await Promise.all(ledgers.splice(0).map((each) => each.close()));
    await Promise.allSettled(writers);
    await server.start();
    const { items } = await (await open()).findCases({}, { limit: 1000 });
    const found = items.map((item) => item.case.externalId);
    expect(before).toBeGreaterThan(4);
    expect(saved.filter((name) => !found.includes(name))).toEqual([]);
    const numbers = items.map((item) => Number(item.case.rma.slice(-6))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
  });

  it('for long gives a clear error, and is used again once it is back, by the same ledger', async () => {
    const ledger = await open({ patienceMs: 400 });
    const id = await openCase(ledger);
    await server.shutDown();
    const began = performance.now();
    await expect(ledger.command(id, { type: 'approve' }, byWorkflow)).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: true,
      message: expect.stringMatching(/cannot be reached|starting or shutting down|was lost/),
      description: expect.stringMatching(/\w/),
    });
    expect(performance.now() - began).toBeLessThan(15_000);
    await expect(openLedgerAt(place, { patienceMs: 100 })).rejects.toMatchObject({ code: 'storage_failed' });
    await server.start();
    expect((await ledger.command(id, { type: 'approve' }, byWorkflow)).dossier.case.version).toBe(2);
  });

  it('for a moment is not noticed', async () => {
    const ledger = await open();
    const id = await openCase(ledger);
    await server.shutDown();
    const approved = ledger.command(id, { type: 'approve' }, byWorkflow);
    await sleep(300);
    await server.start();
    expect((await approved).dossier.case.decision).toBe('approved');
  });

  it('keeps a step claimed whose process lives on, and takes its result when it is back', async () => {
    const ledger = await open();
    const id = await openCase(ledger);
    const outcome = await ledger.runOnce(
      id,
      'refund',
      async () => {
        await server.kill();
        setTimeout(() => void server.start(), 300);
        return { result: 're_1', commands: [{ type: 'note', note: 'refunded' }] };
      },
      byWorkflow,
    );
    expect(outcome).toMatchObject({ result: 're_1', performed: true });
    expect(await ledger.steps(id)).toMatchObject([{ status: 'done', attempts: 1 }]);
    expect(await ledger.timeline(id)).toHaveLength(2);
  });

  it('is listened to again when it is back: what was appended meanwhile is told', async () => {
    const [writer, reader] = [await open(), await open()];
    const id = await openCase(writer);
    let told = 0;
    reader.onAppended(() => (told += 1));
    await until(() => told > 0);
    await server.kill();
    await server.start();
    const before = told;
    await writer.command(id, { type: 'note', note: 'n' }, byWorkflow);
    await until(() => told > before);
  });
});
