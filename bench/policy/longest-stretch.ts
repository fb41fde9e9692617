import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { nodeInRun } from '../../tests/workflows/support/node-context';
import { median } from '../measuring/median';
import { judgeLimit, rounded, type Result } from '../measuring/result';
import { generateCases } from './cases';

const ITEMS = 5000;
const LIMIT_MS = 50;
const ROUNDS = 7;

const operations: Readonly<Record<string, INodeParameters>> = {
  evaluate: {},
  scoreRisk: { historyFrom: 'none' },
  replay: {
    casesFrom: 'items',
    replayAgainst: 'policy',
    currentPolicySource: 'preset',
    currentPreset: 'eu-shop',
  },
};

/**
 * The longest that the Return Policy node keeps n8n's thread to itself while it works on 5,000 returns in one execution:
 * milliseconds between two turns of the event loop, of the slowest of its operations on many items.
 */
export async function measure(): Promise<Result> {
  const items = generateCases(ITEMS).map((input) => ({ json: { ...input } }));
  const longest = new Map(Object.keys(operations).map((operation) => [operation, new Array<number>()]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [operation, stretches] of longest) {
      const stretch = await longestStretchOf(operation, items);
      // The first use loads the engine and compiles the policy; that happens once in the life of a process.
      if (round > 0) stretches.push(stretch);
    }
  }
  const all = [...longest.values()];
  const worst = Array.from({ length: ROUNDS }, (_, round) =>
    Math.max(...all.map((stretches) => stretches[round] ?? 0)),
  );
  const contest = { id: 'policy.longest-stretch', unit: 'ms', peer: `the limit of ${LIMIT_MS} ms` };
  const medians = [...longest].map(([operation, stretches]) => [operation, rounded(median(stretches))] as const);
  return judgeLimit(contest, worst, LIMIT_MS, { items: ITEMS, ...Object.fromEntries(medians) });
}

async function longestStretchOf(operation: string, items: INodeExecutionData[]): Promise<number> {
  const { node, context } = await nodeInRun(
    'returnPolicy',
    {
      operation,
      request: '={{ $json.request }}',
      order: '={{ $json.order }}',
      policySource: 'preset',
      preset: 'fashion-fr',
      outputMode: 'dossier',
      ...operations[operation],
    },
    items,
  );
  const longest = watchTurns();
  await node.execute?.call(context);
  return longest();
}

/**
 * What this thread has worked between two turns of the event loop, garbage collections included. By the processor's
 * clock: by the one on the wall everything else that the machine does would count too.
 */
function watchTurns(): () => number {
  let longest = 0;
  let isOver = false;
  let before = process.threadCpuUsage();
  const turn = (): void => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, now.user + now.system - before.user - before.system);
    before = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOver = true;
    turn();
    return longest / 1000;
  };
}
