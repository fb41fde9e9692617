import { questionMessages, renderQuestion, type Question, type QuestionInput } from '../../../lib/mail';
import { locales, type Dossier } from '../../../lib/returns';
import { dossier, shop } from './dossier';

type LineDecision = NonNullable<Dossier['decision']>['lines'][number];
type Rights = NonNullable<LineDecision['rights']>;

/** The shirt came back with a hole, the socks did not. */
const inspected: Dossier = {
  ...dossier,
  case: {
    ...dossier.case,
    lines: dossier.case.lines.map((line, index) => ({ ...line, received: index === 0 ? 1 : 0 })),
  },
  inspection: {
    inspectedAt: '2026-11-08T09:00:00Z',
    lines: [
      { orderLineId: 'line-1', quantity: 1, grade: 'damaged', disposition: 'write_off', note: 'a hole' },
      { orderLineId: 'line-2', quantity: 2, grade: 'missing', disposition: 'write_off' },
    ],
  },
};

const ask = (input: Partial<QuestionInput> = {}): Promise<Question> =>
  renderQuestion({ message: 'shop_review', dossier: inspected, shop, locale: 'en', ...input });

const html = async (about: Dossier): Promise<string> => (await ask({ dossier: about })).html;

/** The case of the shirt and the socks, decided like this. */
function decided(changes: Partial<NonNullable<Dossier['decision']>>): Dossier {
  if (dossier.decision === undefined) throw new RangeError('the case is decided');
  return { ...dossier, decision: { ...dossier.decision, ...changes } };
}

/** The same with what is said of each line. */
function decidedByLine(...changes: readonly Partial<LineDecision>[]): Dossier {
  const lines = dossier.decision?.lines ?? [];
  return decided({ lines: lines.map((line, index) => ({ ...line, ...changes[index] })) });
}

const granting = (...rights: readonly (Rights | undefined)[]): Dossier =>
  decidedByLine(...rights.map((one) => (one === undefined ? {} : { rights: one })));

function sentBackFor(reason: Dossier['case']['lines'][number]['reason'], about: Dossier): Dossier {
  return { ...about, case: { ...about.case, lines: about.case.lines.map((line) => ({ ...line, reason })) } };
}

/** What n8n's send-and-wait nodes make of a message before they send it (n8n 2.41, utils/utilities.ts, `escapeHtml`). */
const sentByN8n = (message: string): string =>
  message
    .replaceAll(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
    )
    .replaceAll(String.raw`\n`, '\n')
    .replaceAll('<br>', '\n');

const everyQuestion = questionMessages.flatMap((message) => locales.map((locale) => [message, locale] as const));

