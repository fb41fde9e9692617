import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { breath } from '../../nodes/shared/breath';
import { nodeInRun } from './support/node-context';
import { stripeOrder, teeRequest } from './support/stories';

const ITEMS = 5000;
/** The promise is 50 ms; a garbage collection may fall into a stretch. */
const MOST_MS = 100;

const parametersOf = (operation: string, more: INodeParameters = {}): INodeParameters => ({
  operation,
  request: '={{ $json.request }}',
  order: '={{ $json.order }}',
  policySource: 'preset',
  preset: 'fashion-fr',
  outputMode: 'dossier',
  ...more,
});

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

it.each(['evaluate', 'scoreRisk'])(
  `goes on with everything else while the operation %s works on ${ITEMS} returns`,
  async (operation) => {
    const items = Array.from({ length: ITEMS }, () => ({
      json: { request: teeRequest(), order: stripeOrder('pi_1') },
    }));
    const parameters = parametersOf(operation, { historyFrom: 'none' });
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
    expect(turns.workedMs()).toBeGreaterThan(4 * MOST_MS);
    expect(worked).toBe(ITEMS);
  },
);

describe('a breath', () => {
  const clock = (): { now: number; breath: ReturnType<typeof breath> } => {
    const time = { now: 0 };
    return Object.assign(time, { breath: breath(() => time.now) });
  };

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
