import type { Dossier } from '../../lib/returns';
import { shippedTemplates } from './support/shipped-templates';
import {
  command,
  openCase,
  placeShopifyOrder,
  placeStripeOrder,
  shopper,
  stripeOrder,
  teeRequest,
} from './support/stories';
import { template, type Template } from './support/templates';
import { runWorkflow, type Run, type RunInput } from './support/run-workflow';
import { useWorld } from './support/world';

const world = useWorld();
const { run, report, current } = shippedTemplates(world);

const theShop = 'returns@atelier-lune.example';

const withKey = (type: string, change: object): RunInput['credentials'] => ({
  ...world.credentials(),
  [type]: { ...world.credentials()[type], ...change },
});
const wrongKey = {
  shopify: () => withKey('returnsShopifyApi', { accessToken: 'shpat_wrong4711' }),
  stripe: () => withKey('returnsStripeApi', { secretKey: 'sk_test_wrong_4711' }),
};
const down = (provider: string, kind: 'server-error' | 'reset' = 'server-error'): RunInput['credentials'] => {
  world.fault({ provider, kind });
  return world.credentials();
};

const mailOfShop = async (): Promise<string> => {
  const mails = await world.mails(theShop);
  expect(mails).toHaveLength(1);
  return world.mailText(mails[0]?.id ?? '');
};

/** The page comes first: n8n shows none once the run has failed. */
function expectPageThenFailure(failed: Run, message: RegExp | string): void {
  expect(failed.endings).toMatchObject([{ node: 'Say that it cannot be looked up' }]);
  expect(failed).toMatchObject({
    status: 'error',
    lastNode: 'Stop and tell the shop',
    error: { message: expect.stringMatching(message) },
  });
}

it.each([
  ['blanks', '   '],
  ['a page of text', 'x'.repeat(5000)],
  ['what looks like a query', '#1" OR name:*'],
])('what somebody types wrongly is a number that nobody knows, and no failure: %s', async (_what, typed) => {
  const ended = [
    await run('02', 'When a shopper comes', [{ orderNumber: typed, email: typed }]),
    await run('03', 'When a shopper answers', [{ rma: typed, email: typed }]),
    await run('06', 'When a parcel is opened', [{ rma: typed }]),
  ];
  expect(ended.map(({ status, endings }) => [status, endings[0]?.node])).toEqual([
    ['success', 'Say that nothing was found'],
    ['success', 'Say that nothing is asked'],
    ['success', 'Say that the number is unknown'],
  ]);
});

describe('02 Intake by form', () => {
  const comes = (orderNumber: string, setting: Partial<RunInput> = {}): Promise<Run> =>
    run('02', 'When a shopper comes', [{ orderNumber, email: shopper.email }], setting);

  it.each([
    ['Shopify has a problem', () => down('shopify'), 'provider_unavailable'],
    ['Shopify breaks off', () => down('shopify', 'reset'), 'provider_unavailable'],
    ['Stripe has a problem', () => down('stripe'), 'provider_unavailable'],
    ['the key of Shopify is revoked', wrongKey.shopify, 'unauthorized'],
    ['the key of Stripe is revoked', wrongKey.stripe, 'unauthorized'],
  ])('does not say that there is no such order when %s, and the shop is told', async (_what, break_, code) => {
    const failed = await comes('#9999', { credentials: break_() });
    expectPageThenFailure(failed, /^An order could not be looked up: (Shopify|Stripe) /);
    expect(failed.endings[0]?.message.split('\n')).toHaveLength(5);
    expect(failed.error).toMatchObject({ description: expect.stringContaining(`[${code}]`) });
    await report('02', failed, 'webhook');
    expect(await mailOfShop()).toContain('An order could not be looked up');
  });

  it('names both when neither answers', async () => {
    down('stripe');
    const failed = await comes('#9999', { credentials: wrongKey.shopify() });
    expectPageThenFailure(failed, /Shopify did not accept .* · Stripe has a problem/);
  });

  it('goes on with an order that Stripe knows, when Shopify does not answer', async () => {
    await placeStripeOrder(world, 'AL-2001');
    const found = await comes('AL-2001', { credentials: down('shopify') });
    expect(found.json('Read what is left to return')).toMatchObject([{ order: { name: 'AL-2001' } }]);
    expect(found.json('Read what is left to return')[0]).not.toHaveProperty('error');
    expect(found.ran('Is the order unknown?')).toBe(false);
  });

  it('goes on with an order that Shopify knows, when Stripe does not answer', async () => {
    const order = await placeShopifyOrder(world);
    const found = await comes(order.name, { credentials: down('stripe') });
    expect(found.json('Read what is left to return')).toMatchObject([{ order: { name: order.name } }]);
  });

  const finders = ['Find the order in Shopify', 'Find the order in Stripe'] as const;

  describe.each([
    ['deactivated', (name: string) => ({ change: { [name]: { disabled: true } } })],
    ['deleted', (name: string) => ({ workflow: without(template('02'), name) })],
  ])('when a shop system is not used, and its node is %s', (_how, leaveOut) => {
    const comesTo = (left: string, orderNumber: string, credentials = world.credentials()): Promise<Run> =>
      runWorkflow({
        workflow: template('02'),
        startNode: 'When a shopper comes',
        items: [{ orderNumber, email: shopper.email }],
        credentials,
        ...leaveOut(left),
      });

    it.each(finders)('says that there is no such order by the other alone: without "%s"', async (left) => {
      const nobody = await comesTo(left, '#9999');
      expect(nobody).toMatchObject({ status: 'success', endings: [{ node: 'Say that nothing was found' }] });
    });

    it('finds the order in the other', async () => {
      await placeStripeOrder(world, 'AL-2001');
      const inStripe = await comesTo(finders[0], 'AL-2001');
      expect(inStripe.json('Read what is left to return')).toMatchObject([{ order: { name: 'AL-2001' } }]);
      const { name } = await placeShopifyOrder(world);
      const inShopify = await comesTo(finders[1], name);
      expect(inShopify.json('Read what is left to return')).toMatchObject([{ order: { name } }]);
    });

    it('tells of the other when that fails', async () => {
      expectPageThenFailure(await comesTo(finders[0], '#9999', wrongKey.stripe()), 'Stripe did not accept');
      expectPageThenFailure(await comesTo(finders[1], '#9999', wrongKey.shopify()), 'Shopify did not accept');
    });
  });
});