describe.each(everyQuestion)('%s in %s', (message, locale) => {
  it('leaves no placeholder and no mark of the template', async () => {
    const said = Object.values(await ask({ message, locale })).join('\n');
    expect(said).not.toMatch(/[{}]|<!--|undefined|\[object/);
  });

  it('is a fragment that says its language, and says the same in plain text', async () => {
    const question = await ask({ message, locale });
    expect(question).toMatchObject({ message, locale });
    expect(question.html).toMatch(new RegExp(`^<div lang="${locale}".+</div>$`));
    expect(question.html).not.toMatch(/<(html|body|script|style|br>)/);
    const squeezed = (text: string): string => text.replaceAll(/[\s-]+/g, '');
    expect(squeezed(question.html.replaceAll(/<[^>]+>/g, ''))).toBe(squeezed(question.text));
  });

  it('has two buttons with words of the language, which the text explains', async () => {
    const { approve, reject, text } = await ask({ message, locale });
    expect(approve).not.toBe(reject);
    expect(text).toContain(reject);
    if (message !== 'shop_review') expect(text).toContain(approve);
  });
});

describe('what goes before a person', () => {
  it('names the case, the shopper, the order and the wish', async () => {
    const order: Dossier['order'] = {
      ...dossier.order,
      shippingAddress: { name: 'Chloé', line1: '1 rue', city: 'Lyon', postalCode: '69001', country: 'FR' },
    };
    const { subject, html: written } = await ask({ dossier: { ...dossier, order } });
    expect(subject).toBe('Return RMA-2026-000042: approve or reject?');
    expect(written).toContain('<b>RMA-2026-000042</b>');
    expect(written).toContain(
      'Shopper: <b>Chloé Lefèvre, France, <a href="mailto:chloe@shopper.example?subject=RMA-2026-000042">chloe@shopper.example</a></b>',
    );
    expect(written).toContain('Order: <b>#1001 of 20 October 2026, delivered on 24 October 2026, €78.80</b>');
    expect(written).toContain('Wish: <b>refund</b>');
  });

  it('leaves out what is not known of shopper and order', async () => {
    const { deliveredAt: _, ...order } = dossier.order;
    const written = await html({ ...dossier, order: { ...order, customer: { name: ' ', tags: [] } } });
    expect(written).not.toContain('Shopper');
    expect(written).toContain('<b>#1001 of 20 October 2026, €78.80</b>');
    const addressed = await html({
      ...dossier,
      order: { ...order, customer: { name: '', email: 'c@d.example', tags: [] } },
    });
    expect(addressed).toContain('Shopper: <b><a href="mailto:c@d.example?');
  });

  it('says the words of one language, down to countries, amounts and dates', async () => {
    const shippingAddress = { name: 'C', line1: '1', city: 'Köln', postalCode: '50667', country: 'DE' };
    const { subject, text } = await ask({
      locale: 'fr',
      dossier: { ...dossier, order: { ...dossier.order, shippingAddress } },
    });
    expect(subject).toBe('Retour RMA-2026-000042 : accepter ou refuser ?');
    expect(text).toContain('Allemagne');
    expect(text).toMatch(/70,90\s€/);
    expect(text).toContain('livrée le 24 octobre 2026');
    expect(text).toContain('- 1 × Linen shirt M / sage\u00a0: trop petit\n');
  });

  it('tells days in the time zone of the shop', async () => {
    const order = { ...dossier.order, placedAt: '2026-10-20T23:30:00Z' };
    const asked = { dossier: { ...dossier, order } };
    expect((await ask(asked)).text).toContain('#1001 of 21 October');
    expect((await ask({ ...asked, shop: { ...shop, timeZone: 'America/New_York' } })).text).toContain('of 20 October');
  });

  it('lists the goods with reason, detail, what is wanted instead, and the words of the shopper', async () => {
    const lines: Dossier['request']['lines'] = [
      {
        orderLineId: 'line-1',
        quantity: 1,
        reason: 'too_small',
        subReason: 'sleeves_too_short',
        exchangeFor: { variantId: 'v-2', title: 'Linen shirt L' },
        note: ' Nice all the same ',
      },
    ];
    const written = await html({ ...dossier, request: { ...dossier.request, lines } });
    expect(written).toContain(
      '<li>1 × Linen shirt M / sage: too small, sleeves too short, in exchange for Linen shirt L – “Nice all the same”</li>',
    );
    expect(written).toContain('<li>2 × Cotton socks, ribbed 39–42: changed my mind</li>');
  });

  it('says what is at stake in all where the decision has its parts, and nothing of nothing', async () => {
    const eur = (amount: number) => ({ amount, currency: 'EUR' });
    expect(await html(dossier)).toContain('Amount at stake: <b>€70.90</b>');
    const parts = { goods: eur(0), tax: eur(0), outboundDelivery: eur(0), fee: eur(0), total: eur(7580) };
    expect(await html(decided({ parts }))).toContain('Amount at stake: <b>€75.80</b>');
    expect(await html(decided({ refundable: eur(0) }))).not.toContain('Amount at stake');
    const { decision: _, ...undecided } = dossier;
    expect(await html(undecided)).not.toContain('Amount at stake');
  });

  it('shows the note of the shopper and the names of what is attached', async () => {
    expect(await html(dossier)).not.toMatch(/Note of the shopper|Attached to the case/);
    const file = { mimeType: 'image/jpeg', size: 1, sha256: '0', attachedAt: '2026-11-01T09:00:00Z' };
    const written = await html({
      ...dossier,
      case: {
        ...dossier.case,
        evidence: [
          { ...file, id: '1', name: 'sleeve.jpg' },
          { ...file, id: '2', name: 'label.jpg' },
        ],
      },
      request: { ...dossier.request, note: 'Two lines\nof words' },
    });
    expect(written).toContain('Note of the shopper: <b>Two lines of words</b>');
    expect(written).toContain('Attached to the case: <b>sleeve.jpg, label.jpg</b>');
  });

  it.each([
    ['routing.above', 'It is worth more than your policy approves by itself.'],
    ['routing.goods', 'Your policy has a person look at these goods.'],
    ['routing.reason', 'Your policy has a person look at this reason.'],
    ['mixed_lines', 'Your policy says different things of its items.'],
  ])('says why the policy does not decide: %s', async (rule, words) => {
    const reason = { shopper: {}, agent: 'Sent to review.', audit: '' };
    expect(await html(decided({ rule, reason }))).toContain(`<p>${words} Sent to review.</p>`);
  });

  it('tells what the policy says in English as a quotation where the team reads another language', async () => {
    const reason = { shopper: {}, agent: 'Sent to review.', audit: '' };
    const about = decided({ rule: 'routing.above', reason });
    expect((await ask({ dossier: about, locale: 'fr' })).html).toContain(
      '<p>Le montant dépasse ce que votre politique accepte d’elle-même. La politique note, en anglais : « Sent to review. »</p>',
    );
    expect((await ask({ dossier: decided({ reason: { ...reason, agent: ' ' } }), locale: 'fr' })).html).not.toContain(
      'en anglais',
    );
  });

  it('leaves the why to the policy’s own words where it has no others', async () => {
    const reason = { shopper: {}, agent: 'Sent to review by rule "vip".', audit: '' };
    const written = await html(decided({ rule: 'constructor', reason }));
    expect(written).toContain('<p>Sent to review by rule &#34;vip&#34;.</p>');
  });
});

describe('what the law grants', () => {
  const open = { withdrawal: 'open', withdrawalEndsAt: '2026-11-07T22:59:59Z' };

  it('warns not to reject what may be withdrawn from, with each end and its goods', async () => {
    expect(await html(granting(open, open))).toContain(
      '<p><b>Do not reject: the law lets the shopper withdraw.</b> This holds until 7 November 2026 for Linen shirt, Cotton socks, ribbed.</p>',
    );
    const apart = await html(granting(open, { withdrawal: 'open', withdrawalEndsAt: '2026-11-09T12:00:00Z' }));
    expect(apart).toContain('This holds until 7 November 2026 for Linen shirt.');
    expect(apart).toContain('This holds until 9 November 2026 for Cotton socks, ribbed.');
    expect(await html(granting({ withdrawal: 'open' }))).toContain('This holds for Linen shirt.');
  });

  it('warns of what is not clear', async () => {
    const written = await html(granting(undefined, { withdrawal: 'undecided' }));
    expect(written).toContain(
      '<p><b>The law may let the shopper withdraw.</b> Until that is clear, nobody may refuse it for Cotton socks, ribbed.</p>',
    );
    expect(written).not.toContain('Do not reject');
  });

  it.each(['open', 'undecided'])(
    'tells of the guarantee for goods that are said to be faulty: %s',
    async (guarantee) => {
      const granted = granting({ guarantee, guaranteeEndsAt: '2028-10-24T12:00:00Z' });
      for (const reason of ['not_as_described', 'defective', 'damaged_in_transit', 'wrong_item'] as const) {
        expect(await html(sentBackFor(reason, granted))).toContain(
          'as agreed.</b> This holds until 24 October 2028 for Linen shirt. Reject only what is neither.</p>',
        );
      }
      expect(await html(sentBackFor('changed_mind', granted))).not.toContain('guarantee');
    },
  );

  it('is silent where nothing is granted', async () => {
    const ended = { withdrawal: 'ended', guarantee: 'ended' };
    expect(await html(sentBackFor('defective', granting(ended, ended)))).not.toMatch(/the law|guarantee/i);
  });
});

describe('what a button does', () => {
  it('says so where nothing comes back', async () => {
    const written = await html(decidedByLine({ keepItem: true }, { keepItem: true }));
    expect(written).toContain('<b>Nothing comes back.</b> Once you approve, the shopper keeps the goods');
    expect(written).not.toContain('keep a part');
  });

  it('says so where only a part is to be kept', async () => {
    const written = await html(decidedByLine({ keepItem: true }));
    expect(written).toContain('<b>The policy lets the shopper keep a part: Linen shirt.</b> “Approve” has all of it');
    expect(await html(dossier)).not.toMatch(/keep a part|Nothing comes back/);
  });

  it('says what a shopper reads who is refused, and that an imported one reads nothing', async () => {
    expect(await html(dossier)).toContain('“Reject” sends the shopper a mail');
    const imported = { ...dossier.case, references: { importedAs: 'approved labelled' } };
    const written = await html({ ...dossier, case: imported });
    expect(written).toContain('“Reject” sends no mail to the shopper');
    expect(written).not.toContain('“Reject” sends the shopper a mail');
  });
});

describe('what came back', () => {
  it.each([
    ['shop_pay_received', 'Return RMA-2026-000042: pay back what came back?', 'Pay back', 'Do not pay'],
    [
      'shop_exchange_difference',
      'Return RMA-2026-000042: send the exchange and pay the difference back?',
      'Send and pay back',
      'Do nothing',
    ],
    ['shop_credit_received', 'Return RMA-2026-000042: give credit for what came back?', 'Give credit', 'Do not give'],
  ] as const)('%s shows each line with its grade', async (message, subject, approve, reject) => {
    const question = await ask({ message });
    expect(question).toMatchObject({ subject, approve, reject });
    expect(question.html).toContain('<li>1 × Linen shirt M / sage: <b>damaged</b> – “a hole”</li>');
    expect(question.html).toContain('<li>2 × Cotton socks, ribbed 39–42: <b>missing</b></li>');
    expect(question.html).toContain('Order: <b>#1001</b>');
  });

  it.each([
    [
      'shop_pay_received',
      'en',
      '<p><b>Nothing has come back.</b> So there is nothing to settle: choose “Do not pay”.</p>',
    ],
    ['shop_exchange_difference', 'en', 'choose “Do nothing”.'],
    [
      'shop_credit_received',
      'fr',
      '<b>Rien n’est revenu.</b> Il n’y a donc rien à régler : choisissez « Ne pas l’accorder ».',
    ],
  ] as const)('%s says in %s which button is left where none of it did', async (message, locale, words) => {
    const nothing: Dossier = { ...inspected, case: dossier.case };
    expect((await ask({ message, locale, dossier: nothing })).html).toContain(words);
    expect((await ask({ message, locale })).html).not.toContain(words);
  });

  it('says the grades in the language', async () => {
    expect((await ask({ message: 'shop_pay_received', locale: 'de' })).text).toContain(
      'M / sage: beschädigt – „a hole“',
    );
  });

  it('cannot be asked before an inspection', async () => {
    await expect(ask({ message: 'shop_pay_received', dossier })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('inspection'),
    });
  });
});

