import type { Ledger } from '../../lib/ledger';
import { openLedgerAt } from '../../lib/ledger';
import { dropSchema } from '../support/postgres-server';
import { aReturn, byWorkflow } from '../unit/ledger/support/returns';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy';
import { inLedger, newPlace, whenNoted, type Place } from './support';

const TERMINATE = 'PERFORM pg_terminate_backend(pg_backend_pid())';

describe('a connection that is lost', () => {
  let place: Place;
  let proxy: CuttingProxy;
  let ledger: Ledger;
  let id: string;
  beforeEach(async () => {
    place = newPlace();
    proxy = await startCuttingProxy(place.host, place.port);
    ledger = await openLedgerAt({ ...place, port: proxy.port });
    id = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(async () => {
    await ledger.close();
    await proxy.stop();
    await dropSchema(place);
  });

  const note = (text: string) => ledger.command(id, { type: 'note', note: text }, byWorkflow);
  const notes = async (): Promise<unknown[]> =>
    (await ledger.timeline(id)).flatMap(({ note: text }) => (text === undefined ? [] : [text]));

  it.each(['insert', 'commit'] as const)('by the server at the %s leaves nothing, and is tried again', async (at) => {
    await whenNoted(place, { note: 'dying', at, then: TERMINATE });
    const { events } = await note('dying');
    expect(events).toMatchObject([{ version: 2, note: 'dying' }]);
    expect(await notes()).toEqual(['dying']);
    expect((await ledger.getCase({ id })).case.version).toBe(2);
  });

  it('while it was idle is not noticed', async () => {
    await inLedger(
      place,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'n8n-nodes-returns' AND query ILIKE '%events%' AND pid <> pg_backend_pid()`,
    );
    await note('after');
    expect(await notes()).toEqual(['after']);
  });

  it('before COMMIT was sent leaves nothing, and is tried again', async () => {
    proxy.cutNext('before it');
    await note('once');
    expect(await notes()).toEqual(['once']);
  });

  it('before COMMIT was answered is found to have been in time, and not repeated', async () => {
    proxy.cutNext('before its answer');
    const { events, dossier } = await note('once');
    expect(events).toMatchObject([{ version: 2, note: 'once' }]);
    expect(dossier.case.version).toBe(2);
    expect(await notes()).toEqual(['once']);
  });

  it('with all answers says that the change was saved, and does not repeat it', async () => {
    proxy.cutNext('behind it');
    await expect(note('once')).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: true,
      message: expect.stringContaining('was saved'),
    });
    expect(await notes()).toEqual(['once']);
  });

  it('while the server still commits is waited for, until it is known what became of it', async () => {
    await whenNoted(place, { note: 'slow', at: 'commit', then: 'PERFORM pg_sleep(0.5)' });
    proxy.cutNext('behind it');
    await expect(note('slow')).rejects.toMatchObject({ message: expect.stringContaining('was saved') });
    expect(await notes()).toEqual(['slow']);
  });

  it('does not make a webhook pass for one that was seen before', async () => {
    proxy.cutNext('before its answer');
    expect(await ledger.receive('shopify', 'd-1')).toBe(true);
    proxy.cutNext('before it');
    expect(await ledger.receive('shopify', 'd-2')).toBe(true);
    expect(await ledger.receive('shopify', 'd-2')).toBe(false);
  });

  it('does not do an effect twice, nor give a number out in vain', async () => {
    const keys: string[] = [];
    for (const cut of ['before it', 'before its answer', 'behind it'] as const) {
      proxy.cutNext(cut);
      const step = `refund ${cut}`;
      const run = () =>
        ledger.runOnce(
          id,
          step,
          ({ idempotencyKey }) => {
            keys.push(idempotencyKey);
            return Promise.resolve({ result: step, commands: [{ type: 'note', note: step }] });
          },
          byWorkflow,
        );
      await run().catch(() => undefined);
      expect(await run()).toMatchObject({ result: step });
      proxy.cutNext(cut);
      await ledger.openCase(aReturn(step), byWorkflow).catch(() => undefined);
      await ledger.openCase(aReturn(step), byWorkflow);
    }
    expect(new Set(keys).size).toBe(3);
    const { items } = await ledger.findCases({}, { limit: 10 });
    expect(items.map((item) => item.case.rma.slice(-6)).toSorted()).toEqual(['000001', '000002', '000003', '000004']);
  });

  it('is told as such when it lasts, without a word of where the server is', async () => {
    const impatient = await openLedgerAt({ ...place, port: proxy.port }, { patienceMs: 300 });
    await proxy.stop();
    const error: unknown = await impatient.getCase({ id }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'storage_failed', retryable: true, message: /cannot be reached|was lost/ });
    expect(JSON.stringify(error) + String(error)).not.toContain(String(proxy.port));
    await impatient.close();
  });
});
