import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { Dossier } from '../../lib/returns';
import { shopifyAccount } from '../../sandbox/accounts';
import { runNode } from './support/run-node';
import { runWorkflow, type Run } from './support/run-workflow';
import {
  command,
  news,
  placeShopifyOrder,
  requestInShopify,
  requestedInShopify,
  shop,
  shopper,
} from './support/stories';
import { template } from './support/templates';
import { shippedTemplates } from './support/shipped-templates';
import { useWorld } from './support/world';

const world = useWorld();
const { start } = shippedTemplates(world);

const entrySchema = z.strictObject({
  return: z.string(),
  order: z.string(),
  rma: z.string().optional(),
  stands: z.string().optional(),
  decision: z.string().optional(),
  url: z.string().optional(),
  why: z.string().optional(),
});
const summarySchema = z.strictObject({
  imported: z.array(entrySchema),
  wouldBeImported: z.array(entrySchema),
  inReview: z.array(entrySchema),
  alreadyKnown: z.array(entrySchema),
  leftOut: z.array(entrySchema),
});
type Summary = z.output<typeof summarySchema>;

/** Runs the import as its form does, and answers what it tells in the end. */
async function runImport(mode = 'Import'): Promise<{ run: Run; summary: Summary; page: string }> {
  const run = await start('09', 'When the import is started', [{ mode }]);
  const [told] = run.json('Write the summary');
  expect(run.endings).toHaveLength(1);
  return { run, summary: summarySchema.parse(told?.['summary']), page: run.endings[0]?.message ?? '' };
}

const caseOf = async (returnId: string): Promise<Dossier> =>
  (await world.ledger()).getCase({ channel: 'shopify', externalId: returnId });

async function events(dossier: Dossier): Promise<string[]> {
  const log = await (await world.ledger()).timeline(dossier.case.id);
  return log.map(({ type }) => type);
}

/** What a person, or another app, does in Shopify itself. */
async function inShopify(operation: string, fields: string, variables: object): Promise<IDataObject> {
  const { sandbox } = world;
  const answer = await fetch(`${sandbox().url}/shopify/${shopifyAccount.shop}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shopify-access-token': shopifyAccount.accessToken },
    body: JSON.stringify({ query: `${operation} { ${fields} }`, variables }),
  });
  const body = z.looseObject({ data: z.record(z.string(), z.looseObject({})).optional() }).parse(await answer.json());
  const [payload] = Object.values(body.data ?? {});
  expect(payload).toMatchObject({ userErrors: [] });
  return payload as IDataObject;
}

const approveInShopify = (id: string): Promise<IDataObject> =>
  inShopify(
    'mutation Approve($input: ReturnApproveRequestInput!)',
    'returnApproveRequest(input: $input) { userErrors { message } }',
    { input: { id } },
  );

/** The return as Shopify has it. */
async function standing(returnId: string): Promise<IDataObject> {
  const run = await runNode({
    type: 'shopifyReturns',
    parameters: { resource: 'return', operation: 'get' },
    items: [{ shopifyReturn: { id: returnId } }],
    credentials: world.credentials(),
  });
  return run.json('node')[0] ?? {};
}

interface Kept {
  readonly lines: readonly { readonly id: string }[];
  readonly reverseOrders: readonly { readonly id: string; readonly lines: readonly { readonly id: string }[] }[];
}

const kept = async (returnId: string): Promise<Kept> => (await standing(returnId))['shopifyReturn'] as unknown as Kept;

async function attachInShopify(returnId: string, number: string): Promise<void> {
  const [reverse] = (await kept(returnId)).reverseOrders;
  await inShopify(
    'mutation Attach($id: ID!, $tracking: ReverseDeliveryTrackingInput, $label: ReverseDeliveryLabelInput)',
    `reverseDeliveryCreateWithShipping(
      reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: $tracking, labelInput: $label
    ) { userErrors { message } }`,
    {
      id: reverse?.id,
      tracking: { number, url: `https://carrier.example/${number}` },
      label: { fileUrl: 'https://labels.example/label.png' },
    },
  );
}

