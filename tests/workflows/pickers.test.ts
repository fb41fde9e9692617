import { openCase, shopper, stripeOrder, teeRequest } from './support/stories';
import { loadPackage } from './support/n8n-nodes';
import { pick } from './support/pick';
import { useWorld } from './support/world';

const world = useWorld();

const withCases = async (count: number) => {
  const ledger = await world.ledger();
  const opened = [];
  for (let index = 0; index < count; index += 1) {
    const order = stripeOrder('pi_1', { name: `AL-${3000 + index}` });
    opened.push(await openCase(ledger, order, teeRequest({ externalId: `form-${index}` })));
  }
  return opened;
};

it('every picker of every node has its list', async () => {
  const { nodes } = await loadPackage();
  for (const [name, { description, methods }] of nodes) {
    const wanted = description.properties.flatMap(({ modes = [] }) =>
      modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
    );
    expect([name, Object.keys(methods?.listSearch ?? {})]).toEqual([name, expect.arrayContaining(wanted)]);
  }
});

it.each(['returnCase', 'returnDocuments', 'returnEmail', 'returnPayments', 'returnShipping', 'shopifyReturns'])(
  '%s lists cases by RMA number and order, the newest first, without a word about the shopper',
  async (type) => {
    const [first, second] = await withCases(2);
    const { results } = await pick({ type, method: 'searchCases' });
    expect(results).toEqual([
      { name: `${second?.case.rma ?? ''} · AL-3001 · requested`, value: second?.case.id },
      { name: `${first?.case.rma ?? ''} · AL-3000 · requested`, value: first?.case.id },
    ]);
    expect(JSON.stringify(results)).not.toContain(shopper.name);
  },
);

it('finds a case by what is typed, and gives more pages where there are more', async () => {
  const opened = await withCases(60);
  const typed = await pick({ type: 'returnCase', method: 'searchCases', filter: 'al-3042' });
  expect(typed.results.map(({ value }) => value)).toEqual([opened[42]?.case.id]);
  const page = await pick({ type: 'returnCase', method: 'searchCases' });
  const next = await pick({
    type: 'returnCase',
    method: 'searchCases',
    ...(typeof page.paginationToken === 'string' && { paginationToken: page.paginationToken }),
  });
  expect([page.results.length, next.results.length, next.paginationToken]).toEqual([50, 10, undefined]);
});

describe('what belongs to a case', () => {
  const locator = (mode: string, value: string) => ({ caseId: { __rl: true, mode, value } });

  it('lists the steps that are not done, of the case that is chosen', async () => {
    const [dossier] = await withCases(1);
    const ledger = await world.ledger();
    const cause = { actor: { kind: 'system' } } as const;
    const { id = '', rma = '' } = dossier?.case ?? {};
    await ledger.runOnce(id, 'label', () => Promise.resolve({ result: 1 }), cause);
    await ledger.runOnce(id, 'refund', () => Promise.reject(new Error('no')), cause).catch(() => undefined);
    const list = { type: 'returnCase', method: 'searchSteps' };
    const wanted = [{ name: expect.stringContaining('refund (failed'), value: 'refund' }];
    expect((await pick({ ...list, parameters: locator('list', id) })).results).toEqual(wanted);
    expect((await pick({ ...list, parameters: locator('rma', rma) })).results).toEqual(wanted);
    expect((await pick({ ...list, parameters: { caseId: id }, filter: 'mail' })).results).toEqual([]);
  });

  it('lists the files of the case that is chosen', async () => {
    const [dossier] = await withCases(1);
    const ledger = await world.ledger();
    const { evidence } = await ledger.attachEvidence(
      dossier?.case.id ?? '',
      { name: 'seam.jpg', mimeType: 'image/jpeg', content: Buffer.from('x') },
      { actor: { kind: 'system' } },
    );
    const list = { type: 'returnCase', method: 'searchEvidence', parameters: locator('id', dossier?.case.id ?? '') };
    expect((await pick(list)).results).toEqual([{ name: 'seam.jpg (image/jpeg)', value: evidence.id }]);
  });

  it.each([{}, locator('id', '={{ $json.case?.id }}'), locator('list', '')])(
    'asks for the case first when the editor knows none yet (%j)',
    async (parameters) => {
      const listing = pick({ type: 'returnCase', method: 'searchSteps', parameters });
      await expect(listing).rejects.toThrow('No case is chosen');
    },
  );
});

it('lists the triggers that read the ledger', async () => {
  await withCases(1);
  const ledger = await world.ledger();
  await ledger.claim({ consumer: 'shop:trigger', filter: {}, limit: 1, leaseMs: 1000, startFrom: 'beginning' });
  await ledger.reject('shop:trigger', [1], 'no', undefined);
  const titled = { consumer: 'x:y', title: '04 Label / When approved', filter: {}, limit: 1, leaseMs: 1000 } as const;
  await ledger.claim({ ...titled, startFrom: 'now' });
  const { results } = await pick({ type: 'returnCase', method: 'searchConsumers', filter: 'SHOP' });
  expect(results).toEqual([{ name: 'shop:trigger (dead letters: 1)', value: 'shop:trigger' }]);
  expect((await pick({ type: 'returnCase', method: 'searchConsumers', filter: 'label' })).results).toEqual([
    { name: '04 Label / When approved (dead letters: 0)', value: 'x:y' },
  ]);
});
