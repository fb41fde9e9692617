import { gradeSchema, type Dossier } from '../../lib/returns';
import { runNode } from './support/run-node';
import { runWorkflow, type Run } from './support/run-workflow';
import {
  command,
  inspected,
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
import { template } from './support/templates';
import { caseIn, shippedTemplates } from './support/shipped-templates';
import { useWorld } from './support/world';

const world = useWorld();
const { run: start, current } = shippedTemplates(world);

/** Asked for in Shopify, approved here and there, labelled. */
async function labelledShopifyCase(change: object = {}): Promise<Dossier> {
  const order = await placeShopifyOrder(world, change);
  const returnId = await requestInShopify(world, order.name);
  const opened = caseIn(
    await start('01', 'When a return is requested', [requestedInShopify(returnId)]),
    'Open the case',
  );
  const approved = caseIn(await start('03', 'When a case is opened', [opened]), 'Approve the case');
  const labelled = await start('04', 'When a case is approved', [approved]);
  expect(labelled).toMatchObject({ status: 'success', error: undefined });
  return current(opened);
}

/** Every unit graded, and put where that grade goes. */
const restock = async (dossier: Dossier): Promise<Run> =>
  start('06', 'When the goods are inspected', [news('inspection.recorded', await current(dossier))]);

/** The two events of template 07: the inspection plans the refund, the plan pays it. */
async function refund(dossier: Dossier): Promise<{ planned: Run; paid: Run }> {
  const planned = await start('07', 'When the goods are inspected', [news('inspection.recorded', dossier)]);
  expect(planned).toMatchObject({ status: 'success', error: undefined });
  const paid = await start('07', 'When a refund is planned', [news('settlement.planned', await current(dossier))]);
  return { planned, paid };
}

const inspect = (rma: string, grade = 'new', photos: object = {}): Promise<Run> =>
  runWorkflow({
    workflow: template('06'),
    startNode: 'When a parcel is opened',
    items: [{ rma }],
    credentials: world.credentials(),
    answers: {
      'Ask for the grades': (questions) => ({
        ...Object.fromEntries(
          questions.flatMap(({ fieldName, fieldType }) => (fieldType === 'file' ? [] : [[fieldName, grade]])),
        ),
        ...photos,
      }),
    },
  });

describe('06 Warehouse inspection', () => {
  it('grades what came back and puts it into Shopify’s stock, once', async () => {
    const dossier = await labelledShopifyCase();
    const run = await inspect(` ${dossier.case.rma.toLowerCase()} `);
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.endings).toMatchObject([
      { title: `${dossier.case.rma} is recorded`, message: '1 × Robe Lune: new → restock' },
    ]);
    expect(await current(dossier)).toMatchObject({
      case: { parcel: 'received', lines: [{ received: 1, restocked: 1, writtenOff: 0 }] },
    });

    for (const restocked of [await restock(dossier), await restock(dossier)]) {
      expect(restocked).toMatchObject({ status: 'success', error: undefined });
      expect(restocked.json('Restock in Shopify')).toMatchObject([
        { restocked: [{ quantity: 1, disposition: 'RESTOCKED' }] },
      ]);
    }

    const again = await inspect(dossier.case.rma);
    expect(again.endings).toMatchObject([{ node: 'Say how the case stands' }]);
    expect(world.effects('shopify', 'return.disposed')).toHaveLength(1);
  });

  it('keeps the photos of what it has found with the case', async () => {
    const dossier = await labelledShopifyCase();
    const photos = [{ filename: 'seam.jpg', mimetype: 'image/jpeg', size: 8 }];
    expect(await inspect(dossier.case.rma, 'damaged', { photos })).toMatchObject({ status: 'success' });
    expect(await current(dossier)).toMatchObject({
      case: { parcel: 'received', evidence: [{ name: 'seam.jpg', mimeType: 'image/jpeg' }] },
      inspection: { lines: [{ grade: 'damaged' }] },
    });
  });

  it('writes off what came back damaged', async () => {
    const dossier = await labelledShopifyCase();
    const run = await inspect(dossier.case.rma, 'damaged');
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect((await restock(dossier)).json('Restock in Shopify')).toMatchObject([
      { restocked: [{ disposition: 'NOT_RESTOCKED' }] },
    ]);
    expect(await current(dossier)).toMatchObject({ case: { lines: [{ received: 1, restocked: 0, writtenOff: 1 }] } });
  });

  it('passes Shopify by for a case that has no return there', async () => {
    const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [{ type: 'approve' }]);
    const run = await inspect(dossier.case.rma);
    expect(run).toMatchObject({ status: 'success', endings: [{ message: '1 × T-shirt Lune: new → restock' }] });
    expect((await restock(dossier)).ran('Restock in Shopify')).toBe(false);
  });

  it('says so when the number is unknown', async () => {
    const run = await inspect('RMA-2026-999999');
    expect(run).toMatchObject({
      status: 'success',
      endings: [{ node: 'Say that the number is unknown', message: expect.stringContaining('RMA-2026-999999') }],
    });
  });
});

