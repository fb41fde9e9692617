import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { stripeKey } from '../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';
import { createStripe } from '../../sandbox/stripe';

interface Seeded {
  session: string;
  paymentIntent: string;
  charge: string;
  amountTotal: number;
}

const order = {
  orderNumber: 'AL-2001',
  customer: {
    name: 'Zoé Martin',
    email: 'zoe@example.test',
    address: { line1: '8 rue Oberkampf', city: 'Paris', postalCode: '75011', country: 'FR' },
    locale: 'fr',
  },
  currency: 'EUR',
  items: [
    { sku: 'TEE-S', name: 'T-shirt Lune', quantity: 2, unitAmount: 2900, taxRate: 0.2, category: 'clothing' },
    {
      sku: 'MUG',
      name: 'Mug Lune',
      quantity: 1,
      unitAmount: 1500,
      discountAmount: 150,
      taxRate: 0.2,
      category: 'home',
    },
  ],
  shipping: { amount: 490, taxRate: 0.2 },
  createdAt: '2026-11-01T09:00:00Z',
};

describe('the Stripe simulator, driven by the stripe package', () => {
  let sandbox: RunningSandbox;
  let stripe: Stripe;

  const clientFor = (key: string): Stripe => {
    const { hostname, port } = new URL(`${sandbox.url}/`);
    return new Stripe(key, {
      host: hostname,
      port: Number(port),
      protocol: 'http',
      maxNetworkRetries: 0,
      telemetry: false,
      // The sandbox gives every provider a prefix on one port; Stripe's client has no setting for one.
      httpClient: withPrefix('/stripe'),
    });
  };

  const control = async (path: string, body: unknown = {}): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const seed = async (changes: object = {}): Promise<Seeded> =>
    (await control('stripe/checkout-sessions', { ...order, ...changes })) as Seeded;

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 11, simulators: [createStripe] });
    stripe = clientFor(stripeKey);
  });
  afterEach(() => sandbox.stop());

  it('lets only its own key in', async () => {
    await expect(stripe.balance.retrieve()).resolves.toMatchObject({ object: 'balance' });
    await expect(clientFor('sk_test_wrong_key_1234').balance.retrieve()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
      message: 'Invalid API Key provided: sk_test_**********1234',
    });
  });

  it('gives an order back from its number: payment intent, session, line items with product', async () => {
    const seeded = await seed();
    await seed({ orderNumber: 'AL-2002' });
    const found = await stripe.paymentIntents.search({
      query: "metadata['order_number']:'AL-2001' AND status:'succeeded'",
    });
    expect(found.data.map((intent) => intent.id)).toEqual([seeded.paymentIntent]);

    const sessions = await stripe.checkout.sessions.list({ payment_intent: seeded.paymentIntent });
    expect(sessions.data).toMatchObject([
      {
        id: seeded.session,
        client_reference_id: 'AL-2001',
        amount_total: 7640,
        locale: 'fr',
        customer_details: { email: 'zoe@example.test', name: 'Zoé Martin', address: { country: 'FR' } },
        total_details: { amount_discount: 150, amount_shipping: 490 },
        created: Date.parse(order.createdAt) / 1000,
      },
    ]);

    const lines = await stripe.checkout.sessions.listLineItems(seeded.session, { expand: ['data.price.product'] });
    expect(lines.data).toMatchObject([
      {
        quantity: 2,
        amount_total: 5800,
        amount_tax: 967,
        price: { unit_amount: 2900, product: { metadata: { sku: 'TEE-S', category: 'clothing' } } },
      },
      { quantity: 1, amount_total: 1350, amount_discount: 150, description: 'Mug Lune' },
    ]);
  });

  it('finds sessions by e-mail, and expands line items and the charge', async () => {
    const seeded = await seed();
    const byEmail = await stripe.checkout.sessions.list({ customer_details: { email: 'ZOE@example.test' } });
    expect(byEmail.data).toHaveLength(1);
    const session = await stripe.checkout.sessions.retrieve(seeded.session, {
      expand: ['line_items', 'payment_intent.latest_charge'],
    });
    expect(session.line_items?.data).toHaveLength(2);
    expect(session.payment_intent).toMatchObject({ latest_charge: { id: seeded.charge, object: 'charge' } });
  });

  it('refunds in part, then the rest, then says that nothing is left', async () => {
    const { paymentIntent, charge } = await seed();
    const first = await stripe.refunds.create({
      payment_intent: paymentIntent,
      amount: 2600,
      reason: 'requested_by_customer',
      metadata: { rma: 'RMA-2026-0001' },
    });
    expect(first).toMatchObject({
      object: 'refund',
      amount: 2600,
      currency: 'eur',
      status: 'succeeded',
      charge,
      metadata: { rma: 'RMA-2026-0001' },
    });
    await expect(stripe.refunds.create({ payment_intent: paymentIntent, amount: 5041 })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      param: 'amount',
      message: 'Refund amount (€50.41) is greater than unrefunded amount on charge (€50.40)',
    });
    const rest = await stripe.refunds.create({ charge });
    expect(rest.amount).toBe(5040);
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: 'charge_already_refunded',
      message: `Charge ${charge} has already been refunded.`,
      doc_url: 'https://stripe.com/docs/error-codes/charge-already-refunded',
    });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 7640, refunded: true });
    const listed = await stripe.refunds.list({ payment_intent: paymentIntent });
    expect(listed.data.map((refund) => refund.amount).sort()).toEqual([2600, 5040]);
    expect(sandbox.context.journal.entries({ effect: 'refund.made' })).toHaveLength(2);
  });

  it('refuses a disputed charge, an unknown payment, a wrong amount and a parameter it does not know', async () => {
    const { paymentIntent } = await seed();
    await control(`stripe/charges/${paymentIntent}/dispute`);
    const refund = (params: object): Promise<unknown> => stripe.refunds.create(params);
    await expect(refund({ payment_intent: paymentIntent })).rejects.toMatchObject({ code: 'charge_disputed' });
    await expect(refund({ payment_intent: 'pi_unknown' })).rejects.toMatchObject({
      code: 'resource_missing',
      param: 'payment_intent',
      message: "No such payment_intent: 'pi_unknown'",
    });
    await expect(refund({ payment_intent: paymentIntent, amount: 10.5 })).rejects.toMatchObject({
      code: 'parameter_invalid_integer',
    });
    await expect(refund({ payment_intent: paymentIntent, note: 'x' })).rejects.toMatchObject({
      code: 'parameter_unknown',
      param: 'note',
    });
    await expect(refund({})).rejects.toMatchObject({ code: 'parameter_missing' });
    await expect(stripe.refunds.retrieve('re_unknown')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(stripe.rawRequest('GET', '/v1/unicorns')).rejects.toMatchObject({ statusCode: 404 });
  });

  describe('idempotency keys', () => {
    const idempotencyKey = 'returns-case-1-refund';

    it('answer the first result again, as a replay, and refund once', async () => {
      const { paymentIntent } = await seed();
      const first = await stripe.refunds.create({ payment_intent: paymentIntent, amount: 100 }, { idempotencyKey });
      await control(`stripe/refunds/${first.id}/fail`);
      const second = await stripe.refunds.create({ payment_intent: paymentIntent, amount: 100 }, { idempotencyKey });
      expect(second).toEqual(first);
      expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
      expect(sandbox.context.journal.entries({ effect: 'refund.made' })).toHaveLength(1);
    });

    it('refuse other parameters', async () => {
      const { paymentIntent } = await seed();
      await stripe.refunds.create({ payment_intent: paymentIntent, amount: 100 }, { idempotencyKey });
      await expect(
        stripe.refunds.create({ payment_intent: paymentIntent, amount: 200 }, { idempotencyKey }),
      ).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    });

    it('refuse a second request while the first runs', async () => {
      const { paymentIntent } = await seed();
      await control('stripe/latency', { ms: 100 });
      const make = (): Promise<Stripe.Refund> =>
        stripe.refunds.create({ payment_intent: paymentIntent, amount: 100 }, { idempotencyKey });
      const results = await Promise.allSettled([make(), make()]);
      expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
      const reason: unknown = results.find((result) => result.status === 'rejected')?.reason;
      expect(reason).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
    });

    it('keep a refusal and a 500 that came while executing, but nothing that failed validation', async () => {
      const { paymentIntent } = await seed();
      const make = (amount: number, key: string): Promise<Stripe.Refund> =>
        stripe.refunds.create({ payment_intent: paymentIntent, amount }, { idempotencyKey: key });
      await expect(make(9999, 'too-much')).rejects.toMatchObject({ param: 'amount' });
      await expect(make(100, 'too-much')).rejects.toMatchObject({ type: 'StripeIdempotencyError' });

      await control('faults', { provider: 'stripe', kind: 'execution-error', count: 1 });
      await expect(make(100, 'broken')).rejects.toMatchObject({ statusCode: 500 });
      await expect(make(100, 'broken')).rejects.toMatchObject({ statusCode: 500, type: 'StripeAPIError' });

      await expect(make(-5, 'invalid')).rejects.toMatchObject({ code: 'parameter_invalid_integer' });
      await expect(make(100, 'invalid')).resolves.toMatchObject({ amount: 100 });
      await control('faults', { provider: 'stripe', kind: 'rate-limit', count: 1 });
      await expect(make(50, 'limited')).rejects.toMatchObject({ type: 'StripeRateLimitError', statusCode: 429 });
      await expect(make(50, 'limited')).resolves.toMatchObject({ amount: 50 });
    });

    it('are forgotten after a day', async () => {
      const { paymentIntent } = await seed();
      const make = (): Promise<Stripe.Refund> =>
        stripe.refunds.create({ payment_intent: paymentIntent, amount: 100 }, { idempotencyKey });
      const first = await make();
      await control('clock', { advanceMs: 25 * 3_600_000 });
      expect((await make()).id).not.toBe(first.id);
    });

    it('give the result to who lost the first answer', async () => {
      const { paymentIntent } = await seed();
      await control('faults', { provider: 'stripe', kind: 'lost-answer', count: 1, match: { method: 'POST' } });
      // Stripe's client asks again by itself, with the same key, when a connection is reset.
      const refund = await stripe.refunds.create({ payment_intent: paymentIntent }, { idempotencyKey });
      expect(refund.lastResponse.headers['idempotent-replayed']).toBe('true');
      expect(sandbox.context.journal.entries({ effect: 'refund.made' })).toMatchObject([{ reference: refund.id }]);
    });
  });

  describe('webhooks', () => {
    let receiver: http.Server;
    let received: { body: Buffer; signature: string }[];

    beforeEach(async () => {
      received = [];
      receiver = http.createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          received.push({ body: Buffer.concat(chunks), signature: String(request.headers['stripe-signature']) });
          response.end();
        });
      });
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => {
      receiver.closeAllConnections();
      receiver.close();
    });

    const url = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

    it('are shown their secret once, and verify with it', async () => {
      const endpoint = await stripe.webhookEndpoints.create({
        url: url(),
        enabled_events: ['refund.created', 'refund.failed'],
      });
      expect(endpoint.secret).toMatch(/^whsec_/);
      expect((await stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();

      const { paymentIntent } = await seed();
      const refund = await stripe.refunds.create({ payment_intent: paymentIntent, amount: 100 });
      await control(`stripe/refunds/${refund.id}/fail`, { reason: 'lost_or_stolen_card' });
      await sandbox.context.webhooks.idle();

      const events = received.map(({ body, signature }) =>
        stripe.webhooks.constructEvent(body, signature, endpoint.secret ?? ''),
      );
      expect(events.map((event) => event.type).sort()).toEqual(['refund.created', 'refund.failed']);
      expect(events.find((event) => event.type === 'refund.failed')?.data.object).toMatchObject({
        id: refund.id,
        status: 'failed',
        failure_reason: 'lost_or_stolen_card',
      });
      const [first] = received;
      expect(() => stripe.webhooks.constructEvent(first?.body ?? '', first?.signature ?? '', 'whsec_other')).toThrow();
    });

    it('stop when the endpoint is deleted', async () => {
      const endpoint = await stripe.webhookEndpoints.create({ url: url(), enabled_events: ['*'] });
      await stripe.webhookEndpoints.del(endpoint.id);
      const { paymentIntent } = await seed();
      await stripe.refunds.create({ payment_intent: paymentIntent });
      await sandbox.context.webhooks.idle();
      expect(received).toEqual([]);
      expect((await stripe.webhookEndpoints.list()).data).toEqual([]);
    });

    it('tell when a pending refund succeeds and when one that looked done fails', async () => {
      await stripe.webhookEndpoints.create({ url: url(), enabled_events: ['refund.updated', 'refund.failed'] });
      const pending = await seed({ paymentMethod: 'pm_card_pendingRefund' });
      const failing = await seed({ paymentMethod: 'pm_card_refundFail', orderNumber: 'AL-2003' });
      const first = await stripe.refunds.create({ payment_intent: pending.paymentIntent });
      const second = await stripe.refunds.create({ payment_intent: failing.paymentIntent });
      expect([first.status, second.status]).toEqual(['pending', 'succeeded']);
      await control('clock', { advanceMs: 61_000 });
      expect((await stripe.refunds.retrieve(first.id)).status).toBe('succeeded');
      expect(await stripe.refunds.retrieve(second.id)).toMatchObject({
        status: 'failed',
        failure_reason: 'expired_or_canceled_card',
      });
      expect((await stripe.charges.retrieve(failing.charge)).amount_refunded).toBe(0);
      await sandbox.context.webhooks.idle();
      expect(received).toHaveLength(3);
    });
  });

  it('cancels a refund only while it waits for the customer', async () => {
    const { paymentIntent } = await seed({ refunds: 'requires_action' });
    const refund = await stripe.refunds.create({ payment_intent: paymentIntent });
    expect(refund.status).toBe('requires_action');
    expect((await stripe.refunds.cancel(refund.id)).status).toBe('canceled');
    await expect(stripe.refunds.cancel(refund.id)).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
  });

  it('pages through what it lists', async () => {
    for (const number of [1, 2, 3])
      await seed({ orderNumber: `P-${number}`, createdAt: `2026-11-0${number}T00:00:00Z` });
    const numbers: (string | null)[] = [];
    for await (const session of stripe.checkout.sessions.list({ limit: 2 })) numbers.push(session.client_reference_id);
    expect(numbers).toEqual(['P-3', 'P-2', 'P-1']);
  });
});

type NodeClient = ReturnType<typeof Stripe.createNodeHttpClient>;

function withPrefix(prefix: string): NodeClient {
  const client = Stripe.createNodeHttpClient();
  const makeRequest = client.makeRequest.bind(client);
  client.makeRequest = (host, port, path, ...rest) => makeRequest(host, port, prefix + path, ...rest);
  return client;
}
