import type { ClaimOptions, Delivery, Ledger } from '../../../lib/ledger';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

describeEachStore('a consumer', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  const open = async (name: string, resolution: 'refund' | 'exchange' = 'refund'): Promise<string> =>
    (await ledger.openCase(aReturn(name, { resolution }), byWorkflow)).dossier.case.id;
  const note = (id: string): Promise<unknown> => ledger.command(id, { type: 'note', note: 'n' }, byWorkflow);
  const claim = (options: Partial<ClaimOptions> = {}, through = ledger): Promise<readonly Delivery[]> =>
    through.claim({ consumer: 'c', filter: {}, limit: 10, leaseMs: 1000, startFrom: 'beginning', ...options });
  const seqs = (deliveries: readonly Delivery[]): number[] => deliveries.map(({ event }) => event.seq);
  const claimSeqs = async (...args: Parameters<typeof claim>): Promise<number[]> => seqs(await claim(...args));

  it('gets events with the case as it stands, each once while the claim lives', async () => {
    const id = await open('a');
    await ledger.command(id, { type: 'approve' }, byWorkflow);
    const [delivery] = await claim();
    expect(delivery).toMatchObject({
      attempt: 1,
      event: { seq: 1, type: 'case.opened' },
      dossier: { case: { id, decision: 'approved' } },
    });
    expect(await claim()).toEqual([]);
  });

  it('begins at the beginning or now, and keeps its place through a restart', async () => {
    const id = await open('a');
    expect(await claimSeqs({ consumer: 'now', startFrom: 'now' })).toEqual([]);
    await note(id);
    const restarted = await ledgers.open();
    expect(await claimSeqs({ consumer: 'now', startFrom: 'now' }, restarted)).toEqual([2]);
    expect(await claimSeqs({ consumer: 'all' }, restarted)).toEqual([1]);
  });

  it('tells how many steps of the case are done, and counts attempts from where it is told', async () => {
    const id = await open('a');
    await ledger.runOnce(id, 'label', () => Promise.resolve({ result: 1 }), byWorkflow);
    await ledger.runOnce(id, 'mail', () => Promise.reject(new Error('no')), byWorkflow).catch(() => undefined);
    expect(await claim()).toMatchObject([{ attempt: 1, stepsDone: 1 }]);
    for (const [counted, next] of [
      [undefined, 2],
      [5, 6],
      [1, 2],
    ] as const) {
      await ledger.reject('c', [1], 'again', 0, counted);
      expect(await claim()).toMatchObject([{ event: { seq: 1 }, attempt: next }]);
    }
  });

  it('shares events between processes, and none with itself', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await open(name);
    const other = await ledgers.open();
    expect(await claimSeqs({ limit: 3 })).toEqual([1, 2, 3]);
    expect(await claimSeqs({}, other)).toEqual([4]);
    expect(await claimSeqs({ consumer: 'another' }, other)).toEqual([1, 2, 3, 4]);
  });

  it('hands over one event of a case at a time, in order, and other cases meanwhile', async () => {
    const a = await open('a');
    await note(a);
    await open('b');
    await note(a);
    expect(await claimSeqs()).toEqual([1, 3]);
    expect(await claimSeqs()).toEqual([]);
    await ledger.acknowledge('c', [1]);
    expect(await claimSeqs()).toEqual([2]);
    await ledger.acknowledge('c', [2]);
    expect(await claimSeqs()).toEqual([4]);
  });

  it('gives back at once what nobody has worked, and counts no attempt', async () => {
    for (const name of ['a', 'b']) await open(name);
    const other = await ledgers.open();
    expect(await claimSeqs()).toEqual([1, 2]);
    await other.release('c', [1, 2]);
    expect(await claimSeqs({}, other)).toEqual([]);
    await ledger.release('c', [1, 2]);
    expect(await claim({}, other)).toMatchObject([
      { attempt: 1, event: { seq: 1 } },
      { attempt: 1, event: { seq: 2 } },
    ]);
    await ledger.release('c', [1]);
    expect(await claimSeqs()).toEqual([]);
  });

  it('holds later events of a case back while an earlier one waits for its retry', async () => {
    const a = await open('a');
    await note(a);
    await open('b');
    await claim({ leaseMs: 10_000 });
    await ledger.reject('c', [1], 'label printer on fire', 5000);
    expect(await claimSeqs()).toEqual([]);
    ledgers.now += 5000;
    expect(await claim()).toMatchObject([{ attempt: 2, event: { seq: 1 } }]);
  });

  it('gets what a lost claim has left one by one, before anything new: one of them may be what killed it', async () => {
    for (const name of ['a', 'b', 'c']) await open(name);
    expect(await claimSeqs()).toEqual([1, 2, 3]);
    await open('d');
    ledgers.now += 1000;
    const other = await ledgers.open();
    for (const seq of [1, 2, 3]) expect(await claim({}, other)).toMatchObject([{ attempt: 2, event: { seq } }]);
    expect(await claim({}, other)).toMatchObject([{ attempt: 1, event: { seq: 4 } }]);
  });

  it('goes on past a dead letter', async () => {
    const a = await open('a');
    await note(a);
    await claim();
    await ledger.reject('c', [1], 'hopeless', undefined);
    expect(await claimSeqs()).toEqual([2]);
    ledgers.now += 1_000_000;
    expect(await claimSeqs()).toEqual([2]);
  });

  it('loses its claim to another process when the lease runs out, not while it extends it', async () => {
    await open('a');
    await claim();
    ledgers.now += 900;
    await ledger.extend('c', [1], 1000);
    ledgers.now += 900;
    const other = await ledgers.open();
    expect(await claim({}, other)).toEqual([]);
    ledgers.now += 100;
    expect(await claim({}, other)).toMatchObject([{ attempt: 2 }]);
  });

  it('cannot extend or reject what another process has taken over, but may say that it is done', async () => {
    await open('a');
    await claim();
    ledgers.now += 1000;
    const other = await ledgers.open();
    await claim({}, other);
    await ledger.extend('c', [1], 1_000_000);
    await ledger.reject('c', [1], 'late', undefined);
    ledgers.now += 1000;
    expect(await claim({}, other)).toMatchObject([{ attempt: 3 }]);
    await ledger.acknowledge('c', [1]);
    ledgers.now += 1000;
    expect(await claim({}, other)).toEqual([]);
  });

  it('gets only the events that it asked for', async () => {
    const a = await open('a');
    const b = await open('b', 'exchange');
    await ledger.command(a, { type: 'approve' }, byWorkflow);
    await ledger.command(b, { type: 'approve' }, byWorkflow);
    await ledger.command(b, { type: 'note', note: 'n' }, byWorkflow);
    const types = ['decision.approved', 'decision.rejected', 'decision.approved'];
    expect(await claimSeqs({ consumer: 'types', filter: { types } })).toEqual([3, 4]);
    expect(await claimSeqs({ consumer: 'exchange', filter: { types, resolution: 'exchange' } })).toEqual([4]);
    expect(await claimSeqs({ consumer: 'form', filter: { channel: 'form' } })).toEqual([]);
    expect(await claimSeqs({ consumer: 'empty', filter: { types: [] } })).toEqual([1, 2]);
  });

  it('drops events that wait but are no longer asked for, so that they block nothing', async () => {
    const a = await open('a');
    await claim();
    await ledger.reject('c', [1], 'later', 0);
    await ledger.command(a, { type: 'approve' }, byWorkflow);
    expect(await claimSeqs({ filter: { types: ['decision.approved'] } })).toEqual([2]);
  });

  it('reads on through any number of events of channels that it does not want', async () => {
    const a = await open('a');
    for (let index = 0; index < 509; index += 1) await note(a);
    await ledger.openCase(aReturn('wanted', { channel: 'form' }), byWorkflow);
    expect(await claimSeqs({ filter: { channel: 'form' } })).toEqual([511]);
  });

  it('has passed over an event for good when its case was not wanted, also after a restart', async () => {
    const filter = { decision: ['approved'] } as const;
    const a = await open('a');
    for (let index = 0; index < 505; index += 1) await note(a);
    expect(await claimSeqs({ filter })).toEqual([]);
    const restarted = await ledgers.open();
    await ledger.command(a, { type: 'approve' }, byWorkflow);
    expect(await claimSeqs({ filter })).toEqual([507]);
    await ledger.acknowledge('c', [507]);
    expect(await claimSeqs({ filter }, restarted)).toEqual([]);
  });

  it('begins anew where it was forgotten and comes again, whatever it had passed over', async () => {
    const filter = { types: ['case.opened'], decision: ['approved'] } as const;
    const id = await open('a');
    expect(await claimSeqs({ filter })).toEqual([]);
    await ledger.forgetConsumer('c');
    ledgers.now += 1;
    await ledger.command(id, { type: 'approve' }, byWorkflow);
    expect(await claimSeqs({ filter })).toEqual([1]);
  });

  it('gets the events behind a case that is stuck one by one and in order, once it moves on', async () => {
    const a = await open('a');
    for (let index = 0; index < 30; index += 1) await note(a);
    await open('b');
    expect(await claimSeqs({ leaseMs: 60_000 })).toEqual([1, 32]);
    expect(await claimSeqs()).toEqual([]);
    await ledger.reject('c', [1], 'no', undefined);
    for (let seq = 2; seq <= 31; seq += 1) {
      expect(await claimSeqs()).toEqual([seq]);
      await ledger.acknowledge('c', [seq]);
    }
    await ledger.replay('c', [1]);
    expect(await claimSeqs()).toEqual([1]);
  });

  it('keeps the order of a case when a dead letter comes back while later events wait', async () => {
    const a = await open('a');
    await note(a);
    await note(a);
    await claim();
    await ledger.reject('c', [1], 'no', undefined);
    expect(await claimSeqs({ leaseMs: 60_000 })).toEqual([2]);
    await ledger.replay('c', [1]);
    expect(await claimSeqs()).toEqual([1]);
    await ledger.acknowledge('c', [2]);
    expect(await claimSeqs()).toEqual([]);
    await ledger.acknowledge('c', [1]);
    expect(await claimSeqs()).toEqual([3]);
  });

  it('delivers every event once over many small claims', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => open(`case-${index}`)));
    for (const id of [...ids, ...ids]) await note(id);
    const got: number[] = [];
    for (;;) {
      const claimed = await claimSeqs({ limit: 7 });
      if (claimed.length === 0) break;
      got.push(...claimed);
      await ledger.acknowledge('c', claimed);
    }
    expect(got.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('peeks at the newest match without consuming it', async () => {
    const a = await open('a');
    await open('b');
    await note(a);
    expect(await ledger.peek({ types: ['case.opened'] })).toMatchObject({ attempt: 1, event: { seq: 2 } });
    expect(await ledger.peek({})).toMatchObject({ event: { seq: 3 } });
    expect(await ledger.peek({ channel: 'form' })).toBeUndefined();
    expect(await claimSeqs()).toEqual([1, 2]);
  });

  it('refuses a claim that makes no sense', async () => {
    await expect(claim({ limit: 0 })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(claim({ consumer: '' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