/** Processes units of the first line; pays back where an amount is given. */
async function processInShopify(returnId: string, quantity: number, amount?: string): Promise<void> {
  const { order } = (await standing(returnId)) as unknown as Dossier;
  const [line] = (await kept(returnId)).lines;
  const parentId = order.payment.reference;
  const issueRefund = { orderTransactions: [{ parentId, transactionAmount: { amount, currencyCode: 'EUR' } }] };
  await inShopify(
    'mutation Process($input: ReturnProcessInput!)',
    'returnProcess(input: $input) { userErrors { message } }',
    {
      input: {
        returnId,
        returnLineItems: [{ id: line?.id, quantity }],
        ...(amount !== undefined && { financialTransfer: { issueRefund } }),
      },
    },
  );
}

async function receiveInShopify(returnId: string): Promise<void> {
  const [reverse] = (await kept(returnId)).reverseOrders;
  await inShopify(
    'mutation Dispose($inputs: [ReverseFulfillmentOrderDisposeInput!]!)',
    'reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { userErrors { message } }',
    {
      inputs: reverse?.lines.map(({ id }) => ({
        reverseFulfillmentOrderLineItemId: id,
        quantity: 1,
        dispositionType: 'NOT_RESTOCKED',
      })),
    },
  );
}

const twoDresses = {
  discount: undefined,
  lines: [
    {
      sku: 'ROBE-LUNE-M',
      title: 'Robe Lune',
      variantTitle: 'M',
      siblings: ['S', 'M', 'L'],
      productType: 'Clothing',
      quantity: 2,
      unitPrice: '70.00',
      taxRate: '0.2',
    },
  ],
};

async function requested(order: object = {}, quantity = 1): Promise<string> {
  const { name } = await placeShopifyOrder(world, order);
  if (quantity === 1) return requestInShopify(world, name);
  const asked = await world.control('shopify/returns/request', {
    orderName: name,
    lines: [{ sku: 'ROBE-LUNE-M', quantity, reason: 'too-small' }],
  });
  return z.looseObject({ id: z.string() }).parse(asked).id;
}

async function open(order: object = {}, quantity = 1): Promise<string> {
  const id = await requested(order, quantity);
  await approveInShopify(id);
  return id;
}

