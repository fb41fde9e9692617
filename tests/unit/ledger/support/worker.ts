import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, pid, stdout } from 'node:process';
import { z } from 'zod/v4';
import { openLedgerAt, type Attempt, type LedgerLocation } from '../../../../lib/ledger';
import { isReturnsError } from '../../../../lib/returns';
import { aReturn, byWorkflow, holding } from './returns';

/**
 * A process of its own at work on a ledger: `worker.ts <job> <location as JSON> <folder> <name> <count>`; prints one line
 * of JSON, and notes effects in the folder.
 */
const [, , job = '', place = '', folder = '', name = '', count = '0'] = argv;
const isLocation = (value: unknown): value is LedgerLocation =>
  z.object({ kind: z.enum(['embedded', 'postgres']) }).safeParse(value).success;
const given: unknown = JSON.parse(place);
if (!isLocation(given)) throw new TypeError('The second argument is no location');
const location: LedgerLocation = given;
const effects = join(folder, 'effects');
const times = Array.from({ length: Number(count) }, (_, index) => index);

const jobs: Record<string, () => Promise<unknown>> = {
  /** Opens returns that only this process opens. */
  async open() {
    const ledger = await openLedgerAt(location);
    const numbers: string[] = [];
    for (const index of times) {
      const { dossier } = await ledger.openCase(aReturn(`${name}-${index}`), byWorkflow);
      numbers.push(dossier.case.rma);
    }
    await ledger.close();
    return numbers;
  },
  /** Opens returns that only this process opens, several at a time, until somebody kills it. */
  async openOn() {
    const ledger = await openLedgerAt(location);
    const openOnAndOn = async (_: unknown, hand: number): Promise<never> => {
      for (let turn = 0; ; turn += 1) await ledger.openCase(aReturn(`${name}-${pid}-${hand}-${turn}`), byWorkflow);
    };
    return await Promise.all(Array.from({ length: 3 }, openOnAndOn));
  },
  /** Opens the returns that every process opens, all at once, and writes a note on each. */
  async contend() {
    const ledger = await openLedgerAt(location);
    const outcomes = await Promise.all(
      times.map(async (index) => {
        const { dossier, opened } = await ledger.openCase(aReturn(`shared-${index}`), byWorkflow);
        await ledger.command(dossier.case.id, { type: 'note', note: name }, byWorkflow);
        return opened;
      }),
    );
    await ledger.close();
    return outcomes.filter(Boolean).length;
  },
  /** Takes events of one consumer, one at a time, until there are none. */
  async consume() {
    const ledger = await openLedgerAt(location);
    const seqs: number[] = [];
    for (;;) {
      const [delivery] = await ledger.claim({
        consumer: 'shared',
        filter: {},
        limit: 1,
        leaseMs: 60_000,
        startFrom: 'beginning',
      });
      if (!delivery) break;
      seqs.push(delivery.event.seq);
      await ledger.acknowledge('shared', [delivery.event.seq]);
    }
    await ledger.close();
    return seqs;
  },
  /** Claims whatever there is for a minute, and never comes back. */
  async hold() {
    const ledger = await openLedgerAt(location);
    const claimed = await ledger.claim({ ...holding, leaseMs: 60_000 });
    stdout.write(`${JSON.stringify(claimed.map(({ event }) => event.seq))}\n`);
    return await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
  /** Claims what was received for a minute, and never comes back. */
  async holdReceived() {
    const ledger = await openLedgerAt(location);
    const claimed = await ledger.claimReceived({ source: 'shopify', limit: 10, leaseMs: 60_000 });
    stdout.write(`${JSON.stringify(claimed.map(({ deliveryId }) => deliveryId))}\n`);
    return await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
  /**
   * Does one step of every case, notes when each effect begins and ends, and waits where it must, until all are done and
   * the file `all-opened` says that no more will come.
   */
  async toil() {
    const ledger = await openLedgerAt(location);
    const log = (what: string, caseId: string, key: string): void => {
      appendFileSync(effects, `${JSON.stringify({ what, pid, caseId, key })}\n`);
    };
    const done = new Set<string>();
    for (let isAllDone = false; !isAllDone;) {
      const isAllOpened = existsSync(join(folder, 'all-opened'));
      const { items } = await ledger.findCases({}, { limit: 100 });
      for (const caseId of items.map((item) => item.case.id).filter((id) => !done.has(id))) {
        const effect = async ({ idempotencyKey: key }: Attempt): Promise<{ result: string }> => {
          log('begin', caseId, key);
          await new Promise((resolve) => setTimeout(resolve, 150));
          log('end', caseId, key);
          return { result: key };
        };
        try {
          await ledger.runOnce(caseId, 'refund', effect, byWorkflow);
          done.add(caseId);
        } catch (error) {
          if (!isReturnsError(error) || error.code !== 'step_in_progress') throw error;
        }
      }
      isAllDone = isAllOpened && done.size === items.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await ledger.close();
    return 'done';
  },
  /** Does an effect, notes the key that it used beside the ledger, and never comes back. */
  async hang() {
    const ledger = await openLedgerAt(location, { stepLeaseMs: Number(count) });
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    return await ledger.runOnce(
      dossier.case.id,
      'refund',
      async ({ idempotencyKey }) => {
        appendFileSync(effects, `${idempotencyKey}\n`);
        stdout.write('"in the effect"\n');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
        return { result: 'too late' };
      },
      byWorkflow,
    );
  },
};

void (async () => {
  const answer = await jobs[job]?.();
  stdout.write(`${JSON.stringify(answer)}\n`);
})();
