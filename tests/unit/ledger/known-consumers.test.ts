import type { ClaimOptions, Delivery, Ledger } from '../../../lib/ledger';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

describeEachStore('the consumers that the ledger knows', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    for (const name of ['a', 'b']) await ledger.openCase(aReturn(name), byWorkflow);
  });
  afterEach(() => ledgers.remove());

  const claim = (options: Partial<ClaimOptions> = {}): Promise<readonly Delivery[]> =>
    ledger.claim({ consumer: 'c', filter: {}, limit: 10, leaseMs: 1000, startFrom: 'beginning', ...options });

  it('go by the title that they gave last, also when nothing else is new', async () => {
    await claim({ title: '04 Label / When approved' });
    expect(await ledger.lag('c')).toMatchObject({ title: '04 Label / When approved', inFlight: 2 });
    await claim({ title: '04 Ship it / When approved' });
    await claim();
    expect((await ledger.consumers()).map(({ title }) => title)).toEqual(['04 Ship it / When approved']);
    await claim({ filter: { types: ['case.noted'] } });
    expect(await ledger.lag('c')).toMatchObject({ title: '04 Ship it / When approved' });
  });

  it('are forgotten with what waits for them and what they have given up', async () => {
    await claim();
    await ledger.reject('c', [1], 'no', undefined);
    await ledger.reject('c', [2], 'no', 60_000);
    await claim({ consumer: 'other', limit: 1 });
    await ledger.forgetConsumer('c');
    expect((await ledger.consumers()).map(({ consumer }) => consumer)).toEqual(['other']);
    expect(await ledger.deadLetters({ limit: 10 })).toEqual([]);
    await expect(ledger.lag('c')).rejects.toMatchObject({ code: 'not_found' });
    expect(await claim({ startFrom: 'now' })).toEqual([]);
    expect(await claim({ consumer: 'other' })).toHaveLength(1);
  });

  it('are not forgotten while a run has events of theirs, but once its lease has run out', async () => {
    await claim();
    await expect(ledger.forgetConsumer('c')).rejects.toMatchObject({ code: 'conflict' });
    expect(await ledger.lag('c')).toMatchObject({ inFlight: 2 });
    ledgers.now += 1000;
    await ledger.forgetConsumer('c');
    expect(await ledger.consumers()).toEqual([]);
  });

  it('cannot be forgotten when nobody knows them', async () => {
    await expect(ledger.forgetConsumer('nobody')).rejects.toMatchObject({ code: 'not_found' });
  });
});
