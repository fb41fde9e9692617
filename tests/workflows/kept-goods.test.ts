import type { Dossier } from '../../lib/returns';
import type { Run, RunInput } from './support/run-workflow';
import {
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

const world = useWorld();
const { start, current } = shippedTemplates(world);

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const exchange = 'Échanger contre une autre taille ou un autre modèle';
const forCredit = 'Recevoir un avoir au lieu d’un remboursement (+10 %)';

/** A policy that lets shoppers keep what its rule names. */
const policyOf = (keep: object, more: object = {}): NonNullable<RunInput['change']> => ({
  'Evaluate the policy': {
    parameters: {
      operation: 'evaluate',
      policySource: 'json',
      policyJson: JSON.stringify({
        name: 'keeping',
        version: '1',
        windows: { default: { days: 30 } },
        resolutions: [
          { id: 'exchange', resolution: 'exchange' },
          { id: 'refund', resolution: 'refund' },
          { id: 'credit', resolution: 'store_credit', bonus: { percent: 10 } },
        ],
        keepItem: [{ id: 'cheap', always: true, ...keep }],
        ...more,
      }),
    },
  },
});

async function decide(opened: Dossier, policy = policyOf({})): Promise<Dossier> {
  await start('03', 'When a case is opened', [news('case.opened', opened)], { change: policy });
  return current(opened);
}

/** Twice, as events come at least once. */
async function approve(approved: Dossier): Promise<Run> {
  const first = await start('04', 'When a case is approved', [news('decision.approved', approved)]);
  await start('04', 'When a case is approved', [news('decision.approved', await current(approved))]);
  return first;
}

const twice = async (number: string, startNode: string, event: string, dossier: Dossier): Promise<Dossier> => {
  for (const _time of ['once', 'twice']) await start(number, startNode, [news(event, await current(dossier))]);
  return current(dossier);
};

const stripeCase = async (change: object = {}): Promise<Dossier> => {
  const { paymentIntent } = await placeStripeOrder(world);
  return openCase(await world.ledger(), stripeOrder(paymentIntent), teeRequest(change));
};

async function shopifyCase(): Promise<Dossier> {
  const order = await placeShopifyOrder(world);
  const returnId = await requestInShopify(world, order.name);
  const run = await start('01', 'When a return is requested', [requestedInShopify(returnId)]);
  return run.json('Open the case')[0] as unknown as Dossier;
}

const undecided = { operation: 'get', findBy: 'id', keyValue: '={{ $json.case.id }}' };

async function fillForm(
  wish: string,
  decided: Readonly<Record<string, string>> = undecided,
): Promise<{ run: Run; opened: Dossier }> {
  const order = await placeShopifyOrder(world);
  const run = await start('02', 'When a shopper comes', [{ orderNumber: order.name, email: shopper.email }], {
    change: { 'Wait for the decision': { parameters: decided } },
    answers: {
      'Ask for items, reason and wish': () => ({ items: ['Robe Lune – M'], reason: 'Trop petit', wish }),
      'Ask for the new size': () => ({ variant1: 'L' }),
    },
  });
  return { run, opened: run.json('Open the case')[0] as unknown as Dossier };
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const mailTo = async (address: string, beginning: string): Promise<string[]> => {
  const mails = (await world.mails(address)).filter(({ subject }) => subject.startsWith(beginning));
  return Promise.all(mails.map(async ({ id }) => plain(await world.mailText(id))));
};

describe('goods that are not worth the way back', () => {
  it('stay with the shopper, who is told so, and are paid back at once, once', async () => {
    const approved = await decide(await stripeCase());
    expect(approved).toMatchObject({ case: { decision: 'approved' }, decision: { keepItem: { keep: true } } });
    const run = await approve(approved);
    expect(run.ran('Buy the return label')).toBe(false);
    expect(world.effects('easypost', 'label.bought')).toEqual([]);
    expect(await current(approved)).toMatchObject({ case: { parcel: 'not_required' } });
    const [told, ...others] = await mailTo(shopper.email, 'Gardez vos articles');
    expect(others).toEqual([]);
    expect(told).toContain('Vous n’avez rien à renvoyer');
    expect(told).toContain('Nous vous remboursons 29,00 € dès maintenant');

    const planned = await twice('07', 'When the goods are kept', 'parcel.not_required', approved);
    expect(planned).toMatchObject({ case: { settlement: 'planned', planned: eur(2900) } });
    const paid = await twice('07', 'When a refund is planned', 'settlement.planned', approved);
    expect(paid).toMatchObject({ case: { settlement: 'refunded' }, refund: { amount: eur(2900) } });
    expect(world.effects('stripe', 'refund.made')).toMatchObject([{ detail: { amount: 2900 } }]);

    await twice('07', 'When the money is back', 'settlement.refunded', approved);
    const letters = await mailTo(shopper.email, 'Votre remboursement');
    expect(letters).toEqual([expect.stringContaining('Il n’y a rien à renvoyer.')]);
  });

  it('are not planned again where a person has paid for them already', async () => {
    const dossier = await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [
      { type: 'approve' },
      {
        type: 'settle',
        refund: {
          provider: 'stripe',
          id: 're_by_hand',
          status: 'succeeded',
          amount: eur(2500),
          providerStatus: 'succeeded',
          at: new Date().toISOString(),
        },
      },
      { type: 'keep_item' },
    ]);
    const run = await start('07', 'When the goods are kept', [news('parcel.not_required', dossier)]);
    expect(run.ran('Plan the refund of what is kept')).toBe(false);
  });

  it('are processed in Shopify without a disposition, and their return is closed', async () => {
    const approved = await decide(await shopifyCase());
    await approve(approved);
    expect(world.effects('shopify', 'return.approved')).toHaveLength(1);
    await twice('07', 'When the goods are kept', 'parcel.not_required', approved);
    const paid = await twice('07', 'When a refund is planned', 'settlement.planned', approved);
    expect(paid).toMatchObject({ case: { settlement: 'refunded' }, refund: { amount: eur(6300) } });
    expect(world.effects('shopify', 'refund.made')).toMatchObject([{ detail: { minor: 6300 } }]);
    expect(world.effects('shopify', 'return.processed')).toMatchObject([{ detail: { lines: [{ quantity: 1 }] } }]);
    expect(world.effects('shopify', 'return.disposed')).toEqual([]);
    expect(world.effects('shopify', 'return.closed')).toHaveLength(1);
    expect(world.effects('easypost', 'label.bought')).toEqual([]);
  });

  it('are credited at once, with the bonus, where the shopper has chosen store credit', async () => {
    const approved = await decide((await fillForm(forCredit)).opened);
    await approve(approved);
    expect(world.effects('shopify', 'return.created')).toHaveLength(1);
    await twice('15', 'When the goods are kept', 'parcel.not_required', approved);
    const given = await twice('15', 'When a credit is planned', 'settlement.planned', approved);
    expect(given).toMatchObject({
      case: { settlement: 'credited', planned: eur(6300) },
      credit: { amount: eur(6930) },
    });
    expect(world.effects('shopify', 'store-credit.credited')).toHaveLength(1);
    expect(world.effects('shopify', 'refund.made')).toEqual([]);
    expect(world.effects('shopify', 'return.closed')).toHaveLength(1);
    await twice('15', 'When the credit is given', 'settlement.credited', approved);
    const letters = await mailTo(shopper.email, 'Votre avoir');
    expect(letters).toEqual([expect.stringContaining('qui restent à vous')]);
  });

  it('are exchanged at once, without waiting for a scan', async () => {
    const approved = await decide((await fillForm(exchange)).opened);
    await approve(approved);
    const sent = await twice('08', 'When the goods are kept', 'parcel.not_required', approved);
    expect(sent).toMatchObject({ case: { settlement: 'exchanged' }, exchange: { lines: [{ quantity: 1 }] } });
    expect(world.effects('shopify', 'exchange.processed')).toHaveLength(1);
    expect(world.effects('shopify', 'refund.made')).toEqual([]);
    expect(world.effects('shopify', 'return.disposed')).toEqual([]);
    expect(world.effects('shopify', 'return.closed')).toHaveLength(1);
    const letters = await mailTo(shopper.email, 'Gardez vos articles');
    expect(letters).toEqual([expect.stringContaining('Nous vous envoyons le nouvel article dès maintenant')]);
  });

  it('are not inspected, should they come all the same', async () => {
    const approved = await decide(await stripeCase());
    await approve(approved);
    const run = await start('06', 'When a parcel is opened', [{ rma: approved.case.rma }]);
    expect(run.endings).toMatchObject([{ node: 'Say how the case stands' }]);
  });

  it('are kept after a review too, which tells the shop so before it approves', async () => {
    const routing = [{ id: 'look', when: { 'line.sku': 'TEE-S' }, outcome: 'review' }];
    const asked = await decide(await stripeCase(), policyOf({}, { routing }));
    expect(asked).toMatchObject({ case: { decision: 'in_review' } });
    await start('03', 'When a case needs a person', [news('decision.in_review', asked)], {
      verdicts: { 'Ask the shop': 'approve' },
    });
    const [letter] = await mailTo('returns@atelier-lune.example', 'Return ');
    expect(letter).toContain('Nothing comes back.');
    const run = await approve(await current(asked));
    expect(run.ran('Record that nothing comes back')).toBe(true);
    expect(world.effects('easypost', 'label.bought')).toEqual([]);
  });
});

describe('a request of which a part is kept', () => {
  const both = {
    lines: [
      { orderLineId: 'line-tee', quantity: 1, reason: 'too_small' },
      { orderLineId: 'line-mug', quantity: 1, reason: 'defective' },
    ],
  };

  it('is put before a person, and all of it comes back once approved', async () => {
    const asked = await decide(await stripeCase(both), policyOf({ when: { 'line.sku': 'MUG-1' } }));
    expect(asked).toMatchObject({ case: { decision: 'in_review' }, decision: { outcome: 'approve' } });
    expect(asked.decision?.lines.map(({ keepItem }) => keepItem)).toEqual([false, true]);
    await start('03', 'When a case needs a person', [news('decision.in_review', asked)], {
      verdicts: { 'Ask the shop': 'approve' },
    });
    const [letter] = await mailTo('returns@atelier-lune.example', 'Return ');
    expect(letter).toContain('The policy lets the shopper keep a part: Mug Lune.');
    const run = await approve(await current(asked));
    expect(run.ran('Record that nothing comes back')).toBe(false);
    expect(world.effects('easypost', 'label.bought')).toHaveLength(1);
    expect(await current(asked)).toMatchObject({ case: { parcel: 'label_ready' } });
  });
});

it('says on the form that a mail confirms it, and speaks of no label', async () => {
  const zero = '{ amount: 0, currency: "EUR" }';
  const decision = `={{ ({
    outcome: 'approve', policy: { name: 'keeping', version: '1' }, evaluatedAt: $now.toUTC().toISO(), trace: [],
    fee: ${zero}, refundable: ${zero}, keepItem: { keep: true, rule: 'cheap', cost: ${zero}, worth: ${zero} },
    reason: { shopper: { fr: 'Vous n’avez rien à renvoyer.' }, agent: '', audit: '' },
    lines: $json.case.lines.map(({ orderLineId }) =>
      ({ orderLineId, outcome: 'approve', rule: 'window', refundable: ${zero}, keepItem: true }))
  }) }}`;
  const { run } = await fillForm('Être remboursé', { operation: 'command', command: 'approve', decision });
  expect(run.endings).toMatchObject([
    {
      title: 'Votre retour est accepté',
      message: expect.stringMatching(/rien à renvoyer\.\nUn e-mail vous le confirme\.$/),
    },
  ]);
});
