import type { Ledger } from '../../../lib/ledger';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

describeEachStore('dead letters', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  const claim = (consumer = 'c') =>
    ledger.claim({ consumer, filter: {}, limit: 10, leaseMs: 1000, startFrom: 'beginning' });
  /** A case whose first event one consumer has given up. */
  const givenUp = async (name: string, consumer = 'c'): Promise<{ id: string; seq: number }> => {
    const { dossier } = await ledger.openCase(aReturn(name), byWorkflow);
    const delivery = (await claim(consumer)).find(({ event }) => event.caseId === dossier.case.id);
    const seq = delivery?.event.seq ?? 0;
    await ledger.reject(consumer, [seq], 'the card was refused', undefined);
    return { id: dossier.case.id, seq };
  };

  it('are listed with their case and the reason, oldest first', async () => {
    const [first, second] = [await givenUp('a'), await givenUp('b')];
    expect(await ledger.deadLetters({ limit: 10 })).toMatchObject([
      { consumer: 'c', error: 'the card was refused', event: { seq: first.seq }, dossier: { case: { id: first.id } } },
      { event: { seq: second.seq } },
    ]);
    expect(await ledger.deadLetters({ limit: 10, caseId: second.id })).toHaveLength(1);
    expect(await ledger.deadLetters({ limit: 10, consumer: 'other' })).toEqual([]);
    expect(await ledger.deadLetters({ limit: 1 })).toHaveLength(1);
  });

  it('replayed, are handed over again with all their attempts before them, and tell who waits', async () => {
    const { seq } = await givenUp('a');
    expect(await claim()).toEqual([]);
    const told = new Promise<void>((resolve) => {
      ledger.onAppended(resolve);
    });
    expect(await ledger.replay('c', [seq])).toBe(1);
    await told;
    expect(await claim()).toMatchObject([{ attempt: 1, event: { seq } }]);
    expect(await ledger.deadLetters({ limit: 10 })).toEqual([]);
  });

  it('dropped, never come again', async () => {
    const { seq } = await givenUp('a');
    expect(await ledger.drop('c', [seq])).toBe(1);
    expect(await ledger.replay('c', [seq])).toBe(0);
    expect(await claim()).toEqual([]);
  });

  it('are the only thing that replay and drop touch', async () => {
    await ledger.openCase(aReturn('a'), byWorkflow);
    const [delivery] = await claim();
    const seq = delivery?.event.seq ?? 0;
    expect([await ledger.replay('c', [seq]), await ledger.drop('c', [seq]), await ledger.drop('c', [])]).toEqual([
      0, 0, 0,
    ]);
    await ledger.acknowledge('c', [seq]);
    expect(await claim()).toEqual([]);
  });
});
