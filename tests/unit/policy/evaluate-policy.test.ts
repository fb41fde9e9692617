import { evaluatePolicy, parsePolicy, policyPreset, type Condition, type PolicyDocument } from '../../../lib/policy';
import { decisionSchema, ReturnsError, returnReasons, type Decision } from '../../../lib/returns';
import { eur, facts, now, policyDocument, type Story } from './facts';

const decide = (document: Partial<PolicyDocument>, story: Story = {}): Decision =>
  evaluatePolicy(parsePolicy(policyDocument(document)), facts(story), now);

const entry = (decision: Decision, rule: string) => decision.trace.find((traced) => traced.rule === rule);

describe('windows', () => {
  it.each([
    ['on the last evening, shop time', '2026-10-31T22:59:59.999Z', 'approve'],
    ['one millisecond later', '2026-10-31T23:00:00.000Z', 'reject'],
  ])('a request %s is answered with %s', (_, requestedAt, outcome) => {
    const decision = decide({}, { requestedAt });
    expect(decision).toMatchObject({ outcome, windowEndsAt: '2026-10-31T22:59:59.999Z' });
  });

  it('refuses a late request with the date, in every language', () => {
    const decision = decide({}, { requestedAt: '2026-11-20T09:00:00Z' });
    expect(decision.outcome).toBe('reject');
    expect(decision.declineCode).toBe('return_period_ended');
    expect(decision.refundable).toEqual(eur(0));
    expect(decision.reason.shopper).toEqual({
      en: 'The return period ended on 31 October 2026.',
      fr: 'Le délai de retour s’est terminé le 31 octobre 2026.',
      de: 'Die Rückgabefrist ist am 31. Oktober 2026 abgelaufen.',
      es: 'El plazo de devolución terminó el 31 de octubre de 2026.',
      it: 'Il periodo di reso è terminato in data 31 ottobre 2026.',
    });
    expect(decision.reason.agent).toBe(
      'Rejected by rule "window". The return period ends with 31 October 2026 (Europe/Paris).',
    );
    expect(decision.reason.audit).toMatch(
      /^2026-11-22T10:00:00\.000Z policy "test-shop" version 7 #[0-9a-f]{12}: reject by window$/,
    );
  });

  it('takes the days of the category, however it is spelt', () => {
    const windows = { default: { days: 30 }, rules: [{ id: 'shoes', when: { 'line.category': 'shoes' }, days: 60 }] };
    const story = { requestedAt: '2026-11-20T09:00:00Z', lines: [{ line: { category: ' Shoes ' } }] };
    expect(decide({ windows }, story).outcome).toBe('approve');
  });

  it.each([
    ['shipment', '2026-10-28T22:59:59.999Z'],
    ['order', '2026-10-25T22:59:59.999Z'],
  ] as const)('counts from %s where the policy says so', (from, end) => {
    expect(decide({ windows: { default: { days: 30, from } } }).windowEndsAt).toBe(end);
  });

  it('judges by when the request was made, not by when it is evaluated', () => {
    expect(now.toISOString() > '2026-11-01').toBe(true);
    expect(decide({}, { requestedAt: '2026-10-20T09:00:00Z' }).outcome).toBe('approve');
  });

  describe('when the delivery date is unknown', () => {
    it('approves within the window counted from the shipment', () => {
      const decision = decide({}, { undelivered: true, requestedAt: '2026-10-20T09:00:00Z' });
      expect(decision.outcome).toBe('approve');
      expect(entry(decision, 'window')?.saw).toMatchObject({ countedFrom: 'shipment', guessed: true });
    });

    it('never refuses for lateness: the shopper is asked', () => {
      const decision = decide({}, { undelivered: true, requestedAt: '2026-12-20T09:00:00Z' });
      expect(decision).toMatchObject({ outcome: 'needs_info', missing: ['line.deliveredAt'] });
      expect(decision.reason.shopper.en).toContain('When did your parcel arrive?');
    });
  });
});

