import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { TriggerContext } from 'n8n-core';
import {
  createRunExecutionData,
  type INodeExecutionData,
  type IRun,
  type ITriggerFunctions,
  type ITriggerResponse,
  type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Command, Dossier } from '../../lib/returns';
import { onLinux } from '../support/on-linux';
import { until } from '../support/until';
import { additionalData, nodeOf, prepare } from './support/engine';
import { loadPackage, nodeTypesOf, packageName } from './support/n8n-nodes';
import { command, openCase, stripeOrder, teeRequest } from './support/stories';
import type { TemplateNode } from './support/templates';
import { useWorld } from './support/world';

const world = useWorld();

interface Handed {
  readonly items: readonly INodeExecutionData[];
  readonly rmas: readonly string[];
  end(status: IRun['status']): void;
}

interface Listening {
  readonly handed: readonly Handed[];
  /** Failed executions that the trigger has written. */
  readonly alerts: readonly Error[];
  /** Resolves once so many batches were handed over. */
  until(count: number): Promise<void>;
  readonly response: ITriggerResponse;
}

const listening: ITriggerResponse[] = [];

afterEach(async () => {
  for (const { closeFunction } of listening.splice(0)) await closeFunction?.();
});

/** Activates the trigger as n8n does. @param judge how each run ends; undefined leaves it to the test */
async function listen(
  parameters: TemplateNode['parameters'],
  judge: (handed: Handed) => IRun['status'] | undefined = () => 'success',
  mode: WorkflowExecuteMode = 'trigger',
): Promise<Listening> {
  const loaded = await loadPackage();
  const trigger: TemplateNode = {
    id: '755b7b04-13a4-565f-920f-925d099ff28d',
    name: 'trigger',
    type: `${packageName}.returnCaseTrigger`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
  };
  const template = { id: 'oneTrigger', name: 'One trigger', nodes: [trigger], connections: {} };
  const { base, workflow } = prepare(template, nodeTypesOf(loaded, {}));
  const handed: Handed[] = [];
  const alerts: Error[] = [];
  const emit = (
    data: INodeExecutionData[][],
    _answer?: unknown,
    done?: Parameters<ITriggerFunctions['emit']>[2],
  ): void => {
    const items = data.flat();
    const batch: Handed = {
      items,
      rmas: items.flatMap(({ json }) => ('case' in json ? [(json as unknown as Dossier).case.rma] : [])),
      end: (status) => {
        done?.resolve({
          status,
          mode,
          storedAt: 'db',
          startedAt: new Date(),
          data: createRunExecutionData({ resultData: { lastNodeExecuted: 'trigger' } }),
        });
      },
    };
    handed.push(batch);
    const status = judge(batch);
    if (status) batch.end(status);
  };
  const context = new TriggerContext(
    workflow,
    nodeOf(workflow, 'trigger'),
    additionalData(base, {}, 'trigger'),
    mode,
    'activate',
    emit,
    undefined,
    (error) => {
      alerts.push(error);
    },
  );
  const start = loaded.nodes.get('returnCaseTrigger')?.trigger;
  if (start === undefined) throw new RangeError('the trigger cannot start');
  const response: ITriggerResponse = await Reflect.apply(start, context, []);
  listening.push(response);
  return {
    handed,
    alerts,
    response,
    until: (count) => until(() => handed.length >= count),
  };
}

const open = async (externalId: string): Promise<Dossier> =>
  openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest({ externalId }));

const quiet = () => sleep(300);

const consumer = 'oneTrigger:755b7b04-13a4-565f-920f-925d099ff28d';
const lagOf = async () => (await world.ledger()).lag(consumer);

const isOpen = (file: string): boolean =>
  readdirSync('/proc/self/fd').some((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === file;
    } catch {
      return false;
    }
  });

