import { verifyLedger, type Ledger } from '../../../lib/ledger';
import type { CaseEvent } from '../../../lib/returns';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aRefund, aReturn, aScan, byWorkflow } from './support/returns';

describeEachStore('verifying a ledger', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let caseId: string;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    for (let index = 0; index < 3; index += 1) caseId = await openOne(`r-${index}`);
    await ledger.command(caseId, { type: 'approve', note: 'in time' }, byWorkflow);
    await ledger.command(caseId, aScan('delivered', '2026-01-16T10:00:00Z'), byWorkflow);
    await ledger.command(
      caseId,
      { type: 'settle', refund: aRefund(), references: { stripeRefund: 're_1' } },
      byWorkflow,
    );
  });
  afterEach(() => ledgers.remove());

  const openOne = async (name: string): Promise<string> =>
    (await ledger.openCase(aReturn(name), byWorkflow)).dossier.case.id;

  /** The ledger, with the timeline of one case told otherwise. */
  const telling = (change: (events: readonly CaseEvent[]) => CaseEvent[]): Ledger => ({
    ...ledger,
    timeline: async (id, page) => {
      const events = await ledger.timeline(id, page);
      return id === caseId ? change(events) : events;
    },
  });

  it('counts cases and events, and finds no fault where every case is the fold of its events', async () => {
    expect(await verifyLedger(ledger)).toEqual({ cases: 3, events: 6, faults: [] });
    await ledger.erase(caseId, 'Asked for by letter', byWorkflow);
    expect(await verifyLedger(ledger)).toEqual({ cases: 3, events: 7, faults: [] });
  });

  it.each<[string, (events: readonly CaseEvent[]) => CaseEvent[], object]>([
    [
      'an event that is missing',
      (events) => events.filter(({ version }) => version !== 2),
      { what: 'gap', message: 'Event 2 is missing before event 3' },
    ],
    [
      'an event that is older than the one before it',
      (events) => events.map((event) => (event.version === 3 ? { ...event, at: '2025-01-01T00:00:00.000Z' } : event)),
      { what: 'time', message: expect.stringContaining('Event 3') },
    ],
    [
      'a case that is not what its events tell',
      (events) => events.map((event) => (event.version === 2 ? { ...event, change: {} } : event)),
      { what: 'fold', message: 'Stored otherwise than its events tell: case.decision, case.lines' },
    ],
    [
      'a case whose first event is gone',
      (events) => events.slice(1),
      { what: 'fold', message: expect.stringContaining('before the one that opens the case') },
    ],
  ])('finds %s', async (_, change, fault) => {
    const { faults } = await verifyLedger(telling(change));
    expect(faults).toContainEqual({ caseId, rma: 'RMA-2026-000003', ...fault });
  });

  it('looks again at a case that moves while it is read', async () => {
    let moved = false;
    const busy: Ledger = {
      ...ledger,
      timeline: async (id, page) => {
        if (!moved && id === caseId) await ledger.command(id, { type: 'note', note: 'meanwhile' }, byWorkflow);
        moved ||= id === caseId;
        return await ledger.timeline(id, page);
      },
    };
    expect((await verifyLedger(busy)).faults).toEqual([]);
    expect(moved).toBe(true);
  });
});
