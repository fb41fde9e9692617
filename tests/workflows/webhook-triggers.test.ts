import { createHmac } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { activateWebhook, type ActiveWebhook, type Delivery, type WebhookNode } from './support/active-webhook';
import { asText } from './support/as-text';
import { runNode } from './support/run-node';
import {
  inspected,
  openCase,
  placeShopifyOrder,
  placeStripeOrder,
  requestInShopify,
  stripeOrder,
  teeRequest,
} from './support/stories';
import { useWorld, type World } from './support/world';
import type { Dossier } from '../../lib/returns';

const world = useWorld();
let active: ActiveWebhook | undefined;

afterEach(async () => {
  await world.sandbox().context.webhooks.idle();
  await active?.stop();
  active = undefined;
});

interface Provider {
  readonly provider: string;
  readonly type: string;
  readonly parameters: Record<string, string | string[] | boolean>;
  /** Makes the provider tell something about a case of ours; answers the case. */
  readonly tell: (world: World) => Promise<Dossier | undefined>;
  /** How the provider signs these bytes with the secret that the trigger knows. */
  readonly sign: (body: Buffer, secret: string) => Record<string, string>;
}

async function labelled(): Promise<Dossier> {
  const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [{ type: 'approve' }]);
  const run = await runNode({
    type: 'returnShipping',
    parameters: { operation: 'createLabel', carrier: 'easypost' },
    items: [dossier],
    credentials: world.credentials(),
  });
  return run.json('node')[0] as unknown as Dossier;
}

const hmac = (secret: string, encoding: 'hex' | 'base64', ...parts: (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac('sha256', secret)).digest(encoding);

const stripeSignature = (body: Buffer, secret: string, at = Math.floor(Date.now() / 1000)) => ({
  'stripe-signature': `t=${at},v1=${hmac(secret, 'hex', `${at}.`, body)}`,
});

const easypost: Provider = {
  provider: 'easypost',
  type: 'returnShippingTrigger',
  parameters: { carrier: 'easypost' },
  tell: async ({ control }) => {
    const dossier = await labelled();
    await control(`easypost/trackers/${String(dossier.label?.trackingNumber)}/status`, { status: 'in_transit' });
    return dossier;
  },
  sign: (body, secret) => ({ 'x-hmac-signature': `hmac-sha256-hex=${hmac(secret.normalize('NFKD'), 'hex', body)}` }),
};

const stripe: Provider = {
  provider: 'stripe',
  type: 'returnPaymentsTrigger',
  parameters: { provider: 'stripe' },
  tell: async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    const dossier = await openCase(await world.ledger(), stripeOrder(paymentIntent), teeRequest(), [
      { type: 'approve' },
      inspected,
      { type: 'plan_settlement', amount: { amount: 2600, currency: 'EUR' } },
    ]);
    await runNode({
      type: 'returnPayments',
      parameters: { operation: 'refund', provider: 'stripe' },
      items: [dossier],
      credentials: world.credentials(),
    });
    return dossier;
  },
  sign: stripeSignature,
};

const shopify: Provider = {
  provider: 'shopify',
  type: 'shopifyReturnsTrigger',
  parameters: { topics: ['RETURNS_REQUEST', 'RETURNS_APPROVE'] },
  tell: async () => {
    await requestInShopify(world, (await placeShopifyOrder(world)).name);
    return undefined;
  },
  sign: (body, secret) => ({ 'x-shopify-hmac-sha256': hmac(secret, 'base64', body) }),
};

const activate = async (
  { type, parameters, provider }: Provider,
  judge?: WebhookNode['judge'],
): Promise<ActiveWebhook> => {
  const wanted = { easypost: 'returnsEasyPostApi', stripe: 'returnsStripeApi', shopify: 'returnsShopifyApi' };
  const name = wanted[provider as keyof typeof wanted];
  const credentials = { [name]: world.credentials()[name] ?? {} };
  active = await activateWebhook({
    type,
    parameters,
    credentials,
    ledger: await world.ledger(),
    ...(judge && { judge }),
  });
  return active;
};

const secretOf = ({ staticData }: ActiveWebhook): string =>
  asText(staticData['secret'] ?? world.credentials()['returnsShopifyApi']?.['clientSecret']);

/** The first delivery that started an execution, as it came. */
async function heard(provider: Provider): Promise<{ trigger: ActiveWebhook; delivery: Delivery; dossier?: Dossier }> {
  const trigger = await activate(provider);
  await trigger.call('create');
  const dossier = await provider.tell(world);
  await world.sandbox().context.webhooks.idle();
  await trigger.worked();
  const [delivery] = trigger.deliveries;
  if (delivery === undefined) throw new RangeError('nothing was delivered');
  return { trigger, delivery, ...(dossier && { dossier }) };
}