describe('the law as a floor', () => {
  const short = { windows: { default: { days: 7 } } };
  const day12 = '2026-10-13T09:00:00Z';

  it('lifts a shorter window to 14 days from delivery and names the article', () => {
    const decision = decide(short, { requestedAt: day12 });
    expect(decision).toMatchObject({ outcome: 'approve', windowEndsAt: '2026-10-15T21:59:59.999Z' });
    expect(entry(decision, 'window')).toMatchObject({ held: false, decided: false });
    expect(entry(decision, 'window')).toMatchObject({
      overruledBy: { ruleId: 'FR-withdrawal-period', article: expect.stringContaining('L221-18') },
    });
  });

  it.each([
    ['GB', 'approve'],
    ['NO', 'approve'],
    ['US', 'reject'],
  ])('in %s a seven-day window on day twelve means %s', (country, outcome) => {
    expect(decide(short, { requestedAt: day12, country }).outcome).toBe(outcome);
  });

  it('protects a shopper whose country is unknown', () => {
    const { shippingAddress: _address, ...order } = facts().order;
    const known = facts({ requestedAt: day12 });
    const policy = parsePolicy(policyDocument(short));
    expect(evaluatePolicy(policy, { ...known, order }, now).outcome).toBe('approve');
  });

  const excluded = (ground: NonNullable<PolicyDocument['exclusions']>[number]['ground']) => ({
    exclusions: [{ id: 'rule', ground, when: { 'line.tags': 'Marked' } }],
  });
  const marked = { lines: [{ line: { tags: ['marked'] } }] };

  it.each([
    ['commercial', '2026-10-10T09:00:00Z', 'approve', undefined],
    ['commercial', '2026-10-20T09:00:00Z', 'reject', 'final_sale'],
    ['personalised', '2026-10-10T09:00:00Z', 'reject', 'other'],
    ['hygiene_unsealed', '2026-10-10T09:00:00Z', 'needs_info', undefined],
    ['hygiene_unsealed', '2026-10-20T09:00:00Z', 'reject', 'other'],
  ] as const)('an exclusion on the ground %s, asked %s, means %s', (ground, requestedAt, outcome, declineCode) => {
    const decision = decide(excluded(ground), { ...marked, requestedAt });
    expect(decision.outcome).toBe(outcome);
    expect(decision.declineCode).toBe(declineCode);
  });

  it('gives the exclusion its own words, and plain ones in the other languages', () => {
    const exclusions = [
      {
        id: 'engraved',
        ground: 'personalised' as const,
        when: { 'line.sku': 'shirt-m' },
        reason: { fr: 'Article gravé.' },
      },
    ];
    expect(decide({ exclusions }).reason.shopper).toMatchObject({
      en: 'This item was made for you, so it cannot be returned.',
      fr: 'Article gravé.',
      de: 'Dieser Artikel wurde eigens für Sie angefertigt und kann daher nicht zurückgegeben werden.',
    });
  });

  it.each(['defective', 'wrong_item', 'damaged_in_transit', 'not_as_described'] as const)(
    'never refuses %s goods for being late: the legal guarantee outlasts the window',
    (reason) => {
      const decision = decide({}, { requestedAt: '2027-06-01T09:00:00Z', lines: [{ asked: { reason } }] });
      expect(decision.outcome).toBe('review');
      expect(decision.overruled).toMatchObject([{ rule: 'window', by: { ruleId: 'FR-guarantee' } }]);
      expect(decision.reason.shopper.en).toContain('legal guarantee');
    },
  );
});

const fees = { rules: [{ id: 'flat', amount: eur(300) }] };

describe('the whole request', () => {
  const late = { line: { category: 'Outlet' } };
  const windows = { default: { days: 30 }, rules: [{ id: 'outlet', when: { 'line.category': 'Outlet' }, days: 14 }] };
  const requestedAt = '2026-10-20T09:00:00Z';

  it('goes to a person when only some lines are refused', () => {
    const decision = decide({ windows }, { requestedAt, lines: [{}, late] });
    expect(decision.outcome).toBe('review');
    expect(decision.lines.map(({ outcome }) => outcome)).toEqual(['approve', 'reject']);
    expect(entry(decision, 'mixed_lines')).toMatchObject({ held: true, decided: true });
    expect(decision.refundable).toEqual(eur(9980));
  });

  it('is refused when every line is', () => {
    expect(decide({ windows }, { requestedAt, lines: [late, late] }).outcome).toBe('reject');
  });

  it.each([
    [4990, 'approve'],
    [4989, 'review'],
  ])('with a review threshold of %d, goods of 4990 are answered with %s', (amount, outcome) => {
    const routing = [{ id: 'dear', when: { 'return.worth': { above: amount } }, outcome: 'review' as const }];
    expect(decide({ routing }).outcome).toBe(outcome);
  });

  it.each([
    ['category', { 'line.category': 'shirts' }],
    ['tag', { 'line.tags': ['fragile'] }],
    ['reason', { 'return.reason': 'too_small' }],
  ] satisfies [string, Condition][])('goes to a person by %s', (_, when) => {
    const routing = [{ id: 'watched', when, outcome: 'review' as const }];
    expect(decide({ routing }, { lines: [{ line: { tags: ['Fragile'] } }] }).outcome).toBe('review');
  });

  it('goes to a person when the policy speaks of another currency', () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    const order = { currency: 'USD', shipping: usd(490), total: usd(5480) };
    const story = { order, lines: [{ line: { paid: usd(4990), tax: usd(0) } }] };
    const decision = decide({ fees, disclosures: { returnFee: true } }, story);
    expect(decision).toMatchObject({ outcome: 'review', fee: usd(0), refundable: usd(4990) });
  });
});

