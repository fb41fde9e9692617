import { setTimeout as sleep } from 'node:timers/promises';
import { startInbox, type Consumer, type InboxOptions, type Ledger, type Received } from '../../../lib/ledger';
import { until } from '../../support/until';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';

const LEASE_MS = 60_000;
const claim = { source: 'shopify', limit: 10, leaseMs: LEASE_MS };
const idsOf = (received: readonly Received[]): string[] => received.map(({ deliveryId }) => deliveryId);

describeEachStore('what was received', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  const receive = async (...ids: string[]): Promise<void> => {
    for (const id of ids) {
      await ledger.receive('shopify', id, { about: id });
      ledgers.now += 1;
    }
  };

  it('is handed over with its news, oldest first, once while its claim lives', async () => {
    await receive('d-2', 'd-1');
    await ledger.receive('stripe', 'd-3', { about: 'other' });
    expect(await ledger.claimReceived({ ...claim, limit: 1 })).toMatchObject([
      { deliveryId: 'd-2', news: { about: 'd-2' }, attempt: 1, receivedAt: '2026-01-15T10:00:00.000Z' },
    ]);
    expect(idsOf(await ledger.claimReceived(claim))).toEqual(['d-1']);
    expect(await ledger.claimReceived(claim)).toEqual([]);
  });

  it('is no work without news, nor when it comes again', async () => {
    await ledger.receive('shopify', 'd-1');
    await receive('d-2');
    expect(await ledger.receive('shopify', 'd-2', { about: 'again' })).toBe(false);
    expect(await ledger.claimReceived(claim)).toMatchObject([{ news: { about: 'd-2' } }]);
    await ledger.finishReceived('shopify', 'd-2');
    expect(await ledger.receive('shopify', 'd-2', { about: 'after' })).toBe(false);
    expect(await ledger.claimReceived(claim)).toEqual([]);
    expect(await ledger.inboxLoads()).toEqual([]);
  });

  it('comes again when its lease has run out, and not while it is extended', async () => {
    await receive('d-1');
    await ledger.claimReceived(claim);
    ledgers.now += LEASE_MS - 1;
    await ledger.extendReceived('shopify', 'd-1', LEASE_MS);
    ledgers.now += LEASE_MS - 1;
    expect(await ledger.claimReceived(claim)).toEqual([]);
    ledgers.now += 2;
    expect(await ledger.claimReceived(claim)).toMatchObject([{ deliveryId: 'd-1', attempt: 2 }]);
  });

  it('comes again in its time when it is given back, and never when it is given up', async () => {
    await receive('d-1', 'd-2');
    await ledger.claimReceived(claim);
    await ledger.rejectReceived('shopify', 'd-1', 'later', 5_000);
    await ledger.rejectReceived('shopify', 'd-2', 'no', undefined);
    expect(await ledger.claimReceived(claim)).toEqual([]);
    ledgers.now += 5_000;
    expect(await ledger.claimReceived(claim)).toMatchObject([{ deliveryId: 'd-1', attempt: 2 }]);
    ledgers.now += 2 * LEASE_MS;
    await ledger.finishReceived('shopify', 'd-1');
    expect(await ledger.claimReceived(claim)).toEqual([]);
    expect(await ledger.inboxLoads()).toEqual([{ source: 'shopify', inFlight: 0, waiting: 0, dead: 1 }]);
  });

  it('belongs to whoever claimed it last', async () => {
    await receive('d-1');
    const other = await ledgers.open();
    await ledger.claimReceived(claim);
    ledgers.now += LEASE_MS + 1;
    expect(await other.claimReceived(claim)).toHaveLength(1);
    await ledger.rejectReceived('shopify', 'd-1', 'too late', undefined);
    await ledger.extendReceived('shopify', 'd-1', 1);
    ledgers.now += 10;
    expect(await ledger.claimReceived(claim)).toEqual([]);
    expect(await ledger.inboxLoads()).toEqual([{ source: 'shopify', inFlight: 1, waiting: 0, dead: 0 }]);
  });

  it('is handed to one of two that ask at the same time', async () => {
    await receive(...Array.from({ length: 20 }, (_, index) => `d-${index}`));
    const other = await ledgers.open();
    const claimed = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 === 0 ? ledger : other).claimReceived({ ...claim, limit: 2 }),
      ),
    );
    const ids = claimed.flatMap(idsOf);
    expect(new Set(ids).size).toBe(ids.length);
    while (ids.length < 20) ids.push(...idsOf(await ledger.claimReceived(claim)));
    expect(new Set(ids).size).toBe(20);
  });

  it('is forgotten with its delivery', async () => {
    await receive('d-1', 'd-2');
    await ledger.forget('shopify', 'd-1');
    ledgers.now += 1;
    await ledger.prune({ receivedBefore: new Date(ledgers.now).toISOString(), limit: 10 });
    expect(await ledger.inboxLoads()).toEqual([]);
  });

  it('is told to those who listen', async () => {
    const told = jest.fn();
    ledger.onAppended(told);
    await receive('d-1');
    expect(told).toHaveBeenCalled();
  });

  it('cannot be claimed in the thousands, nor for no time', async () => {
    await expect(ledger.claimReceived({ ...claim, limit: 1000 })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(ledger.claimReceived({ ...claim, leaseMs: 0 })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  describe('by whoever works it', () => {
    let inbox: Consumer | undefined;
    const errors: unknown[] = [];
    const givenUp: string[] = [];
    beforeEach(() => {
      errors.length = 0;
      givenUp.length = 0;
    });
    afterEach(() => inbox?.stop());

    const work = (how: InboxOptions['work'], options: Partial<InboxOptions> = {}): void => {
      inbox = startInbox({
        ledger,
        source: 'shopify',
        concurrency: 3,
        attempts: 3,
        leaseMs: LEASE_MS,
        retryMs: 5_000,
        work: how,
        onGivenUp({ deliveryId }, error) {
          givenUp.push(`${deliveryId}: ${error}`);
          return Promise.resolve();
        },
        onError: (error) => errors.push(error),
        ...options,
      });
    };
    const isEmpty = async (): Promise<boolean> => (await ledger.inboxLoads()).length === 0;

    it('is done each in a run of its own, so many at a time', async () => {
      let atOnce = 0;
      let most = 0;
      const seen: string[] = [];
      await receive('d-1', 'd-2', 'd-3', 'd-4', 'd-5');
      work(async ({ deliveryId }) => {
        most = Math.max(most, (atOnce += 1));
        await sleep(20);
        atOnce -= 1;
        seen.push(deliveryId);
      });
      await until(isEmpty);
      expect(seen.toSorted()).toEqual(['d-1', 'd-2', 'd-3', 'd-4', 'd-5']);
      expect(most).toBe(3);
      expect(errors).toEqual([]);
    });

    it('is tried again after a run that failed, with waits that triple, and then given up', async () => {
      const attempts: number[] = [];
      await receive('d-1');
      work(({ attempt }) => {
        attempts.push(attempt);
        return Promise.reject(new Error(`bad ${attempt}`));
      });
      const isWaiting = async (): Promise<boolean> => (await ledger.inboxLoads()).some(({ waiting }) => waiting === 1);
      await until(async () => attempts.length === 1 && (await isWaiting()));
      ledgers.now += 5_000;
      await until(async () => attempts.length === 2 && (await isWaiting()));
      ledgers.now += 14_999;
      await sleep(1_200);
      expect(attempts).toEqual([1, 2]);
      ledgers.now += 1;
      await until(() => givenUp.length === 1);
      expect(attempts).toEqual([1, 2, 3]);
      expect(givenUp).toEqual(['d-1: bad 3']);
    });

    it('is given up without a run when its runs have all died', async () => {
      await receive('d-1');
      for (let tries = 0; tries < 3; tries += 1) {
        await ledger.claimReceived(claim);
        ledgers.now += LEASE_MS + 1;
      }
      const run = jest.fn(() => Promise.resolve());
      work(run);
      await until(() => givenUp.length === 1);
      expect(run).not.toHaveBeenCalled();
    });

    it('is left for the next when it stops, but for what has begun', async () => {
      const seen: string[] = [];
      await receive('d-1', 'd-2');
      work(
        async ({ deliveryId }) => {
          await sleep(50);
          seen.push(deliveryId);
        },
        { concurrency: 1 },
      );
      await until(async () => (await ledger.inboxLoads()).some(({ inFlight }) => inFlight === 1));
      await inbox?.stop();
      expect(seen).toEqual(['d-1']);
      expect(await ledger.inboxLoads()).toEqual([{ source: 'shopify', inFlight: 0, waiting: 1, dead: 0 }]);
    });

    it('tells of a store that fails, and goes on when it is well', async () => {
      let isWell = false;
      const seen: string[] = [];
      await receive('d-1');
      work(
        ({ deliveryId }) => {
          seen.push(deliveryId);
          return Promise.resolve();
        },
        {
          ledger: {
            ...ledger,
            claimReceived: (wanted) =>
              isWell ? ledger.claimReceived(wanted) : Promise.reject(new Error('the disk is full')),
          },
        },
      );
      await until(() => errors.length > 0);
      isWell = true;
      await until(() => seen.length === 1);
      expect(errors).toContainEqual(new Error('the disk is full'));
    });
  });
});
