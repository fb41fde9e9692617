import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod/v4';
import { answersOf } from './answers';
import { engineFor } from './execute';
import { ourWorkflow, peerWorkflow } from './workflows';

const jobSchema = z.object({
  side: z.enum(['ours', 'theirs']),
  cert: z.string(),
  /** A shop with few returns: whatever is loaded and compiled on first use shall not count. */
  few: z.url(),
  many: z.url(),
});
export type MemoryJob = z.output<typeof jobSchema>;

/** One execution in a process of its own, and what it left in memory for as long as n8n holds it. */
async function run({ side, cert, few, many }: MemoryJob): Promise<void> {
  setDefaultCACertificates([...getCACertificates('default'), cert]);
  const executeOn = async (baseUrl: string) =>
    (await engineFor(baseUrl))(side === 'ours' ? ourWorkflow : peerWorkflow(baseUrl));
  await executeOn(few);
  const before = heapUsed();
  const done = await executeOn(many);
  const keptBytes = heapUsed() - before;
  process.send?.({ keptBytes, peakBytes: process.resourceUsage().maxRSS * 1024, items: answersOf(done).size });
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

process.once('message', (message) => {
  run(jobSchema.parse(message)).then(
    () => {
      process.disconnect();
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