it('hands over an event with the whole case, and not again once the run ended well', async () => {
  const first = await listen({ events: ['case.opened'], options: {} });
  const dossier = await open('a');
  await first.until(1);
  expect(first.handed[0]?.items).toMatchObject([
    { json: { event: { type: 'case.opened', seq: expect.any(Number) }, case: { id: dossier.case.id }, order: {} } },
  ]);
  await quiet();
  await first.response.closeFunction?.();
  const second = await listen({ events: ['case.opened'], options: {} });
  await quiet();
  expect([first.handed.length, second.handed.length]).toEqual([1, 0]);
});

it('counts a run that waits for a person as taken over', async () => {
  const first = await listen({ events: ['case.opened'], options: {} }, () => 'waiting');
  await open('a');
  await first.until(1);
  await quiet();
  await first.response.closeFunction?.();
  const second = await listen({ events: ['case.opened'], options: {} });
  await quiet();
  expect(second.handed).toEqual([]);
});

it('tries again after a run that failed, with the same event', async () => {
  let runs = 0;
  const trigger = await listen({ events: ['case.opened'], options: {} }, () => {
    runs += 1;
    return runs === 1 ? 'error' : 'success';
  });
  await open('a');
  await trigger.until(2);
  const seqs = trigger.handed.map(({ items }) => items.map(({ json }) => json['event']));
  expect(seqs[1]).toEqual(seqs[0]);
});

it.each(['crashed', 'canceled', 'error'] as const)(
  'sets an event aside after its attempts (%s), and says so in the case',
  async (status) => {
    const trigger = await listen({ events: ['case.opened'], options: { attempts: 1 } }, () => status);
    const dossier = await open('a');
    await trigger.until(1);
    await quiet();
    const { case: after } = await (await world.ledger()).getCase({ id: dossier.case.id });
    expect(after.failures).toHaveLength(1);
    expect(trigger.handed).toHaveLength(1);
  },
);

it('splits a batch that fails, so that one bad case does not hold up the others', async () => {
  const cases = [];
  for (const externalId of ['a', 'b', 'c', 'd']) cases.push(await open(externalId));
  const bad = cases[2]?.case.rma ?? '';
  const trigger = await listen(
    { events: ['case.opened'], options: { startFrom: 'beginning', attempts: 1, concurrency: 1 } },
    ({ rmas }) => (rmas.includes(bad) ? 'error' : 'success'),
  );
  await trigger.until(5);
  await quiet();
  expect(trigger.handed.map(({ rmas }) => rmas.length)).toEqual([4, 2, 2, 1, 1]);
  const ledger = await world.ledger();
  const failed = await Promise.all(cases.map(({ case: { id } }) => ledger.getCase({ id })));
  expect(failed.map(({ case: { failures } }) => failures.length)).toEqual([0, 0, 1, 0]);
});

it('begins with what happens from now on, unless it is to begin at the beginning', async () => {
  await open('before');
  const now = await listen({ events: ['case.opened'], options: {} });
  await quiet();
  expect(now.handed).toEqual([]);
  await open('after');
  await now.until(1);
});

it('starts only for the events, the channel and the resolution that it is set to', async () => {
  const trigger = await listen({
    events: ['decision.approved'],
    options: { channel: 'form', resolution: 'exchange', startFrom: 'beginning' },
  });
  const ledger = await world.ledger();
  const refund = await open('refund');
  const exchange = await openCase(
    ledger,
    stripeOrder('pi_1'),
    teeRequest({ externalId: 'exchange', resolution: 'exchange' }),
  );
  const elsewhere = await openCase(
    ledger,
    stripeOrder('pi_1'),
    teeRequest({ channel: 'shopify', resolution: 'exchange' }),
  );
  for (const {
    case: { id },
  } of [refund, exchange, elsewhere])
    await command(ledger, id, { type: 'approve' });
  await trigger.until(1);
  await quiet();
  expect(trigger.handed.map(({ rmas }) => rmas)).toEqual([[exchange.case.rma]]);
});