describe('07 Refund in Shopify', () => {
  it('pays the outbound delivery back too when the whole order came back', async () => {
    const dress = { sku: 'ROBE-LUNE-M', title: 'Robe Lune', quantity: 1, unitPrice: '70.00', taxRate: '0.2' };
    const dossier = await labelledShopifyCase({ lines: [dress] });
    await inspect(dossier.case.rma);
    const { paid } = await refund(await current(dossier));
    expect(paid).toMatchObject({ status: 'success', error: undefined });
    expect(await current(dossier)).toMatchObject({
      case: { settlement: 'refunded', plannedDelivery: { amount: 490 } },
      refund: { amount: { amount: 6300 + 490, currency: 'EUR' } },
    });
    expect(world.effects('shopify', 'refund.made')).toMatchObject([
      { detail: { minor: 6300 + 490, shippingMinor: 490 } },
    ]);
  });

  it('pays back to the cent what the line cost after discounts, once', async () => {
    const dossier = await labelledShopifyCase();
    await inspect(dossier.case.rma);
    const [first, second] = [await refund(await current(dossier)), await refund(await current(dossier))];
    expect(first.paid).toMatchObject({ status: 'success', error: undefined });
    expect(first.planned.json('Plan the refund')).toMatchObject([
      { plan: { total: { amount: 6300, currency: 'EUR' }, fee: { amount: 0 }, delivery: { amount: 0 } } },
    ]);
    expect(first.paid.json('Refund in Shopify')).toMatchObject([
      { refund: { provider: 'shopify', status: 'succeeded', amount: { amount: 6300, currency: 'EUR' } } },
    ]);
    expect(first.paid.ran('Refund on Stripe')).toBe(false);
    expect(world.effects('shopify', 'refund.made')).toHaveLength(1);
    expect(await current(dossier)).toMatchObject({ case: { settlement: 'refunded' } });
    expect(second.paid).toMatchObject({ status: 'success', error: undefined });
  });
});

