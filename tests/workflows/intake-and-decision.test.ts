import { template, type TemplateNode } from './support/templates';
import type { Answer } from './support/stand-ins/form';
import { runWorkflow, type Run } from './support/run-workflow';
import {
  command,
  daysAgo,
  news,
  openCase,
  placeShopifyOrder,
  placeStripeOrder,
  requestedInShopify,
  requestInShopify,
  shopper,
  stripeOrder,
  teeRequest,
} from './support/stories';
import { shippedTemplates } from './support/shipped-templates';
import { useWorld } from './support/world';
import { returnReasons, type Dossier, type Order } from '../../lib/returns';

const world = useWorld();
const { start } = shippedTemplates(world);

/** The receipt that the event of an opened case sends. */
async function confirm(number: string, startNode: string, dossier: Dossier | undefined): Promise<void> {
  if (dossier === undefined) throw new Error('No case was opened');
  await start(number, startNode, [news('case.opened', dossier)]);
}

describe('01 Intake from Shopify', () => {
  const webhook = (returnId: string): Promise<Run> =>
    runWorkflow({
      workflow: template('01'),
      startNode: 'When a return is requested',
      items: [requestedInShopify(returnId)],
      credentials: world.credentials(),
    });

  it('opens a case with its request, order and shop, and writes to the shopper in their language', async () => {
    const order = await placeShopifyOrder(world);
    const returnId = await requestInShopify(world, order.name);
    const run = await webhook(returnId);
    expect(run).toMatchObject({ status: 'success', error: undefined });

    const { items } = await (await world.ledger()).findCases({}, { limit: 10 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      case: {
        channel: 'shopify',
        decision: 'requested',
        orderName: order.name,
        references: { shopifyReturn: returnId },
        lines: [{ title: 'Robe Lune', reason: 'too_small', requested: 1, approved: 0 }],
      },
      request: { resolution: 'refund', locale: 'fr' },
      order: { customer: { email: shopper.email }, payment: { provider: 'shopify' }, total: { currency: 'EUR' } },
      shop: { name: 'Atelier Lune', returnAddress: { country: 'FR' } },
    });
    await confirm('01', 'When a case is opened from Shopify', items[0]);
    const mails = await world.mails();
    expect(mails).toMatchObject([
      { to: shopper.email, subject: `Nous avons bien reçu votre demande de retour (${String(items[0]?.case.rma)})` },
    ]);
  });

  it('opens one case and sends one mail, however often the request is told of', async () => {
    const order = await placeShopifyOrder(world);
    const returnId = await requestInShopify(world, order.name);
    const [first, second] = [await webhook(returnId), await webhook(returnId)];
    const ids = [first, second].map((run) => run.json('Open the case').map((json) => json['case']));
    expect(ids[1]).toMatchObject([{ id: (ids[0]?.[0] as Dossier['case']).id }]);
    for (const run of [first, second]) {
      await confirm('01', 'When a case is opened from Shopify', run.json('Open the case')[0] as unknown as Dossier);
    }
    expect(await world.mails()).toHaveLength(1);
  });

  it('finds by itself what no webhook has told of', async () => {
    const order = await placeShopifyOrder(world);
    await requestInShopify(world, order.name);
    const run = await runWorkflow({
      workflow: template('01'),
      startNode: 'Every ten minutes',
      items: [{}],
      credentials: world.credentials(),
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.json('Open the case')).toMatchObject([{ case: { orderName: order.name } }]);
  });
});

describe('02 Intake by form', () => {
  const start = { workflow: template('02'), startNode: 'When a shopper comes' };

  const text: unknown = expect.stringMatching(/\w/);
  const askedReasons = returnReasons.filter((reason) => reason !== 'style' && reason !== 'unknown');
  const everyWord = {
    ...{ items: text, reason: text, wish: text, note: text, size: text },
    reasons: Object.fromEntries(askedReasons.map((reason) => [reason, text])),
    wishes: { exchange: text, refund: text, store_credit: text },
    ...{ approved: text, rejected: text, review: text, asked: text },
    next: { approved: text, review: text, asked: text },
    nothing: { title: text, message: text },
    noSize: text,
    later: { title: text, message: text },
  };

  it('asks in the shopper’s language, opens the case and shows where it stands', async () => {
    await placeStripeOrder(world, 'AL-2001');
    const run = await fillIn('#AL-2001', {
      'Ask for items, reason and wish': (questions) => {
        expect(questions.map(({ fieldLabel }) => fieldLabel)).toContain('Que souhaitez-vous retourner ?');
        const wish = questions.find(({ fieldName }) => fieldName === 'wish');
        expect(wish?.fieldOptions?.values).toEqual([{ option: 'Être remboursé' }]);
        return { items: ['T-shirt Lune (1/2)'], reason: 'Trop petit', wish: 'Être remboursé', note: 'Merci' };
      },
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    const [dossier] = run.json('Open the case');
    expect(dossier).toMatchObject({
      case: { channel: 'form', lines: [{ title: 'T-shirt Lune', requested: 1, reason: 'too_small' }] },
      request: { resolution: 'refund', locale: 'fr', note: 'Merci' },
      order: { name: 'AL-2001', payment: { provider: 'stripe' } },
    });
    await confirm('02', 'When a case is opened by form', dossier as unknown as Dossier);
    expect(await world.mails(shopper.email)).toHaveLength(1);
    expect(run.endings).toMatchObject([{ node: 'Show the decision', title: 'Nous regardons votre demande' }]);
  });

  it.each([
    [
      'de-AT',
      'de',
      'Was möchten Sie zurücksenden?',
      'Zu klein',
      'Erstattung',
      'Wir haben Ihre Rücksendeanfrage erhalten',
    ],
    [
      'es',
      'es',
      '¿Qué desea devolver?',
      'Demasiado pequeño',
      'Un reembolso',
      'Hemos recibido su solicitud de devolución',
    ],
    [
      'it-IT',
      'it',
      'Che cosa desidera restituire?',
      'Troppo piccolo',
      'Un rimborso',
      'Abbiamo ricevuto la sua richiesta di reso',
    ],
    ['nl-NL', 'en', 'What would you like to send back?', 'Too small', 'Get a refund', 'We have your return request'],
  ])('asks and answers a shopper of language %s in %s', async (tag, locale, question, reason, wish, subject) => {
    const order = await placeShopifyOrder(world, {
      customer: { firstName: 'Zoé', lastName: 'Martin', locale: tag },
    });
    const run = await fillIn(order.name, {
      'Ask for items, reason and wish': (questions) => {
        expect(questions.map(({ fieldLabel }) => fieldLabel)).toContain(question);
        return { items: ['Mug Lune'], reason, wish };
      },
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    const [dossier] = run.json('Open the case');
    expect(dossier).toMatchObject({ request: { locale, resolution: 'refund', lines: [{ reason: 'too_small' }] } });
    expect(run.json('Prepare the questions')).toMatchObject([{ words: everyWord }]);
    await confirm('02', 'When a case is opened by form', dossier as unknown as Dossier);
    expect(await world.mails(shopper.email)).toMatchObject([{ subject: expect.stringContaining(subject) }]);
  });

  it('counts two units of one line as one line of two', async () => {
    await placeStripeOrder(world, 'AL-2001');
    const run = await fillIn('AL-2001', {
      'Ask for items, reason and wish': () => ({
        items: ['T-shirt Lune (1/2)', 'T-shirt Lune (2/2)', 'Mug Lune'],
        reason: 'J’ai changé d’avis'.replaceAll('’', "'"),
        wish: 'Être remboursé',
      }),
    });
    expect(run.json('Open the case')).toMatchObject([
      { request: { lines: [{ quantity: 2, reason: 'changed_mind' }, { quantity: 1 }] } },
    ]);
  });

  it('offers for an exchange in Shopify the other sizes that are in stock', async () => {
    const order = await placeShopifyOrder(world);
    const run = await fillIn(order.name, {
      'Ask for items, reason and wish': (questions) => ({
        items: [questions.find(({ fieldName }) => fieldName === 'items')?.fieldOptions?.values[0]?.option ?? ''],
        reason: 'Trop petit',
        wish: 'Échanger contre une autre taille ou un autre modèle',
      }),
      'Ask for the new size': (questions) => {
        expect(questions[0]?.fieldOptions?.values.map(({ option }) => option)).toEqual(['S', 'L']);
        return { variant1: 'L' };
      },
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.json('Open the case')).toMatchObject([
      {
        case: { resolution: 'exchange', orderName: order.name },
        request: { lines: [{ exchangeFor: { title: 'L', variantId: expect.stringContaining('ProductVariant') } }] },
      },
    ]);
  });

  it('asks for the size of each item that is exchanged', async () => {
    const sized = { productType: 'Clothing', variantTitle: 'M', quantity: 1, unitPrice: '70.00', taxRate: '0.2' };
    const order = await placeShopifyOrder(world, {
      lines: [
        { ...sized, sku: 'ROBE-M', title: 'Robe', siblings: ['S', 'M', 'L'] },
        { ...sized, sku: 'BOTTE-38', title: 'Bottine', variantTitle: '38', siblings: ['37', '38', '39'] },
      ],
    });
    const run = await fillIn(order.name, {
      'Ask for items, reason and wish': () => ({
        items: ['Robe – M', 'Bottine – 38'],
        reason: 'Trop petit',
        wish: 'Échanger contre une autre taille ou un autre modèle',
      }),
      'Ask for the new size': (questions) => {
        expect(questions.map(({ fieldLabel }) => fieldLabel.split('. ')[0])).toEqual(['Robe – M', 'Bottine – 38']);
        expect(questions.map((question) => question.fieldOptions?.values.map(({ option }) => option))).toEqual([
          ['S', 'L'],
          ['37', '39'],
        ]);
        return { variant1: 'L', variant2: '39' };
      },
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.json('Open the case')).toMatchObject([
      {
        request: { resolution: 'exchange', lines: [{ exchangeFor: { title: 'L' } }, { exchangeFor: { title: '39' } }] },
      },
    ]);
  });

  it('offers something else where an item has no other size', async () => {
    const order = await placeShopifyOrder(world);
    const run = await fillIn(order.name, {
      'Ask for items, reason and wish': () => ({
        items: ['Robe Lune – M', 'Mug Lune'],
        reason: 'Trop petit',
        wish: 'Échanger contre une autre taille ou un autre modèle',
      }),
      'Ask what to do instead': ([question]) => {
        expect(question?.fieldLabel).toMatch(/^Mug Lune\. Aucune autre taille/);
        expect(question?.fieldOptions?.values.map(({ option }) => option)).not.toContainEqual(
          expect.stringContaining('Échanger'),
        );
        return { wish: 'Être remboursé' };
      },
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.json('Open the case')).toMatchObject([
      { request: { resolution: 'refund', lines: [{ quantity: 1, reason: 'too_small' }, { quantity: 1 }] } },
    ]);
  });

  it('tells lines of the same goods apart', async () => {
    const mug = { sku: 'MUG', title: 'Mug', variantTitle: 'Blanc', quantity: 1, unitPrice: '10.50', taxRate: '0.2' };
    const order = await placeShopifyOrder(world, { lines: [mug, mug] });
    const run = await fillIn(order.name, {
      'Ask for items, reason and wish': (questions) => {
        const items = questions.find(({ fieldName }) => fieldName === 'items');
        expect(items?.fieldOptions?.values).toEqual([{ option: 'Mug – Blanc (1/2)' }, { option: 'Mug – Blanc (2/2)' }]);
        return { items: ['Mug – Blanc (2/2)'], reason: 'Défectueux', wish: 'Être remboursé' };
      },
    });
    const ordered = run.json('Prepare the questions')[0]?.['order'] as unknown as Order;
    expect(run.json('Open the case')).toMatchObject([
      { request: { lines: [{ orderLineId: ordered.lines[1]?.id, quantity: 1 }] } },
    ]);
    expect((run.json('Open the case')[0] as unknown as Dossier).case.lines).toHaveLength(1);
  });

  it('says to the second of two who had the form open that nothing is left, in words for the shopper', async () => {
    await placeStripeOrder(world, 'AL-2007');
    const ask = (change: typeof quickly): Promise<Run> =>
      fillIn(
        'AL-2007',
        {
          'Ask for items, reason and wish': () => ({
            items: ['T-shirt Lune (1/2)', 'T-shirt Lune (2/2)'],
            reason: 'Trop petit',
            wish: 'Être remboursé',
          }),
        },
        change,
      );
    const first = await ask(quickly);
    const asOfBefore = {
      name: 'returnable',
      type: 'array',
      value: JSON.stringify(first.json(readLeft)[0]?.['returnable']),
    };
    const second = await ask({
      ...quickly,
      [readLeft]: {
        type: 'n8n-nodes-base.set',
        typeVersion: 3.4,
        parameters: {
          assignments: { assignments: [{ id: '1', ...asOfBefore }] },
          includeOtherFields: true,
          options: {},
        },
      },
    });
    expect(second).toMatchObject({
      status: 'success',
      endings: [{ node: 'Say that it is asked for already', title: 'Plus rien à retourner' }],
    });
    expect((await (await world.ledger()).findCases({}, { limit: 10 })).items).toHaveLength(1);
  });

  it('says that an order with another e-mail cannot be found, and opens nothing', async () => {
    const order = await placeShopifyOrder(world);
    const run = await runWorkflow({
      ...start,
      items: [{ orderNumber: order.name, email: 'someone@else.example' }],
      credentials: world.credentials(),
    });
    expect(run).toMatchObject({ status: 'success', endings: [{ node: 'Say that nothing was found' }] });
    expect(run.ran('Open the case')).toBe(false);
  });

  it('says that nothing is left when everything is on its way back already', async () => {
    const order = await placeShopifyOrder(world);
    await requestInShopify(world, order.name);
    await requestInShopify(world, order.name, 'MUG-LUNE');
    const run = await runWorkflow({
      ...start,
      items: [{ orderNumber: order.name, email: shopper.email }],
      credentials: world.credentials(),
    });
    expect(run).toMatchObject({
      status: 'success',
      endings: [{ node: 'Say that nothing is left', title: 'Plus rien à retourner' }],
    });
  });

  const readLeft = 'Read what is left to return';
  /** Nobody decides in this test: the last page need not wait for it. */
  const quickly: Readonly<Record<string, Partial<TemplateNode>>> = {
    'Wait for the decision': {
      parameters: {
        operation: 'get',
        findBy: 'id',
        keyValue: '={{ $json.case.id }}',
        getOptions: { waitForDecision: 0 },
      },
    },
  };

  it('speaks the first language that is left where the shop has taken out English', async () => {
    await placeStripeOrder(world, 'AL-2001');
    const words = start.workflow.nodes.find(({ name }) => name === 'Write your shop and its words')?.parameters ?? {};
    const written = typeof words['jsonOutput'] === 'string' ? words['jsonOutput'] : '';
    const { texts, ...rest } = JSON.parse(written) as { texts: Record<string, object> };
    const jsonOutput = JSON.stringify({ ...rest, texts: { de: texts['de'] } });
    const run = await fillIn(
      '#AL-2001',
      {
        'Ask for items, reason and wish': (questions) => {
          expect(questions.map(({ fieldLabel }) => fieldLabel)).toContain('Was möchten Sie zurücksenden?');
          return { items: ['T-shirt Lune (1/2)'], reason: 'Zu klein', wish: 'Erstattung', note: '' };
        },
      },
      { ...quickly, 'Write your shop and its words': { parameters: { ...words, jsonOutput } } },
    );
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.json('Open the case')).toMatchObject([{ request: { locale: 'de' } }]);
  });

  /** A shopper of the order goes through the pages. */
  const fillIn = (orderNumber: string, answers: Readonly<Record<string, Answer>>, change = quickly): Promise<Run> =>
    runWorkflow({
      ...start,
      items: [{ orderNumber, email: shopper.email }],
      credentials: world.credentials(),
      change,
      answers,
    });
});

describe('03 Decide', () => {
  const decideOn = async (order: Order, request = teeRequest()): Promise<{ run: Run; after: Dossier }> => {
    const ledger = await world.ledger();
    const dossier = await openCase(ledger, order, request);
    const run = await runWorkflow({
      workflow: template('03'),
      startNode: 'When a case is opened',
      items: [news('case.opened', dossier)],
      credentials: world.credentials(),
    });
    return { run, after: await ledger.getCase({ id: dossier.case.id }) };
  };

  it('approves what the policy allows, and keeps fee, amount and trace with the case', async () => {
    const { run, after } = await decideOn(stripeOrder('pi_1'));
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.items('Evaluate the policy', 0)).toHaveLength(1);
    expect(run.ran('Put the case in review')).toBe(false);
    expect(after).toMatchObject({
      case: { decision: 'approved', lines: [{ approved: 1 }] },
      decision: {
        outcome: 'approve',
        policy: { name: 'atelier-lune', version: '1' },
        fee: { amount: 300, currency: 'EUR' },
        refundable: { amount: 2600, currency: 'EUR' },
      },
    });
    expect(after.decision?.trace.length).toBeGreaterThan(0);
  });

  it('asks no fee for goods that are worth enough', async () => {
    const lines = [
      { orderLineId: 'line-tee', quantity: 2, reason: 'too_small' as const },
      { orderLineId: 'line-mug', quantity: 1, reason: 'style' as const },
    ];
    const { after } = await decideOn(stripeOrder('pi_1'), teeRequest({ lines }));
    expect(after.decision).toMatchObject({ fee: { amount: 0 }, refundable: { amount: 7150 } });
  });

  it('rejects what comes too late, and tells the shopper why, with the date', async () => {
    const { run, after } = await decideOn(stripeOrder('pi_1', { placedAt: daysAgo(90), deliveredAt: daysAgo(80) }));
    expect(run.items('Evaluate the policy', 3)).toHaveLength(1);
    expect(after.case.decision).toBe('rejected');

    const told = await runWorkflow({
      workflow: template('03'),
      startNode: 'When a case is rejected',
      items: [news('decision.rejected', after)],
      credentials: world.credentials(),
    });
    expect(told).toMatchObject({ status: 'success', error: undefined });
    expect(told.ran('Decline in Shopify')).toBe(false);
    const [mail] = await world.mails(shopper.email);
    const text = await world.mailText(mail?.id ?? '');
    expect(text).toContain(after.decision?.reason.shopper.fr);
    expect(text).toMatch(/\d{1,2}(er)? \p{L}+ 20\d\d/u);
  });

  it('declines in Shopify what was asked for there', async () => {
    const order = await placeShopifyOrder(world, {
      processedAt: daysAgo(90),
      fulfilledAt: daysAgo(89),
      deliveredAt: daysAgo(85),
    });
    const returnId = await requestInShopify(world, order.name);
    const intake = await runWorkflow({
      workflow: template('01'),
      startNode: 'When a return is requested',
      items: [requestedInShopify(returnId)],
      credentials: world.credentials(),
    });
    const decided = await runWorkflow({
      workflow: template('03'),
      startNode: 'When a case is opened',
      items: intake.json('Open the case'),
      credentials: world.credentials(),
    });
    const rejected = decided.json('Reject the case');
    for (const _time of ['once', 'twice']) {
      const run = await runWorkflow({
        workflow: template('03'),
        startNode: 'When a case is rejected',
        items: rejected,
        credentials: world.credentials(),
      });
      expect(run).toMatchObject({ status: 'success', error: undefined });
    }
    expect(world.effects('shopify', 'return.declined')).toMatchObject([{ reference: returnId }]);
    expect((await world.mails()).filter(({ subject }) => subject.startsWith('Votre demande de retour'))).toHaveLength(
      1,
    );
  });

  describe('above the review threshold', () => {
    const dear = (): Order => {
      const order = stripeOrder('pi_1');
      const [tee, ...others] = order.lines;
      if (tee === undefined) throw new RangeError('the order has lines');
      const lines = [
        { ...tee, quantity: 1, returnableQuantity: 1, paid: { amount: 42000, currency: 'EUR' } },
        ...others,
      ];
      return { ...order, lines, total: { amount: 43840, currency: 'EUR' } };
    };

    it.each([
      ['approve', 'approved', 'Approved by a person'],
      ['reject', 'rejected', 'Rejected by a person'],
    ] as const)('a person can %s by the mail', async (verdict, decision, note) => {
      const { run, after } = await decideOn(dear());
      expect(run.items('Evaluate the policy', 1)).toHaveLength(1);
      expect(after.case.decision).toBe('in_review');

      const asked = await runWorkflow({
        workflow: template('03'),
        startNode: 'When a case needs a person',
        items: [news('decision.in_review', after)],
        credentials: world.credentials(),
        verdicts: { 'Ask the shop': verdict },
      });
      expect(asked).toMatchObject({ status: 'success', error: undefined });
      expect(await world.mails(shopper.email)).toMatchObject([{ subject: expect.stringContaining(after.case.rma) }]);
      expect(await world.mails('returns@atelier-lune.example')).toMatchObject([
        { subject: `Return ${after.case.rma}: approve or reject?` },
      ]);
      const ledger = await world.ledger();
      const decided = await ledger.getCase({ id: after.case.id });
      expect(decided.case.decision).toBe(decision);
      expect(decided.decision?.outcome).toBe('review');
      expect((await ledger.timeline(after.case.id)).at(-1)).toMatchObject({ type: `decision.${decision}`, note });
    });

    /** What the shop reads in the mail with the two buttons. */
    async function askedAbout(dossier: Dossier): Promise<string> {
      const asked = await runWorkflow({
        workflow: template('03'),
        startNode: 'When a case needs a person',
        items: [news('decision.in_review', dossier)],
        credentials: world.credentials(),
        verdicts: { 'Ask the shop': 'approve' },
      });
      expect(asked).toMatchObject({ status: 'success', error: undefined });
      const [mail] = await world.mails('returns@atelier-lune.example');
      return world.mailHtml(mail?.id ?? '');
    }

    it('the mail says what is at stake, who asks for what and why, and what the law says', async () => {
      const request = teeRequest({ note: 'It <b>itches</b>' });
      const html = await askedAbout((await decideOn(dear(), request)).after);
      expect(html).toContain('Amount at stake: <b>€420.00</b>');
      expect(html).toContain('Zoé Martin, France, <a href="mailto:zoe@shopper.example');
      expect(html).toMatch(/Order: <b>AL-2001 of \d+ \w+ \d{4}, delivered on \d+ \w+ \d{4}, €438\.40<\/b>/);
      expect(html).toContain('Wish: <b>refund</b>');
      expect(html).toContain('<li>1 × T-shirt Lune S: too small</li>');
      expect(html).toContain('Note of the shopper: <b>It &#60;b&#62;itches&#60;/b&#62;</b>');
      expect(html).toContain('It is worth more than your policy approves by itself.');
      expect(html).toMatch(
        /Do not reject: the law lets the shopper withdraw\.<\/b> This holds until \d+ \w+ \d{4} for T-shirt Lune\./,
      );
      expect(html).toContain('“Reject” sends the shopper a mail');
      expect(html).toMatch(/>Reject<.+>Approve</);
    });

    it.each([
      [{ withdrawal: 'undecided', guarantee: 'none' }, 'The law may let the shopper withdraw'],
      [{ withdrawal: 'ended', guarantee: 'open', guaranteeEndsAt: '2028-11-01T12:00:00Z' }, 'until 1 November 2028'],
      [{ withdrawal: 'ended', guarantee: 'none' }, undefined],
    ])('the mail warns of the law as far as the decision carries it: %o', async (rights, warning) => {
      const { decision } = (await decideOn(dear())).after;
      if (decision === undefined) throw new RangeError('the policy has decided');
      const granting = { ...decision, lines: decision.lines.map((line) => ({ ...line, rights })) };
      const faulty = teeRequest({
        externalId: 'form-2',
        lines: [{ orderLineId: 'line-tee', quantity: 1, reason: 'defective' }],
      });
      const review = { type: 'put_in_review', decision: granting } as const;
      const html = await askedAbout(await openCase(await world.ledger(), dear(), faulty, [review]));
      expect(html).not.toContain('Do not reject');
      if (warning === undefined) expect(html).not.toMatch(/the law|guarantee/i);
      else expect(html).toContain(warning);
    });

    it('a shopper whom a person refuses reads that it was a person, and how to ask why', async () => {
      const { after } = await decideOn(dear());
      const refused = await command(await world.ledger(), after.case.id, { type: 'reject' });
      const run = await runWorkflow({
        workflow: template('03'),
        startNode: 'When a case is rejected',
        items: [news('decision.rejected', refused)],
        credentials: world.credentials(),
      });
      expect(run).toMatchObject({ status: 'success', error: undefined });
      const [mail] = await world.mails(shopper.email);
      expect(await world.mailText(mail?.id ?? '')).toContain(
        'Un membre de notre équipe en a décidé. Si vous souhaitez en connaître la raison, répondez',
      );
    });
  });

  describe('when the policy has to know more', () => {
    const asking = (policy: object): Record<string, object> => ({
      'Evaluate the policy': {
        parameters: {
          operation: 'evaluate',
          policySource: 'json',
          policyJson: JSON.stringify({ name: 'asking', version: '1', windows: { default: { days: 30 } }, ...policy }),
        },
      },
    });
    const tagsAndPhotos = asking({
      itemConditions: [
        { id: 'tags', requires: ['tags_on'], ask: true, otherwise: 'reject' },
        { id: 'photos', proof: { photos: 2 } },
      ],
      methods: [
        { id: 'post', method: 'post' },
        { id: 'relay', method: 'relay_point' },
      ],
    });
    const late = () => stripeOrder('pi_1', { placedAt: daysAgo(25), deliveredAt: daysAgo(20) });

    const play = async (
      change: Record<string, object>,
      startNode: string,
      items: object[],
      answer?: Answer,
    ): Promise<Run> => {
      const run = await runWorkflow({
        workflow: template('03'),
        startNode,
        items,
        credentials: world.credentials(),
        change,
        ...(answer && { answers: { 'Ask the questions': answer } }),
      });
      expect(run).toMatchObject({ status: 'success', error: undefined });
      return run;
    };
    const now = async (dossier: Dossier): Promise<Dossier> => (await world.ledger()).getCase({ id: dossier.case.id });
    /** As far as the mail with the questions. */
    const askedAbout = async (change: Record<string, object>, order: Order): Promise<Dossier> => {
      const dossier = await openCase(await world.ledger(), order);
      await play(change, 'When a case is opened', [news('case.opened', dossier)]);
      const asked = await now(dossier);
      expect(asked).toMatchObject({ case: { decision: 'needs_info' }, decision: { outcome: 'needs_info' } });
      for (const _time of ['once', 'twice']) {
        await play(change, 'When a case needs information', [news('decision.needs_info', asked)]);
      }
      return asked;
    };
    const given = (asked: Dossier) => [{ rma: asked.case.rma, email: ` ${shopper.email.toUpperCase()} ` }];
    const photo = (filename: string) => ({ filename, mimetype: 'image/jpeg', size: filename.length });

    it('mails the questions once, takes the answers with the photos, and decides anew', async () => {
      const asked = await askedAbout(tagsAndPhotos, late());
      const mails = await world.mails(shopper.email);
      expect(mails).toMatchObject([{ subject: expect.stringContaining(asked.case.rma) }]);
      const text = await world.mailText(mails[0]?.id ?? '');
      expect(text).toContain(`/form/return-answers?rma=${asked.case.rma}`);
      expect(text).toContain('étiquettes');

      const run = await play(tagsAndPhotos, 'When a shopper answers', given(asked), (questions) => {
        expect(questions.map(({ fieldType }) => fieldType)).toEqual(['radio', 'file']);
        expect(questions[0]?.fieldOptions?.values).toEqual([{ option: 'Oui' }, { option: 'Non' }]);
        return { answer1: 'Oui', answer2: [photo('front.jpg'), photo('back.jpg')] };
      });
      expect(run.endings).toMatchObject([{ node: 'Say thank you', title: 'Merci' }]);
      const answered = await now(asked);
      expect(answered).toMatchObject({
        case: { decision: 'requested', evidence: [{ name: 'front.jpg' }, { name: 'back.jpg' }] },
        request: { lines: [{ states: { tags_on: true }, evidence: { photos: 2 } }] },
      });

      await play(tagsAndPhotos, 'When a case is opened', [news('decision.answered', answered)]);
      expect(await now(asked)).toMatchObject({ case: { decision: 'approved' }, decision: { outcome: 'approve' } });
      const events = await (await world.ledger()).timeline(asked.case.id);
      expect(events.map(({ type }) => type).filter((type) => type.startsWith('decision.'))).toEqual([
        'decision.needs_info',
        'decision.answered',
        'decision.approved',
      ]);
    });

    it('rejects by the answer, when the answer is that the goods are not as they have to be', async () => {
      const change = asking({
        itemConditions: [{ id: 'tags', requires: ['tags_on'], ask: true, otherwise: 'reject' }],
      });
      const asked = await askedAbout(change, late());
      await play(change, 'When a shopper answers', given(asked), () => ({ answer1: 'Non' }));
      await play(change, 'When a case is opened', [news('decision.answered', await now(asked))]);
      expect(await now(asked)).toMatchObject({ case: { decision: 'rejected' } });
    });

    it('puts before a person what is still open after the answer', async () => {
      const change = asking({
        routing: [{ id: 'why', outcome: 'needs_info', question: { en: 'What happened?', fr: 'Que s’est-il passé ?' } }],
      });
      const asked = await askedAbout(change, late());
      await play(change, 'When a shopper answers', given(asked), (questions) => {
        expect(questions).toMatchObject([{ fieldLabel: 'Que s’est-il passé ?', fieldType: 'textarea' }]);
        return { answer1: 'Il est arrivé mouillé' };
      });
      const answered = await now(asked);
      expect(answered.request.lines[0]?.note).toContain('Il est arrivé mouillé');
      await play(change, 'When a case is opened', [news('decision.answered', answered)]);
      expect(await now(asked)).toMatchObject({ case: { decision: 'in_review' } });
      expect(await world.mails(shopper.email)).toHaveLength(1);
    });

    it('asks when the parcel came, and takes the day for the delivery', async () => {
      const { deliveredAt: _unknown, ...order } = stripeOrder('pi_1', { placedAt: daysAgo(50) });
      const change = asking({});
      const asked = await askedAbout(change, order);
      const day = daysAgo(45).slice(0, 10);
      await play(change, 'When a shopper answers', given(asked), (questions) => {
        expect(questions).toMatchObject([{ fieldType: 'date' }]);
        return { answer1: day };
      });
      const answered = await now(asked);
      expect(answered.order.deliveredAt?.slice(0, 10)).toBe(day);
      await play(change, 'When a case is opened', [news('decision.answered', answered)]);
      expect(await now(asked)).toMatchObject({ case: { decision: 'rejected' } });
    });

    it.each([
      ['someone else', (asked: Dossier) => ({ rma: asked.case.rma, email: 'someone@else.example' })],
      ['a number of no case', () => ({ rma: 'RMA-2026-999999', email: shopper.email })],
    ])('asks nothing of %s, and does not say whether there is such a return', async (_who, fill) => {
      const asked = await askedAbout(tagsAndPhotos, late());
      const run = await play({}, 'When a shopper answers', [fill(asked)]);
      expect(run.ran('Ask the questions')).toBe(false);
      expect(run.endings).toMatchObject([{ node: 'Say that nothing is asked' }]);
    });

    it('leaves to a person what only the shop can tell', async () => {
      const change = asking({ routing: [{ id: 'risky', when: { 'risk.score': { above: 50 } }, outcome: 'review' }] });
      const dossier = await openCase(await world.ledger(), late());
      await play(change, 'When a case is opened', [news('case.opened', dossier)]);
      expect(await now(dossier)).toMatchObject({
        case: { decision: 'in_review' },
        decision: { missing: ['risk.score'] },
      });
    });
  });

  it('changes nothing when the same event comes again', async () => {
    const { after } = await decideOn(stripeOrder('pi_1'));
    const again = await runWorkflow({
      workflow: template('03'),
      startNode: 'When a case is opened',
      items: [news('case.opened', after)],
      credentials: world.credentials(),
    });
    expect(again).toMatchObject({ status: 'success', error: undefined });
    const events = await (await world.ledger()).timeline(after.case.id);
    expect(events.map(({ type }) => type)).toEqual(['case.opened', 'decision.approved']);
  });
});