describe.each([easypost, stripe, shopify].map((provider) => [provider.type, provider] as const))(
  '%s',
  (_, provider) => {
    it('subscribes itself once, knows that it has, and unsubscribes', async () => {
      const trigger = await activate(provider);
      await expect(trigger.call('checkExists')).resolves.toBe(false);
      await trigger.call('create');
      await expect(trigger.call('checkExists')).resolves.toBe(true);
      const before = await subscriptions(provider.provider, trigger.url);
      expect(before).toBeGreaterThan(0);
      await trigger.call('create');
      await expect(subscriptions(provider.provider, trigger.url)).resolves.toBe(before);
      await trigger.call('delete');
      await expect(trigger.call('checkExists')).resolves.toBe(false);
      await expect(subscriptions(provider.provider, trigger.url)).resolves.toBe(0);
      await expect(trigger.call('delete')).resolves.toBe(true);
    });

    it('is taken to be subscribed still by an n8n that starts again while the provider cannot be asked', async () => {
      const trigger = await activate(provider);
      const { faults } = world.sandbox().context;
      world.fault({ provider: provider.provider, kind: 'reset' });
      try {
        expect(await trigger.call('checkExists', 'init').catch(() => false)).toBe(false);
        faults.remove();
        await trigger.call('create');
        world.fault({ provider: provider.provider, kind: 'reset' });
        await expect(trigger.call('checkExists', 'init')).resolves.toBe(true);
        await expect(trigger.call('checkExists', 'activate')).rejects.toThrow();
      } finally {
        faults.remove();
      }
      await trigger.call('delete');
      await expect(trigger.call('checkExists', 'init')).resolves.toBe(false);
    });

    it('starts on news that the provider has signed', async () => {
      const { trigger, dossier } = await heard(provider);
      expect(trigger.starts.length).toBeGreaterThan(0);
      if (dossier) expect(trigger.starts[0]).toMatchObject([{ json: { case: { id: dossier.case.id } } }]);
      else
        expect(trigger.starts[0]).toMatchObject([
          { json: { shopify: { topic: 'RETURNS_REQUEST', returnId: expect.any(String) } } },
        ]);
    });

    it('starts nothing twice for a delivery that comes again', async () => {
      const { trigger, delivery } = await heard(provider);
      const started = trigger.starts.length;
      await expect(trigger.deliver(delivery)).resolves.toBe(200);
      await trigger.worked();
      expect(trigger.starts).toHaveLength(started);
    });

    it('keeps what it has answered for, and works it when it is active again', async () => {
      const trigger = await activate(provider);
      await trigger.call('create');
      await trigger.close();
      await provider.tell(world);
      await world.sandbox().context.webhooks.idle();
      expect(trigger.deliveries.length).toBeGreaterThan(0);
      expect(trigger.starts).toEqual([]);
      await trigger.stop();

      const again = await activate(provider);
      await again.worked();
      expect(again.starts.length).toBeGreaterThan(0);
    });

    it('shows a delivery to a test in the editor, and works nothing', async () => {
      const { trigger, delivery } = await heard(provider);
      const started = trigger.starts.length;
      const chapters = Object.keys(trigger.starts[0]?.[0]?.json ?? {});
      const [shown] = await trigger.test(delivery);
      expect(Object.keys(shown?.json ?? {})).toEqual(chapters);
      expect(trigger.starts).toHaveLength(started);
      expect(await (await world.ledger()).inboxLoads()).toEqual([]);
    });

    it('starts once for a delivery that the network doubled', async () => {
      world.fault({ provider: provider.provider, kind: 'duplicate' });
      const { trigger } = await heard(provider);
      await world.sandbox().context.webhooks.idle();
      const news = new Set(trigger.deliveries.map(({ body }) => body.toString()));
      expect(trigger.deliveries.length).toBeGreaterThan(news.size);
      expect(trigger.starts.length).toBeGreaterThan(0);
      expect(trigger.starts.length).toBeLessThanOrEqual(news.size);
    });

    it.each([
      ['forged', (body: Buffer) => Buffer.from(body.toString().replace(/"id":/, '"id" :'))],
      ['truncated', (body: Buffer) => body.subarray(0, body.length - 10)],
      ['extended', (body: Buffer) => Buffer.concat([body, Buffer.from('\n')])],
      ['emptied', () => Buffer.alloc(0)],
    ])('answers 401 to a %s body, and starts nothing', async (_kind, change) => {
      const { trigger, delivery } = await heard(provider);
      const started = trigger.starts.length;
      await expect(trigger.deliver({ ...delivery, body: change(delivery.body) })).resolves.toBe(401);
      expect(trigger.starts).toHaveLength(started);
    });

    it('answers 401 without a signature, and with one of another secret', async () => {
      const { trigger, delivery } = await heard(provider);
      const started = trigger.starts.length;
      const names = Object.keys(provider.sign(delivery.body, 'x'));
      const unsigned = Object.fromEntries(Object.entries(delivery.headers).filter(([name]) => !names.includes(name)));
      await expect(trigger.deliver({ ...delivery, headers: unsigned })).resolves.toBe(401);
      const foreign = { ...delivery.headers, ...provider.sign(delivery.body, 'another secret') };
      await expect(trigger.deliver({ ...delivery, headers: foreign })).resolves.toBe(401);
      expect(trigger.starts).toHaveLength(started);
    });

    it('refuses everything once its secret is lost', async () => {
      const { trigger, delivery } = await heard(provider);
      if (provider.provider === 'shopify') return;
      delete trigger.staticData['secret'];
      const empty = { ...delivery.headers, ...provider.sign(delivery.body, '') };
      await expect(trigger.deliver({ ...delivery, headers: empty })).resolves.toBe(401);
    });

    it('answers 400 to what is signed but makes no sense', async () => {
      const trigger = await activate(provider);
      await trigger.call('create');
      const body = Buffer.from('"no event"');
      const headers = { 'content-type': 'application/json', ...provider.sign(body, secretOf(trigger)) };
      await expect(trigger.deliver({ body, headers })).resolves.toBe(400);
      expect(trigger.starts).toEqual([]);
    });

    it('asks for another delivery when it cannot note this one', async () => {
      const { trigger, delivery } = await heard(provider);
      const started = trigger.starts.length;
      const file = process.env['N8N_RETURNS_LEDGER_FILE'];
      process.env['N8N_RETURNS_LEDGER_FILE'] = tmpdir();
      await expect(trigger.deliver(delivery)).resolves.toBe(500);
      process.env['N8N_RETURNS_LEDGER_FILE'] = file;
      process.env['EXECUTIONS_MODE'] = 'queue';
      await expect(trigger.deliver(delivery)).resolves.toBe(500);
      delete process.env['EXECUTIONS_MODE'];
      await expect(trigger.deliver(delivery)).resolves.toBe(200);
      await trigger.worked();
      expect(trigger.starts).toHaveLength(started);
    });
  },
);

