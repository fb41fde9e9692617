import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { forEachPastCase } from '../../nodes/ReturnPolicy/past-cases';
import { breath } from '../../nodes/shared/breath';
import { aCase } from '../unit/returns/dossier';
import { nodeInRun } from './support/node-context';
import { stripeOrder, teeRequest } from './support/stories';

const ITEMS = 500;
/** After so many milliseconds a stretch of work ends. */
const STRETCH_MS = 20;

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

/** A clock that goes on by a millisecond whenever it is looked at: what is counted then is the work, not the machine. */
function clockOfWork(): void {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (now += 1));
}

/** How many turns everything else in the process has had. */
function countTurns(): () => number {
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOver = true;
    return turns;
  };
}

afterEach(() => {
  jest.restoreAllMocks();
});

it.each([
  ['evaluate', ITEMS],
  ['scoreRisk', ITEMS],
  ['replay', 1],
])(`gives way again and again while the operation %s works on ${ITEMS} returns`, async (operation, results) => {
  const items: INodeExecutionData[] = Array.from({ length: ITEMS }, () => ({
    json: { request: teeRequest(), order: stripeOrder('pi_1') },
  }));
  const parameters = parametersOf(operation, { historyFrom: 'none', ...ofItems });
  const { node, context } = await nodeInRun('returnPolicy', parameters, items);
  clockOfWork();
  const turns = countTurns();
  const outputs = await node.execute?.call(context);
  // Items that wait side by side end one stretch together.
  expect(turns()).toBeGreaterThan(ITEMS / (2 * STRETCH_MS));
  expect(Array.isArray(outputs) ? outputs.flat() : []).toHaveLength(results);
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
