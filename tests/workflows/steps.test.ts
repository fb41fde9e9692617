import { ReturnsError, type Dossier } from '../../lib/returns';
import { runNode, type NodeRun } from './support/run-node';
import type { Run } from './support/run-workflow';
import { openCase, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();
const cause = { actor: { kind: 'system', name: 'test' } } as const;

const steps = (operation: string, item: object, parameters: NodeRun['parameters'] = {}): Promise<Run> =>
  runNode({
    type: 'returnCase',
    parameters: { resource: 'step', operation, ...parameters },
    items: [item],
    credentials: {},
  });

/** A case whose label was bought, and whose refund the provider has refused. */
async function withFailedRefund(): Promise<Dossier> {
  const ledger = await world.ledger();
  const dossier = await openCase(ledger, stripeOrder('pi_1'), teeRequest(), [{ type: 'approve' }]);
  const { id } = dossier.case;
  await ledger.runOnce(id, 'label', () => Promise.resolve({ result: { url: 'https://labels.example/1' } }), cause);
  const refused = new ReturnsError('provider_refused', 'The card is closed', { description: 'Pay by transfer.' });
  await ledger.runOnce(id, 'refund', () => Promise.reject(refused), cause).catch(() => undefined);
  return dossier;
}

it('lists what was done, and what has failed and why', async () => {
  const dossier = await withFailedRefund();
  const run = await steps('getAll', dossier);
  expect(run.json('node')).toMatchObject([
    { case: { rma: dossier.case.rma }, step: { step: 'label', status: 'done' } },
    { step: { step: 'refund', status: 'failed', error: { code: 'provider_refused', message: 'The card is closed' } } },
  ]);
  const failed = await steps('getAll', dossier, { stepStatus: ['failed', 'open'] });
  expect(failed.json('node')).toMatchObject([{ step: { step: 'refund' } }]);
});

it('opens a failed step again with a reason, and the next run does it', async () => {
  const dossier = await withFailedRefund();
  const listed = (await steps('getAll', dossier, { stepStatus: ['failed'] })).json('node')[0] ?? {};
  const run = await steps('retry', listed, { reason: 'The shopper has a new card' });
  expect(run.json('node')).toMatchObject([{ step: { step: 'refund', status: 'open' } }]);
  const ledger = await world.ledger();
  const timeline = await ledger.timeline(dossier.case.id);
  expect(timeline.at(-1)).toMatchObject({ type: 'step.reopened', note: 'The shopper has a new card' });
  const again = await ledger.runOnce(dossier.case.id, 'refund', () => Promise.resolve({ result: 're_2' }), cause);
  expect(again).toMatchObject({ performed: true, result: 're_2' });
});

it('takes a step for done that a person did, with its result and its news', async () => {
  const dossier = await withFailedRefund();
  const refund = {
    provider: 'stripe',
    id: 'transfer-4711',
    status: 'succeeded',
    amount: { amount: 2900, currency: 'EUR' },
    providerStatus: 'transferred',
    at: new Date().toISOString(),
  };
  const run = await steps('settle', dossier, {
    step: 'refund',
    reason: 'Paid by bank transfer',
    settleOptions: { result: JSON.stringify(refund), news: JSON.stringify([{ type: 'settle', refund }]) },
  });
  expect(run.json('node')).toMatchObject([
    {
      case: { settlement: expect.stringContaining('refunded') },
      step: { step: 'refund', status: 'done', settled: true },
    },
  ]);
  const ledger = await world.ledger();
  const later = await ledger.runOnce(dossier.case.id, 'refund', () => Promise.resolve({ result: 'twice' }), cause);
  expect(later).toMatchObject({ performed: false, result: { id: 'transfer-4711' } });
  expect((await ledger.timeline(dossier.case.id)).map(({ note }) => note)).toContain('Paid by bank transfer');
});

it.each([
  ['retry', { step: 'label', reason: 'x' }, 'illegal_command'],
  ['retry', { step: 'teleport', reason: 'x' }, 'not_found'],
  ['settle', { step: 'refund', reason: 'x', settleOptions: { news: '[{ "type": "fly" }]' } }, 'invalid_input'],
  ['settle', { step: 'refund', reason: 'x', settleOptions: { result: '{ not json' } }, 'invalid_input'],
  ['settle', { step: 'refund', reason: '={{ $json.nothing }}' }, 'invalid_input'],
])('%s with %j is refused as %s, and nothing has changed', async (operation, parameters, code) => {
  const dossier = await withFailedRefund();
  const ledger = await world.ledger();
  const before = await ledger.steps(dossier.case.id);
  const run = await steps(operation, dossier, parameters);
  expect(run.error).toMatchObject({ description: expect.stringContaining(`[${code}]`) });
  expect(await ledger.steps(dossier.case.id)).toEqual(before);
});

it('says which field is empty when no step is named', async () => {
  const run = await steps('retry', await withFailedRefund(), { reason: 'x' });
  expect(run.error?.message).toBe('"Step" is empty');
});
