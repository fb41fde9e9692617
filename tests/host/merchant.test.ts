import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { stripeKey } from '../../sandbox/accounts';
import { until } from '../../sandbox/demo/patience';
import { requestInShopify } from '../../sandbox/demo/shop-floor';
import { shoppers } from '../../sandbox/demo/shoppers';
import { availableOf, truthOf } from '../../sandbox/demo/truth';
import { startWorld, type World } from '../../sandbox/demo/world';
import { openLedgerAt } from '../../lib/ledger';
import { openWork } from '../support/open-work';
import { Merchant } from './support/merchant';

const INSTALL_AND_START_MS = 30 * 60_000;
const WALK_MS = 2 * 60_000;
/** What has failed again and again waits: before the tenth and last attempt two seconds, doubled eight times. */
const LAST_ATTEMPT_MS = 2_000 * 2 ** 8;

jest.setTimeout(WALK_MS + LAST_ATTEMPT_MS);

/** What a merchant and an agency do to it, on a real n8n with every template active. */
describe('a merchant at the running n8n', () => {
  let world: World;
  let merchant: Merchant;

  beforeAll(async () => {
    world = await startWorld({ onProgress: () => undefined });
    merchant = new Merchant(world);
  }, INSTALL_AND_START_MS);

  afterAll(async () => {
    await world.stop();
  });

  describe('tests a credential', () => {
    it.each(['returnsShopify01', 'returnsEasyPost1', 'returnsStripe001', 'returnsSmtp00001'])(
      '%s: accepted as it is',
      async (id) => {
        expect(await merchant.testCredential(id)).toMatchObject({ status: 'OK' });
      },
    );

    it.each([
      [
        'returnsShopify01',
        { accessToken: 'shpat_4711' },
        /Shopify did not accept the credentials.*Open the credential/,
      ],
      ['returnsEasyPost1', { apiKey: 'EZTK4711' }, /EasyPost did not accept the credentials.*Open the credential/],
      ['returnsStripe001', { secretKey: 'sk_test_4711' }, /Stripe did not accept the credentials.*Open the credential/],
      ['returnsSmtp00001', { password: 'p-4711' }, /does not accept this account.*Check user name and password/],
      ['returnsShopify01', { baseUrl: 'http://127.0.0.1:9' }, /Shopify cannot be reached.*Check the base URL/],
      ['returnsEasyPost1', { baseUrl: 'http://127.0.0.1:9' }, /EasyPost cannot be reached.*Check the base URL/],
      ['returnsStripe001', { baseUrl: 'http://127.0.0.1:9' }, /Stripe cannot be reached.*Check the base URL/],
      ['returnsSmtp00001', { port: 9 }, /mail server cannot be reached.*Check host and port/],
      ['returnsStripe001', { environment: 'sandbox', secretKey: 'sk_live_4711' }, /holds a production key.*test key/],
      ['returnsShopify01', { shop: 'my-shop.com' }, /ends in \.myshopify\.com/],
    ])('%s: says what is wrong and what to do, never the secret (%j)', async (id, change, sentence) => {
      const { status, message } = await merchant.testCredential(id, change);
      expect(status).toBe('Error');
      expect(message).toMatch(sentence);
      expect(message).not.toContain('4711');
    });
  });

  describe('breaks a credential', () => {
    it.each([
      [
        'a wrong key',
        'M-1',
        { apiKey: 'EZTK4711wrong' },
        /EasyPost did not accept the credentials.*Open the credential/s,
      ],
    ])('%s: told once, written into the case, and mended it goes on by itself', async (_name, order, change, says) => {
      await merchant.saveCredential('returnsEasyPost1', change);
      try {
        await merchant.sellOnStripe(order, shoppers.emma);
        expect(await merchant.askByForm(order, shoppers.emma)).toContain('Your return is approved');
        const { rma } = await world.caseWhen(order, 'the decision', ({ decision }) => decision === 'approved');
        const alert = await merchant.alertAbout(rma);
        expect(alert).toMatch(says);
        expect(alert).toContain('Buy the return label');
        const failure = (await world.n8n.session.failures()).find(({ node }) => node === 'Buy the return label');
        expect(failure).toMatchObject({
          workflowName: 'Returns 04: Label and e-mail',
          node: 'Buy the return label',
          message: expect.stringMatching(/EasyPost did not accept the credentials/),
          description: expect.stringMatching(/Open the credential/),
        });
        expect(JSON.stringify(failure) + alert).not.toContain('4711');
        await until('a second attempt', async () => {
          const failures = await world.n8n.session.failures();
          return failures.filter(({ node }) => node === 'Buy the return label').length > 1 ? true : undefined;
        });
      } finally {
        await merchant.saveCredential('returnsEasyPost1');
      }
      const { rma } = await merchant.labelled(order);
      expect(await merchant.alertsAbout(rma)).toHaveLength(1);
      const failed = (await world.eventsOf(rma)).filter((type) => type === 'case.failed');
      expect(failed.length).toBeLessThanOrEqual(2);
      expect(await truthOf(world.control, shoppers.emma, order)).toMatchObject({ labels: 1 });
    });

    it('a provider that cannot be reached: nobody is alarmed while the trigger tries again', async () => {
      await merchant.saveCredential('returnsEasyPost1', { baseUrl: 'http://127.0.0.1:9' });
      try {
        await merchant.sellOnStripe('M-2', shoppers.hugo);
        await merchant.askByForm('M-2', shoppers.hugo);
        await until('the failure', async () =>
          (await world.n8n.session.failures()).find(({ message }) => message === 'EasyPost cannot be reached'),
        );
        await merchant.quietMoment();
      } finally {
        await merchant.saveCredential('returnsEasyPost1');
      }
      const { rma } = await merchant.labelled('M-2');
      expect(await world.eventsOf(rma)).toContain('case.failed');
      expect(await merchant.alertsAbout(rma)).toEqual([]);
    });

    it('a wrong mail password: the form still shows the decision, and the mails come once it is right', async () => {
      await merchant.saveCredential('returnsSmtp00001', { password: 'p-4711' });
      try {
        await merchant.sellOnStripe('M-3', shoppers.liam);
        expect(await merchant.askByForm('M-3', shoppers.liam)).toContain('Your return is approved');
        await until('the failure', async () =>
          (await world.n8n.session.failures()).find(({ node }) => node === 'Confirm to the shopper'),
        );
      } finally {
        await merchant.saveCredential('returnsSmtp00001');
      }
      const subjects = await until('receipt and label', async () => {
        const mails = await world.control.mailsTo(shoppers.liam.email);
        return mails.length >= 2 ? mails.map(({ subject }) => subject.replace(/ \(.*/, '')) : undefined;
      });
      expect(subjects.sort()).toEqual(['We have your return request', 'Your return is approved']);
    });

    it('a wrong Shopify token: the warehouse goes on, and stock and refund follow once it is right', async () => {
      await merchant.sellInShopify('#M-4', shoppers.nora);
      await requestInShopify(world.control, '#M-4', { sku: 'GANTS-#M-4', reason: 'UNWANTED' });
      const { rma } = await merchant.bringBack('#M-4');
      const before = await availableOf(world.control, 'GANTS-#M-4');
      await merchant.saveCredential('returnsShopify01', { accessToken: 'shpat_4711' });
      try {
        expect(await merchant.inspect(rma)).toContain(`${rma} is recorded`);
        expect(await merchant.alertAbout(rma)).toMatch(/Shopify did not accept the credentials/);
      } finally {
        await merchant.saveCredential('returnsShopify01');
      }
      await world.caseWhen('#M-4', 'the refund', ({ settlement }) => settlement === 'refunded');
      await until('the stock', async () =>
        (await availableOf(world.control, 'GANTS-#M-4')) === before + 1 ? true : undefined,
      );
      expect(await truthOf(world.control, shoppers.nora, '#M-4')).toMatchObject({ refunds: 1, refunded: 6500 });
    });
  });

  describe('sends the form something odd', () => {
    it('answers a wrong number, a wrong e-mail and another one’s order with the same page', async () => {
      await merchant.sellOnStripe('P-1', shoppers.sofia);
      await merchant.sellInShopify('#P-2', shoppers.sofia);
      const pages = await Promise.all([
        merchant.knock('P-999', shoppers.sofia.email),
        merchant.knock('P-1', shoppers.hugo.email),
        merchant.knock('#P-2', shoppers.hugo.email),
        merchant.knock('P-1" OR name:*', shoppers.sofia.email),
      ]);
      expect(new Set(pages).size).toBe(1);
      expect(pages[0]).toContain('We cannot find this order');
    });

    it.each([
      ['Stripe', 'P-1', 'Candle'],
      ['Shopify', '#P-2', 'Gloves – 7'],
    ])('offers each unit of a %s order once', async (_channel, order, item) => {
      expect(await merchant.askByForm(order, shoppers.sofia, item)).toContain('Your return is approved');
      expect(await merchant.knock(order.toLowerCase(), shoppers.sofia.email)).not.toContain(item);
      expect(await world.casesOf(order)).toHaveLength(1);
    });

    it('opens one case when two pages are sent for the same unit', async () => {
      await merchant.sellOnStripe('P-3', shoppers.sofia);
      const forms = [world.form('return'), world.form('return')];
      for (const form of forms) {
        await form.submit('P-3', shoppers.sofia.email);
        await form.page();
      }
      for (const form of forms) await form.submit(['Candle'], 'I changed my mind', ['Get a refund'], '');
      await world.caseWhen('P-3', 'the decision', ({ decision }) => decision === 'approved');
      await merchant.quietMoment();
      expect(await world.casesOf('P-3')).toHaveLength(1);
    });
  });

  it('takes duplicated Shopify webhooks and the hourly list for one request', async () => {
    await world.control.post('/control/faults', { provider: 'shopify', kind: 'duplicate' });
    try {
      await merchant.sellInShopify('#D-1', shoppers.sofia);
      await requestInShopify(world.control, '#D-1', { sku: 'GANTS-#D-1', reason: 'UNWANTED' });
      await merchant.labelled('#D-1');
      await merchant.quietMoment();
    } finally {
      await world.control.remove('/control/faults?provider=shopify');
    }
    expect(await world.casesOf('#D-1')).toHaveLength(1);
  });

  describe('receives a webhook', () => {
    const deliverySchema = z.array(z.object({ provider: z.string(), url: z.string() }));

    const urlOf = async (provider: string): Promise<string> => {
      const deliveries = deliverySchema.parse(await world.control.get(`/control/webhooks?provider=${provider}`));
      const url = deliveries[0]?.url;
      if (url === undefined) throw new Error(`${provider} has sent no webhook yet`);
      return url;
    };

    const triggers: Readonly<Record<string, readonly [workflowId: string, node: string]>> = {
      shopify: ['returns01shopify', 'When a return is requested'],
      easypost: ['returns05tracking', 'When a parcel is scanned'],
      stripe: ['returns07refund', 'When Stripe has news'],
    };

    /** Of the runs that webhooks of a provider started: clocks and cases start the same workflows meanwhile. */
    const newestRunFor = async (provider: string): Promise<string> => {
      const [workflowId = '', node = ''] = triggers[provider] ?? [];
      for (const { id } of await world.n8n.session.executions({ workflowId })) {
        const data = await world.n8n.session.executionData(id);
        if (node in (data?.resultData.runData ?? {})) return id;
      }
      throw new Error(`No webhook of ${provider} has started a run yet`);
    };

    const shopifyHeaders = {
      'x-shopify-topic': 'returns/request',
      'x-shopify-shop-domain': 'atelier-lune.myshopify.com',
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-hmac-sha256': createHmac('sha256', 'somebody-else').update('{}').digest('base64'),
      'x-shopify-api-version': '2026-10',
      'x-shopify-event-id': randomUUID(),
      'x-shopify-triggered-at': new Date().toISOString(),
    };
    const forged: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      shopify: shopifyHeaders,
      easypost: { 'x-hmac-signature': 'hmac-sha256-hex=00' },
      stripe: { 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=00` },
    };

    beforeAll(async () => {
      // Every provider has had something to say by now but Stripe.
      await merchant.sellOnStripe('W-1', shoppers.sofia);
      await merchant.askByForm('W-1', shoppers.sofia);
      const { rma } = await merchant.bringBack('W-1');
      await merchant.inspect(rma);
      await world.caseWhen('W-1', 'the refund', ({ settlement }) => settlement === 'refunded');
      await merchant.quietMoment();
    }, WALK_MS);

    it.each(['shopify', 'easypost', 'stripe'])('%s: refuses what is forged, unsigned or cut off', async (provider) => {
      const url = await urlOf(provider);
      const newest = await newestRunFor(provider);
      const post = async (body: string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
        (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }))
          .status;
      expect([401, 400]).toContain(await post('{}'));
      expect(await post('{}', forged[provider])).toBe(401);
      expect([400, 401, 422]).toContain(await post('{"id":"evt_', forged[provider]));
      expect([401, 400]).toContain(await post('', forged[provider]));
      expect(await newestRunFor(provider)).toBe(newest);
    });

    it('passes over a parcel that no case knows', async () => {
      const shipment = await fetch(`${world.sandbox.url}/easypost/v2/trackers`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from('EZTKsandboxAtelierLune:').toString('base64')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ tracker: { tracking_code: 'EZ1000000001', carrier: 'USPS' } }),
      });
      expect(shipment.status).toBeLessThan(300);
      const newest = await newestRunFor('easypost');
      await world.control.post('/control/easypost/trackers/EZ1000000001/status', { status: 'in_transit' });
      await merchant.quietMoment();
      expect(await newestRunFor('easypost')).toBe(newest);
    });
  });

  describe('opens a parcel', () => {
    it('says so when nobody knows the number, and when there is nothing left to grade', async () => {
      const page = async (rma: string): Promise<string> => {
        const form = world.form('inspect');
        await form.submit(rma);
        return form.page();
      };
      expect(await page('RMA-2026-999999')).toContain('No case has this number');
      const [done] = await world.casesOf('W-1');
      expect(await page(` ${done?.rma.toLowerCase() ?? ''} `)).toContain('needs no inspection');
    });

    it.each([
      ['damaged', 'damaged'],
      ['wrong_item', 'another item'],
      ['missing', 'missing'],
    ])('%s: pays nothing before a person has said so', async (grade, words) => {
      const order = `G-${grade}`;
      await merchant.sellOnStripe(order, shoppers.sofia);
      await merchant.askByForm(order, shoppers.sofia);
      const { rma } = await merchant.bringBack(order);
      expect(await merchant.inspect(rma, grade)).toContain(`${rma} is recorded`);
      expect(await merchant.alertAbout(rma)).toContain(words);
      await merchant.quietMoment();
      expect(await truthOf(world.control, shoppers.sofia, order)).toMatchObject({ refunds: 0 });
    });
  });

  describe('gets money back from the bank', () => {
    const refunded = async (order: string): Promise<{ rma: string; refund: string }> => {
      await merchant.askByForm(order, shoppers.emma);
      await merchant.inspect((await merchant.bringBack(order)).rma);
      const { rma, references } = await world.caseWhen(order, 'the refund', ({ settlement }) =>
        ['refunded', 'pending'].includes(settlement),
      );
      return { rma, refund: references['stripeRefund'] ?? '' };
    };

    it('alerts the shop once when a refund fails later', async () => {
      await merchant.sellOnStripe('B-1', shoppers.emma);
      const { rma, refund } = await refunded('B-1');
      await world.control.post(`/control/stripe/refunds/${refund}/fail`, { reason: 'lost_or_stolen_card' });
      await world.caseWhen('B-1', 'the news', ({ settlement }) => settlement === 'failed');
      expect(await merchant.alertAbout(rma)).toContain('lost_or_stolen_card');
      await merchant.quietMoment();
      expect(await merchant.alertsAbout(rma)).toHaveLength(1);
    });

    it('tells the shopper of a slow refund only when it has succeeded', async () => {
      const { address, email, locale } = shoppers.emma;
      await world.control.post('/control/stripe/checkout-sessions', {
        orderNumber: 'B-2',
        customer: { name: 'Emma Novák', email, address, locale },
        currency: 'eur',
        items: [{ sku: 'BOUGIE', name: 'Candle', unitAmount: 8000, quantity: 1, category: 'Home', taxRate: 0.2 }],
        createdAt: new Date(Date.now() - 5 * 86_400_000).toISOString(),
        paymentMethod: 'pm_card_pendingRefund',
      });
      const { rma, refund } = await refunded('B-2');
      const told = async (): Promise<number> =>
        (await world.control.mailsTo(email)).filter(
          ({ subject }) => subject.includes('refund') && subject.includes(rma),
        ).length;
      await merchant.quietMoment();
      expect(await world.casesOf('B-2')).toMatchObject([{ settlement: 'pending' }]);
      expect(await told()).toBe(0);
      await world.control.post(`/control/stripe/refunds/${refund}/succeed`);
      await world.caseWhen('B-2', 'the money', ({ settlement }) => settlement === 'refunded');
      await until('the mail', async () => ((await told()) === 1 ? true : undefined));
    });
  });

  it('does everything once while every provider fails three times in ten', async () => {
    const lostMailAnswers = async (): Promise<number> => {
      const faults = await world.control.get<{ provider: string; kind: string; hits: number }[]>('/control/faults');
      return faults.find(({ provider, kind }) => provider === 'mail' && kind === 'lost-answer')?.hits ?? 0;
    };
    let lostAnswers = 0;
    const people = [shoppers.hugo, shoppers.liam, shoppers.nora] as const;
    const orders = ['F-1', '#F-2', '#F-3'] as const;
    await merchant.sellOnStripe(orders[0], people[0]);
    await merchant.sellInShopify(orders[1], people[1]);
    await merchant.sellInShopify(orders[2], people[2]);
    for (const provider of ['stripe', 'easypost', 'shopify']) {
      // Shopify asks to wait in two ways.
      const asksToWait = provider === 'shopify' ? ['rate-limit', 'throttled'] : ['rate-limit'];
      for (const kind of asksToWait) {
        const rate = 0.075 / asksToWait.length;
        await world.control.post('/control/faults', { provider, kind, rate, retryAfterSeconds: 1 });
      }
      for (const kind of ['server-error', 'reset', 'lost-answer']) {
        await world.control.post('/control/faults', { provider, kind, rate: 0.075 });
      }
    }
    for (const kind of ['smtp-tempfail', 'reset', 'lost-answer']) {
      await world.control.post('/control/faults', { provider: 'mail', kind, rate: 0.1 });
    }
    try {
      await Promise.all([
        until('the form is taken', async () => {
          if ((await world.casesOf(orders[0])).length > 0) return true;
          await merchant.askByForm(orders[0], people[0]).catch(() => undefined);
          return undefined;
        }),
        ...([1, 2] as const).map((index) =>
          requestInShopify(world.control, orders[index], { sku: `GANTS-${orders[index]}`, reason: 'UNWANTED' }),
        ),
      ]);
      for (const order of orders) await merchant.inspect((await merchant.bringBack(order, LAST_ATTEMPT_MS)).rma);
      for (const order of orders) {
        await world.caseWhen(order, 'the refund', ({ settlement }) => settlement === 'refunded', LAST_ATTEMPT_MS);
      }
    } finally {
      lostAnswers = await lostMailAnswers();
      await world.control.remove('/control/faults');
    }
    let repeated = 0;
    for (const [index, order] of orders.entries()) {
      const shopper = people[index] ?? people[0];
      await mailsCome(order, shopper.email);
      expect(await world.casesOf(order)).toHaveLength(1);
      const mails = await mailsAbout(order, shopper.email);
      expect(mails.size).toBe(5);
      for (const times of mails.values()) repeated += times - 1;
      const { refunds, refunded } = await truthOf(world.control, shopper, order);
      expect({ order, refunds, refunded }).toEqual({ order, refunds: 1, refunded: index === 0 ? 8000 : 6500 });
    }

    // SMTP has no way to ask whether a mail was taken when the answer was lost: it goes out again, as the same message.
    expect(repeated).toBeLessThanOrEqual(lostAnswers);

    async function mailsCome(order: string, email: string): Promise<void> {
      const look = async (): Promise<true | undefined> =>
        (await mailsAbout(order, email)).size >= 5 ? true : undefined;
      await until(`five mails about ${order}`, look, LAST_ATTEMPT_MS).catch(async (error: unknown) => {
        const ledger = await openLedgerAt({ kind: 'embedded', file: world.ledgerFile });
        const subjects = (await world.control.mailsTo(email)).map(({ subject }) => subject).join('; ');
        throw new Error(`${String(error)}\nmails: ${subjects}\n${await openWork(ledger, world.n8n.session)}`, {
          cause: error,
        });
      });
    }

    /** How often each message, by its Message-ID, was taken by the mail server. */
    async function mailsAbout(order: string, email: string): Promise<Map<string, number>> {
      const [seen] = await world.casesOf(order);
      const times = new Map<string, number>();
      for (const { subject, messageId = '' } of await world.control.mailsTo(email)) {
        if (subject.includes(seen?.rma ?? '?')) times.set(messageId, (times.get(messageId) ?? 0) + 1);
      }
      return times;
    }
  });

  it('writes no secret into an execution, whatever went wrong', async () => {
    const failures = await world.n8n.session.failures();
    expect(failures.length).toBeGreaterThan(0);
    expect(JSON.stringify(failures)).not.toMatch(/4711|sk_test_|EZTK|shpat_/);
    expect(JSON.stringify(failures)).not.toContain(stripeKey);
  });
});
