import { verifyLedger, type ClaimOptions, type Ledger } from '../../../lib/ledger';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

const HOUR = 3_600_000;

describeEachStore('a clock that was set back', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  const open = async (name: string): Promise<string> =>
    (await ledger.openCase(aReturn(name), byWorkflow)).dossier.case.id;
  const claim = async (options: Partial<ClaimOptions> = {}): Promise<number[]> => {
    const wanted = {
      consumer: 'c',
      filter: {},
      limit: 9,
      leaseMs: 60_000,
      startFrom: 'beginning',
      ...options,
    } as const;
    return (await ledger.claim(wanted)).map(({ event }) => event.seq);
  };

  it('leaves every case in order, and its number without a gap', async () => {
    const first = await open('a');
    ledgers.now -= HOUR;
    const second = await open('b');
    for (const id of [first, second, first]) await ledger.command(id, { type: 'note', note: 'n' }, byWorkflow);
    await ledger.command(first, { type: 'approve' }, byWorkflow);
    expect((await verifyLedger(ledger)).faults).toEqual([]);
    expect((await ledger.getCase({ id: second })).case.rma).toBe('RMA-2026-000002');
    expect((await ledger.findCases({}, { limit: 5 })).items.map((dossier) => dossier.case.id)).toEqual([first, second]);
  });

  it('hands every event over, in the order of the log', async () => {
    await open('a');
    ledgers.now -= HOUR;
    await open('b');
    expect(await claim()).toEqual([1, 2]);
    await ledger.acknowledge('c', [1, 2]);
    await open('d');
    expect(await claim()).toEqual([3]);
  });

  it('takes no claim and no step from whoever holds it, and gives both on once the clock has come back', async () => {
    const id = await open('a');
    const held = await claim();
    let finish: (outcome: { result: string }) => void = () => undefined;
    const holder = await ledgers.open();
    const running = holder.runOnce(
      id,
      'refund',
      () => new Promise<{ result: string }>((done) => (finish = done)),
      byWorkflow,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    ledgers.now -= HOUR;
    const attempt = (): Promise<unknown> =>
      ledger.runOnce(id, 'refund', () => Promise.resolve({ result: 'other' }), byWorkflow);
    await expect(attempt()).rejects.toMatchObject({ code: 'step_in_progress', retryable: true });
    expect(await claim()).toEqual([]);
    ledgers.now += HOUR + 60_000;
    expect(await claim()).toEqual(held);
    expect(await attempt()).toMatchObject({ result: 'other', performed: true });
    finish({ result: 'late' });
    expect(await running).toMatchObject({ result: 'other', performed: false });
  });

  it('tells no negative lag', async () => {
    await claim();
    await open('a');
    ledgers.now -= HOUR;
    expect(await ledger.lag('c')).toMatchObject({ behind: 1, oldestWaitingMs: 0 });
  });
});