it.each([
  [{ decision: ['approved'] }, ['approved', 'received']],
  [{ decision: ['requested', 'rejected'] }, ['rejected', 'requested']],
  [{ parcel: ['received'] }, ['received']],
  [{ decision: ['approved'], parcel: ['none'], settlement: ['none'] }, ['approved']],
  [{ decision: [], settlement: ['refunded'] }, []],
])('starts only for cases that stand so when they are handed over: %j', async (filter, wanted) => {
  const ledger = await world.ledger();
  const states: Record<string, Command[]> = {
    requested: [],
    approved: [{ type: 'approve' }],
    rejected: [{ type: 'reject' }],
    received: [{ type: 'approve' }, { type: 'receive' }, { type: 'note', note: 'x' }],
  };
  const names = new Map<string, string>();
  for (const [externalId, commands] of Object.entries(states)) {
    const { case: opened } = await openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId }), commands);
    names.set(opened.rma, externalId);
  }
  const trigger = await listen({ events: ['case.opened'], options: { startFrom: 'beginning', ...filter } });
  if (wanted.length > 0) await trigger.until(1);
  await quiet();
  const got = trigger.handed.flatMap(({ rmas }) => rmas.map((rma) => names.get(rma)));
  expect(got.toSorted()).toEqual(wanted);
});

it('starts for events that this version does not know', async () => {
  await open('a');
  await open('b');
  const database = new DatabaseSync(process.env['N8N_RETURNS_LEDGER_FILE'] ?? '');
  database.exec(`UPDATE events SET type = 'warehouse.counted' WHERE seq = 1`);
  database.close();
  const options = { startFrom: 'beginning', otherEvents: ' warehouse.counted, claim.opened ,' };
  const trigger = await listen({ events: ['decision.approved'], options });
  await trigger.until(1);
  await quiet();
  expect(trigger.handed.map(({ items }) => items.map(({ json }) => json['event']))).toMatchObject([
    [{ seq: 1, type: 'warehouse.counted' }],
  ]);
});

it('gathers a burst into one run, where it is to', async () => {
  const trigger = await listen({ events: ['case.opened'], options: { gatherFor: 3000 } });
  await quiet();
  for (const externalId of ['a', 'b', 'c', 'd']) await open(externalId);
  await trigger.until(1);
  expect(trigger.handed.map(({ rmas }) => rmas.length)).toEqual([4]);
});

it('begins a run when an event is appended, not when it next looks', async () => {
  jest.spyOn(globalThis, 'setInterval').mockImplementation(() => setTimeout(() => undefined, 0));
  try {
    const trigger = await listen({ events: ['case.opened'], options: {} });
    for (const [index, externalId] of ['a', 'b', 'c'].entries()) {
      await open(externalId);
      await trigger.until(index + 1);
    }
    expect(trigger.handed.map(({ rmas }) => rmas.length)).toEqual([1, 1, 1]);
  } finally {
    jest.restoreAllMocks();
  }
});

it('waits as long as it is told between two tries', async () => {
  const ends: number[] = [];
  const trigger = await listen({ events: ['case.opened'], options: { firstWait: 1, longestWait: 1 } }, () => {
    ends.push(performance.now());
    return 'error';
  });
  await open('a');
  // Whoever took seconds for minutes would let this wait in vain.
  await trigger.until(2);
  const [first = 0, second = 0] = ends;
  expect(second - first).toBeGreaterThan(900);
});

