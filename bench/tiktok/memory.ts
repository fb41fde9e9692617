import { fork } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod/v4';
import { selfSigned } from '../http/self-signed';
import { measureIfPossible } from '../measuring/cannot-measure';
import { median } from '../measuring/median';
import { judge, rounded, type Contest, type Result } from '../measuring/result';
import { httpRequestNode } from './http-request-node';
import type { MemoryJob } from './memory-process';
import { startShop } from './shop';

const ITEMS = 10_000;
const FEW = 100;
const PROCESSES = 3;
const MB = 1024 * 1024;
const contest: Contest = {
  id: 'tiktok.memory',
  unit: 'MB/10,000 items',
  better: 'less',
  peer: "n8n's HTTP Request, paged",
  aim: 1,
};

const usedSchema = z.object({ keptBytes: z.number(), peakBytes: z.number(), items: z.literal(ITEMS) });
type Used = z.output<typeof usedSchema>;

/** What an execution over 10,000 returns keeps in memory until n8n has finished with it. */
export const measure = (): Promise<Result> => measureIfPossible(contest, weigh);

async function weigh(): Promise<Result> {
  await httpRequestNode();
  const tls = selfSigned();
  const [few, many] = await Promise.all([startShop(tls, FEW), startShop(tls, ITEMS)]);
  try {
    const job = { cert: tls.cert, few: few.baseUrl, many: many.baseUrl };
    const used = { ours: new Array<Used>(), theirs: new Array<Used>() };
    for (let count = 0; count < PROCESSES; count += 1) {
      for (const side of ['ours', 'theirs'] as const) used[side].push(await runOnce({ ...job, side }));
    }
    const kept = (side: readonly Used[]): number[] => side.map(({ keptBytes }) => keptBytes / MB);
    const peak = (side: readonly Used[]): number => rounded(median(side.map(({ peakBytes }) => peakBytes / MB)));
    const peakMb = { ours: peak(used.ours), theirs: peak(used.theirs) };
    return judge(contest, { ours: kept(used.ours), theirs: kept(used.theirs) }, true, { items: ITEMS, peakMb });
  } finally {
    few.stop();
    many.stop();
  }
}

/** In a fresh process: what one side leaves behind must not weigh on the other. */
function runOnce(job: MemoryJob): Promise<Used> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, 'memory-process.ts'), { execArgv: [...process.execArgv, '--expose-gc'] });
    child.once('exit', (code) => {
      reject(new Error(`the process that was measured ended with ${code}`));
    });
    child.once('message', (message) => {
      resolve(usedSchema.parse(message));
    });
    child.send(job);
  });
}