describe('a word from outside', () => {
  const evil = `<script>alert("x")</script> & 'co' &lt;img src=x&gt;`;
  const loaded: Dossier = {
    ...inspected,
    case: {
      ...dossier.case,
      lines: dossier.case.lines.map((line) => ({ ...line, title: evil, variantTitle: evil })),
      evidence: [{ id: '1', name: evil, mimeType: 'a/b', size: 1, sha256: '0', attachedAt: '2026-11-01T09:00:00Z' }],
    },
    request: {
      ...dossier.request,
      note: evil,
      lines: dossier.request.lines.map((line) => ({
        ...line,
        subReason: evil,
        note: evil,
        exchangeFor: { variantId: 'v', title: evil },
      })),
    },
    order: {
      ...dossier.order,
      name: evil,
      customer: { name: evil, email: `"<b>?&x"@shopper.example`, tags: [] },
    },
    decision: decided({ reason: { shopper: {}, agent: evil, audit: '' } }).decision,
    inspection: {
      inspectedAt: '2026-11-08T09:00:00Z',
      lines: [{ orderLineId: 'line-1', quantity: 1, grade: 'used', disposition: 'outlet', note: evil }],
    },
  };

  it.each(questionMessages)('stays a word in %s, also after n8n has sent it', async (message) => {
    const { html: written, text } = await ask({ message, dossier: loaded, extra: { note: evil } });
    const own = (await ask({ message, extra: { note: 'x' } })).html;
    const tags = (page: string): Set<string> => new Set([...page.matchAll(/<\/?(\w+)/g)].map(([, name = '']) => name));
    for (const page of [written, sentByN8n(written)]) {
      expect(page).not.toMatch(/<script|<img/);
      expect([...tags(own)]).toEqual(expect.arrayContaining([...tags(page)]));
      expect(page).toContain('&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; &#38; &#x27;co&#x27; &#38;lt;img');
    }
    expect(sentByN8n(written)).toBe(written);
    expect(written).toContain('href="mailto:%22%3Cb%3E%3F%26x%22@shopper.example?subject=');
    expect(text).toContain(evil);
  });

  it('stays on its line', async () => {
    const note = 'first\r\nsecond\u202e';
    expect((await ask({ extra: { note } })).html).toContain('<p>first second</p>');
  });
});

it('takes only questions that it knows, and a shop', async () => {
  await expect(ask({ message: 'shop_alert' as QuestionInput['message'] })).rejects.toMatchObject({
    code: 'invalid_input',
  });
  await expect(ask({ shop: { name: '', email: 'x' } })).rejects.toMatchObject({ code: 'invalid_input' });
});
