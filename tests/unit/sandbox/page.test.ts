import { easyPostKey, stripeKey } from '../../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/core/server';
import { createEasyPost } from '../../../sandbox/easypost';
import { html } from '../../../sandbox/page/html';
import { createStripe } from '../../../sandbox/stripe';
import { createTikTokShop } from '../../../sandbox/tiktok-shop';

const address = (name: string): object => ({ name, street1: '1 rue A', city: 'Paris', zip: '75001', country: 'FR' });

describe('the page', () => {
  let sandbox: RunningSandbox;
  const page = async (path = '/'): Promise<string> => (await fetch(sandbox.url + path)).text();
  const post = async (path: string, body: object, authorization = ''): Promise<Record<string, unknown>> => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 3, simulators: [createEasyPost, createStripe, createTikTokShop] });
  });
  afterEach(() => sandbox.stop());

  it('stands on an empty world', async () => {
    const text = await page();
    for (const said of [
      'No orders in the shop.',
      'No label has been bought yet.',
      'No payment at Stripe.',
      'No order on TikTok Shop.',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('shows parcels, payments, refunds and faults with their buttons', async () => {
    const basic = `Basic ${Buffer.from(`${easyPostKey}:`).toString('base64')}`;
    const shipment = await post(
      '/easypost/v2/shipments',
      {
        shipment: {
          from_address: address('Atelier Lune'),
          to_address: address('Zoé <b>'),
          parcel: { weight: 9 },
          is_return: true,
          reference: 'RMA-1',
          service: 'Return',
        },
      },
      basic,
    );
    const seeded = await post('/control/stripe/checkout-sessions', {
      orderNumber: 'AL-2001',
      customer: {
        name: 'Zoé',
        email: 'zoe@example.test',
        address: { line1: '1 rue A', city: 'Paris', postalCode: '75001', country: 'FR' },
      },
      currency: 'EUR',
      items: [{ sku: 'MUG', name: 'Mug', quantity: 1, unitAmount: 1500 }],
    });
    const refund = await fetch(`${sandbox.url}/stripe/v1/refunds`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stripeKey}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: `payment_intent=${String(seeded['paymentIntent'])}&amount=500`,
    });
    expect(refund.status).toBe(200);
    const before = await page('/page/version');
    sandbox.context.faults.add({ provider: 'stripe', kind: 'timeout' });
    expect(await page('/page/version')).not.toBe(before);

    const text = await page();
    const code = String(shipment['tracking_code']);
    expect(text).toContain(`data-post="/control/easypost/trackers/${code}/status"`);
    expect(text).toContain('Zoé &#60;b&#62;');
    expect(text).toContain('AL-2001');
    expect(text).toMatch(/€5\.00[\s\S]*Fail/);
    expect(text).toContain('timeout');
    expect(await page(`/easypost/track/${code}`)).toContain('Shipping label created');
  });

  it('offers for each provider the faults that it knows, and no others', async () => {
    const offered = [...(await page()).matchAll(/<option value="(\S+) (\S+)">/g)].map(([, provider, kind]) => ({
      provider,
      kind,
    }));
    const known = sandbox.simulators.flatMap(({ name: provider, faultKinds }) =>
      faultKinds.map((kind) => ({ provider, kind })),
    );
    expect(offered).toEqual(known);
    expect(offered).toContainEqual({ provider: 'mail', kind: 'smtp-reject' });
    expect(offered).not.toContainEqual({ provider: 'mail', kind: 'rate-limit' });
    for (const fault of offered) expect(await post('/control/faults', fault)).toMatchObject({ ...fault, hits: 0 });
  });

  it('lets the buyers of TikTok Shop ask, send and appeal', async () => {
    const order = await post('/control/tiktok-shop/orders', {
      buyer: { name: 'Nora Haddad' },
      address: { line1: '3 place des Terreaux', city: 'Lyon', postalCode: '69001', country: 'FR' },
      lines: [{ sku: 'MUG', title: 'Mug', unitPrice: '15' }],
      deliveredAt: '2026-11-06T09:00:00Z',
    });
    expect(await page()).toMatch(/Nora Haddad[\s\S]*data-post="\/control\/tiktok-shop\/returns"[\s\S]*Refund only/);
    const { returnId } = await post('/control/tiktok-shop/returns', { orderId: order['orderId'] });
    const text = await page();
    expect(text).toContain(`data-post="/control/tiktok-shop/returns/${String(returnId)}/withdraw"`);
    expect(text).toMatch(/15 EUR[\s\S]*until 20\d\d-/);
    expect(await post('/control/tiktok-shop/returns', { orderId: order['orderId'] })).toEqual({
      error: 'the order has nothing left',
    });
  });
});

describe('html', () => {
  it('escapes what is filled in, and leaves its own alone', () => {
    const inner = html`<b>${'<&"\'>'}</b>`;
    expect(html`<p title="${'"'}">${[inner, null, false, 3]}</p>`.text).toBe(
      '<p title="&#34;"><b>&#60;&#38;&#34;&#39;&#62;</b>3</p>',
    );
  });
});
