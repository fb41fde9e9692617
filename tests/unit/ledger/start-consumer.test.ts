import { setTimeout as sleep } from 'node:timers/promises';
import { startConsumer, type Consumer, type ConsumerOptions, type Delivery } from '../../../lib/ledger';
import { until } from '../../support/until';
import { aDelivery, FakeLedger } from './support/fake-ledger';

type Work = (seqs: readonly number[]) => Promise<void>;
type NeededLedger = ConsumerOptions['ledger'];

const consumers: Consumer[] = [];
let errors: unknown[];
beforeEach(() => {
  errors = [];
});
afterEach(async () => {
  jest.useRealTimers();
  await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
});

const start = (ledger: NeededLedger, work: Work, options: Partial<ConsumerOptions> = {}): Consumer => {
  const consumer = startConsumer({
    ledger,
    consumer: 'c',
    filter: {},
    startFrom: 'beginning',
    batchSize: 10,
    concurrency: 2,
    attempts: 3,
    leaseMs: 30_000,
    gatherMs: 0,
    retryMs: 20,
    longestRetryMs: 900_000,
    work: (deliveries) => work(deliveries.map(({ event }) => event.seq)),
    onError: (error) => {
      errors.push(error);
    },
    ...options,
  });
  consumers.push(consumer);
  return consumer;
};

const well: Work = () => Promise.resolve();

/** A run that ends when the test says so. */
class Run {
  end: () => void = () => undefined;
  readonly ended = new Promise<void>((resolve) => (this.end = resolve));
}

