import { z } from 'zod/v4';
import { paymentProviders, type PaymentAdapter, type RefundInput } from '../../lib/payments';
import { orderSchema, refundSchema } from '../../lib/returns';
import { stripeKey } from '../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';

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
    {
      sku: 'TEE-S',
      name: 'T-shirt Lune',
      quantity: 2,
      unitAmount: 2900,
      taxRate: 0.2,
      category: 'clothing',
      metadata: { weight_grams: '180', tags: 'summer, sale' },
    },
    { sku: 'MUG', name: 'Mug Lune', quantity: 1, unitAmount: 1500, discountAmount: 150, taxRate: 0.2 },
  ],
  shipping: { amount: 490, taxRate: 0.2 },
  createdAt: '2026-11-01T09:00:00Z',
};
const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });
const first = { idempotencyKey: 'case-1.refund', mayHaveHappened: false };
const again = { ...first, mayHaveHappened: true };
const day = 86_400_000;

describe('the Stripe client against the simulator', () => {
  let sandbox: RunningSandbox;
  let stripe: PaymentAdapter;

  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/control/${path}`, init);
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const seed = async (changes: object = {}): Promise<string> =>
    z.object({ paymentIntent: z.string() }).parse(await control('stripe/checkout-sessions', { ...order, ...changes }))
      .paymentIntent;
  const fault = (spec: object): Promise<unknown> => control('faults', { provider: 'stripe', ...spec });
  const paid = async (): Promise<unknown> => control('journal?provider=stripe&effect=refund.made');
  const refundOf = (paymentReference: string, amount: number): RefundInput => ({
    paymentReference,
    amount: eur(amount),
    caseId: 'case-1',
    rma: 'RMA-2026-000001',
  });
  const connect = (secretKey: string): PaymentAdapter =>
    paymentProviders.stripe.connect(
      { secretKey, baseUrl: `${sandbox.url}/stripe` },
      { sleep: () => Promise.resolve(), random: () => 0 },
    );

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 5 });
    stripe = connect(stripeKey);
  });
  afterEach(() => sandbox.stop());

  it('reads an order from its number and e-mail, and knows no delivery', async () => {
    const intent = await seed();
    const found = await stripe.findOrder({ orderNumber: '#al-2001', email: ' Zoe@Example.test ' });
    expect(orderSchema.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      name: 'AL-2001',
      channel: 'stripe',
      placedAt: '2026-11-01T09:00:00.000Z',
      customer: { name: 'Zoé Martin', email: 'zoe@example.test', locale: 'fr' },
      shippingAddress: { city: 'Paris', country: 'FR' },
      shipping: eur(490),
      total: eur(5800 + 1350 + 490),
      payment: { provider: 'stripe', reference: intent },
      lines: [
        {
          sku: 'TEE-S',
          category: 'clothing',
          quantity: 2,
          paid: eur(5800),
          tags: ['summer', 'sale'],
          weightGrams: 180,
        },
        { sku: 'MUG', quantity: 1, paid: eur(1350), tax: eur(225) },
      ],
    });
    expect(found.deliveredAt).toBeUndefined();
  });

  it("answers another person's order as it answers an unknown one", async () => {
    await seed();
    for (const key of [
      { orderNumber: 'AL-2001', email: 'someone@example.test' },
      { orderNumber: 'AL-9999', email: 'zoe@example.test' },
      { orderNumber: '', email: 'zoe@example.test' },
    ]) {
      await expect(stripe.findOrder(key)).rejects.toMatchObject({ code: 'not_found', provider: 'stripe' });
    }
  });

  it('pays back exactly, with the way back to the case', async () => {
    const intent = await seed();
    const refund = await stripe.refund(refundOf(intent, 2600), first);
    expect(refundSchema.parse(refund)).toEqual(refund);
    expect(refund).toMatchObject({ provider: 'stripe', status: 'succeeded', amount: eur(2600) });
    await expect(stripe.getRefund(refund.id)).resolves.toEqual(refund);
    expect(await paid()).toHaveLength(1);
  });

  it('pays once through a lost answer, which the client repeats by itself', async () => {
    const intent = await seed();
    await fault({ kind: 'lost-answer', count: 1, match: { method: 'POST', path: '/refunds' } });
    await expect(stripe.refund(refundOf(intent, 2600), first)).resolves.toMatchObject({ status: 'succeeded' });
    expect(await paid()).toHaveLength(1);
  });

  it('pays once when the attempt is taken over after Stripe has forgotten the key', async () => {
    const intent = await seed();
    const refund = await stripe.refund(refundOf(intent, 2600), first);
    await control('clock', { advanceMs: 3 * day });
    await expect(stripe.refund(refundOf(intent, 2600), again)).resolves.toEqual(refund);
    expect(await paid()).toHaveLength(1);
  });

  it('pays once when Stripe has stored a failure of its own under the key', async () => {
    const intent = await seed();
    await fault({ kind: 'execution-error', count: 1, match: { method: 'POST', path: '/refunds' } });
    await expect(stripe.refund(refundOf(intent, 2600), first)).resolves.toMatchObject({ status: 'succeeded' });
    await expect(stripe.refund(refundOf(intent, 2600), again)).resolves.toMatchObject({ status: 'succeeded' });
    expect(await paid()).toHaveLength(1);
  });

  it('pays two refunds of one payment when they are two', async () => {
    const intent = await seed();
    await stripe.refund(refundOf(intent, 1000), first);
    await stripe.refund(refundOf(intent, 1000), { idempotencyKey: 'case-2.refund', mayHaveHappened: true });
    expect(await paid()).toHaveLength(2);
  });

  it('refuses another amount under the same key', async () => {
    const intent = await seed();
    await stripe.refund(refundOf(intent, 2600), first);
    await expect(stripe.refund(refundOf(intent, 2700), first)).rejects.toMatchObject({
      code: 'conflict',
      retryable: false,
      context: { providerCode: 'idempotency_error' },
    });
    expect(await paid()).toHaveLength(1);
  });

  it('says in words what Stripe refuses', async () => {
    const intent = await seed();
    await expect(stripe.refund(refundOf(intent, 999_999), first)).rejects.toMatchObject({
      code: 'provider_refused',
      retryable: false,
      status: 400,
    });
    const other = { idempotencyKey: 'case-3.refund', mayHaveHappened: true };
    await expect(stripe.refund(refundOf('pi_unknown', 100), other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(stripe.refund(refundOf('order-1', 100), first)).rejects.toMatchObject({ code: 'invalid_input' });
    await stripe.refund(refundOf(intent, 5800 + 1350 + 490), {
      idempotencyKey: 'case-4.refund',
      mayHaveHappened: false,
    });
    const second = { idempotencyKey: 'case-2.refund', mayHaveHappened: false };
    await expect(stripe.refund(refundOf(intent, 100), second)).rejects.toMatchObject({
      code: 'provider_refused',
      description: expect.stringContaining('paid back in full already'),
      context: { providerCode: 'charge_already_refunded' },
    });
  });

  it('tells of refunds that are on their way or were sent back by the bank', async () => {
    const pending = await seed({ paymentMethod: 'pm_card_pendingRefund' });
    await expect(stripe.refund(refundOf(pending, 100), first)).resolves.toMatchObject({ status: 'pending' });
  });

  it('manages its webhooks', async () => {
    const url = 'https://n8n.test/webhook/stripe';
    const { id, secret } = await stripe.subscribe(url);
    expect(secret).toMatch(/^whsec_/);
    await expect(stripe.listWebhooks()).resolves.toEqual([{ id, url }]);
    await stripe.unsubscribe(id);
    await stripe.unsubscribe(id);
    await expect(stripe.listWebhooks()).resolves.toEqual([]);
  });

  it('tests the key, and never shows a wrong one', async () => {
    await expect(stripe.test()).resolves.toBeUndefined();
    const error: unknown = await connect('sk_test_wrongwrong')
      .test()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unauthorized', provider: 'stripe' });
    expect(JSON.stringify(error) + String(error)).not.toContain('wrongwrong');
    expect(() => connect('pk_live_public')).toThrow(/secret or restricted key/);
  });
});
