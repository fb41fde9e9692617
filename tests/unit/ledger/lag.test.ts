import type { ClaimOptions, Ledger } from '../../../lib/ledger';
import type { DecisionState } from '../../../lib/returns';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

describeEachStore('the lag of a consumer', () => {
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
      limit: 10,
      leaseMs: 60_000,
      startFrom: 'beginning',
      ...options,
    } as const;
    return (await ledger.claim(wanted)).map(({ event }) => event.seq);
  };
  const none = { consumer: 'c', behind: 0, oldestWaitingMs: 0, inFlight: 0, waiting: 0, dead: 0 };

  it('counts what is not read, in flight, waiting and given up, and tells the age of the oldest', async () => {
    await claim();
    expect(await ledger.lag('c')).toEqual(none);
    const first = await open('a');
    ledgers.now += 5000;
    await open('b');
    await open('d');
    expect(await ledger.lag('c')).toEqual({ ...none, behind: 3, oldestWaitingMs: 5000 });

    const seqs = await claim({ limit: 2 });
    ledgers.now += 1000;
    expect(await ledger.lag('c')).toEqual({ ...none, behind: 1, inFlight: 2, oldestWaitingMs: 6000 });
    const [oldest = 0, next = 0] = seqs;
    await ledger.reject('c', [oldest], 'no', 60_000);
    expect(await ledger.lag('c')).toEqual({ ...none, behind: 1, inFlight: 1, waiting: 1, oldestWaitingMs: 6000 });

    await ledger.command(first, { type: 'note', note: 'behind its first event' }, byWorkflow);
    await claim();
    expect(await ledger.lag('c')).toMatchObject({ behind: 0, inFlight: 2, waiting: 2 });
    await ledger.acknowledge('c', [next]);
    expect(await ledger.lag('c')).toMatchObject({ inFlight: 1, waiting: 2 });
  });

  it('does not count dead letters as waiting', async () => {
    await open('a');
    const seqs = await claim();
    ledgers.now += 9000;
    await ledger.reject('c', seqs, 'hopeless', undefined);
    expect(await ledger.lag('c')).toEqual({ ...none, dead: 1 });
  });

  it('counts only what the consumer has asked for last', async () => {
    const a = await open('a');
    await open('b');
    await claim({ filter: { types: ['decision.approved'] }, startFrom: 'now' });
    await ledger.command(a, { type: 'note', note: 'n' }, byWorkflow);
    await ledger.command(a, { type: 'approve' }, byWorkflow);
    expect(await ledger.lag('c')).toMatchObject({ behind: 1 });
    const another = { consumer: 'd', filter: { channel: 'form' } };
    await claim(another);
    await open('e');
    expect(await ledger.lag('d')).toMatchObject({ behind: 0 });
    await claim({ ...another, filter: { channel: 'shopify' } });
    await open('f');
    expect(await ledger.lag('d')).toMatchObject({ behind: 1 });
  });

  it('is listed for every consumer, and unknown for none', async () => {
    expect(await ledger.consumers()).toEqual([]);
    await open('a');
    await claim({ consumer: 'second' });
    await claim({ consumer: 'first', startFrom: 'now' });
    expect(await ledger.consumers()).toMatchObject([
      { consumer: 'first', inFlight: 0 },
      { consumer: 'second', inFlight: 1 },
    ]);
    await expect(ledger.lag('third')).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each<[string, ClaimOptions['filter'], boolean]>([
    ['decision', { decision: ['approved', 'rejected'] }, true],
    ['another decision', { decision: ['in_review'] }, false],
    ['parcel', { parcel: ['none'] }, true],
    ['another parcel', { parcel: ['received'] }, false],
    ['settlement', { settlement: ['none', 'planned'] }, true],
    ['another settlement', { settlement: ['failed'] }, false],
    ['any state', { decision: [], parcel: [], settlement: [] }, true],
  ])('and events are handed over by the %s of the case as it stands', async (_, states, isWanted) => {
    const id = await open('a');
    await ledger.command(id, { type: 'approve' }, byWorkflow);
    const filter = { types: ['case.opened'], ...states };
    expect(await claim({ filter })).toHaveLength(isWanted ? 1 : 0);
    expect(await ledger.peek(filter)).toEqual(isWanted ? expect.objectContaining({ attempt: 1 }) : undefined);
  });

  it('refuses a filter on a state that there is not', async () => {
    const nonsense: unknown = ['approved', 'nonsense'];
    const decision = nonsense as DecisionState[];
    await expect(claim({ filter: { decision } })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