describe('money', () => {
  const disclosures = { returnFee: true };

  it('keeps the fee once, however many lines come back', () => {
    expect(decide({ fees, disclosures }, { lines: [{}, {}] })).toMatchObject({ fee: eur(300), refundable: eur(9680) });
  });

  it.each(returnReasons)('charges a fee for %s only where the shop is not at fault', (reason) => {
    const free = ['not_as_described', 'defective', 'damaged_in_transit', 'wrong_item'].includes(reason);
    expect(decide({ fees, disclosures }, { lines: [{ asked: { reason } }] }).fee).toEqual(eur(free ? 0 : 300));
  });

  it('never takes more than the goods that bear the fee are worth', () => {
    const lines = [{ line: { paid: eur(120) } }, { asked: { reason: 'defective' as const } }];
    expect(decide({ fees, disclosures }, { lines })).toMatchObject({ fee: eur(120), refundable: eur(4990) });
  });

  it('is free for an exchange and above the amount that the policy names', () => {
    const freeWhen = (when: Condition) => ({
      disclosures,
      fees: { rules: [{ id: 'free', when, free: true as const }, ...fees.rules] },
    });
    expect(decide(freeWhen({ 'return.resolution': 'exchange' }), { resolution: 'exchange' }).fee).toEqual(eur(0));
    expect(decide(freeWhen({ 'return.worth': { atLeast: 4990 } })).fee).toEqual(eur(0));
    expect(decide(freeWhen({ 'return.worth': { atLeast: 4991 } })).fee).toEqual(eur(300));
  });

  it('says that a bonus has no amount in the currency of the order, and offers the credit without it', () => {
    const policy = parsePolicy(
      policyDocument({
        resolutions: [
          { id: 'credit', resolution: 'store_credit', bonus: { amount: { amount: 500, currency: 'USD' } } },
          { id: 'money', resolution: 'refund' },
        ],
      }),
    );
    const { resolutions, trace } = evaluatePolicy(policy, facts(), now);
    expect(resolutions).toEqual([
      { resolution: 'store_credit', paidAt: 'inspection', noBonusIn: 'EUR', amount: eur(4990 + 490) },
      { resolution: 'refund', paidAt: 'inspection', amount: eur(4990 + 490) },
    ]);
    expect(trace.find(({ rule }) => rule === 'resolution.credit')).toMatchObject({
      held: true,
      effect: 'offer store_credit without its bonus, which has no amount in EUR',
    });
  });

  it('gives back three thirds of a line to the cent', () => {
    const third = (returnableQuantity: number) =>
      decide({}, { lines: [{ line: { quantity: 3, returnableQuantity, paid: eur(1000) } }] }).refundable.amount;
    expect([third(3), third(2), third(1)]).toEqual([333, 334, 333]);
  });

  it.each([
    ['a line that the order lacks', { asked: { orderLineId: 'elsewhere' } }, 'The order has no line elsewhere'],
    ['more units than were sold', { asked: { quantity: 2 } }, '2 of line line-1 cannot come back: 1 were sold'],
  ])('refuses %s with a typed error', (_, line, message) => {
    expect(() => decide({}, { lines: [line] })).toThrow(ReturnsError);
    expect(() => decide({}, { lines: [line] })).toThrow(message);
  });
});

describe('the trace', () => {
  it('shows every rule that was looked at, and one that decided', () => {
    const exclusions = [{ id: 'final-sale', when: { 'line.tags': 'final-sale' } }];
    const routing = [{ id: 'vague', when: { 'return.reason': 'other' }, outcome: 'review' as const }];
    const decision = decide({ exclusions, routing });
    expect(decision.trace.map(({ rule }) => rule)).toEqual([
      'shop_at_fault',
      'law.FR-withdrawal-period',
      'law.FR-guarantee',
      'exclusion.final-sale',
      'window',
      'routing.vague',
    ]);
    expect(decision.trace.filter(({ decided }) => decided).map(({ rule }) => rule)).toEqual(['window']);
  });

  it('is data that the decision chapter accepts and JSON keeps', () => {
    const decision = decide({}, { requestedAt: '2027-01-01T00:00:00Z' });
    expect(decisionSchema.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
  });
});

describe('ready policies', () => {
  it.each(['eu-shop', 'fashion-fr'] as const)('%s approves a shirt that is too small', (name) => {
    expect(evaluatePolicy(policyPreset(name), facts(), now).outcome).toBe('approve');
  });
});
