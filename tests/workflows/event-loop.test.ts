import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { forEachPastCase } from '../../nodes/ReturnPolicy/past-cases';
import { breath } from '../../nodes/shared/breath';
import { aCase } from '../unit/returns/dossier';
import { nodeInRun } from './support/node-context';
import { stripeOrder, teeRequest } from './support/stories';

const ITEMS = 5000;
/**
 * Far more than the 20 ms after which a stretch ends: garbage collections fall into it, long ones in a process that runs
 * other tests too. Work that never gives way takes seconds.
 */
const MOST_MS = 500;

const parametersOf = (operation: string, more: INodeParameters = {}): INodeParameters => ({
  operation,
  request: '={{ $json.request }}',
  order: '={{ $json.order }}',
  policySource: 'preset',
  preset: 'fashion-fr',
  outputMode: 'dossier',
  ...more,
});

/** A replay of two policies over the items. */
const ofItems = {
  casesFrom: 'items',
  replayAgainst: 'policy',
  currentPolicySource: 'preset',
  currentPreset: 'eu-shop',
};

/**
 * What this thread has worked between two turns of the event loop. By the processor's clock: by the one on the wall
 * everything else that the machine does would count too.
 */
function watchTurns(): { longestMs(): number; workedMs(): number } {
  let [longest, worked] = [0, 0];
  let isOver = false;
  let before = process.threadCpuUsage();
  const turn = (): void => {
    const now = process.threadCpuUsage();
    const micros = now.user + now.system - before.user - before.system;
    before = now;
    longest = Math.max(longest, micros);
    worked += micros;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    longestMs: () => {
      isOver = true;
      turn();
      return longest / 1000;
    },
    workedMs: () => worked / 1000,
  };
}

it.each([
  ['evaluate', ITEMS],
  ['scoreRisk', ITEMS],
  ['replay', 1],
])(`goes on with everything else while the operation %s works on ${ITEMS} returns`, async (operation, results) => {
  const items = Array.from({ length: ITEMS }, () => ({
    json: { request: teeRequest(), order: stripeOrder('pi_1') },
  }));
  const parameters = parametersOf(operation, { historyFrom: 'none', ...ofItems });
  const work = async (some: INodeExecutionData[]): Promise<number> => {
    const { node, context } = await nodeInRun('returnPolicy', parameters, some);
    const outputs = await node.execute?.call(context);
    return Array.isArray(outputs) ? outputs.flat().length : 0;
  };
  // The first use loads the engine and compiles the policy; that happens once in the life of a process.
  await work(items.slice(0, 50));
  const turns = watchTurns();
  const worked = await work(items);
  expect(turns.longestMs()).toBeLessThan(MOST_MS);
  expect(turns.workedMs()).toBeGreaterThan(2 * MOST_MS);
  expect(worked).toBe(results);
});

it('lets everything else have a turn after each page of past cases, and reads no case that was not asked for', async () => {
  const steps: string[] = [];
  const dossiers = Array.from({ length: 120 }, () => aCase());
  const ledger = {
    findCases: (_filter: unknown, { limit = 0, cursor = '0' } = {}) => {
      const from = Number(cursor);
      const items = dossiers.slice(from, from + limit);
      steps.push(`page of ${items.length}`);
      return Promise.resolve({ items, ...(from + limit < dossiers.length && { next: String(from + limit) }) });
    },
  };
  const turns = {
    take: () => undefined,
    pause: () => {
      steps.push('turn');
      return Promise.resolve();
    },
  };
  let cases = 0;
  await forEachPastCase(ledger, { openedFrom: '2026-01-01T00:00:00Z', most: 110 }, turns, () => (cases += 1));
  expect(steps).toEqual(['page of 50', 'turn', 'page of 50', 'turn', 'page of 10', 'turn']);
  expect(cases).toBe(110);
});

describe('a breath', () => {
  const clock = (): { now: number; breath: ReturnType<typeof breath> } => {
    const time = { now: 0 };
    return Object.assign(time, { breath: breath(() => time.now) });
  };

  it('is taken after a long piece whatever the clock says, once for all that wait', () => {
    const state = clock();
    expect(state.breath.pause()).toBe(state.breath.pause());
    expect(state.breath.take()).toBeDefined();
  });

  it('costs nothing while the stretch is short', () => {
    const state = clock();
    state.now = 19;
    expect(state.breath.take()).toBeUndefined();
  });

  it('lets others have their turn after that, all that work together at once', async () => {
    const state = clock();
    state.now = 25;
    const [one, two] = [state.breath.take(), state.breath.take()];
    expect(one).toBeDefined();
    expect(two).toBe(one);
    let hadTurn = false;
    setImmediate(() => {
      hadTurn = true;
    });
    await one;
    await new Promise(setImmediate);
    expect(hadTurn).toBe(true);
    expect(state.breath.take()).toBeUndefined();
  });
});