/** Hands the newest event of this type to a template, as the ledger would. */
const tell = async (number: string, startNode: string, type: string, dossier: Dossier): Promise<Run> =>
  start(number, startNode, [news(type, dossier)]);

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('09 Import open Shopify returns', () => {
  it('says that there is nothing where nothing is open', async () => {
    const { summary, page } = await runImport();
    expect(summary).toEqual({ imported: [], wouldBeImported: [], inReview: [], alreadyKnown: [], leftOut: [] });
    expect(page).toBe('No return is requested or open in Shopify.');
  });

  it('leaves what was only requested to the ordinary decision', async () => {
    const id = await requested();
    const { summary } = await runImport();
    expect(summary.imported).toMatchObject([{ stands: 'requested', rma: expect.stringMatching(/^RMA-/) }]);
    const dossier = await caseOf(id);
    expect(dossier).toMatchObject({ case: { decision: 'requested', references: { shopifyReturn: id } }, shop });
    expect(dossier.case.references).not.toHaveProperty('importedAs');

    const confirmed = await tell('01', 'When a case is opened from Shopify', 'case.opened', dossier);
    expect(confirmed.ran('Confirm to the shopper')).toBe(true);
    await tell('03', 'When a case is opened', 'case.opened', dossier);
    expect(await caseOf(id)).toMatchObject({
      case: { decision: 'approved' },
      decision: { policy: { name: 'atelier-lune' } },
    });
  });

  it('approves what was approved in Shopify, with its label, and neither decides, labels nor writes again', async () => {
    const id = await open();
    await attachInShopify(id, 'TRACK123');
    const { summary, page } = await runImport();
    expect(summary.imported).toMatchObject([{ stands: 'approved, labelled' }]);
    expect(page).toContain('<h3>Imported: 1</h3>');
    expect(page).toContain(`<a href="https://${shopifyAccount.shop}/admin/orders/`);
    const dossier = await caseOf(id);
    expect(dossier).toMatchObject({
      case: {
        decision: 'approved',
        parcel: 'label_ready',
        references: { importedAs: 'approved labelled', trackingNumber: 'TRACK123' },
        lines: [{ requested: 1, approved: 1 }],
      },
      label: {
        trackingNumber: 'TRACK123',
        url: 'https://labels.example/label.png',
        format: 'png',
        provider: 'shopify',
      },
      decision: { policy: { name: 'shopify' } },
    });

    for (const [number, startNode, type] of [
      ['01', 'When a case is opened from Shopify', 'case.opened'],
      ['03', 'When a case is opened', 'case.opened'],
      ['04', 'When a case is approved', 'decision.approved'],
    ] as const) {
      await tell(number, startNode, type, dossier);
    }
    expect(await caseOf(id)).toEqual(dossier);
    expect(await world.mails()).toEqual([]);
    expect(world.effects('easypost', 'label.bought')).toEqual([]);
  });

  it('is tracked, inspected and paid back once by the other templates', async () => {
    const id = await open();
    await attachInShopify(id, 'TRACK123');
    await runImport();
    const found = await start('05', 'Every half hour', [{}]);
    expect(found.json('Ask the carrier')).toMatchObject([{ tracking: { trackingNumber: 'TRACK123' } }]);
    const looked = await start('06', 'When a parcel is opened', [{ rma: 'TRACK123' }], {
      answers: { 'Ask for the grades': () => ({ grade_0: 'new' }) },
    });
    expect(looked.json('Record the inspection')).toMatchObject([{ case: { parcel: 'received' } }]);
    await tell('06', 'When the goods are inspected', 'inspection.recorded', await caseOf(id));
    await tell('07', 'When the goods are inspected', 'inspection.recorded', await caseOf(id));
    await tell('07', 'When a refund is planned', 'settlement.planned', await caseOf(id));
    expect(await caseOf(id)).toMatchObject({ case: { settlement: 'refunded' }, refund: { amount: eur(6300) } });
    expect(world.effects('shopify', 'refund.made')).toHaveLength(1);
  });

  it('changes nothing when it is run again', async () => {
    const ids = [await requested(), await open()];
    await attachInShopify(ids[1] ?? '', 'TRACK123');
    await runImport();
    const before = await Promise.all(ids.map(caseOf));
    const { summary } = await runImport();
    expect(summary.alreadyKnown.map(({ decision }) => decision).sort()).toEqual(['approved', 'requested']);
    expect(summary.imported).toEqual([]);
    expect(await Promise.all(ids.map(caseOf))).toEqual(before);
  });

  it('changes nothing when it is only asked what it would do', async () => {
    const known = await open();
    await runImport();
    await attachInShopify(known, 'TRACK123');
    await open();
    const { summary, page } = await runImport('Show what would be imported');
    expect(summary).toMatchObject({ imported: [], wouldBeImported: [{ stands: 'approved' }], alreadyKnown: [{}] });
    expect(page).toContain('<h3>Would be imported: 1</h3>');
    expect((await (await world.ledger()).findCases({}, { limit: 10 })).items).toHaveLength(1);
    expect((await caseOf(known)).case.parcel).toBe('none');
  });

  it('goes on where a run was cut off, and takes over a label that was attached since', async () => {
    const id = await open();
    const cutOff = template('09').connections['Was it approved in Shopify?'];
    expect(cutOff).toBeDefined();
    const { connections, ...rest } = template('09');
    await runWorkflow({
      workflow: { ...rest, connections: { ...connections, 'Was it approved in Shopify?': { main: [[]] } } },
      startNode: 'When the import is started',
      items: [{ mode: 'Import' }],
      credentials: world.credentials(),
    });
    expect((await caseOf(id)).case.decision).toBe('requested');
    await attachInShopify(id, 'TRACK123');
    await runImport();
    expect(await caseOf(id)).toMatchObject({ case: { decision: 'approved', parcel: 'label_ready' } });
    expect(await events(await caseOf(id))).toEqual(['case.opened', 'decision.approved', 'label.created']);
  });

  it('goes through every page of the list', async () => {
    const count = 27;
    const ids: string[] = [];
    for (let made = 0; made < count; made += 1) ids.push(await requested());
    const { summary } = await runImport();
    expect(summary.imported).toHaveLength(count);
    const cases = await Promise.all(ids.map(caseOf));
    expect(new Set(cases.map((dossier) => dossier.case.rma)).size).toBe(count);
  });

  it('takes over only what is left of a return that was paid back in part', async () => {
    const id = await open(twoDresses, 2);
    await processInShopify(id, 1, '70.00');
    const { summary } = await runImport();
    expect(summary.imported).toMatchObject([{ stands: 'approved' }]);
    const dossier = await caseOf(id);
    expect(dossier).toMatchObject({ case: { decision: 'approved', lines: [{ requested: 1, approved: 1 }] } });

    const inspected = await command(await world.ledger(), dossier.case.id, {
      type: 'inspect',
      inspection: {
        inspectedAt: new Date().toISOString(),
        lines: [
          { orderLineId: dossier.case.lines[0]?.orderLineId ?? '', quantity: 1, grade: 'new', disposition: 'restock' },
        ],
      },
    });
    await tell('07', 'When the goods are inspected', 'inspection.recorded', inspected);
    await tell('07', 'When a refund is planned', 'settlement.planned', await caseOf(id));
    expect(await caseOf(id)).toMatchObject({ case: { settlement: 'refunded' }, refund: { amount: eur(7000) } });
    expect(world.effects('shopify', 'refund.made')).toHaveLength(2);
  });

  it('pays nothing for a return that was paid back before the goods were there', async () => {
    const id = await open();
    await processInShopify(id, 1, '63.00');
    const { summary } = await runImport();
    expect(summary.imported).toMatchObject([{ stands: 'approved, refunded' }]);
    const dossier = await caseOf(id);
    expect(dossier).toMatchObject({ case: { settlement: 'refunded' }, refund: { amount: eur(6300) } });
    const told = await tell('07', 'When the money is back', 'settlement.refunded', dossier);
    expect(told.ran('Tell the shopper what was paid back')).toBe(false);

    const inspected = await command(await world.ledger(), dossier.case.id, {
      type: 'inspect',
      inspection: {
        inspectedAt: new Date().toISOString(),
        lines: [
          { orderLineId: dossier.case.lines[0]?.orderLineId ?? '', quantity: 1, grade: 'new', disposition: 'restock' },
        ],
      },
    });
    const run = await tell('07', 'When the goods are inspected', 'inspection.recorded', inspected);
    expect(run.ran('Plan the refund')).toBe(false);
    expect(world.effects('shopify', 'refund.made')).toHaveLength(1);
  });

  it('takes goods over that are in the warehouse, without telling the shopper again', async () => {
    const id = await open();
    await receiveInShopify(id);
    await runImport();
    const dossier = await caseOf(id);
    expect(dossier.case).toMatchObject({
      decision: 'approved',
      parcel: 'received',
      references: { importedAs: 'approved received' },
      lines: [{ received: 0 }],
    });
    const run = await tell('05', 'When a parcel has come back', 'parcel.received', dossier);
    expect(run.ran('Tell the shopper that it has arrived')).toBe(false);
  });

  it('keeps the fee that was agreed on in Shopify', async () => {
    const { name } = await placeShopifyOrder(world);
    const order = await runNode({
      type: 'shopifyReturns',
      parameters: { resource: 'order', operation: 'get', findBy: 'name', orderName: name },
      items: [{}],
      credentials: world.credentials(),
    });
    const [line] = (order.json('node')[0] as unknown as Dossier).order.lines;
    const made = await inShopify(
      'mutation Create($input: ReturnInput!)',
      'returnCreate(returnInput: $input) { return { id } userErrors { message } }',
      {
        input: {
          orderId: (order.json('node')[0] as unknown as Dossier).order.id,
          returnLineItems: [
            {
              fulfillmentLineItemId: line?.fulfillmentLineId,
              quantity: 1,
              returnReason: 'SIZE_TOO_SMALL',
              restockingFee: { percentage: 10 },
            },
          ],
          returnShippingFee: { amount: { amount: '4.00', currencyCode: 'EUR' } },
        },
      },
    );
    await runImport();
    const { id } = made['return'] as { id: string };
    expect(await caseOf(id)).toMatchObject({
      case: { decision: 'approved' },
      decision: { fee: eur(1030), refundable: eur(5270) },
    });
  });

  describe('with an exchange', () => {
    async function exchange(): Promise<string> {
      const { name } = await placeShopifyOrder(world, {
        ...twoDresses,
        lines: [{ ...twoDresses.lines[0], quantity: 1 }],
      });
      const read = await runNode({
        type: 'shopifyReturns',
        parameters: { resource: 'order', operation: 'get', findBy: 'name', orderName: name },
        items: [{}],
        credentials: world.credentials(),
      });
      const { order } = read.json('node')[0] as unknown as Dossier;
      const [line] = order.lines;
      const options = await runNode({
        type: 'shopifyReturns',
        parameters: { resource: 'order', operation: 'getExchangeOptions', variantId: line?.variantId ?? '' },
        items: [{}],
        credentials: world.credentials(),
      });
      const variants = options.json('node')[0]?.['exchangeOptions'] as { variantId: string; title: string }[];
      const large = variants.find(({ title }) => title === 'L');
      const made = await inShopify(
        'mutation Create($input: ReturnInput!)',
        'returnCreate(returnInput: $input) { return { id } userErrors { message } }',
        {
          input: {
            orderId: order.id,
            returnLineItems: [
              { fulfillmentLineItemId: line?.fulfillmentLineId, quantity: 1, returnReason: 'SIZE_TOO_SMALL' },
            ],
            exchangeLineItems: [{ variantId: large?.variantId, quantity: 1 }],
          },
        },
      );
      return (made['return'] as { id: string }).id;
    }

    it('keeps what is to be sent, and template 08 sends it', async () => {
      const id = await exchange();
      await runImport();
      const dossier = await caseOf(id);
      expect(dossier).toMatchObject({
        case: { decision: 'approved', resolution: 'exchange' },
        request: { lines: [{ exchangeFor: { title: 'Robe Lune · L' } }] },
      });
      await tell('08', 'When the parcel has its first scan', 'parcel.in_transit', dossier);
      expect(await caseOf(id)).toMatchObject({ case: { settlement: 'exchanged' } });
      expect(world.effects('shopify', 'exchange.processed')).toHaveLength(1);
    });

    it('sends nothing that was sent before', async () => {
      const id = await exchange();
      const value = (await standing(id))['shopifyReturn'] as { exchangeLines: { id: string }[] };
      await inShopify(
        'mutation Process($input: ReturnProcessInput!)',
        'returnProcess(input: $input) { userErrors { message } }',
        { input: { returnId: id, exchangeLineItems: [{ id: value.exchangeLines[0]?.id, quantity: 1 }] } },
      );
      const { summary } = await runImport();
      expect(summary.imported).toMatchObject([{ stands: 'approved, exchanged' }]);
      const dossier = await caseOf(id);
      expect(dossier).toMatchObject({ case: { settlement: 'exchanged' }, exchange: { lines: [{ quantity: 1 }] } });
      const run = await tell('08', 'When the parcel has its first scan', 'parcel.in_transit', dossier);
      expect(run.ran('Send the exchange in Shopify')).toBe(false);
      const held = await tell('17', 'When an exchange is approved', 'decision.approved', dossier);
      expect(held.ran('Take them out of stock')).toBe(false);
    });
  });

  describe('what is unclear', () => {
    const unclear = async (): Promise<string> => {
      const id = await open(twoDresses, 2);
      await processInShopify(id, 1);
      return id;
    };

    it('is put before a person with the reason, and the shopper is not written to', async () => {
      const id = await unclear();
      const { summary, page } = await runImport();
      expect(summary).toMatchObject({
        imported: [],
        inReview: [{ why: '1 unit counts as processed while nothing was paid back', rma: expect.any(String) }],
      });
      expect(page).toContain('<h3>In review: 1</h3>');
      const dossier = await caseOf(id);
      expect(dossier).toMatchObject({
        case: { decision: 'in_review', lines: [{ requested: 1, approved: 0 }] },
        decision: { outcome: 'review', reason: { agent: expect.stringContaining('nothing was paid back') } },
      });
      const again = await runImport();
      expect(again.summary).toMatchObject({ inReview: [{ rma: dossier.case.rma }], alreadyKnown: [] });

      await start('03', 'When a case needs a person', [news('decision.in_review', dossier)], {
        verdicts: { 'Ask the shop': 'approve' },
      });
      expect(await caseOf(id)).toMatchObject({ case: { decision: 'approved', lines: [{ approved: 1 }] } });
      expect(await world.mails(shopper.email)).toEqual([]);
      const [asked] = await world.mails('returns@atelier-lune.example');
      expect(await world.mailHtml(asked?.id ?? '')).toContain('“Reject” sends no mail to the shopper');
    });

    it('is neither declined in Shopify nor told to the shopper when that person turns it down', async () => {
      const id = await unclear();
      await runImport();
      const verdict = { verdicts: { 'Ask the shop': 'reject' } } as const;
      await start('03', 'When a case needs a person', [news('decision.in_review', await caseOf(id))], verdict);
      const dossier = await caseOf(id);
      expect(dossier.case.decision).toBe('rejected');
      const run = await tell('03', 'When a case is rejected', 'decision.rejected', dossier);
      expect(run.ran('Decline in Shopify')).toBe(false);
      expect(await world.mails(shopper.email)).toEqual([]);
      expect((await runImport()).summary.alreadyKnown).toMatchObject([{ rma: dossier.case.rma }]);
      expect(await caseOf(id)).toEqual(dossier);
    });

    it('includes a refund of the same goods that is not of the return', async () => {
      const id = await open();
      const { order, request } = (await standing(id)) as unknown as Dossier;
      await inShopify(
        'mutation Refund($input: RefundInput!)',
        'refundCreate(input: $input) @idempotent(key: "one") { userErrors { message } }',
        {
          input: {
            orderId: order.id,
            refundLineItems: [{ lineItemId: request.lines[0]?.orderLineId, quantity: 1, restockType: 'NO_RESTOCK' }],
            transactions: [
              {
                amount: '63.00',
                gateway: 'shopify_payments',
                kind: 'REFUND',
                orderId: order.id,
                parentId: order.payment.reference,
              },
            ],
          },
        },
      );
      const { summary } = await runImport();
      expect(summary.inReview).toMatchObject([{ why: 'the order has a refund of €63.00 that is not of this return' }]);
    });
  });

  describe('what belongs to another case', () => {
    const byForm = async (): Promise<Dossier> => {
      const { name } = await placeShopifyOrder(world);
      const form = await start('02', 'When a shopper comes', [{ orderNumber: name, email: shopper.email }], {
        change: {
          'Wait for the decision': { parameters: { operation: 'get', findBy: 'id', keyValue: '={{ $json.case.id }}' } },
        },
        answers: {
          'Ask for items, reason and wish': () => ({
            items: ['Robe Lune – M'],
            reason: 'Trop petit',
            wish: 'Être remboursé',
          }),
        },
      });
      const [opened] = form.json('Open the case') as unknown as Dossier[];
      if (!opened) throw new Error('no case was opened');
      await start('03', 'When a case is opened', [opened]);
      return (await world.ledger()).getCase({ id: opened.case.id });
    };

    it('is known by the return that template 04 has created for it', async () => {
      const dossier = await byForm();
      await start('04', 'When a case is approved', [dossier]);
      const { summary } = await runImport();
      expect(summary).toMatchObject({ imported: [], alreadyKnown: [{ rma: dossier.case.rma }] });
      expect((await (await world.ledger()).findCases({}, { limit: 10 })).items).toHaveLength(1);
    });

    it('is left out while it cannot be told whether it is the same return', async () => {
      const dossier = await byForm();
      const id = await requestInShopify(world, dossier.order.name);
      await approveInShopify(id);
      const { summary } = await runImport();
      expect(summary.imported).toEqual([]);
      expect(summary.leftOut).toMatchObject([{ why: expect.stringContaining('another case of the order') }]);
      expect((await (await world.ledger()).findCases({}, { limit: 10 })).items).toHaveLength(1);
    });

    it('is not opened a second time when template 04 names its return while the import is under way', () => {
      // The units that other cases ask for are counted before the case is looked up: whoever is not known by then is counted.
      const { connections } = template('09');
      expect(connections['Find what is left of the order']?.main[0]?.map(({ node }) => node)).toEqual([
        'Look up the case',
      ]);
    });

    it('is left alone where template 01 has opened it', async () => {
      const id = await requested();
      await start('01', 'When a return is requested', [requestedInShopify(id)]);
      await approveInShopify(id);
      const before = await caseOf(id);
      expect((await runImport()).summary.alreadyKnown).toMatchObject([{ rma: before.case.rma }]);
      expect(await caseOf(id)).toEqual(before);
    });
  });

  it('leaves out what was sold on TikTok Shop, and goes on with the others', async () => {
    await open({ name: 'TT576461413038785752' });
    await open();
    const { summary } = await runImport();
    expect(summary.imported).toHaveLength(1);
    expect(summary.leftOut).toMatchObject([{ why: 'it was sold on TikTok Shop' }]);
  });
});