it.each([
  [{ events: [], options: {} }, 'No event is chosen'],
  [{ events: [], options: { otherEvents: ' , ' } }, 'No event is chosen'],
  [{ events: ['consumer.stuck'], options: { stuckAfter: 0 } }, 'Nothing is ever stuck'],
  [{ events: ['case.opened'], options: { batchSize: 0 } }, 'batchSize'],
  [{ events: ['case.opened'], options: { lease: 'long' } }, 'lease'],
  [{ events: ['case.opened'], options: { decision: ['maybe'] } }, 'decision'],
  [{ events: ['case.opened'], options: { startFrom: 'yesterday' } }, 'startFrom'],
])('does not start with %j, and says why', async (parameters, words) => {
  const refused: unknown = await listen(parameters).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    name: 'NodeOperationError',
    description: expect.stringContaining('[invalid_input]'),
  });
  expect(JSON.stringify(refused)).toContain(words);
});

describe('when it is stuck', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  /** Time passes for the clock and for what looks every so often, not for who waits for something. */
  const minutesPass = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await jest.advanceTimersByTimeAsync(60_000);
      await sleep(1);
    }
  };

  it('writes one failed execution with the numbers, and none while it moves', async () => {
    const trigger = await listen({ events: ['case.opened'], options: { stuckAfter: 5 } }, () => undefined);
    await open('a');
    await trigger.until(1);
    await minutesPass(4);
    expect(trigger.alerts).toEqual([]);
    await minutesPass(3);
    expect(trigger.alerts).toMatchObject([
      { name: 'NodeOperationError', message: expect.stringMatching(/^"trigger" is stuck: .*1 in work/) },
    ]);
    trigger.handed[0]?.end('success');
    await minutesPass(3);
    expect(trigger.alerts).toHaveLength(1);
  });

  it('says nothing when nobody wants to know', async () => {
    const trigger = await listen({ events: ['case.opened'], options: { stuckAfter: 0 } }, () => undefined);
    await open('a');
    await trigger.until(1);
    await minutesPass(40);
    expect(trigger.alerts).toEqual([]);
    trigger.handed[0]?.end('success');
  });

  it('starts the workflow that asks for stuck ones, with the numbers, once', async () => {
    const ledger = await world.ledger();
    await open('a');
    const claimed = {
      consumer: 'gone:trigger',
      filter: {},
      limit: 1,
      leaseMs: 600_000,
      startFrom: 'beginning' as const,
    };
    await ledger.claim(claimed);
    const watch = await listen({ events: ['consumer.stuck'], options: { stuckAfter: 5 } });
    await minutesPass(7);
    await watch.until(1);
    await minutesPass(3);
    expect(watch.handed.map(({ items }) => items.map(({ json }) => json))).toMatchObject([
      [{ event: { type: 'consumer.stuck' }, consumer: { name: 'gone:trigger', inFlight: 1, dead: 0 } }],
    ]);
  });

  it('shows in the editor the one that is furthest behind, stuck or not', async () => {
    const ledger = await world.ledger();
    await open('a');
    await ledger.claim({ consumer: 'gone:trigger', filter: {}, limit: 1, leaseMs: 1000, startFrom: 'beginning' });
    const editor = await listen({ events: ['consumer.stuck'] }, () => undefined, 'manual');
    await editor.response.manualTriggerFunction?.();
    expect(editor.handed[0]?.items).toMatchObject([{ json: { consumer: { name: 'gone:trigger' } } }]);
  });
});

it('hands no batch over that is larger than it is to be', async () => {
  for (const externalId of ['a', 'b', 'c']) await open(externalId);
  const trigger = await listen({ events: ['case.opened'], options: { startFrom: 'beginning', batchSize: 2 } });
  await trigger.until(2);
  expect(trigger.handed.map(({ rmas }) => rmas.length)).toEqual([2, 1]);
});

