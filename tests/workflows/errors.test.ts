import type { Dossier } from '../../lib/returns';
import { runNode } from './support/run-node';
import type { Run } from './support/run-workflow';
import {
  inspected,
  openCase,
  placeShopifyOrder,
  placeStripeOrder,
  shopper,
  stripeOrder,
  teeRequest,
} from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

const withKey = (type: string, change: object) => ({
  ...world.credentials(),
  [type]: { ...world.credentials()[type], ...change },
});

const planned = async (payment: string, externalId = 'form-1'): Promise<Dossier> =>
  openCase(await world.ledger(), stripeOrder(payment), teeRequest({ externalId }), [
    { type: 'approve' },
    inspected,
    { type: 'plan_settlement', amount: { amount: 2600, currency: 'EUR' } },
  ]);

const refund = (dossiers: readonly Dossier[], change: Partial<Parameters<typeof runNode>[0]> = {}): Promise<Run> =>
  runNode({
    type: 'returnPayments',
    parameters: { operation: 'refund', provider: 'stripe' },
    items: dossiers,
    credentials: world.credentials(),
    ...change,
  });

const getCase = (rmas: readonly string[], onError: 'continueRegularOutput' | 'continueErrorOutput' | 'stopWorkflow') =>
  runNode({
    type: 'returnCase',
    parameters: { operation: 'get', findBy: 'rma', keyValue: '={{ $json.rma }}' },
    items: rmas.map((rma) => ({ rma, mine: `kept ${rma}` })),
    credentials: {},
    onError,
  });

describe('what the person at the keyboard reads', () => {
  it('a node without its credential', async () => {
    const run = await refund([await planned('pi_1')], { given: [] });
    expect(run.error?.name).toBe('NodeOperationError');
    expect(run.error?.message).toMatch(/credentials set/);
  });

  it.each([
    [
      'returnPayments',
      'returnsStripeApi',
      { secretKey: 'sk_test_wrong_4711' },
      { operation: 'findOrder', provider: 'stripe', orderNumber: 'AL-1', email: 'zoe@shopper.example' },
    ],
    [
      'returnShipping',
      'returnsEasyPostApi',
      { apiKey: 'EZTKwrong4711' },
      { operation: 'track', carrier: 'easypost', trackingNumber: 'X1' },
    ],
    [
      'shopifyReturns',
      'returnsShopifyApi',
      { accessToken: 'shpat_wrong4711' },
      { resource: 'order', operation: 'get', findBy: 'name', orderName: '#1001' },
    ],
  ])('%s with a wrong key', async (type, credential, wrong, parameters) => {
    const run = await runNode({ type, parameters, items: [{}], credentials: withKey(credential, wrong) });
    expect(run.error?.name).toBe('NodeApiError');
    expect(run.error).toMatchObject({
      httpCode: '401',
      message: expect.stringContaining('did not accept the credentials'),
      description: expect.stringMatching(/Open the credential.*\[unauthorized\]/),
    });
    expect(JSON.stringify(run.error)).not.toContain('4711');
  });

  it('a wrong password at the mail server', async () => {
    const dossier = await planned('pi_1');
    const run = await runNode({
      type: 'returnEmail',
      parameters: { operation: 'send', message: 'received' },
      items: [dossier],
      credentials: withKey('returnsSmtpApi', { password: 'wrong-4711' }),
    });
    expect(run.error).toMatchObject({ description: expect.stringContaining('[unauthorized]') });
    expect(JSON.stringify(run.error)).not.toContain('4711');
  });

  it('a live key in a credential that is set to Sandbox', async () => {
    const run = await refund([await planned('pi_1')], {
      credentials: withKey('returnsStripeApi', { environment: 'sandbox', secretKey: 'sk_live_4711' }),
    });
    expect(run.error?.name).toBe('NodeOperationError');
    expect(run.error?.message).toBe('The credential is set to Sandbox but holds a production key');
    expect(world.sandbox().context.journal.requestLog({ provider: 'stripe' })).toEqual([]);
  });

  it.each([
    ['returnShipping', { operation: 'track', carrier: 'pigeon', trackingNumber: 'X1' }, 'carrier "pigeon"', 'easypost'],
    ['returnPayments', { operation: 'getRefund', provider: 'shells', refundId: 're_1' }, 'provider "shells"', 'stripe'],
  ])('%s with a provider that this version does not have', async (type, parameters, named, known) => {
    const run = await runNode({ type, parameters, items: [{}], credentials: world.credentials() });
    expect(run.error).toMatchObject({
      name: 'NodeOperationError',
      message: `There is no ${named} in this version`,
      description: expect.stringContaining(`Choose one of: ${known}.`),
    });
  });

  it('an order number that Shopify does not know', async () => {
    const run = await runNode({
      type: 'shopifyReturns',
      parameters: {
        resource: 'order',
        operation: 'get',
        findBy: 'nameAndEmail',
        orderName: '#9999',
        email: shopper.email,
      },
      items: [{}],
      credentials: world.credentials(),
    });
    expect(run.error).toMatchObject({ description: expect.stringContaining('[not_found]') });
  });

  it('another person’s order reads as not found', async () => {
    const order = await placeShopifyOrder(world);
    const run = await runNode({
      type: 'shopifyReturns',
      parameters: {
        resource: 'order',
        operation: 'get',
        findBy: 'nameAndEmail',
        orderName: order.name,
        email: 'else@where.example',
      },
      items: [{}],
      credentials: world.credentials(),
    });
    expect(run.error).toMatchObject({ description: expect.stringContaining('[not_found]') });
    expect(JSON.stringify(run.error?.message)).not.toContain(shopper.email);
  });

  it.each([
    ['{ not json', '"Request" is not valid JSON'],
    ['{}', '"Request"'],
    ['', '"Request" is empty'],
    ['[1]', '"Request"'],
  ])('a request that is %p', async (request, message) => {
    const run = await runNode({
      type: 'returnCase',
      parameters: { operation: 'open', request, order: JSON.stringify(stripeOrder('pi_1')) },
      items: [{}],
      credentials: {},
    });
    expect(run.error?.name).toBe('NodeOperationError');
    expect(run.error?.message).toContain(message);
    expect(run.error).toMatchObject({ description: expect.stringContaining('[invalid_input]') });
    expect((await (await world.ledger()).findCases({}, { limit: 5 })).items).toEqual([]);
  });

  it('a command that the case cannot follow: the state, and what is legal', async () => {
    const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [{ type: 'reject' }]);
    const run = await runNode({
      type: 'returnCase',
      parameters: { operation: 'command', command: 'approve' },
      items: [dossier],
      credentials: {},
    });
    expect(run.error?.message).toContain('cannot "approve" while it is rejected');
    expect(run.error).toMatchObject({ description: expect.stringMatching(/Legal now: .*reopen.*\[illegal_command\]/) });
  });

  it('an error names its item and its case', async () => {
    const dossier = await planned('pi_none');
    const run = await refund([dossier]);
    expect(run.error).toMatchObject({ context: { itemIndex: 0, caseId: dossier.case.id } });
  });
});