it('starts again for a delivery whose run failed', async () => {
  let runs = 0;
  const trigger = await activate(easypost, () => ((runs += 1) === 1 ? 'error' : 'success'));
  await trigger.call('create');
  await easypost.tell(world);
  await world.sandbox().context.webhooks.idle();
  await trigger.worked();
  const [failed, ...others] = trigger.starts;
  expect(others).toContainEqual(failed);
});

it('passes over parcels of no case, unless it is to tell of all', async () => {
  const dossier = await labelled();
  const tracking = String(dossier.label?.trackingNumber);
  const file = process.env['N8N_RETURNS_LEDGER_FILE'];
  process.env['N8N_RETURNS_LEDGER_FILE'] = `${String(file)}.other`;
  const quiet = await activate(easypost);
  await quiet.call('create');
  await world.control(`easypost/trackers/${tracking}/status`, { status: 'in_transit' });
  await world.sandbox().context.webhooks.idle();
  expect(quiet.deliveries.length).toBeGreaterThan(0);
  await sleep(300);
  expect(quiet.starts).toEqual([]);
  await quiet.call('delete');
  await quiet.stop();

  active = await activate({ ...easypost, parameters: { carrier: 'easypost', onlyKnownCases: false } });
  await active.call('create');
  await world.control(`easypost/trackers/${tracking}/status`, { status: 'delivered' });
  await world.sandbox().context.webhooks.idle();
  await sleep(300);
  expect(active.starts).toMatchObject([[{ json: { tracking: { trackingNumber: tracking, status: 'delivered' } } }]]);
  expect(active.starts[0]?.[0]?.json).not.toHaveProperty('case');
});

it('refuses a Stripe delivery that was captured and kept', async () => {
  const { trigger, delivery } = await heard(stripe);
  const started = trigger.starts.length;
  const later = Math.floor(Date.now() / 1000) - 600;
  const headers = { ...delivery.headers, ...stripeSignature(delivery.body, secretOf(trigger), later) };
  await expect(trigger.deliver({ ...delivery, headers })).resolves.toBe(401);
  expect(trigger.starts).toHaveLength(started);
});

/** How many subscriptions the provider has for this address. */
async function subscriptions(provider: string, url: string): Promise<number> {
  const state = JSON.stringify(await (await fetch(`${world.sandbox().url}/control/state`)).json());
  const mine: unknown = (JSON.parse(state) as { providers: Record<string, unknown> }).providers[provider];
  return JSON.stringify(mine).split(JSON.stringify(url)).length - 1;
}
