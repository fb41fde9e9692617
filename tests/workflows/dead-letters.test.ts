import { runNode } from './support/run-node';
import { openCase, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

const deadLetters = (operation: string, items: readonly object[] = [{}]) =>
  runNode({ type: 'returnCase', parameters: { resource: 'deadLetter', operation }, items, credentials: {} });

it('lists what a workflow has given up, replays it, and has none left', async () => {
  const ledger = await world.ledger();
  const dossier = await openCase(ledger, stripeOrder('pi_1'), teeRequest());
  const wanted = { consumer: 'workflow:node', filter: {}, limit: 10, leaseMs: 60_000, startFrom: 'beginning' as const };
  const [delivery] = await ledger.claim(wanted);
  const seq = delivery?.event.seq ?? 0;
  await ledger.reject('workflow:node', [seq], 'no answer', undefined);

  const [listed] = (await deadLetters('getAll')).json('node');
  expect(listed).toMatchObject({
    case: { rma: dossier.case.rma },
    deadLetter: { consumer: 'workflow:node', seq, type: 'case.opened', error: 'no answer' },
  });
  const [replayed] = (await deadLetters('replay', [listed ?? {}])).json('node');
  expect(replayed).toMatchObject({ deadLetter: { replayed: true } });
  expect(await ledger.claim(wanted)).toMatchObject([{ event: { seq }, attempt: 1 }]);
  expect((await deadLetters('getAll')).json('node')).toEqual([]);
});

it('drops what nobody is to work any more, once', async () => {
  const ledger = await world.ledger();
  await openCase(ledger, stripeOrder('pi_1'), teeRequest());
  const wanted = { consumer: 'workflow:node', filter: {}, limit: 10, leaseMs: 60_000, startFrom: 'beginning' as const };
  const seqs = (await ledger.claim(wanted)).map(({ event }) => event.seq);
  await ledger.reject('workflow:node', seqs, 'no answer', undefined);
  const listed = (await deadLetters('getAll')).json('node');
  expect((await deadLetters('drop', listed)).json('node')).toMatchObject([{ deadLetter: { dropped: true } }]);
  expect((await deadLetters('drop', listed)).json('node')).toMatchObject([{ deadLetter: { dropped: false } }]);
  expect([await ledger.claim(wanted), await ledger.deadLetters({ limit: 10 })]).toEqual([[], []]);
});

it.each(['0', '1.5', 'seven', '-1'])('refuses %s as the number of an event', async (seq) => {
  const run = await deadLetters('replay', [{ deadLetter: { consumer: 'workflow:node', seq } }]);
  expect(run.error?.message).toBe('"Event Number" is not a number of the log');
});

it('says which field to fill in when it is not told which event', async () => {
  const run = await deadLetters('drop');
  expect(run.error?.message).toBe('"Consumer" is empty');
});

describe('all of one trigger', () => {
  const consumer = 'workflow:node';

  async function giveUp(count: number): Promise<void> {
    const ledger = await world.ledger();
    for (let index = 0; index < count; index += 1) {
      await openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId: `form-${index}` }));
    }
    const claimed = await ledger.claim({ consumer, filter: {}, limit: count, leaseMs: 60_000, startFrom: 'beginning' });
    await ledger.reject(
      consumer,
      claimed.map(({ event }) => event.seq),
      'no answer',
      undefined,
    );
  }
  const run = (resource: string, operation: string, parameters: object = {}) =>
    runNode({
      type: 'returnCase',
      parameters: { resource, operation, outputMode: 'result', ...parameters },
      items: [{}],
      credentials: {},
    });

  it('is replayed at once', async () => {
    await giveUp(12);
    const replayed = await run('deadLetter', 'replayAll', { consumer: { __rl: true, mode: 'list', value: consumer } });
    expect(replayed.json('node')).toEqual([{ consumer, replayed: 12 }]);
    expect(await (await world.ledger()).deadLetters({ limit: 10 })).toEqual([]);
    expect((await run('deadLetter', 'replayAll', { consumer })).json('node')).toEqual([{ consumer, replayed: 0 }]);
  });

  it('is listed apart from what others, and other cases, have given up', async () => {
    await giveUp(3);
    const [letter] = await (await world.ledger()).deadLetters({ limit: 1 });
    const rma = letter?.dossier.case.rma ?? '';
    const listed = async (parameters: object) => (await run('deadLetter', 'getAll', parameters)).json('node').length;
    expect(await listed({ consumer })).toBe(3);
    expect(await listed({ consumer: 'another' })).toBe(0);
    expect(await listed({ caseId: { __rl: true, mode: 'rma', value: rma } })).toBe(1);
  });

  it('is counted, beside what it has not read and has in work', async () => {
    await giveUp(3);
    await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest({ externalId: 'new' }));
    const [lag] = (await run('consumer', 'getAll')).json('node');
    expect(lag).toEqual({
      name: consumer,
      behind: 1,
      oldestWaitingMs: expect.any(Number),
      inFlight: 0,
      waiting: 0,
      dead: 3,
    });
  });

  it('is counted for Prometheus too', async () => {
    await giveUp(3);
    const [answer] = (await run('consumer', 'getMetrics')).json('node');
    expect(answer?.['metrics']).toContain(`returns_consumer_dead_letters{consumer="${consumer}"} 3\n`);
  });

  it('goes with the trigger when its workflow is gone', async () => {
    await giveUp(2);
    const forgotten = await run('consumer', 'forget', { consumer: { __rl: true, mode: 'list', value: consumer } });
    expect(forgotten.json('node')).toEqual([{ name: consumer, forgotten: true }]);
    expect((await run('consumer', 'getAll')).json('node')).toEqual([]);
    expect((await run('consumer', 'forget', { consumer })).error).toMatchObject({
      description: expect.stringContaining('[not_found]'),
    });
  });

  it('of a trigger that nobody knows is an error that says so', async () => {
    const replayed = await run('deadLetter', 'replayAll', { consumer: 'nobody' });
    expect(replayed.error).toMatchObject({ description: expect.stringContaining('[not_found]') });
  });
});