describe('one failing item', () => {
  const rmas = async (): Promise<string[]> => {
    const [one, two] = [await planned('pi_1', 'a'), await planned('pi_1', 'b')];
    return [one.case.rma, 'RMA-2026-999999', two.case.rma];
  };

  it('stops the node when it is to stop, and says which item it was', async () => {
    const run = await getCase(await rmas(), 'stopWorkflow');
    expect(run).toMatchObject({ status: 'error', error: { context: { itemIndex: 1 } } });
  });

  it('goes on beside the others, with its error and everything it had', async () => {
    const [first, unknown, last] = await rmas();
    const run = await getCase([first ?? '', unknown ?? '', last ?? ''], 'continueRegularOutput');
    expect(run.status).toBe('success');
    const items = run.items('node');
    expect(items.map(({ json }) => json)).toMatchObject([
      { case: { rma: first } },
      {
        rma: unknown,
        mine: `kept ${String(unknown)}`,
        error: { code: 'not_found', message: expect.any(String), retryable: false },
      },
      { case: { rma: last } },
    ]);
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
    expect(items[0]?.json).not.toHaveProperty('error');
  });

  it('leaves by the error output, where the node has one, and takes no other with it', async () => {
    const [first, unknown, last] = await rmas();
    const run = await getCase([first ?? '', unknown ?? '', last ?? ''], 'continueErrorOutput');
    expect(run.json('node', 0)).toMatchObject([{ case: { rma: first } }, { case: { rma: last } }]);
    expect(run.json('node', 1)).toMatchObject([
      { rma: unknown, mine: `kept ${String(unknown)}`, error: { code: 'not_found', retryable: false } },
    ]);
  });

  it('names the provider when it was the provider who refused', async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    const [good, bad] = [await planned(paymentIntent, 'a'), await planned('pi_unknown', 'b')];
    const run = await refund([good, bad], { onError: 'continueRegularOutput' });
    expect(run.json('node')).toMatchObject([
      { refund: { status: 'succeeded' } },
      {
        case: { id: bad.case.id },
        error: { provider: 'stripe', retryable: false, code: expect.any(String), message: expect.any(String) },
      },
    ]);
    expect(world.effects('stripe', 'refund.made')).toHaveLength(1);
  });

  it('is for a person, not approved, when the policy could not judge it', async () => {
    const run = await runNode({
      type: 'returnPolicy',
      parameters: { operation: 'evaluate', policySource: 'form' },
      items: [{ request: teeRequest(), order: 'lost' }],
      credentials: {},
      onError: 'continueRegularOutput',
    });
    expect([0, 1, 2].map((output) => run.items('node', output).length)).toEqual([0, 1, 0]);
    expect(run.json('node', 1)).toMatchObject([{ order: 'lost', error: { code: 'invalid_input' } }]);
  });

  it('keeps binary data with the item that failed', async () => {
    const run = await runNode({
      type: 'returnCase',
      parameters: { operation: 'get', findBy: 'rma', keyValue: 'RMA-0' },
      items: [{}],
      binary: { label: { data: 'JVBERi0=', mimeType: 'application/pdf' } },
      credentials: {},
      onError: 'continueRegularOutput',
    });
    expect(run.items('node')[0]).toMatchObject({ binary: { label: { mimeType: 'application/pdf' } } });
  });
});

