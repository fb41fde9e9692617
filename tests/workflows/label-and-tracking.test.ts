import type { Dossier } from '../../lib/returns';
import { runWorkflow, type Run } from './support/run-workflow';
import {
  command,
  news,
  openCase,
  placeShopifyOrder,
  requestedInShopify,
  requestInShopify,
  shopper,
  stripeOrder,
  teeRequest,
} from './support/stories';
import { template } from './support/templates';
import { useWorld } from './support/world';

const world = useWorld();

const approvedCase = async (): Promise<Dossier> =>
  openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [{ type: 'approve' }]);

/** A return that the shopper asked for in Shopify, and that the shop has approved here. */
async function approvedShopifyCase(): Promise<Dossier> {
  const order = await placeShopifyOrder(world);
  const returnId = await requestInShopify(world, order.name);
  const intake = await runWorkflow({
    workflow: template('01'),
    startNode: 'When a return is requested',
    items: [requestedInShopify(returnId)],
    credentials: world.credentials(),
  });
  const [opened] = intake.json('Open the case');
  const { id } = opened?.['case'] as Dossier['case'];
  return command(await world.ledger(), id, { type: 'approve' });
}

const approve = (...dossiers: Dossier[]): Promise<Run> =>
  runWorkflow({
    workflow: template('04'),
    startNode: 'When a case is approved',
    items: dossiers.map((dossier) => news('decision.approved', dossier)),
    credentials: world.credentials(),
  });

describe('04 Label and e-mail', () => {
  it('buys a label, prints it with the slip, and mails both in one PDF', async () => {
    const dossier = await approvedCase();
    const run = await approve(dossier);
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.ran('Show the label in Shopify')).toBe(false);

    const [bought] = run.items('Buy the return label');
    expect(bought?.json).toMatchObject({
      label: { trackingNumber: expect.any(String), provider: 'easypost', cost: { currency: 'EUR' } },
      case: { parcel: 'label_ready' },
    });
    expect(bought?.binary?.['label']).toMatchObject({ mimeType: 'application/pdf' });
    const [printed] = run.items('Print label and slip');
    const slip = printed?.binary?.['slip'];
    expect(slip).toMatchObject({
      mimeType: 'application/pdf',
      fileName: `return-label-and-slip-${dossier.case.rma}.pdf`,
    });
    expect(
      Buffer.from(slip?.data ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    const [mail, ...others] = await world.mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: shopper.email,
      subject: `Votre retour est accepté (${dossier.case.rma})`,
      attachments: [{ filename: `return-label-and-slip-${dossier.case.rma}.pdf`, contentType: 'application/pdf' }],
    });
  });

  it('buys one label and sends one mail, however often it runs', async () => {
    const dossier = await approvedCase();
    const [first, second] = [await approve(dossier), await approve(dossier)];
    expect([first.status, second.status]).toEqual(['success', 'success']);
    expect(world.effects('easypost', 'label.bought')).toHaveLength(1);
    expect(await world.mails()).toHaveLength(1);
    const numbers = [first, second].map((run) => (run.json('Buy the return label')[0] as unknown as Dossier).label);
    expect(numbers[1]).toEqual(numbers[0]);
    expect(second.items('Print label and slip')[0]?.binary).toHaveProperty('slip');
  });

  it('keeps each case to itself when several come in one batch', async () => {
    const ledger = await world.ledger();
    const cases = await Promise.all(
      ['form-1', 'form-2', 'form-3'].map((externalId) =>
        openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId }), [{ type: 'approve' }]),
      ),
    );
    const run = await approve(...cases);
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.json('Send label and slip').map((json) => (json as unknown as Dossier).case.rma)).toEqual(
      cases.map((dossier) => dossier.case.rma),
    );
    const mails = await world.mails();
    for (const { case: one } of cases) {
      expect(mails.filter(({ subject }) => subject.includes(one.rma))).toMatchObject([
        { attachments: [{ filename: `return-label-and-slip-${one.rma}.pdf` }] },
      ]);
    }
    expect(world.effects('easypost', 'label.bought')).toHaveLength(3);
  });

  it('approves the return in Shopify and shows its label there', async () => {
    const dossier = await approvedShopifyCase();
    for (const _time of ['once', 'twice']) {
      expect(await approve(dossier)).toMatchObject({ status: 'success', error: undefined });
    }
    expect(world.effects('shopify', 'return.approved')).toHaveLength(1);
    expect(world.effects('easypost', 'label.bought')).toHaveLength(1);
    const { label } = await (await world.ledger()).getCase({ id: dossier.case.id });
    expect(JSON.stringify(await state())).toContain(label?.trackingNumber);
  });

  it('creates the return in Shopify for an order of Shopify that was asked back by form', async () => {
    const order = await placeShopifyOrder(world);
    const ledger = await world.ledger();
    const found = await runWorkflow({
      workflow: template('02'),
      startNode: 'When a shopper comes',
      items: [{ orderNumber: order.name, email: shopper.email }],
      credentials: world.credentials(),
      change: { 'Wait for the decision': { parameters: { operation: 'get', keyValue: '={{ $json.case.id }}' } } },
      answers: {
        'Ask for items, reason and wish': (questions) => ({
          items: [questions[0]?.fieldOptions?.values[0]?.option ?? ''],
          reason: 'Trop petit',
          wish: 'Être remboursé',
        }),
      },
    });
    const [opened] = found.json('Open the case');
    const { id } = opened?.['case'] as Dossier['case'];
    const dossier = await command(ledger, id, { type: 'approve' });
    for (const _time of ['once', 'twice']) {
      expect(await approve(dossier)).toMatchObject({ status: 'success', error: undefined });
    }
    expect(world.effects('shopify', 'return.created')).toHaveLength(1);
    expect(await ledger.getCase({ id })).toMatchObject({
      case: { references: { shopifyReturn: expect.stringContaining('gid://shopify/Return/') } },
    });
  });

  const state = async (): Promise<unknown> => (await fetch(`${world.sandbox().url}/control/state`)).json();
});

