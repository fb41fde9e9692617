import type { Dossier } from '../../lib/returns';
import { runNode, type NodeRun } from './support/run-node';
import type { Run } from './support/run-workflow';
import { openCase, shopper, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

const personal = (operation: string, parameters: NodeRun['parameters'] = {}, item: object = {}): Promise<Run> =>
  runNode({
    type: 'returnCase',
    parameters: { resource: 'personalData', operation, ...parameters },
    items: [item],
    credentials: {},
  });

const open = async (externalId = 'form-1', isClosed = false): Promise<Dossier> =>
  openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest({ externalId }), isClosed ? [{ type: 'reject' }] : []);

it('takes the person out of a closed case, and leaves its figures', async () => {
  const dossier = await open('form-1', true);
  const run = await personal('erase', { reason: 'The shopper asked for it' }, dossier);
  expect(run.json('node')).toMatchObject([
    {
      case: { rma: dossier.case.rma, erasedAt: expect.any(String) },
      order: { total: { amount: 7640, currency: 'EUR' } },
    },
  ]);
  const kept = await (await world.ledger()).getCase({ id: dossier.case.id });
  expect(JSON.stringify(kept)).not.toContain(shopper.email);
  expect((await (await world.ledger()).timeline(dossier.case.id)).at(-1)).toMatchObject({
    type: 'case.erased',
    note: 'The shopper asked for it',
  });
});

it('erases no case that is still open, and says how to bring it to its end', async () => {
  const dossier = await open();
  const run = await personal('erase', { reason: 'x' }, dossier);
  expect(run.error).toMatchObject({ description: expect.stringContaining('[illegal_command]') });
  expect(JSON.stringify(await (await world.ledger()).getCase({ id: dossier.case.id }))).toContain(shopper.email);
});

it('wants a reason', async () => {
  const run = await personal('erase', { reason: '={{ $json.nothing }}' }, await open('form-1', true));
  expect(run.error?.message).toBe('"Reason" is empty');
});

it('exports everything about one person', async () => {
  const dossier = await open();
  const [item] = (await personal('export', { withFiles: false }, dossier)).json('node');
  expect(item).toMatchObject({
    person: {
      email: shopper.email,
      cases: [{ dossier: { case: { rma: dossier.case.rma } }, events: [{ type: 'case.opened' }] }],
    },
  });
  const nobody = await personal('export', { email: 'nobody@example.com', outputMode: 'result' });
  expect(nobody.json('node')).toMatchObject([{ cases: [] }]);
  expect((await personal('export', { email: '={{ $json.nothing }}' })).error?.message).toBe('"Email" is empty');
});

it('erases nothing that was closed lately, and refuses an age that is none', async () => {
  await open('form-1', true);
  const run = await personal('eraseOld', { closedForDays: 1, outputMode: 'result' });
  expect(run.json('node')).toMatchObject([{ erased: 0, more: false }]);
  for (const closedForDays of ['={{ 0 }}', '={{ -3 }}', '={{ "soon" }}', '={{ 1.5 }}']) {
    expect((await personal('eraseOld', { closedForDays })).error?.message).toContain('"Closed For (Days)"');
  }
});

describe('years later', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const daysLater = (days: number): void => {
    jest.setSystemTime(Date.now() + days * 86_400_000);
  };

  it('erases what has been closed for long enough, as many as may be', async () => {
    const closed = [await open('a', true), await open('b', true), await open('c', true)];
    const alive = await open('d');
    daysLater(1096);
    const first = await personal('eraseOld', { limit: 2, outputMode: 'result' });
    expect(first.json('node')).toMatchObject([{ erased: 2, more: true }]);
    const second = await personal('eraseOld', { outputMode: 'result' });
    expect(second.json('node')).toMatchObject([{ erased: 1, more: false }]);
    const ledger = await world.ledger();
    for (const { case: of } of closed) {
      expect((await ledger.getCase({ id: of.id })).case.erasedAt).toEqual(expect.any(String));
    }
    expect((await ledger.getCase({ id: alive.case.id })).case.erasedAt).toBeUndefined();
  });

  it('forgets webhook deliveries that nobody repeats any more', async () => {
    const ledger = await world.ledger();
    await ledger.receive('stripe', 'old');
    daysLater(100);
    await ledger.receive('stripe', 'new');
    const run = await runNode({
      type: 'returnCase',
      parameters: { resource: 'webhookDelivery', operation: 'forgetOld' },
      items: [{}],
      credentials: {},
    });
    expect(run.json('node')).toMatchObject([{ deliveries: { forgotten: 1 } }]);
    expect([await ledger.receive('stripe', 'old'), await ledger.receive('stripe', 'new')]).toEqual([true, false]);
  });
});