describe('a consumer at work', () => {
  let fake: FakeLedger;
  beforeEach(() => {
    fake = new FakeLedger();
  });
  const failing =
    (bad: readonly number[], error: Error, runs: number[][] = []): Work =>
    (seqs) => {
      runs.push([...seqs]);
      return seqs.some((seq) => bad.includes(seq)) ? Promise.reject(error) : Promise.resolve();
    };
  const batch = (...seqs: number[]): readonly Delivery[] => seqs.map((seq) => aDelivery(seq));

  it('acknowledges a batch after its run ended well, and not before', async () => {
    const run = new Run();
    fake.batches.push(batch(1, 2));
    start(fake, () => run.ended);
    await sleep(30);
    expect(fake.acknowledged).toEqual([]);
    run.end();
    await until(() => fake.acknowledged.length > 0);
    expect(fake.acknowledged).toEqual([1, 2]);
  });

  it('splits a batch that fails in halves until the bad event stands alone, and the others go on', async () => {
    const runs: number[][] = [];
    fake.batches.push(batch(1, 2, 3, 4, 5, 6, 7));
    start(fake, failing([6], new Error('hm'), runs));
    await until(() => fake.rejected.length > 0 && fake.acknowledged.length === 6);
    expect(runs).toEqual([[1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4], [5, 6, 7], [5, 6], [5], [6], [7]]);
    expect(fake.acknowledged).toEqual([1, 2, 3, 4, 5, 7]);
    expect(fake.rejected).toEqual([{ seq: 6, error: 'hm', retryInMs: 20 }]);
  });

  it.each([
    [1, 1000, 1000],
    [2, 1000, 2000],
    [5, 1000, 16_000],
    [30, 1000, 900_000],
  ])('waits longer with every try: after the %i. with %i ms first for %i ms', async (attempt, retryMs, wait) => {
    fake.batches.push([aDelivery(1, attempt)]);
    start(fake, failing([1], new Error('hm')), { attempts: 50, retryMs, longestRetryMs: 900_000 });
    await until(() => fake.rejected.length > 0);
    expect(fake.rejected).toMatchObject([{ retryInMs: wait }]);
  });

  it('counts anew after a run that got further, and not after one that did not', async () => {
    const work = failing([1, 2], new Error('hm'));
    fake.stepsDone = 2;
    fake.batches.push([{ ...aDelivery(1, 3), stepsDone: 1 }], [{ ...aDelivery(2, 2), stepsDone: 2 }]);
    start(fake, work, { attempts: 3, retryMs: 1000 });
    await until(() => fake.rejected.length === 2);
    expect(fake.rejected).toMatchObject([{ retryInMs: 1000 }, { retryInMs: 2000 }]);
    expect(fake.counted).toEqual([1, 2]);
    expect(fake.commands).toEqual([]);
  });

  it('makes a dead letter of an event after its last try, and says so on its case', async () => {
    fake.batches.push([aDelivery(7, 3)]);
    start(fake, failing([7], new Error('No such label')));
    await until(() => fake.commands.length > 0);
    expect(fake.rejected).toEqual([{ seq: 7, error: 'No such label', retryInMs: undefined }]);
    expect(errors).toMatchObject([{ message: 'Event 7 (case.noted) of case case-7 was given up after 3 attempts' }]);
    expect(fake.commands).toMatchObject([
      {
        caseId: 'case-7',
        command: { type: 'fail', code: 'dead_letter', message: 'Given up after 3 attempts: No such label' },
      },
    ]);
    expect(fake.commands).toMatchObject([{ cause: { actor: { kind: 'system' }, cause: 'event 7' } }]);
  });

  it('does not run what took its process down at every try: it becomes a dead letter, and the others go on', async () => {
    const runs: number[][] = [];
    fake.batches.push([aDelivery(1), aDelivery(2, 4), aDelivery(3, 2)]);
    start(fake, failing([], new Error('never'), runs));
    await until(() => fake.acknowledged.length > 0);
    expect(runs).toEqual([[1, 3]]);
    expect(fake.rejected).toMatchObject([{ seq: 2, retryInMs: undefined, error: expect.any(String) }]);
    expect(fake.commands).toMatchObject([
      { caseId: 'case-2', command: { code: 'dead_letter', message: expect.stringContaining('after 3 attempts') } },
    ]);
  });

  it('appends no failure for a failure that it could not handle: that would never end', async () => {
    fake.batches.push([aDelivery(1, 3, 'case.failed')], [aDelivery(2, 4, 'case.failed')]);
    start(fake, failing([1, 2], new Error('hm')));
    await until(() => fake.rejected.length === 2);
    await sleep(20);
    expect(fake.rejected.map(({ retryInMs }) => retryInMs)).toEqual([undefined, undefined]);
    expect(fake.commands).toEqual([]);
  });

  it('begins nothing beside the last try of an event', async () => {
    const run = new Run();
    const runs: (readonly number[])[] = [];
    fake.batches.push([aDelivery(1, 3)], batch(2));
    start(fake, (seqs) => {
      runs.push(seqs);
      return run.ended;
    });
    await sleep(50);
    fake.hand();
    await sleep(20);
    expect(runs).toEqual([[1]]);
    run.end();
    await until(() => fake.acknowledged.length === 2);
    expect(runs).toEqual([[1], [2]]);
  });

  it('has as many runs at a time as it may, and no more', async () => {
    const run = new Run();
    let running = 0;
    fake.batches.push(batch(1), batch(2), batch(3));
    start(fake, () => {
      running += 1;
      return run.ended;
    });
    await sleep(50);
    expect(running).toBe(2);
    run.end();
    await until(() => fake.acknowledged.length === 3);
  });

  it('keeps its claim alive through a long run, and no longer', async () => {
    jest.useFakeTimers();
    const run = new Run();
    fake.batches.push(batch(1, 2));
    start(fake, () => run.ended, { leaseMs: 60 });
    await jest.advanceTimersByTimeAsync(110);
    expect(fake.extended.length).toBeGreaterThanOrEqual(4);
    run.end();
    await jest.advanceTimersByTimeAsync(1);
    expect(fake.acknowledged).toEqual([1, 2]);
    const { length } = fake.extended;
    await jest.advanceTimersByTimeAsync(600);
    expect(fake.extended).toHaveLength(length);
  });

  it('does not do the work again at once when only saying that it is done failed', async () => {
    const runs: number[][] = [];
    fake.acknowledgeError = new Error('disk full');
    fake.batches.push(batch(1, 2));
    start(fake, failing([], new Error('never'), runs));
    await until(() => errors.length > 0);
    expect(errors).toEqual([fake.acknowledgeError]);
    expect(runs).toEqual([[1, 2]]);
    expect(fake.rejected).toEqual([]);
  });

  it('goes on when the store fails for a while, and tells', async () => {
    const gone = new Error('gone');
    fake.batches.push(gone);
    start(fake, well);
    await until(() => errors.length > 0);
    fake.hand(batch(1));
    await until(() => fake.acknowledged.length > 0);
    expect(errors).toEqual([gone]);
  });

  it('takes what a burst brings within its time to gather in one run', async () => {
    jest.useFakeTimers();
    const runs: (readonly number[])[] = [];
    start(
      fake,
      (seqs) => {
        runs.push(seqs);
        return Promise.resolve();
      },
      { gatherMs: 80 },
    );
    await jest.advanceTimersByTimeAsync(100);
    const looked = fake.claims.length;
    fake.hand();
    await jest.advanceTimersByTimeAsync(30);
    fake.hand(batch(1, 2, 3));
    await jest.advanceTimersByTimeAsync(49);
    expect(fake.claims).toHaveLength(looked);
    await jest.advanceTimersByTimeAsync(1);
    expect(runs).toEqual([[1, 2, 3]]);
  });

  it('lets nothing gather that is already there: a full batch is followed by the next', async () => {
    fake.batches.push(batch(1, 2), [], batch(3, 4), batch(5));
    start(fake, well, { batchSize: 2, gatherMs: 60_000 });
    fake.hand();
    await until(() => fake.acknowledged.length === 5);
  });

  it.each([0, 60_000])(
    'gives back what it claimed while it was stopping, without a run (gather %i ms)',
    async (gatherMs) => {
      const claim = new Run();
      const runs: (readonly number[])[] = [];
      fake.claimHeldUp = claim.ended;
      fake.batches.push(batch(1, 2));
      const consumer = start(
        fake,
        (seqs) => {
          runs.push(seqs);
          return Promise.resolve();
        },
        { gatherMs },
      );
      await sleep(10);
      const stopping = consumer.stop();
      claim.end();
      await stopping;
      expect([fake.released, runs, fake.acknowledged]).toEqual([[1, 2], [], []]);
    },
  );

  it('begins no half of a batch that fails after it was stopped: all of it goes back at once, no attempt counted', async () => {
    const run = new Run();
    const runs: (readonly number[])[] = [];
    fake.batches.push(batch(1, 2, 3));
    const consumer = start(fake, async (seqs) => {
      runs.push(seqs);
      await run.ended;
      throw new Error('n8n goes down');
    });
    await until(() => runs.length > 0);
    const stopping = consumer.stop();
    run.end();
    await stopping;
    expect(runs).toEqual([[1, 2, 3]]);
    expect([fake.released, fake.rejected, fake.acknowledged]).toEqual([[1, 2, 3], [], []]);
  });

  it('gives back the second half when it is stopped while the first one runs', async () => {
    const half = new Run();
    const runs: (readonly number[])[] = [];
    fake.batches.push(batch(1, 2, 3, 4));
    const consumer = start(fake, async (seqs) => {
      runs.push(seqs);
      if (seqs.length === 4) throw new Error('one of them is bad');
      await half.ended;
    });
    await until(() => runs.length === 2);
    const stopping = consumer.stop();
    half.end();
    await stopping;
    expect([runs, fake.acknowledged, fake.released]).toEqual([
      [
        [1, 2, 3, 4],
        [1, 2],
      ],
      [1, 2],
      [3, 4],
    ]);
  });

  it('counts the failure of an event that stood alone, also when it was stopped meanwhile', async () => {
    const run = new Run();
    fake.batches.push(batch(1));
    const consumer = start(fake, async () => {
      await run.ended;
      throw new Error('hm');
    });
    await until(() => fake.claims.length > 0);
    await sleep(5);
    const stopping = consumer.stop();
    run.end();
    await stopping;
    expect([fake.rejected, fake.released]).toEqual([[{ seq: 1, error: 'hm', retryInMs: 20 }], []]);
  });

  it('stops when its runs have ended, and claims nothing after', async () => {
    const run = new Run();
    fake.batches.push(batch(1));
    const consumer = start(fake, () => run.ended);
    await sleep(20);
    let isStopped = false;
    const stopping = consumer.stop().then(() => (isStopped = true));
    fake.hand(batch(2));
    await sleep(40);
    expect(isStopped).toBe(false);
    run.end();
    await stopping;
    expect([fake.acknowledged, fake.batches.length, fake.listeners]).toEqual([[1], 1, 0]);
  });
});