describe('05 Tracking updates', () => {
  const labelled = async (): Promise<Dossier> => {
    const run = await approve(await approvedCase());
    return run.json('Send label and slip')[0] as unknown as Dossier;
  };

  const scan = (dossier: Dossier, status: string) =>
    world.control(`easypost/trackers/${String(dossier.label?.trackingNumber)}/status`, { status });

  const poll = (): Promise<Run> =>
    runWorkflow({
      workflow: template('05'),
      startNode: 'Every half hour',
      items: [{}],
      credentials: world.credentials(),
    });

  it('asks the carrier where the parcels are, and moves their cases', async () => {
    const dossier = await labelled();
    await scan(dossier, 'in_transit');
    const run = await poll();
    expect(run).toMatchObject({ status: 'success', error: undefined });
    const ledger = await world.ledger();
    const moved = await ledger.getCase({ id: dossier.case.id });
    expect(moved).toMatchObject({ case: { parcel: 'in_transit' }, tracking: { status: 'in_transit' } });

    for (const _time of ['once', 'twice']) {
      await runWorkflow({
        workflow: template('05'),
        startNode: 'When a parcel sets off',
        items: [news('parcel.in_transit', moved)],
        credentials: world.credentials(),
      });
    }
    const told = (await world.mails()).filter(({ subject }) => subject.startsWith('Votre retour est en route'));
    expect(told).toHaveLength(1);
  });

  it('moves nothing backwards when an older scan comes late', async () => {
    const dossier = await labelled();
    await scan(dossier, 'in_transit');
    const late = await poll();
    await scan(dossier, 'delivered');
    await poll();
    const run = await runWorkflow({
      workflow: template('05'),
      startNode: 'When a parcel is scanned',
      items: late.json('Ask the carrier'),
      credentials: world.credentials(),
    });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(await (await world.ledger()).getCase({ id: dossier.case.id })).toMatchObject({
      case: { parcel: 'delivered' },
    });
  });

  it('goes on with the others when the carrier knows nothing of one parcel', async () => {
    const ledger = await world.ledger();
    const lost = await openCase(ledger, stripeOrder('pi_1'), teeRequest({ externalId: 'elsewhere' }), [
      { type: 'approve' },
    ]);
    const dossier = await labelled();
    const label = { ...(dossier.label ?? never()), trackingNumber: 'UNKNOWN-1' };
    await command(ledger, lost.case.id, { type: 'record_label', label });
    await scan(dossier, 'in_transit');
    const run = await poll();
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(await ledger.getCase({ id: dossier.case.id })).toMatchObject({ case: { parcel: 'in_transit' } });
    expect(await ledger.getCase({ id: lost.case.id })).toMatchObject({ case: { parcel: 'label_ready' } });
  });

  it('tells the shopper once that the parcel has come back', async () => {
    const dossier = await labelled();
    const received = await command(await world.ledger(), dossier.case.id, { type: 'receive' });
    for (const _time of ['once', 'twice']) {
      const run = await runWorkflow({
        workflow: template('05'),
        startNode: 'When a parcel has come back',
        items: [news('parcel.received', received)],
        credentials: world.credentials(),
      });
      expect(run).toMatchObject({ status: 'success', error: undefined });
    }
    expect((await world.mails()).filter(({ subject }) => subject.startsWith('Votre colis est arrivé'))).toHaveLength(1);
  });

  const never = (): never => {
    throw new RangeError('the case has a label');
  };
});
