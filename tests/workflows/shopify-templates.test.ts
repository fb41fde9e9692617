import type { Dossier } from '../../lib/returns';
import { runWorkflow, type Run } from './support/run-workflow';
import { command, news, placeShopifyOrder, shopper } from './support/stories';
import { runNode } from './support/run-node';
import { template } from './support/templates';
import { caseIn, shippedTemplates } from './support/shipped-templates';
import { useWorld } from './support/world';

const world = useWorld();
const { start, current } = shippedTemplates(world);

const fill = (wish: string, variant = 'L') => ({
  change: {
    'Wait for the decision': { parameters: { operation: 'get', findBy: 'id', keyValue: '={{ $json.case.id }}' } },
  },
  answers: {
    'Ask for items, reason and wish': () => ({ items: ['Robe Lune – M'], reason: 'Trop petit', wish }),
    'Ask for the new size': () => ({ variant1: variant }),
  },
});

/** Asked for by form, approved, with its return in Shopify and a label. */
async function asked(wish: string, order: object = {}, variant?: string): Promise<Dossier> {
  const { name } = await placeShopifyOrder(world, order);
  const items = [{ orderNumber: name, email: shopper.email }];
  const form = await start('02', 'When a shopper comes', items, fill(wish, variant));
  const opened = caseIn(form, 'Open the case');
  const approved = caseIn(await start('03', 'When a case is opened', [opened]), 'Approve the case');
  await start('04', 'When a case is approved', [approved]);
  return current(opened);
}

const inspect = async (dossier: Dossier, grade: 'new' | 'damaged' | 'missing'): Promise<Dossier> =>
  command(await world.ledger(), dossier.case.id, {
    type: 'inspect',
    inspection: {
      inspectedAt: new Date().toISOString(),
      lines: dossier.case.lines.map(({ orderLineId }) => ({
        orderLineId,
        quantity: 1,
        grade,
        disposition: grade === 'new' ? 'restock' : 'write_off',
      })),
    },
  });

