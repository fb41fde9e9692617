import { shopper, openCase, stripeOrder, teeRequest } from './support/stories';
import { runWorkflow } from './support/run-workflow';
import { template } from './support/templates';
import { useWorld } from './support/world';

const world = useWorld();

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

const tonight = () => runWorkflow({ workflow: template('91'), startNode: 'Every night', items: [{}], credentials: {} });

it('takes the shopper out of what was closed three years ago, and leaves the rest', async () => {
  const ledger = await world.ledger();
  const old = await openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId: 'old' }), [{ type: 'reject' }]);
  const alive = await openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId: 'alive' }));
  await ledger.receive('stripe', 'evt_1');
  daysLater(1090);
  const late = await openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId: 'late' }), [{ type: 'cancel' }]);
  daysLater(6);

  const run = await tonight();
  expect(run).toMatchObject({ status: 'success', error: undefined });
  expect(run.json('Forget old deliveries')).toMatchObject([
    { erasure: { erased: 1, more: false }, deliveries: { forgotten: 1 } },
  ]);
  const holds = async ({ case: { id } }: { case: { id: string } }): Promise<boolean> =>
    JSON.stringify([await ledger.getCase({ id }), await ledger.timeline(id)]).includes(shopper.email);
  expect([await holds(old), await holds(alive), await holds(late)]).toEqual([false, true, true]);
});

it('has nothing to do the next night', async () => {
  const ledger = await world.ledger();
  await openCase(ledger, stripeOrder('pi_1'), teeRequest(), [{ type: 'reject' }]);
  daysLater(1100);
  await tonight();
  expect((await tonight()).json('Erase old personal data')).toMatchObject([{ erasure: { erased: 0, more: false } }]);
});
