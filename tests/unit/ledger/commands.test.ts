import type { Ledger } from '../../../lib/ledger';
import { foldEvents, type Command } from '../../../lib/returns';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aRefund, aReturn, aScan, byWorkflow } from './support/returns';

describeEachStore('a command', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let caseId: string;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    caseId = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(() => ledgers.remove());

  it('appends its events and stores their fold', async () => {
    const story: Command[] = [
      { type: 'approve', note: 'in time' },
      aScan('in_transit', '2026-01-16T10:00:00Z'),
      { type: 'receive' },
      { type: 'settle', refund: aRefund(), references: { stripeRefund: 're_1' } },
      { type: 'fail', code: 'mail_failed', message: 'The mail server said no', step: 'mail' },
    ];
    for (const command of story) await ledger.command(caseId, command, byWorkflow);
    const stored = await ledger.getCase({ id: caseId });
    const events = await ledger.timeline(caseId);
    expect(stored).toEqual(foldEvents(events));
    expect(stored.case).toMatchObject({ version: 6, decision: 'approved', parcel: 'received', settlement: 'refunded' });
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('answers the events that it appended, as the timeline tells them', async () => {
    const { events } = await ledger.command(caseId, { type: 'approve', note: 'in time' }, byWorkflow);
    expect(await ledger.timeline(caseId)).toEqual([expect.anything(), ...events]);
  });

  it('writes nothing when the case stands there already', async () => {
    await ledger.command(caseId, { type: 'approve' }, byWorkflow);
    const { events, dossier } = await ledger.command(caseId, { type: 'approve' }, byWorkflow);
    expect(events).toEqual([]);
    expect(dossier.case.version).toBe(2);
  });

  it('counts an inspection once when it is told twice, also with keys left undefined', async () => {
    await ledger.command(caseId, { type: 'approve' }, byWorkflow);
    const line = { orderLineId: 'line-1', quantity: 1, grade: 'new', disposition: 'restock' } as const;
    const inspection = { inspectedAt: '2026-01-20T10:00:00Z', lines: [{ ...line, note: undefined }] };
    await ledger.command(caseId, { type: 'inspect', inspection }, byWorkflow);
    const { dossier } = await ledger.command(caseId, { type: 'inspect', inspection }, byWorkflow);
    expect(dossier.case.lines[0]).toMatchObject({ received: 1, restocked: 1 });
  });

  it('is refused in a state that does not allow it, and leaves nothing behind', async () => {
    await ledger.command(caseId, { type: 'reject' }, byWorkflow);
    await expect(ledger.command(caseId, { type: 'approve' }, byWorkflow)).rejects.toMatchObject({
      code: 'illegal_command',
      message: expect.stringContaining('rejected'),
    });
    expect(await ledger.timeline(caseId)).toHaveLength(2);
  });

  it('is judged by the instant of a scan, whatever offset the carrier writes it with', async () => {
    await ledger.command(caseId, aScan('delivered', '2026-01-16T10:00:00Z'), byWorkflow);
    const { events } = await ledger.command(caseId, aScan('delivered', '2026-01-16T11:00:00+01:00'), byWorkflow);
    expect(events).toEqual([]);
    const older = await ledger.command(caseId, aScan('exception', '2026-01-16T10:30:00+01:00'), byWorkflow);
    expect(older.dossier.tracking?.status).toBe('delivered');
  });

  it('is checked at the door', async () => {
    const nonsense: unknown = { type: 'ask_for_information', question: '' };
    await expect(ledger.command(caseId, nonsense as Command, byWorkflow)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(ledger.command('nope', { type: 'approve' }, byWorkflow)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps the order of time within a case when the clock is set back', async () => {
    const { at } = (await ledger.command(caseId, { type: 'note', note: 'now' }, byWorkflow)).events[0] ?? {};
    ledgers.now -= 3_600_000;
    const { events, dossier } = await ledger.command(caseId, { type: 'note', note: 'an hour ago' }, byWorkflow);
    expect(events[0]?.at).toBe(at);
    expect(dossier.case.updatedAt).toBe(at);
  });

  it('loses no update when two connections write to one case at once', async () => {
    const other = await ledgers.open();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? ledger : other).command(caseId, { type: 'note', note: String(index) }, byWorkflow),
      ),
    );
    const events = await ledger.timeline(caseId);
    expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
  });

  it('keeps an event of 1 MB', async () => {
    const references = { long: 'x'.repeat(1_000_000) };
    await ledger.command(caseId, { type: 'link', references }, byWorkflow);
    expect((await ledger.getCase({ id: caseId })).case.references).toEqual(references);
  });
});

describeEachStore('news of appended events', () => {
  let ledgers: Ledgers;
  beforeEach(() => {
    ledgers = new Ledgers();
  });
  afterEach(() => ledgers.remove());

  it('comes at once from the same connection, and soon from another', async () => {
    const ledger = await ledgers.open();
    const other = await ledgers.open();
    let told = 0;
    const fromOther = new Promise<void>((resolve) => {
      other.onAppended(resolve);
    });
    const stop = ledger.onAppended(() => (told += 1));
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    expect(told).toBeGreaterThan(0);
    await fromOther;
    const before = told;
    await ledger.command(dossier.case.id, { type: 'approve' }, byWorkflow);
    expect(told).toBeGreaterThan(before);
    stop();
    const toldInAll = told;
    await ledger.command(dossier.case.id, { type: 'note', note: 'unheard' }, byWorkflow);
    expect(told).toBe(toldInAll);
  });

  it('does not let a failing listener disturb the writer', async () => {
    const warn = jest.fn();
    const ledger = await ledgers.open({ logger: { warn } });
    ledger.onAppended(() => {
      throw new TypeError('listener');
    });
    await ledger.openCase(aReturn(), byWorkflow);
    expect(warn).toHaveBeenCalled();
  });
});

describeEachStore('the inbox', () => {
  it('knows a delivery of a source once it was seen, until it is taken back', async () => {
    const ledgers = new Ledgers();
    const ledger = await ledgers.open();
    expect(await ledger.receive('shopify', 'd-1')).toBe(true);
    expect(await ledger.receive('shopify', 'd-1')).toBe(false);
    expect(await ledger.receive('stripe', 'd-1')).toBe(true);
    await ledger.forget('shopify', 'd-1');
    expect(await ledger.receive('shopify', 'd-1')).toBe(true);
    await ledgers.remove();
  });
});