const forCredit = 'Recevoir un avoir au lieu d’un remboursement (+10 %)';
const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('store credit by consent', () => {
  it('is offered on the form as the policy offers it, with its bonus, and the shopper’s choice is their consent', async () => {
    const { name } = await placeShopifyOrder(world);
    const offered: string[] = [];
    const form = await start('02', 'When a shopper comes', [{ orderNumber: name, email: shopper.email }], {
      ...fill(forCredit),
      answers: {
        'Ask for items, reason and wish': (questions) => {
          const wish = questions.find(({ fieldName }) => fieldName === 'wish');
          offered.push(JSON.stringify(wish?.fieldOptions));
          return { items: ['Robe Lune – M'], reason: 'Trop petit', wish: forCredit };
        },
      },
    });
    expect(JSON.parse(offered[0] ?? '')).toEqual({
      values: [
        { option: 'Échanger contre une autre taille ou un autre modèle' },
        { option: 'Être remboursé' },
        { option: forCredit },
      ],
    });
    expect(caseIn(form, 'Open the case')).toMatchObject({
      case: { resolution: 'store_credit' },
      request: { resolution: 'store_credit', creditConsent: true },
    });
  });

  it('is not offered where the policy does not offer it', async () => {
    const { name } = await placeShopifyOrder(world);
    const offer = template('02').nodes.find((node) => node.name === 'Evaluate what is offered');
    const rules = { resolutions: { resolution: [{ resolution: 'refund' }] } };
    const run = await runWorkflow({
      workflow: template('02'),
      startNode: 'When a shopper comes',
      items: [{ orderNumber: name, email: shopper.email }],
      credentials: world.credentials(),
      ...fill('Être remboursé'),
      change: { ...fill('').change, 'Evaluate what is offered': { parameters: { ...offer?.parameters, rules } } },
      answers: {
        'Ask for items, reason and wish': (questions) => {
          const wish = questions.find(({ fieldName }) => fieldName === 'wish');
          expect(wish?.fieldOptions?.values).toEqual([{ option: 'Être remboursé' }]);
          return { items: ['Robe Lune – M'], reason: 'Trop petit', wish: 'Être remboursé' };
        },
      },
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(caseIn(run, 'Open the case')).toMatchObject({ request: { resolution: 'refund' } });
  });

  it('is shipped with one and the same policy on the form and for the decision', () => {
    const policyIn = (number: string, name: string): object => {
      const {
        operation: _operation,
        request: _request,
        trace: _trace,
        ...policy
      } = template(number).nodes.find((node) => node.name === name)?.parameters ?? {};
      return policy;
    };
    const shipped = policyIn('03', 'Evaluate the policy');
    expect(shipped).toHaveProperty('rules');
    expect(policyIn('02', 'Evaluate what is offered')).toEqual(shipped);
  });

  it('is given once after the inspection, with the bonus, and told', async () => {
    const dossier = await inspect(await asked(forCredit), 'new');
    const planned = await start('15', 'When the goods are inspected', [news('inspection.recorded', dossier)]);
    expect(planned.json('Plan the credit')).toMatchObject([{ plan: { total: eur(6300) } }]);
    for (const _time of ['once', 'twice']) {
      await start('15', 'When a credit is planned', [news('settlement.planned', await current(dossier))]);
    }
    const after = await current(dossier);
    expect(after).toMatchObject({
      case: { settlement: 'credited', planned: eur(6300) },
      credit: { amount: eur(6930) },
    });
    expect(world.effects('shopify', 'store-credit.credited')).toHaveLength(1);
    expect(world.effects('shopify', 'refund.made')).toEqual([]);
    for (const _time of ['once', 'twice']) {
      await start('15', 'When the credit is given', [news('settlement.credited', after)]);
    }
    const told = (await world.mails(shopper.email)).filter(({ subject }) => subject.startsWith('Votre avoir'));
    expect(told).toHaveLength(1);
    const text = (await world.mailText(told[0]?.id ?? '')).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
    expect(text).toContain('Avoir : 69,30 €');
    expect(text).toContain('Dont bonus : 6,30 €');
  });

  it.each([
    ['approve', 'planned'],
    ['reject', 'none'],
  ] as const)('asks a person about what came back damaged, who can %s', async (verdict, settlement) => {
    const dossier = await inspect(await asked(forCredit), 'damaged');
    const run = await start('15', 'When the goods are inspected', [news('inspection.recorded', dossier)], {
      verdicts: { 'Ask the shop': verdict },
    });
    expect(await current(dossier)).toMatchObject({ case: { settlement } });
    expect(run.ran('Write down that nothing is given')).toBe(verdict === 'reject');
    const [mail] = await world.mails('returns@atelier-lune.example');
    expect(mail).toMatchObject({ subject: `Return ${dossier.case.rma}: give credit for what came back?` });
    expect(await world.mailHtml(mail?.id ?? '')).toMatch(/: <b>damaged<\/b>.+>Do not give<.+>Give credit</);
    expect(world.effects('shopify', 'store-credit.credited')).toEqual([]);
  });
});

describe('the return of a case that was settled by store credit', () => {
  const give = async (dossier: Dossier): Promise<Run> => {
    await start('15', 'When the goods are inspected', [news('inspection.recorded', dossier)]);
    return start('15', 'When a credit is planned', [news('settlement.planned', await current(dossier))]);
  };
  const putAway = async (dossier: Dossier): Promise<Run> =>
    start('06', 'When the goods are inspected', [news('inspection.recorded', await current(dossier))]);
  const closed = (): number => world.effects('shopify', 'return.closed').length;

  it('is closed in Shopify once, without a refund, when the goods were put away before', async () => {
    const dossier = await inspect(await asked(forCredit), 'new');
    await putAway(dossier);
    expect(closed()).toBe(0);
    await give(dossier);
    await start('15', 'When a credit is planned', [news('settlement.planned', await current(dossier))]);
    expect(closed()).toBe(1);
    expect(world.effects('shopify', 'return.processed')).toEqual([]);
    expect(world.effects('shopify', 'refund.made')).toEqual([]);
  });

  it('stays open until the goods are put away, and is closed then', async () => {
    const dossier = await inspect(await asked(forCredit), 'new');
    await give(dossier);
    expect(closed()).toBe(0);
    for (const _time of ['once', 'twice']) await putAway(dossier);
    expect(closed()).toBe(1);
    expect(world.effects('shopify', 'return.disposed')).toHaveLength(1);
  });
});

describe('an exchange for something dearer', () => {
  const exchange = 'Échanger contre une autre taille ou un autre modèle';
  const dearer = {
    discount: undefined,
    lines: [
      {
        sku: 'ROBE-LUNE-M',
        title: 'Robe Lune',
        variantTitle: 'M',
        siblings: ['S', 'M', 'L'],
        siblingPrices: { L: '82.50' },
        productType: 'Clothing',
        quantity: 1,
        unitPrice: '70.00',
        taxRate: '0.2',
      },
    ],
  };
  const mailsWith = async (beginning: string): Promise<number> =>
    (await world.mails(shopper.email)).filter(({ subject }) => subject.startsWith(beginning)).length;

  it('is asked to be paid before it is sent, and told once it is, each once', async () => {
    const dossier = await asked(exchange, dearer);
    for (const event of ['parcel.in_transit', 'parcel.delivered']) {
      const run = await start('08', 'When the parcel has its first scan', [news(event, await current(dossier))]);
      expect(run.json('Look up what is owed')).toMatchObject([{ exchangePayment: { owed: eur(1250), paid: false } }]);
      expect(run.ran('Tell the shopper what is coming')).toBe(false);
    }
    expect(await current(dossier)).toMatchObject({
      case: { settlement: 'exchanged', references: { exchangePayment: 'due' } },
    });
    expect(await mailsWith('Votre échange : 12,50')).toBe(1);
    expect(world.effects('shopify', 'exchange.processed')).toMatchObject([{ detail: { status: 'ON_HOLD' } }]);

    const paymentOf = (orderId: string): object => ({ shopify: { topic: 'ORDER_TRANSACTIONS_CREATE', orderId } });
    const unpaid = await start('16', 'When a payment comes in', [paymentOf(dossier.order.id)]);
    expect(unpaid.ran('Tell the shopper what is coming')).toBe(false);
    await world.control('shopify/orders/pay', { orderName: dossier.order.name });
    const other = await start('16', 'When a payment comes in', [paymentOf('gid://shopify/Order/1')]);
    expect(other.ran('Look up what is owed')).toBe(false);
    await start('16', 'When a payment comes in', [paymentOf(dossier.order.id)]);
    const again = await start('16', 'When a payment comes in', [paymentOf(dossier.order.id)]);
    expect(again.ran('Look up what is owed')).toBe(false);
    expect(await mailsWith('Votre échange est prêt')).toBe(1);
    expect(await current(dossier)).toMatchObject({ case: { references: { exchangePayment: 'paid' } } });
  });

  it('is found paid by itself when no webhook has told of it', async () => {
    const dossier = await asked(exchange, dearer);
    await start('08', 'When the parcel has its first scan', [news('parcel.in_transit', await current(dossier))]);
    await world.control('shopify/orders/pay', { orderName: dossier.order.name });
    for (const isStillDue of [true, false]) {
      expect((await start('16', 'Every hour', [{}])).ran('Look up what is owed')).toBe(isStillDue);
    }
    expect(await mailsWith('Votre échange est prêt')).toBe(1);
  });
});

describe('an exchange for something cheaper', () => {
  const exchange = 'Échanger contre une autre taille ou un autre modèle';
  const cheaper = {
    discount: undefined,
    lines: [
      {
        sku: 'ROBE-LUNE-M',
        title: 'Robe Lune',
        variantTitle: 'M',
        siblings: ['S', 'M', 'L'],
        siblingPrices: { L: '55.00' },
        productType: 'Clothing',
        quantity: 1,
        unitPrice: '70.00',
        taxRate: '0.2',
      },
    ],
  };
  const run = (startNode: string, event: string, dossier: Dossier, more: object = {}): Promise<Run> =>
    start('08', startNode, [news(event, dossier)], more);
  const paidBack = (): unknown[] => world.effects('shopify', 'refund.made').map(({ detail }) => detail['minor']);
  const scanned = async (): Promise<Dossier> => {
    const dossier = await asked(exchange, cheaper);
    const first = await run('When the parcel has its first scan', 'parcel.in_transit', dossier);
    expect(first.ran('Send the exchange in Shopify')).toBe(false);
    expect(world.effects('shopify', 'exchange.processed')).toEqual([]);
    return current(dossier);
  };

  it('is sent after the inspection, and exactly the difference is paid back with it, once, and told', async () => {
    const dossier = await inspect(await scanned(), 'new');
    for (const event of ['inspection.recorded', 'inspection.recorded']) {
      const sent = await run('When the goods are inspected', event, await current(dossier));
      expect(sent.ran('Ask the shop')).toBe(false);
      expect(sent.ran('Call a person')).toBe(false);
    }
    await run('When the parcel has its first scan', 'parcel.delivered', await current(dossier));
    expect(world.effects('shopify', 'exchange.processed')).toHaveLength(1);
    expect(paidBack()).toEqual([1500]);
    const after = await current(dossier);
    expect(after).toMatchObject({
      case: { settlement: 'exchanged', references: { shopifyRefund: expect.stringContaining('gid://') } },
      refund: { amount: eur(1500), status: 'succeeded' },
      exchange: { lines: [{ quantity: 1 }] },
    });
    const told = (await world.mails(shopper.email)).filter(({ subject }) => subject.startsWith('Votre échange'));
    expect(told).toHaveLength(1);
    const text = (await world.mailText(told[0]?.id ?? '')).replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain('la différence de 15,00 € est remboursée');
  });

  it('is found done, and not paid again, when the answer of Shopify was lost', async () => {
    const dossier = await inspect(await scanned(), 'new');
    world.fault({ provider: 'shopify', kind: 'lost-answer', count: 1, match: { operation: 'ReturnsProcess' } });
    await runWorkflow({
      workflow: template('08'),
      startNode: 'When the goods are inspected',
      items: [news('inspection.recorded', dossier)],
      credentials: world.credentials(),
    });
    await run('When the goods are inspected', 'inspection.recorded', await current(dossier));
    expect(paidBack()).toEqual([1500]);
    expect(await current(dossier)).toMatchObject({ case: { settlement: 'exchanged' }, refund: { amount: eur(1500) } });
  });

  it.each([
    ['approve', 1],
    ['reject', 0],
  ] as const)('waits for a person where it came back damaged, who can %s', async (verdict, times) => {
    const dossier = await inspect(await scanned(), 'damaged');
    const answered = await run('When the goods are inspected', 'inspection.recorded', dossier, {
      verdicts: { 'Ask the shop': verdict },
    });
    expect(answered.ran('Write down that nothing is sent')).toBe(times === 0);
    const [mail] = await world.mails('returns@atelier-lune.example');
    expect(mail).toMatchObject({
      subject: `Return ${dossier.case.rma}: send the exchange and pay the difference back?`,
    });
    expect(await world.mailHtml(mail?.id ?? '')).toMatch(/: <b>damaged<\/b>.+>Do nothing<.+>Send and pay back</);
    expect(world.effects('shopify', 'exchange.processed')).toHaveLength(times);
    expect(paidBack()).toEqual(Array.from({ length: times }, () => 1500));
  });

  it('is neither sent nor paid back where nothing came back, whatever is pressed', async () => {
    const dossier = await inspect(await scanned(), 'missing');
    const answered = await runWorkflow({
      workflow: template('08'),
      startNode: 'When the goods are inspected',
      items: [news('inspection.recorded', dossier)],
      credentials: world.credentials(),
      verdicts: { 'Ask the shop': 'approve' },
    });
    expect(answered.error).toMatchObject({ message: expect.stringContaining('came back') });
    expect(answered.lastNode).toBe('Send the exchange in Shopify');
    expect(world.effects('shopify', 'exchange.processed')).toEqual([]);
    expect(paidBack()).toEqual([]);
    const [mail] = await world.mails('returns@atelier-lune.example');
    expect(await world.mailHtml(mail?.id ?? '')).toContain('<b>Nothing has come back.</b>');
  });

  it('is left to a person where it was processed in Shopify by hand', async () => {
    const dossier = await inspect(await scanned(), 'new');
    const processed = await runNode({
      type: 'shopifyReturns',
      parameters: {
        resource: 'return',
        operation: 'process',
        settleBy: 'exchange',
        returnId: dossier.case.references['shopifyReturn'] ?? '',
        caseId: { __rl: true, mode: 'id', value: '' },
        note: 'by hand',
      },
      items: [{}],
      credentials: world.credentials(),
    });
    expect(processed).toMatchObject({ status: 'success', error: undefined });
    for (const _time of ['once', 'twice']) {
      const found = await run('When the goods are inspected', 'inspection.recorded', await current(dossier));
      expect(found.ran('Call a person')).toBe(true);
    }
    expect(paidBack()).toEqual([]);
    expect(await world.mails('returns@atelier-lune.example')).toMatchObject([
      { subject: expect.stringMatching(/^€\d+\.\d\d is still owed to the shopper/) },
    ]);
  });

  it('is sent and paid back at once where the shopper keeps the goods', async () => {
    const { case: asking } = await asked(exchange, cheaper);
    const kept = await command(await world.ledger(), asking.id, { type: 'keep_item' });
    const sent = await run('When the goods are kept', 'parcel.not_required', kept);
    expect(sent.ran('Ask the shop')).toBe(false);
    expect(paidBack()).toEqual([1500]);
  });
});

describe('reserved stock', () => {
  const changes = (): unknown[] =>
    world.effects('shopify', 'stock.adjusted').map(({ detail }) => [detail['reason'], detail['delta']]);
  const taken = ['reservation_created', -1];
  const givenBack = ['reservation_deleted', 1];

  const reserved = async (): Promise<Dossier> => {
    const dossier = await asked('Échanger contre une autre taille ou un autre modèle');
    for (const _time of ['once', 'twice']) {
      await start('17', 'When an exchange is approved', [news('decision.approved', dossier)]);
    }
    return current(dossier);
  };

  it('is taken once, and given back once when the exchange is sent', async () => {
    const dossier = await reserved();
    expect(changes()).toEqual([taken]);
    expect(dossier.case.references).toMatchObject({ exchangeStock: 'held' });
    await start('08', 'When the parcel has its first scan', [news('parcel.in_transit', dossier)]);
    for (const _time of ['once', 'twice']) {
      const items = [news('settlement.exchanged', await current(dossier))];
      await start('17', 'When a case with goods held goes on', items);
    }
    expect(changes()).toEqual([taken, ['exchange', -1], givenBack]);
    expect(await current(dossier)).toMatchObject({ case: { references: { exchangeStock: 'given_back' } } });
  });

  it.each([
    ['the answer was lost', 'lost-answer', [taken, ['exchange', -1], givenBack]],
    ['Shopify had a problem of its own', 'server-error', [['exchange', -1], taken, givenBack]],
  ] as const)('is taken once and given back once where the exchange was sent after %s', async (_what, kind, moves) => {
    const dossier = await asked('Échanger contre une autre taille ou un autre modèle');
    world.fault({ provider: 'shopify', kind, count: 1, match: { operation: 'ReturnsAdjustInventory' } });
    const items = [news('decision.approved', dossier)];
    await expect(start('17', 'When an exchange is approved', items)).rejects.toThrow('Shopify');
    await start('08', 'When the parcel has its first scan', [news('parcel.in_transit', dossier)]);
    const sent = news('settlement.exchanged', await current(dossier));
    await start('17', 'When a case with goods held goes on', [sent]);
    expect(changes()).toEqual(moves);
    const steps = await (await world.ledger()).steps(dossier.case.id);
    expect(steps.filter(({ status }) => status !== 'done')).toEqual([]);
  });

  it('is given back when the case is given up', async () => {
    const cancelled = await command(await world.ledger(), (await reserved()).case.id, { type: 'cancel' });
    await start('17', 'When a case with goods held goes on', [news('decision.cancelled', cancelled)]);
    expect(changes()).toEqual([taken, givenBack]);
  });

  it('is held until its time is over, and longer once the parcel is on its way', async () => {
    const dossier = await reserved();
    await start('17', 'Every hour', [{}]);
    expect(changes()).toEqual([taken]);

    const over = { exchangeStockUntil: '2026-01-01T00:00:00.000Z' };
    await command(await world.ledger(), dossier.case.id, { type: 'link', references: over });
    await command(await world.ledger(), dossier.case.id, {
      type: 'record_parcel',
      tracking: {
        trackingNumber: dossier.label?.trackingNumber ?? '',
        carrier: 'Colissimo',
        status: 'in_transit',
        carrierStatus: 'in_transit',
        provider: 'easypost',
        at: new Date().toISOString(),
      },
    });
    await start('17', 'Every hour', [{}]);
    expect(changes()).toEqual([taken]);
  });

  it('is given back once when its time is over', async () => {
    const dossier = await reserved();
    const over = { exchangeStockUntil: '2026-01-01T00:00:00.000Z' };
    await command(await world.ledger(), dossier.case.id, { type: 'link', references: over });
    for (const _time of ['once', 'twice']) await start('17', 'Every hour', [{}]);
    expect(changes()).toEqual([taken, givenBack]);
  });
});
