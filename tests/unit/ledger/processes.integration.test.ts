import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import type { Dossier } from '../../../lib/returns';
import { onLinux } from '../../support/on-linux';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow, holding } from './support/returns';

/** Real processes on one ledger: the operating system may stop any of them anywhere. */
describeEachStore('processes that share a ledger', () => {
  let ledgers: Ledgers;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    ledgers = new Ledgers();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await ledgers.remove();
  });

  const start = (job: string, name = '', count = 0): ChildProcess => {
    const script = path.join(__dirname, 'support', 'worker.ts');
    const { location, folder } = ledgers;
    const args = ['--import', 'tsx', script, job, JSON.stringify(location), folder, name, String(count)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return child;
  };
  const run = async <T extends z.ZodType>(schema: T, ...work: Parameters<typeof start>): Promise<z.output<T>> => {
    const child = start(...work);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await once(child, 'close');
    return schema.parse(JSON.parse(printed));
  };
  const effectsFile = (): string => path.join(ledgers.folder, 'effects');
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

  const kill = async (child: ChildProcess): Promise<void> => {
    if (child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  };
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('take numbers without a gap, four at a time', async () => {
    const numbers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => run(z.array(z.string()), 'open', name, 25)));
    const year = new Date().getUTCFullYear();
    expect(numbers.flat().toSorted()).toEqual(upTo(100).map((n) => `RMA-${year}-${String(n).padStart(6, '0')}`));
  });

  it('take numbers without a gap also when they are killed while they take one', async () => {
    // By the clock of the others: each year has numbers of its own.
    ledgers.now = Date.now();
    const ledger = await ledgers.open();
    const opened = async (): Promise<readonly Dossier[]> => {
      const all: Dossier[] = [];
      for (let page = await ledger.findCases({}, { limit: 1000 }); ;) {
        all.push(...page.items);
        if (page.next === undefined) return all;
        page = await ledger.findCases({}, { limit: 1000, cursor: page.next });
      }
    };
    const team = ['a', 'b', 'c'].map((name) => start('openOn', name));
    while ((await opened()).length < 10) await wait(20);
    for (const [index, victim] of team.entries()) {
      await wait(100 + Math.random() * 50);
      await kill(victim);
      team.push(start('openOn', `next-${index}`));
      if (index === 5) break;
    }
    for (const child of team) await kill(child);
    const numbers = (await opened()).map((item) => Number(item.case.rma.slice(-6))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(upTo(numbers.length));
    const { dossier } = await ledger.openCase(aReturn('last'), byWorkflow);
    expect(Number(dossier.case.rma.slice(-6))).toBe(numbers.length + 1);
    for (const item of (await opened()).slice(0, 50)) expect(await ledger.timeline(item.case.id)).toHaveLength(1);
  });

  it('open each return once, and lose no command, when they all work on the same ones', async () => {
    const opened = await Promise.all(['a', 'b'].map((name) => run(z.int(), 'contend', name, 20)));
    expect(opened.reduce((sum, count) => sum + count)).toBe(20);
    const { items } = await (await ledgers.open()).findCases({}, { limit: 100 });
    expect(items.map((item) => item.case.version)).toEqual(upTo(20).map(() => 3));
  });

  it('never hand one event to two of them', async () => {
    const ledger = await ledgers.open();
    for (const index of upTo(60)) await ledger.openCase(aReturn(`r-${index}`), byWorkflow);
    const taken = await Promise.all(['a', 'b'].map((name) => run(z.array(z.int()), 'consume', name)));
    expect(taken.flat().toSorted((a, b) => a - b)).toEqual(upTo(60));
  });

  const hang = async (stepLeaseMs: number): Promise<ChildProcess> => {
    const hanging = start('hang', '', stepLeaseMs);
    await once(hanging.stdout ?? hanging, 'data');
    return hanging;
  };
  /** What another process makes of the step that `hang` began. */
  const refund = async (clock = () => new Date()): Promise<{ result: unknown; performed: boolean }> => {
    const ledger = await ledgers.open({ clock });
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    return await ledger.runOnce(
      dossier.case.id,
      'refund',
      async ({ idempotencyKey, mayHaveHappened, number }) =>
        await Promise.resolve({ result: { idempotencyKey, mayHaveHappened, number } }),
      byWorkflow,
    );
  };
  const takenOver = (): object => ({
    result: {
      idempotencyKey: readFileSync(effectsFile(), 'utf8').trim(),
      mayHaveHappened: true,
      number: 2,
    },
    performed: true,
  });
  const inProgress = { code: 'step_in_progress' };

  it('leave a step to the process that is at it for longer than its lease', async () => {
    await hang(2000);
    await wait(2500);
    await expect(refund()).rejects.toMatchObject(inProgress);
  });

  onLinux(
    'take over the effect of one that was killed in the middle at once, with the same key and the doubt',
    async () => {
      const hanging = await hang(60_000);
      await expect(refund()).rejects.toMatchObject(inProgress);
      await kill(hanging);
      // The lease of a minute still runs.
      expect(await refund()).toMatchObject(takenOver());
    },
  );

  onLinux('wait for the lease of one that is only stopped', async () => {
    const stopped = await hang(600_000);
    stopped.kill('SIGSTOP');
    await expect(refund()).rejects.toMatchObject(inProgress);
    const afterItsLease = (): Date => new Date(Date.now() + 601_000);
    expect(await refund(afterItsLease)).toMatchObject(takenOver());
  });

  onLinux('take over what one that was killed had received, and nothing of one that lives', async () => {
    const ledger = await ledgers.open({ clock: () => new Date() });
    for (const id of ['a', 'b']) await ledger.receive('shopify', id, { about: id });
    const holder = start('holdReceived');
    await once(holder.stdout ?? holder, 'data');
    const claim = { source: 'shopify', limit: 10, leaseMs: 60_000 };
    expect(await ledger.claimReceived(claim)).toEqual([]);
    await kill(holder);
    expect(await ledger.claimReceived(claim)).toMatchObject([
      { deliveryId: 'a', attempt: 2 },
      { deliveryId: 'b', attempt: 2 },
    ]);
  });

  onLinux('take over the events of one that was killed, one by one, and none of one that lives', async () => {
    const ledger = await ledgers.open({ clock: () => new Date() });
    for (const name of ['a', 'b']) await ledger.openCase(aReturn(name), byWorkflow);
    const holder = start('hold');
    await once(holder.stdout ?? holder, 'data');
    const claim = async (): Promise<number[][]> =>
      (await ledger.claim({ ...holding, leaseMs: 60_000 })).map(({ event, attempt }) => [event.seq, attempt]);
    expect(await claim()).toEqual([]);
    holder.kill('SIGSTOP');
    expect(await claim()).toEqual([]);
    await kill(holder);
    expect([await claim(), await claim(), await claim()]).toEqual([[[1, 2]], [[2, 2]], []]);
  });

  onLinux('never do a step that a living one is at, whichever of them is killed and when', async () => {
    const ledger = await ledgers.open({ clock: () => new Date() });
    let opened = 0;
    const openMore = async (): Promise<void> => {
      for (const _ of upTo(5)) await ledger.openCase(aReturn(`r-${(opened += 1)}`), byWorkflow);
    };
    await openMore();
    const killed = new Set<number | undefined>();
    const team = upTo(3).map(() => start('toil'));
    while (!existsSync(effectsFile())) await wait(10);
    for (const pause of [100, 200, 300, 400]) {
      await openMore();
      await wait(pause);
      const victim = team.shift();
      if (victim === undefined) throw new Error('nobody is left to be killed');
      await kill(victim);
      killed.add(victim.pid);
      team.push(start('toil'));
    }
    writeFileSync(path.join(ledgers.folder, 'all-opened'), '');
    await Promise.all(team.map((child) => once(child, 'close')));

    const entry = z.object({ what: z.enum(['begin', 'end']), pid: z.int(), caseId: z.string(), key: z.string() });
    const effects = readFileSync(effectsFile(), 'utf8').trim().split('\n');
    const all = effects.map((line) => entry.parse(JSON.parse(line)));
    const cases = new Set(all.map(({ caseId }) => caseId));
    expect(cases.size).toBe(opened);
    for (const id of cases) {
      const story = all.filter(({ caseId }) => caseId === id);
      expect(new Set(story.map(({ key }) => key)).size).toBe(1);
      // Whoever begins after another has begun finds that one dead, for none of the living is robbed.
      const begun = story.filter(({ what }) => what === 'begin').map(({ pid }) => pid);
      expect(begun.slice(0, -1).filter((pid) => !killed.has(pid))).toEqual([]);
      expect(story.at(-1)).toMatchObject({ what: 'end', pid: begun.at(-1) });
    }
    expect(killed.size).toBe(4);
  });
});