describe('the output of a node', () => {
  it('is the bare result when that is asked for', async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    const run = await refund([await planned(paymentIntent)], {
      parameters: { operation: 'refund', provider: 'stripe', outputMode: 'result' },
    });
    expect(run.json('node')).toMatchObject([{ provider: 'stripe', amount: { amount: 2600 } }]);
    expect(run.json('node')[0]).not.toHaveProperty('case');
  });

  it('keeps what the item had, also of others', async () => {
    const run = await runNode({
      type: 'returnPolicy',
      parameters: { operation: 'evaluate', policySource: 'form' },
      items: [{ request: teeRequest(), order: stripeOrder('pi_1'), mine: { own: true } }],
      credentials: {},
    });
    expect(run.json('node')).toMatchObject([{ mine: { own: true }, decision: { outcome: 'approve' } }]);
  });
});

describe('a provider in trouble', () => {
  const refunds = { method: 'POST', path: '/v1/refunds' };

  it('is asked again within one run when it says 429 once', async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    world.fault({ provider: 'stripe', kind: 'rate-limit', count: 1, retryAfterSeconds: 0, match: refunds });
    const run = await refund([await planned(paymentIntent)]);
    expect(run.status).toBe('success');
    expect(world.effects('stripe', 'refund.made')).toHaveLength(1);
  });

  it.each([
    ['rate-limit', 'rate_limited'],
    ['server-error', 'provider_unavailable'],
    ['reset', 'provider_unavailable'],
  ] as const)('%s for good: an error that may be retried, and nothing was paid', async (kind, code) => {
    const { paymentIntent } = await placeStripeOrder(world);
    world.fault({ provider: 'stripe', kind, retryAfterSeconds: 0, match: refunds });
    const dossier = await planned(paymentIntent);
    const run = await refund([dossier]);
    expect(run.error?.name).toBe('NodeApiError');
    expect(run.error).toMatchObject({ description: expect.stringContaining(`[${code}, may be retried]`) });
    expect(world.effects('stripe', 'refund.made')).toEqual([]);

    world.sandbox().context.faults.remove();
    const again = await refund([dossier]);
    expect(again.json('node')).toMatchObject([{ refund: { status: 'succeeded' }, case: { settlement: 'refunded' } }]);
  });

  it('that paid but whose answer was lost pays no second time', async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    world.fault({ provider: 'stripe', kind: 'lost-answer', count: 1, match: refunds });
    const run = await refund([await planned(paymentIntent)]);
    expect(run.json('node')).toMatchObject([{ refund: { status: 'succeeded' } }]);
    expect(world.effects('stripe', 'refund.made')).toHaveLength(1);
  });

  it('that loses every answer of one run is not paid twice by the next', async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    const dossier = await planned(paymentIntent);
    world.fault({ provider: 'stripe', kind: 'lost-answer', match: refunds });
    expect((await refund([dossier])).status).toBe('error');
    world.sandbox().context.faults.remove();
    expect((await refund([dossier])).json('node')).toMatchObject([{ case: { settlement: 'refunded' } }]);
    expect(world.effects('stripe', 'refund.made')).toHaveLength(1);
  });

  it('a label whose answer was lost is not bought twice', async () => {
    const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [{ type: 'approve' }]);
    const buy = (): Promise<Run> =>
      runNode({
        type: 'returnShipping',
        parameters: { operation: 'createLabel', carrier: 'easypost' },
        items: [dossier],
        credentials: world.credentials(),
      });
    world.fault({ provider: 'easypost', kind: 'lost-answer', count: 1, match: { method: 'POST', path: '/buy' } });
    await buy();
    const again = await buy();
    expect(again.json('node')).toMatchObject([{ label: { trackingNumber: expect.any(String) } }]);
    expect(world.effects('easypost', 'label.bought')).toHaveLength(1);
  });

  it('a mail server that is busy is worth another try; one that refuses is not', async () => {
    const dossier = await planned('pi_1');
    const send = (): Promise<Run> =>
      runNode({
        type: 'returnEmail',
        parameters: { operation: 'send', message: 'received' },
        items: [dossier],
        credentials: world.credentials(),
      });
    world.fault({ provider: 'mail', kind: 'smtp-tempfail', count: 1 });
    expect((await send()).error).toMatchObject({ description: expect.stringContaining('may be retried') });
    world.fault({ provider: 'mail', kind: 'smtp-reject', count: 1 });
    expect((await send()).error).toMatchObject({ description: expect.stringContaining('[provider_refused]') });
    expect((await send()).status).toBe('success');
    expect(await world.mails()).toHaveLength(1);
  });
});
