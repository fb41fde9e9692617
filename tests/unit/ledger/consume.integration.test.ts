import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { startConsumer, type Consumer, type ConsumerOptions, type Delivery, type Ledger } from '../../../lib/ledger';
import { onLinux } from '../../support/on-linux';
import { until } from '../../support/until';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

describeEachStore('a consumer at work on a ledger', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  const consumers: Consumer[] = [];
  let errors: unknown[];
  beforeEach(async () => {
    errors = [];
    ledgers = new Ledgers();
    ledger = await ledgers.open({ clock: () => new Date() });
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
    await ledgers.remove();
  });
  const start = (
    work: (seqs: readonly number[]) => Promise<void>,
    options: Partial<ConsumerOptions> = {},
  ): Consumer => {
    const consumer = startConsumer({
      ledger,
      consumer: 'c',
      filter: {},
      startFrom: 'beginning',
      batchSize: 10,
      gatherMs: 0,
      concurrency: 2,
      attempts: 3,
      leaseMs: 30_000,
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
  const well = (): Promise<void> => Promise.resolve();
  const open = async (name: string): Promise<string> =>
    (await ledger.openCase(aReturn(name), byWorkflow)).dossier.case.id;
  const note = (id: string): Promise<unknown> => ledger.command(id, { type: 'note', note: 'n' }, byWorkflow);
  const isDone = async (): Promise<boolean> =>
    (await ledger.claim({ consumer: 'c', filter: {}, limit: 1, leaseMs: 1, startFrom: 'now' })).length === 0;

  it('wakes when something is appended, not when it next looks', async () => {
    jest.spyOn(globalThis, 'setInterval').mockImplementation(() => setTimeout(() => undefined, 0));
    try {
      const seen: number[] = [];
      start((seqs) => {
        seen.push(...seqs);
        return Promise.resolve();
      });
      await sleep(50);
      for (const seq of [1, 2, 3]) {
        await open(`r-${seq}`);
        await until(() => seen.includes(seq));
      }
      expect(seen).toEqual([1, 2, 3]);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('hands over every event once, those of a case in their order, though some of them fail at first', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => open(`r-${index}`)));
    for (const id of [...ids, ...ids]) await note(id);
    const done: Delivery[] = [];
    const failed = new Set<number>();
    start(well, {
      batchSize: 5,
      retryMs: 10,
      work: async (deliveries) => {
        await sleep(2);
        const first = deliveries.find(({ event }) => event.seq % 5 === 0 && !failed.has(event.seq));
        if (first && deliveries.length === 1) failed.add(first.event.seq);
        if (first) throw new Error('not yet');
        done.push(...deliveries);
      },
    });
    await until(() => done.length >= 36);
    expect(errors).toEqual([]);
    expect(done.map(({ event }) => event.seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
    for (const id of ids) {
      const versions = done.filter(({ event }) => event.caseId === id).map(({ event }) => event.version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    }
  });

  it('keeps its events through a run that is longer than their lease', async () => {
    // Leases end by this clock, which only the test turns; they are renewed by the real one.
    const [own, other] = [await ledgers.open(), await ledgers.open()];
    const extended = jest.spyOn(own, 'extend');
    await own.openCase(aReturn('a'), byWorkflow);
    const runs: number[][] = [];
    let endRun = (): void => undefined;
    start(
      async (seqs) => {
        runs.push([...seqs]);
        await new Promise<void>((resolve) => (endRun = resolve));
      },
      { ledger: own, leaseMs: 150 },
    );
    await until(() => runs.length > 0);
    for (let look = 0; look < 4; look += 1) {
      ledgers.now += 100;
      const { length } = extended.mock.results;
      await until(() => extended.mock.results.length >= length + 2);
      for (const { value } of extended.mock.results) await value;
      expect(await other.claim({ consumer: 'c', filter: {}, limit: 5, leaseMs: 1, startFrom: 'now' })).toEqual([]);
    }
    endRun();
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
    expect(await isDone()).toBe(true);
    expect(runs).toEqual([[1]]);
  });

  it('leaves a case with one failure when a consumer of failures fails', async () => {
    const id = await open('a');
    await ledger.command(id, { type: 'fail', code: 'mail_failed', message: 'no' }, byWorkflow);
    let runs = 0;
    const fail = (): Promise<void> => {
      runs += 1;
      return Promise.reject(new Error('me too'));
    };
    start(fail, { attempts: 1, filter: { types: ['case.failed'] } });
    await until(() => runs > 0);
    await sleep(100);
    expect(runs).toBe(1);
    const types = (await ledger.timeline(id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'case.failed')).toHaveLength(1);
    expect(errors).toMatchObject([{ code: 'step_failed', context: { seq: 2, type: 'case.failed' } }]);
  });

  it('leaves what it gave back when it stopped to another one at once, as if nobody had tried it', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await open(name);
    const began: number[] = [];
    let fail = (): void => undefined;
    const first = start((seqs) => {
      began.push(...seqs);
      return new Promise((_resolve, reject) => {
        fail = () => {
          reject(new Error('n8n goes down'));
        };
      });
    });
    await until(() => began.length === 4);
    const stopping = first.stop();
    fail();
    await stopping;
    const other = await ledgers.open({ clock: () => new Date() });
    const taken: Delivery[] = [];
    start(well, {
      ledger: other,
      work: (deliveries) => {
        taken.push(...deliveries);
        return Promise.resolve();
      },
    });
    await until(() => taken.length === 4);
    expect(taken.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1]);
    expect(began).toHaveLength(4);
  });

  describe('beside another process', () => {
    const children: ChildProcess[] = [];
    afterEach(async () => {
      for (const child of children.splice(0)) {
        const isOver = child.exitCode !== null || child.signalCode !== null;
        const closed = isOver ? Promise.resolve() : once(child, 'close');
        child.kill('SIGKILL');
        await closed;
      }
    });

    const startProcess = async (): Promise<ChildProcess> => {
      const script = path.join(__dirname, 'support', 'consumer-process.ts');
      const args = ['--import', 'tsx', script, JSON.stringify(ledgers.location), ledgers.folder];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(child);
      await once(child.stdout, 'data');
      return child;
    };
    const lineSchema = z.object({ what: z.string(), pid: z.int(), seqs: z.array(z.int()) });
    type Line = z.output<typeof lineSchema>;
    const lines = (): Line[] => {
      const file = path.join(ledgers.folder, 'runs');
      if (!existsSync(file)) return [];
      const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
      return whole.map((line) => lineSchema.parse(JSON.parse(line)));
    };
    const endings = (): number[] => lines().flatMap(({ what, seqs }) => (what === 'ends' ? seqs : []));
    const mend = (): void => {
      writeFileSync(path.join(ledgers.folder, 'mended'), '');
    };

    /** Events that began again before the run that had them was over. @param dead whose runs are over without a word */
    const workedTwiceAtOnce = (dead?: number): number[] => {
      const running = new Map<number, number>();
      const twice: number[] = [];
      for (const { what, pid, seqs } of lines()) {
        for (const seq of seqs) {
          const holder = running.get(seq);
          if (what !== 'begins') running.delete(seq);
          else if (holder === undefined || holder === dead) running.set(seq, pid);
          else twice.push(seq);
        }
      }
      return twice;
    };
    const work = async (cases: number): Promise<number> => {
      for (let index = 0; index < cases; index += 1) {
        const id = await open(`r-${index}`);
        await note(id);
        await note(id);
      }
      return cases * 3;
    };

    it('never works an event that the other one has, though runs fail and one of them is stopped', async () => {
      const count = await work(24);
      const [first] = await Promise.all([startProcess(), startProcess()]);
      await until(() => endings().length > count / 4);
      first.kill('SIGTERM');
      await once(first, 'close');
      mend();
      await until(() => new Set(endings()).size === count);
      expect(endings().toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(workedTwiceAtOnce()).toEqual([]);
      expect(new Set(lines().map(({ pid }) => pid)).size).toBe(2);
      expect(lines().filter(({ what }) => !['begins', 'ends', 'fails'].includes(what))).toEqual([]);
    });

    onLinux('takes over what a killed one had, and works the rest once', async () => {
      mend();
      const count = await work(24);
      const [first] = await Promise.all([startProcess(), startProcess()]);
      await until(() => endings().length > count / 4);
      const killed = first.pid ?? 0;
      const closed = once(first, 'close');
      first.kill('SIGKILL');
      await closed;
      await until(() => new Set(endings()).size === count);
      expect(workedTwiceAtOnce(killed)).toEqual([]);
    });
  });
});