describe('while n8n closes it', () => {
  it('waits for a run that is about to end', async () => {
    const trigger = await listen({ events: ['case.opened'], options: {} }, () => undefined);
    await open('a');
    await trigger.until(1);
    let closed = false;
    const closing = trigger.response.closeFunction?.().then(() => {
      closed = true;
    });
    await quiet();
    expect(closed).toBe(false);
    trigger.handed[0]?.end('success');
    await closing;
    expect(closed).toBe(true);
  });

  it('does not hold n8n up for a long run: the event stays with it, and is done when it ends', async () => {
    const trigger = await listen({ events: ['case.opened'], options: {} }, () => undefined);
    await open('a');
    await trigger.until(1);
    await trigger.response.closeFunction?.();
    const next = await listen({ events: ['case.opened'], options: {} });
    await quiet();
    expect(next.handed).toEqual([]);
    trigger.handed[0]?.end('success');
    await quiet();
    expect(await lagOf()).toMatchObject({
      title: 'One trigger / trigger',
      behind: 0,
      inFlight: 0,
      waiting: 0,
      dead: 0,
    });
    expect(next.handed).toEqual([]);
  });

  it('splits no batch that fails then: another n8n gets it whole, as if for the first time', async () => {
    for (const externalId of ['a', 'b', 'c']) await open(externalId);
    const options = { startFrom: 'beginning', attempts: 1 };
    const trigger = await listen({ events: ['case.opened'], options }, () => undefined);
    await trigger.until(1);
    const closing = trigger.response.closeFunction?.();
    trigger.handed[0]?.end('crashed');
    await closing;
    expect(trigger.handed.map(({ rmas }) => rmas.length)).toEqual([3]);
    const next = await listen({ events: ['case.opened'], options });
    await next.until(1);
    expect(next.handed.map(({ rmas }) => rmas.length)).toEqual([3]);
    expect(await lagOf()).toMatchObject({ dead: 0 });
  });

  onLinux('lets go of the ledger file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'returns-trigger-'));
    const file = join(folder, 'own.sqlite');
    const before = process.env['N8N_RETURNS_LEDGER_FILE'];
    process.env['N8N_RETURNS_LEDGER_FILE'] = file;
    try {
      const trigger = await listen({ events: ['case.opened'] });
      expect(isOpen(file)).toBe(true);
      await trigger.response.closeFunction?.();
      expect(isOpen(file)).toBe(false);
      const editor = await listen({ events: ['case.opened'] }, () => undefined, 'manual');
      expect(isOpen(file)).toBe(true);
      await editor.response.closeFunction?.();
      expect(isOpen(file)).toBe(false);
    } finally {
      process.env['N8N_RETURNS_LEDGER_FILE'] = before;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('shows the newest event in the editor, and takes nothing from the workflow that runs', async () => {
  const dossier = await open('a');
  const editor = await listen(
    { events: ['case.opened'], options: { startFrom: 'beginning' } },
    () => undefined,
    'manual',
  );
  await editor.response.manualTriggerFunction?.();
  expect(editor.handed.map(({ rmas }) => rmas)).toEqual([[dossier.case.rma]]);
  const live = await listen({ events: ['case.opened'], options: { startFrom: 'beginning' } });
  await live.until(1);
});

it('shows an event in the editor whose case has left the states that are asked for', async () => {
  await open('a');
  const decided = await open('b');
  const newest = await open('c');
  await command(await world.ledger(), decided.case.id, { type: 'approve' });
  const shown = async (decision: string): Promise<unknown> => {
    const parameters = { events: ['case.opened'], options: { decision: [decision] } };
    const editor = await listen(parameters, () => undefined, 'manual');
    await editor.response.manualTriggerFunction?.();
    return editor.handed.map(({ rmas }) => rmas);
  };
  expect(await shown('approved')).toEqual([[decided.case.rma]]);
  expect(await shown('rejected')).toEqual([[newest.case.rma]]);
});

it('shows the first event to come in the editor when there is none yet', async () => {
  const editor = await listen({ events: ['case.opened'] }, () => undefined, 'manual');
  await editor.response.manualTriggerFunction?.();
  expect(editor.handed).toEqual([]);
  const dossier = await open('a');
  await editor.until(1);
  await open('b');
  await quiet();
  expect(editor.handed.map(({ rmas }) => rmas)).toEqual([[dossier.case.rma]]);
});
