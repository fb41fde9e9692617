import type { Dossier } from '../../lib/returns';
import { runNode, type NodeRun } from './support/run-node';
import type { Run } from './support/run-workflow';
import { command, inspected, openCase, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

const onCase = (
  parameters: NodeRun['parameters'],
  items: readonly object[] = [{}],
  onError?: NodeRun['onError'],
): Promise<Run> => runNode({ type: 'returnCase', parameters, items, credentials: {}, ...(onError && { onError }) });

const open = async (change: Parameters<typeof teeRequest>[0] = {}, order = stripeOrder('pi_1')): Promise<Dossier> =>
  openCase(await world.ledger(), order, teeRequest(change));

const versionOf = async ({ case: { id } }: Dossier): Promise<number> =>
  (await (await world.ledger()).getCase({ id })).case.version;

describe('getting a case', () => {
  it.each([
    ['its id', (of: Dossier) => ({ findBy: 'id', keyValue: of.case.id })],
    ['its RMA number, in any letters', (of: Dossier) => ({ findBy: 'rma', keyValue: of.case.rma.toLowerCase() })],
    ['its order', () => ({ findBy: 'order', keyValue: 'AL-7' })],
    ['its tracking number', () => ({ findBy: 'trackingNumber', keyValue: '1Z999' })],
    ['another reference', () => ({ findBy: 'reference', referenceName: 'warehouseOrder', keyValue: 'WH-1' })],
    ['channel and request', () => ({ findBy: 'request', channel: 'form', keyValue: 'form-7' })],
    ['the list', (of: Dossier) => ({ findBy: 'list', caseId: { __rl: true, mode: 'list', value: of.case.id } })],
    [
      'the RMA number in the list field',
      (of: Dossier) => ({ findBy: 'list', caseId: { __rl: true, mode: 'rma', value: of.case.rma.toLowerCase() } }),
    ],
  ])('by %s', async (_, key) => {
    await open({ externalId: 'other' });
    const dossier = await open({ externalId: 'form-7' }, stripeOrder('pi_1', { name: 'AL-7' }));
    await command(await world.ledger(), dossier.case.id, {
      type: 'link',
      references: { trackingNumber: '1Z999', warehouseOrder: 'WH-1' },
    });
    const run = await onCase({ operation: 'get', ...key(dossier) });
    expect(run.json('node')).toMatchObject([{ case: { id: dossier.case.id, rma: dossier.case.rma } }]);
  });

  it('says which cases an order has when it has several', async () => {
    const first = await open({ externalId: 'a' });
    const second = await open({ externalId: 'b' });
    const run = await onCase({ operation: 'get', findBy: 'order', keyValue: 'AL-2001' });
    expect(run.error).toMatchObject({ description: expect.stringContaining('[conflict]') });
    const words = JSON.stringify([run.error?.message, run.error?.description]);
    expect([words.includes(first.case.rma), words.includes(second.case.rma)]).toEqual([true, true]);
  });

  it.each([
    [{ findBy: 'list' }, '"Case" is empty'],
    [{ findBy: 'order', keyValue: '={{ $json.nothing }}' }, '"Value" is empty'],
    [{ findBy: 'request', keyValue: 'form-7' }, '"Channel" is empty'],
  ])('says what is missing: %j', async (key, message) => {
    const run = await onCase({ operation: 'get', ...key });
    expect(run.error?.message).toBe(message);
  });
});

describe('finding cases', () => {
  const found = async (parameters: NodeRun['parameters']): Promise<unknown[]> =>
    (await onCase({ operation: 'find', ...parameters }))
      .json('node')
      .map((item) => (item as unknown as Dossier).case.externalId);

  it('by everything that a filter names', async () => {
    const ledger = await world.ledger();
    const wanted = await open({ externalId: 'wanted', resolution: 'exchange' }, stripeOrder('pi_1', { name: 'AL-7' }));
    await open({ externalId: 'other' });
    await command(ledger, wanted.case.id, { type: 'approve' });
    await command(ledger, wanted.case.id, { type: 'link', references: { warehouseOrder: 'WH-1' } });
    const soon = new Date(Date.now() + 60_000).toISOString();
    for (const filters of [
      { orderName: 'AL-7' },
      { decision: ['approved', 'rejected'] },
      { resolution: 'exchange', channel: 'form' },
      { referenceName: 'warehouseOrder', referenceValue: 'WH-1' },
      { text: 'al-7' },
      { text: wanted.case.rma },
      { decision: ['approved'], parcel: [], settlement: ['none'], orderName: '' },
      { orderName: 'AL-7', updatedFrom: wanted.case.openedAt, updatedUntil: soon },
      { orderName: 'AL-7', openedFrom: wanted.case.openedAt, openedUntil: soon },
    ]) {
      expect([filters, await found({ filters })]).toEqual([filters, ['wanted']]);
    }
    expect(await found({ filters: { openedFrom: soon } })).toEqual([]);
  });

  it('in the order that is asked for, as many as are asked for', async () => {
    const [a] = [await open({ externalId: 'a' }), await open({ externalId: 'b' }), await open({ externalId: 'c' })];
    await command(await world.ledger(), a.case.id, { type: 'note', note: 'later' });
    expect(await found({ sort: 'change:desc' })).toEqual(['a', 'c', 'b']);
    expect(await found({ sort: 'change:asc', limit: 2 })).toEqual(['b', 'c']);
    expect(await found({ sort: 'opening:asc', returnAll: true })).toEqual(['a', 'b', 'c']);
    expect(await found({ sort: 'opening:desc', limit: 1 })).toEqual(['c']);
  });

  it.each([
    [{ filters: { updatedFrom: 'yesterday-ish' } }, 'updatedFrom'],
    [{ filters: { decision: ['maybe'] } }, 'decision'],
    [{ filters: { referenceName: 'warehouseOrder' } }, 'A reference has a name and a value'],
    [{ sort: 'random' }, '"Sort"'],
  ])('refuses %j and says why', async (parameters, words) => {
    const run = await onCase({ operation: 'find', ...parameters });
    expect(run.error?.name).toBe('NodeOperationError');
    expect(`${run.error?.message} ${String(run.error?.description)}`).toContain(words);
  });
});

describe('a dry run', () => {
  const dryRun = async (wanted: string, dossier: Dossier, parameters: NodeRun['parameters'] = {}): Promise<unknown> =>
    (await onCase({ operation: 'command', command: wanted, dryRun: true, ...parameters }, [dossier])).json('node')[0]?.[
      'preview'
    ];

  it('says what would change, and changes nothing', async () => {
    const dossier = await open();
    const run = await onCase({ operation: 'command', command: 'approve', dryRun: true, note: 'ok' }, [dossier]);
    expect(run.json('node')).toMatchObject([
      {
        case: { decision: 'requested' },
        preview: {
          command: 'approve',
          isLegal: true,
          events: [{ type: 'decision.approved', note: 'ok' }],
          before: { decision: 'requested', parcel: 'none', settlement: 'none', version: 1 },
          after: { decision: 'approved', version: 2 },
        },
      },
    ]);
    expect(await versionOf(dossier)).toBe(1);
  });

  it('says why a command is refused, and what is legal instead', async () => {
    const dossier = await open();
    expect(await dryRun('receive', dossier)).toMatchObject({
      isLegal: false,
      events: [],
      refusal: { message: expect.stringContaining('requested'), description: expect.stringContaining('approve') },
      after: { decision: 'requested', version: 1 },
    });
  });

  it('still refuses what is no command at all', async () => {
    const dossier = await open();
    const run = await onCase({ operation: 'command', command: 'inspect', inspection: '{}', dryRun: true }, [dossier]);
    expect(run.error).toMatchObject({ description: expect.stringContaining('[invalid_input]') });
    const nobody = await onCase({ operation: 'command', command: 'approve', dryRun: true }, [{ case: { id: 'x' } }]);
    expect(nobody.error).toMatchObject({ description: expect.stringContaining('[not_found]') });
  });

  /** Each with a case that can take it. */
  const commands: readonly (readonly [
    string,
    readonly Parameters<typeof command>[2][],
    NodeRun['parameters'],
    string,
  ])[] = [
    [
      'approve',
      [],
      { commandOptions: { lines: '[{ "orderLineId": "line-tee", "quantity": 1 }]' } },
      'decision.approved',
    ],
    ['ask_for_information', [], { question: 'Which size?' }, 'decision.needs_info'],
    [
      'answer',
      [{ type: 'ask_for_information', question: 'Which size?' }],
      { answers: '[{ "what": "words", "orderLineId": "line-tee", "text": "M" }]' },
      'decision.answered',
    ],
    ['cancel', [], {}, 'decision.cancelled'],
    ['expire', [], {}, 'decision.expired'],
    [
      'inspect',
      [{ type: 'approve' }],
      { inspection: inspected.type === 'inspect' ? JSON.stringify(inspected.inspection) : '' },
      'inspection.recorded',
    ],
    ['keep_item', [{ type: 'approve' }], {}, 'parcel.not_required'],
    ['link', [], { linkedReferences: '{ "warehouseOrder": "WH-1" }' }, 'case.linked'],
    ['note', [], { note: 'They called' }, 'case.noted'],
    [
      'plan_settlement',
      [{ type: 'approve' }],
      {
        amount: '{ "amount": 100, "currency": "EUR" }',
        commandOptions: { delivery: '{ "amount": 10, "currency": "EUR" }' },
      },
      'settlement.planned',
    ],
    ['put_in_review', [], {}, 'decision.in_review'],
    ['receive', [{ type: 'approve' }], {}, 'parcel.received'],
    ['fail', [], { failureCode: 'x', failureMessage: 'It broke' }, 'case.failed'],
    [
      'record_parcel',
      [{ type: 'approve' }],
      {
        tracking: JSON.stringify({
          trackingNumber: '1Z',
          carrier: 'UPS',
          status: 'in_transit',
          carrierStatus: 'in_transit',
          at: new Date().toISOString(),
          provider: 'easypost',
        }),
      },
      'parcel.in_transit',
    ],
    ['reject', [], {}, 'decision.rejected'],
    ['reopen', [{ type: 'reject' }], {}, 'decision.reopened'],
    [
      'settle',
      [{ type: 'approve' }],
      {
        refund: JSON.stringify({
          provider: 'stripe',
          id: 're_1',
          status: 'succeeded',
          amount: { amount: 100, currency: 'EUR' },
          providerStatus: 'succeeded',
          at: new Date().toISOString(),
        }),
      },
      'settlement.',
    ],
  ];

  it.each(commands)(
    'of %s tells the event, and the command then does it',
    async (wanted, before, parameters, event) => {
      const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), before);
      expect(await dryRun(wanted, dossier, parameters)).toMatchObject({
        isLegal: true,
        events: expect.arrayContaining([expect.objectContaining({ type: expect.stringContaining(event) })]),
      });
      expect(await versionOf(dossier)).toBe(1 + before.length);
      const run = await onCase({ operation: 'command', command: wanted, outputMode: 'result', ...parameters }, [
        dossier,
      ]);
      expect(run.json('node')[0]?.['events']).toEqual(expect.arrayContaining([expect.stringContaining(event)]));
    },
  );
});

it('goes on with the other items when one of them cannot be done', async () => {
  const [first, second] = [await open({ externalId: 'a' }), await open({ externalId: 'b' })];
  await command(await world.ledger(), first.case.id, { type: 'reject' });
  const run = await onCase({ operation: 'command', command: 'approve' }, [first, second], 'continueRegularOutput');
  expect(run.json('node')).toMatchObject([
    { case: { id: first.case.id, decision: 'requested' }, error: { code: 'illegal_command', retryable: false } },
    { case: { id: second.case.id, decision: 'approved' } },
  ]);
});

it('takes a case id as it was saved before there was a list, in every node that asks for a case', async () => {
  const dossier = await open();
  for (const caseId of [dossier.case.id, '={{ $json.mine }}', { __rl: true, mode: 'id', value: '={{ $json.mine }}' }]) {
    const run = await onCase({ operation: 'timeline', caseId }, [{ mine: dossier.case.id }]);
    expect(run.json('node')).toMatchObject([{ timeline: { events: [{ type: 'case.opened' }] } }]);
  }
});
