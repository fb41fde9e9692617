import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, pid, stdout } from 'node:process';
import { z } from 'zod/v4';
import { openLedgerAt, startConsumer, type LedgerLocation } from '../../../../lib/ledger';

/**
 * A process whose consumer works the log as n8n's would: `consumer-process.ts <location as JSON> <folder>`. It notes in
 * the file `runs` of the folder when a run begins and how it ends. A run takes a moment; one with an event whose number
 * divides by seven fails as long as no file `mended` is there. SIGTERM stops it the way n8n does.
 */
const [, , place = '', folder = ''] = argv;
const isLocation = (value: unknown): value is LedgerLocation =>
  z.object({ kind: z.enum(['embedded', 'postgres']) }).safeParse(value).success;
const location: unknown = JSON.parse(place);
if (!isLocation(location)) throw new TypeError('The first argument is no location');

const note = (what: string, seqs: readonly number[]): void => {
  appendFileSync(join(folder, 'runs'), `${JSON.stringify({ what, pid, seqs })}\n`);
};

const main = async (at: LedgerLocation): Promise<void> => {
  const ledger = await openLedgerAt(at);
  const consumer = startConsumer({
    ledger,
    consumer: 'shared',
    filter: {},
    startFrom: 'beginning',
    batchSize: 4,
    gatherMs: 5,
    concurrency: 2,
    attempts: 20,
    leaseMs: 30_000,
    retryMs: 20,
    longestRetryMs: 200,
    work: async (deliveries) => {
      const seqs = deliveries.map(({ event }) => event.seq);
      note('begins', seqs);
      await new Promise((resolve) => setTimeout(resolve, 15));
      const isBad = seqs.some((seq) => seq % 7 === 0) && !existsSync(join(folder, 'mended'));
      note(isBad ? 'fails' : 'ends', seqs);
      if (isBad) throw new Error('not yet');
    },
    onError: (error) => {
      note(String(error), []);
    },
  });
  const alive = setInterval(() => undefined, 1000);
  process.once('SIGTERM', () => {
    void consumer
      .stop()
      .then(() => ledger.close())
      .then(() => {
        clearInterval(alive);
      });
  });
  stdout.write('started\n');
};

void main(location);