/** As n8n's editor deletes a node: what came before goes on with what came after its first output. */
function without(shipped: Template, name: string): Template {
  const after = shipped.connections[name]?.main[0] ?? [];
  const connections = Object.fromEntries(
    Object.entries(shipped.connections)
      .filter(([from]) => from !== name)
      .map(([from, { main }]) => [
        from,
        { main: main.map((ends) => ends.flatMap((end) => (end.node === name ? after : [end]))) },
      ]),
  );
  return { ...shipped, nodes: shipped.nodes.filter((node) => node.name !== name), connections };
}

describe('03 Decide', () => {
  it('does not say that nothing is asked when the ledger cannot be read, and the shop is told', async () => {
    world.loseLedger();
    const failed = await run('03', 'When a shopper answers', [{ rma: 'RMA-2026-000001', email: shopper.email }]);
    expectPageThenFailure(failed, /^A case could not be looked up: /);
    await report('03', failed, 'webhook');
    expect(await mailOfShop()).toContain('[storage_failed]');
  });
});

describe('05 Tracking updates', () => {
  const parcel = async (externalId: string, trackingNumber: string): Promise<Dossier> => {
    const ledger = await world.ledger();
    const opened = await openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId }), [{ type: 'approve' }]);
    const label = {
      ...{
        trackingNumber,
        carrier: 'USPS',
        service: 'Priority',
        provider: 'easypost',
        shipmentId: `shp_${externalId}`,
      },
      ...{ url: 'https://labels.example/1.pdf', format: 'pdf' as const, cost: { amount: 500, currency: 'EUR' } },
      createdAt: opened.case.updatedAt,
    };
    return command(ledger, opened.case.id, { type: 'record_label', label });
  };
  const poll = (credentials = world.credentials()): Promise<Run> => run('05', 'Every half hour', [{}], { credentials });
  const revoked = (): RunInput['credentials'] => withKey('returnsEasyPostApi', { apiKey: 'EZTKwrong4711' });

  it('tells the shop once that the carrier does not take the key, however often it asks', async () => {
    const dossiers = [await parcel('one', 'EZ2000000002'), await parcel('two', 'EZ1000000001')];
    for (const _time of ['once', 'twice']) {
      const failed = await poll(revoked());
      expect(failed).toMatchObject({
        status: 'error',
        lastNode: 'Stop and tell the shop',
        error: { message: expect.stringMatching(/^A parcel could not be looked up: EasyPost .* \(and 1 more\)$/) },
      });
      await report('05', failed);
    }
    expect(await mailOfShop()).toContain('EasyPost did not accept the credentials');
    const failures = await Promise.all(dossiers.map(async (dossier) => (await current(dossier)).case.failures));
    expect(failures.flat()).toMatchObject([{ code: 'workflow_failed' }]);
  });

  it('tells of a carrier that stays away too: nobody repeats a look but the next one', async () => {
    await parcel('one', 'EZ2000000002');
    await report('05', await poll(down('easypost')));
    expect(await mailOfShop()).toContain('provider_unavailable');
  });

  it('moves the other parcels before it tells of the one that could not be looked up', async () => {
    const dossiers = [await parcel('one', 'EZ2000000002'), await parcel('two', 'EZ3000000003')];
    world.fault({ provider: 'easypost', kind: 'rate-limit', count: 1, retryAfterSeconds: 600 });
    expect(await poll()).toMatchObject({ status: 'error', lastNode: 'Stop and tell the shop' });
    const states = await Promise.all(dossiers.map(async (dossier) => (await current(dossier)).case.parcel));
    expect(states.filter((state) => state === 'label_ready')).toHaveLength(1);
  });

  it('asks nothing about a parcel whose number is not known', async () => {
    const ledger = await world.ledger();
    const opened = await openCase(ledger, stripeOrder('pi_1'), teeRequest(), [{ type: 'approve' }]);
    const tracking = { status: 'in_transit' as const, carrierStatus: 'in_transit', carrier: 'UPS' };
    await command(ledger, opened.case.id, {
      type: 'record_parcel',
      tracking: { ...tracking, trackingNumber: 'X-1', provider: 'tiktok_shop', at: opened.case.updatedAt },
    });
    const polled = await poll();
    expect(polled).toMatchObject({ status: 'success', error: undefined });
    expect(polled.json('Find parcels on their way')).toHaveLength(1);
    expect(polled.ran('Ask the carrier')).toBe(false);
  });
});

describe('06 Warehouse inspection', () => {
  it('does not say that no case has the number when the ledger cannot be read, and the shop is told', async () => {
    world.loseLedger();
    const failed = await run('06', 'When a parcel is opened', [{ rma: 'RMA-2026-000001' }]);
    expectPageThenFailure(failed, /^A case could not be looked up: /);
    expect(failed.endings[0]?.message).toContain('RMA-2026-000001');
    expect(failed.ran('Look up the parcel')).toBe(false);
    await report('06', failed, 'webhook');
    expect(await mailOfShop()).toContain('[storage_failed]');
  });
});