describe('07 Refund on Stripe', () => {
  const inspectedCase = async (paymentMethod?: string): Promise<Dossier> => {
    const { paymentIntent } = await placeStripeOrder(world, 'AL-2001', paymentMethod);
    const opened = await openCase(await world.ledger(), stripeOrder(paymentIntent));
    await start('03', 'When a case is opened', [news('case.opened', opened)]);
    return command(await world.ledger(), opened.case.id, inspected);
  };

  const inspectedAs = async (grade: string): Promise<Dossier> => {
    const { paymentIntent } = await placeStripeOrder(world);
    return openCase(await world.ledger(), stripeOrder(paymentIntent), teeRequest(), [
      { type: 'approve' },
      {
        type: 'inspect',
        inspection: {
          inspectedAt: new Date().toISOString(),
          lines: [{ orderLineId: 'line-tee', quantity: 1, grade: gradeSchema.parse(grade), disposition: 'write_off' }],
        },
      },
    ]);
  };

  it('pays back what was received less the fee, once, and tells the shopper once', async () => {
    const dossier = await inspectedCase();
    const [{ paid: first }, { paid: second }] = [await refund(dossier), await refund(dossier)];
    expect(first).toMatchObject({ status: 'success', error: undefined });
    expect(first.json('Refund on Stripe')).toMatchObject([
      {
        refund: { provider: 'stripe', status: 'succeeded', amount: { amount: 2600, currency: 'EUR' } },
        case: { settlement: 'refunded', references: { stripeRefund: expect.stringMatching(/^re_/) } },
      },
    ]);
    expect(world.effects('stripe', 'refund.made')).toMatchObject([{ detail: { amount: 2600 } }]);
    expect(second).toMatchObject({ status: 'success', error: undefined });

    for (const _time of ['once', 'twice']) {
      await start('07', 'When the money is back', [news('settlement.refunded', await current(dossier))]);
    }
    const mails = await world.mails(shopper.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/^Votre remboursement de 26,00\s€ \(RMA-/);
  });

  it('takes the delivery cost into the refund when the whole order came back', async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    const lines = [
      { orderLineId: 'line-tee', quantity: 2, reason: 'too_small' as const },
      { orderLineId: 'line-mug', quantity: 1, reason: 'too_small' as const },
    ];
    const dossier = await openCase(await world.ledger(), stripeOrder(paymentIntent), teeRequest({ lines }), [
      { type: 'approve' },
      {
        type: 'inspect',
        inspection: {
          inspectedAt: new Date().toISOString(),
          lines: lines.map(({ orderLineId, quantity }) => ({
            orderLineId,
            quantity,
            grade: 'new',
            disposition: 'restock',
          })),
        },
      },
    ]);
    const { planned } = await refund(dossier);
    expect(planned.json('Plan the refund')).toMatchObject([
      { plan: { delivery: { amount: 490 }, total: { amount: 7640 } } },
    ]);
    expect(world.effects('stripe', 'refund.made')).toMatchObject([{ detail: { amount: 7640 } }]);
  });

  it('keeps a pending refund pending until Stripe tells how it went', async () => {
    const dossier = await inspectedCase('pm_card_pendingRefund');
    const { paid } = await refund(dossier);
    const { refund: made } = caseIn(paid, 'Refund on Stripe');
    expect(await current(dossier)).toMatchObject({ case: { settlement: 'pending' } });

    const news2 = {
      ...(await current(dossier)),
      refund: { ...made, status: 'succeeded', providerStatus: 'succeeded' },
    };
    const told = await start('07', 'When Stripe has news', [news2]);
    expect(told).toMatchObject({ status: 'success', error: undefined });
    expect(await current(dossier)).toMatchObject({ case: { settlement: 'refunded' } });
  });

  it('alerts the shop, once, when the bank sends a refund back', async () => {
    const dossier = await inspectedCase();
    const { paid } = await refund(dossier);
    const { refund: made } = caseIn(paid, 'Refund on Stripe');
    const failed = { ...made, status: 'failed', providerStatus: 'failed', failureReason: 'lost_or_stolen_card' };
    await start('07', 'When Stripe has news', [{ ...(await current(dossier)), refund: failed }]);
    const after = await current(dossier);
    expect(after).toMatchObject({ case: { settlement: 'failed' }, refund: { failureReason: 'lost_or_stolen_card' } });
    for (const _time of ['once', 'twice']) {
      const alert = await start('07', 'When a refund has failed', [news('settlement.failed', after)]);
      expect(alert).toMatchObject({ status: 'success', error: undefined });
    }
    const mails = await world.mails('returns@atelier-lune.example');
    expect(mails).toMatchObject([{ subject: expect.stringContaining(after.case.rma) }]);
    const text = await world.mailText(mails[0]?.id ?? '');
    expect(text).toContain('the card was reported as lost or stolen (lost_or_stolen_card)');
    expect(text).not.toMatch(/workflow (failed|could not)|execution/);
  });

  it('names in the alert what settles the case by hand', async () => {
    const dossier = await inspectedCase();
    const { paid } = await refund(dossier);
    const { refund: made } = caseIn(paid, 'Refund on Stripe');
    const failed = { ...made, status: 'failed', providerStatus: 'failed', failureReason: 'declined' };
    await start('07', 'When Stripe has news', [{ ...(await current(dossier)), refund: failed }]);
    await start('07', 'When a refund has failed', [news('settlement.failed', await current(dossier))]);
    const [mail] = await world.mails('returns@atelier-lune.example');
    const [given = ''] = /\{.*\}/.exec(await world.mailText(mail?.id ?? '')) ?? [];
    const settled = await runNode({
      type: 'returnCase',
      parameters: {
        operation: 'command',
        command: 'settle',
        caseId: { __rl: true, mode: 'id', value: dossier.case.id },
        refund: given,
        exchange: '',
        credit: '',
      },
      items: [{}],
      credentials: world.credentials(),
    });
    expect(settled).toMatchObject({ status: 'success', error: undefined });
    expect(await current(dossier)).toMatchObject({
      case: { settlement: 'refunded' },
      refund: { provider: 'by_hand', amount: made?.amount },
    });
  });

  it.each([
    ['damaged', 'approve', 'planned'],
    ['wrong_item', 'reject', 'none'],
  ] as const)('asks a person before it pays for what came back %s', async (grade, verdict, settlement) => {
    const dossier = await inspectedAs(grade);
    const run = await runWorkflow({
      workflow: template('07'),
      startNode: 'When the goods are inspected',
      items: [news('inspection.recorded', dossier)],
      credentials: world.credentials(),
      verdicts: { 'Ask the shop': verdict },
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(await current(dossier)).toMatchObject({ case: { settlement } });
    expect(run.ran('Write down that nothing is paid')).toBe(verdict === 'reject');
    const [mail] = await world.mails('returns@atelier-lune.example');
    expect(mail).toMatchObject({ subject: `Return ${dossier.case.rma}: pay back what came back?` });
    const html = await world.mailHtml(mail?.id ?? '');
    expect(html).toContain(grade === 'damaged' ? ': <b>damaged</b>' : ': <b>another item</b>');
    expect(html).toMatch(/>Do not pay<.+>Pay back</);
  });

  it('pays nothing for what was not received, whatever a person presses', async () => {
    const dossier = await inspectedAs('missing');
    const run = await runWorkflow({
      workflow: template('07'),
      startNode: 'When the goods are inspected',
      items: [news('inspection.recorded', dossier)],
      credentials: world.credentials(),
      verdicts: { 'Ask the shop': 'approve' },
    });
    expect(run.status).toBe('error');
    expect(run.error).toMatchObject({
      description: expect.stringContaining('[needs_review]'),
      context: { caseId: dossier.case.id },
    });
    expect(world.effects('stripe', 'refund.made')).toEqual([]);
    expect(dossier.case.lines).toMatchObject([{ received: 0, writtenOff: 0 }]);
  });
});

describe('08 Exchange', () => {
  it('releases the new goods after the first scan, once, and tells the shopper', async () => {
    const order = await placeShopifyOrder(world);
    const form = await runWorkflow({
      workflow: template('02'),
      startNode: 'When a shopper comes',
      items: [{ orderNumber: order.name, email: shopper.email }],
      credentials: world.credentials(),
      change: { 'Wait for the decision': { parameters: { operation: 'get', keyValue: '={{ $json.case.id }}' } } },
      answers: {
        'Ask for items, reason and wish': (questions) => ({
          items: [questions[0]?.fieldOptions?.values[0]?.option ?? ''],
          reason: 'Trop petit',
          wish: 'Échanger contre une autre taille ou un autre modèle',
        }),
        'Ask for the new size': () => ({ variant1: 'L' }),
      },
    });
    const opened = caseIn(form, 'Open the case');
    const approved = caseIn(await start('03', 'When a case is opened', [opened]), 'Approve the case');
    await start('04', 'When a case is approved', [approved]);
    for (const event of ['parcel.in_transit', 'parcel.delivered']) {
      const run = await start('08', 'When the parcel has its first scan', [news(event, await current(opened))]);
      expect(run).toMatchObject({ status: 'success', error: undefined });
      expect(run.json('Send the exchange in Shopify')).toMatchObject([{ exchange: { lines: [{ quantity: 1 }] } }]);
    }
    expect(world.effects('shopify', 'exchange.processed')).toHaveLength(1);
    expect(await current(opened)).toMatchObject({ case: { settlement: 'exchanged' } });
    const told = (await world.mails(shopper.email)).filter(({ subject }) => subject.startsWith('Votre échange'));
    expect(told).toHaveLength(1);
  });
});

describe('90 Errors', () => {
  const failure = (context: object) => ({
    execution: {
      id: '42',
      url: 'http://127.0.0.1:5678/workflow/returns07refund/executions/42',
      error: {
        message: 'Stripe did not accept the credentials',
        description: 'Open the credential.',
        context,
      },
      lastNodeExecuted: 'Refund on Stripe',
      mode: 'trigger',
    },
    workflow: { id: 'returns07refund', name: 'Returns 07: Refund' },
  });

  it('writes the failure into the case and alerts the shop once per node, in the words of the error', async () => {
    const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'));
    const item = failure({ caseId: dossier.case.id });
    for (const _time of ['once', 'twice']) {
      expect(await start('90', 'When a workflow fails', [item])).toMatchObject({ status: 'success', error: undefined });
    }
    const after = await current(dossier);
    expect(after.case.failures[0]).toMatchObject({
      code: 'workflow_failed',
      message: 'Stripe did not accept the credentials – Open the credential.',
      workflow: 'Returns 07: Refund',
    });
    const mails = await world.mails('returns@atelier-lune.example');
    expect(mails).toHaveLength(1);
    const text = await world.mailText(mails[0]?.id ?? '');
    expect(text).toContain('Stripe did not accept the credentials');
    expect(text).toContain(dossier.case.rma);
  });

  it('leaves to the trigger what passes by itself, and alerts the shop once it was given up', async () => {
    const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'));
    const item = failure({ caseId: dossier.case.id, retryable: true });
    expect((await start('90', 'When a workflow fails', [item])).ran('Alert the shop')).toBe(false);
    const failed = await current(dossier);
    expect((await start('90', 'When a case has failed', [news('case.failed', failed)])).ran('Alert the shop')).toBe(
      false,
    );

    const givenUp = await command(await world.ledger(), dossier.case.id, {
      type: 'fail',
      code: 'dead_letter',
      message: 'Given up after 10 attempts: Stripe cannot be reached',
    });
    for (const _time of ['once', 'twice']) {
      const run = await start('90', 'When a case has failed', [news('case.failed', givenUp)]);
      expect(run).toMatchObject({ status: 'success', error: undefined });
    }
    const mails = await world.mails('returns@atelier-lune.example');
    expect(mails).toHaveLength(1);
    expect(mails).toMatchObject([{ subject: expect.stringContaining('gave up') }]);
    const text = await world.mailText(mails[0]?.id ?? '');
    expect(text).toContain('Given up after 10 attempts');
    expect(text).not.toContain('tries again by itself');
  });

  it('alerts at once where nothing tries again', async () => {
    const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'));
    const item = failure({ caseId: dossier.case.id, retryable: true });
    const run = await start('90', 'When a workflow fails', [
      { ...item, execution: { ...item.execution, mode: 'webhook' } },
    ]);
    expect(run.ran('Alert the shop')).toBe(true);
  });

  it('alerts the shop without a case too', async () => {
    const run = await start('90', 'When a workflow fails', [failure({})]);
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(await world.mails('returns@atelier-lune.example')).toMatchObject([
      { subject: 'Returns: "Returns 07: Refund" failed' },
    ]);
  });

  it('says what to do when a trigger has failed, which has no execution', async () => {
    const error = { message: '"When a return is requested" cannot look', description: 'Open the credential.' };
    const item = { trigger: { error, mode: 'trigger' }, workflow: failure({}).workflow };
    expect(await start('90', 'When a workflow fails', [item])).toMatchObject({ status: 'success', error: undefined });
    const [mail] = await world.mails('returns@atelier-lune.example');
    const text = await world.mailText(mail?.id ?? '');
    expect(text).toContain(`${error.message}\n\n${error.description}\n\nWorkflow: Returns 07: Refund\nNode: trigger`);
  });

  it('gets from a failing template the case that it concerns', async () => {
    const { paymentIntent } = await placeStripeOrder(world);
    const dossier = await openCase(await world.ledger(), stripeOrder(paymentIntent), teeRequest(), [
      { type: 'approve' },
      inspected,
      { type: 'plan_settlement', amount: { amount: 2600, currency: 'EUR' } },
    ]);
    const credentials = world.credentials();
    const failed = await runWorkflow({
      workflow: template('07'),
      startNode: 'When a refund is planned',
      items: [news('settlement.planned', dossier)],
      credentials: {
        ...credentials,
        returnsStripeApi: { ...credentials['returnsStripeApi'], secretKey: 'sk_test_no' },
      },
    });
    const item = {
      execution: { error: JSON.parse(JSON.stringify(failed.error)), lastNodeExecuted: failed.lastNode },
      workflow: { id: 'returns07refund', name: 'Returns 07: Refund' },
    };
    const run = await start('90', 'When a workflow fails', [item]);
    expect(run.ran('Write it into the case')).toBe(true);
    const failures = (await current(dossier)).case.failures.map(({ code }) => code);
    expect(failures).toContain('workflow_failed');
  });
});
