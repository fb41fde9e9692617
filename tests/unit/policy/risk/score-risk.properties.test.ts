import {
  defaultRiskSettings,
  parseCustomerHistory,
  riskScoreSchema,
  riskSettingsSchema,
  scoreRisk,
  signalNames,
  type CustomerHistory,
  type PastReturn,
  type RiskInput,
} from '../../../../lib/policy/risk';
import { grades, isReturnsError, returnReasons } from '../../../../lib/returns';
import { claimKinds } from '../../../../lib/policy/risk/history';
import { fc, runs } from '../../../support/properties';
import { daysAgo, eur, line, order, request } from './support';

const RUNS = runs(100);

type Line = PastReturn['lines'][number];

const anyLines: fc.Arbitrary<Line> = fc.record(
  {
    quantity: fc.integer({ min: 1, max: 5 }),
    worth: fc.nat(200_000).map(eur),
    reason: fc.constantFrom(...returnReasons),
    claim: fc.constantFrom(...claimKinds),
    heldDays: fc.integer({ min: 0, max: 40 }),
    found: fc.array(
      fc.record({ grade: fc.constantFrom(...grades), byShopper: fc.boolean() }, { requiredKeys: ['grade'] }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['quantity', 'reason', 'found'] },
);

/** What most of a shopper's returns are: their own choice, not looked at yet. */
const ownLines: fc.Arbitrary<Line> = fc.record({
  quantity: fc.integer({ min: 1, max: 4 }),
  reason: fc.constantFrom('changed_mind' as const, 'too_small' as const),
  heldDays: fc.integer({ min: 0, max: 40 }),
  found: fc.constant([]),
});

const pastLines = fc.oneof({ arbitrary: ownLines, weight: 3 }, { arbitrary: anyLines, weight: 1 });

/** Some orders have several returns. */
const orderIds = Array.from({ length: 25 }, (_, index) => `order-${index}`);

const pastReturns: fc.Arbitrary<PastReturn> = fc
  .record(
    {
      id: fc.uuid(),
      orderId: fc.constantFrom(...orderIds),
      days: fc.integer({ min: 0, max: 250 }),
      orderUnits: fc.integer({ min: 1, max: 6 }),
      decision: fc.constantFrom('approved' as const, 'rejected' as const, 'cancelled' as const, 'in_review' as const),
      keptItem: fc.boolean(),
      lines: fc.array(pastLines, { minLength: 1, maxLength: 3 }),
      bracket: fc.record({ variants: fc.integer({ min: 3, max: 6 }), back: fc.integer({ min: 0, max: 6 }) }),
      expectedGrams: fc.nat(3000),
      scannedGrams: fc.nat(3000),
    },
    { requiredKeys: ['id', 'orderId', 'days', 'orderUnits', 'decision', 'keptItem', 'lines'] },
  )
  .map(({ days, ...rest }) => ({ ...rest, requestedAt: daysAgo(days), orderedAt: daysAgo(days + 8) }));

const links = fc
  .record({ customers: fc.nat(30), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ customers, share }) => ({ customers, withFindings: Math.floor(customers * share) }));

const histories: fc.Arbitrary<CustomerHistory> = fc
  .record(
    {
      kept: fc.nat(12),
      ordersComplete: fc.boolean(),
      orderCount: fc.nat(60),
      returns: fc.array(pastReturns, { maxLength: 25, size: 'max' }),
      links: fc.record({ spellings: fc.nat(6), address: links, phone: links, customers: fc.nat(30) }),
    },
    { requiredKeys: ['kept', 'ordersComplete', 'returns', 'links'] },
  )
  .map(({ kept, ...rest }) => ({
    ...rest,
    orders: Array.from({ length: kept }, (_, index) => ({
      id: `kept-${index}`,
      placedAt: daysAgo(1 + 17 * index),
      units: 1 + (index % 3),
    })),
  }));

const inputs: fc.Arbitrary<RiskInput> = fc
  .record({
    units: fc.integer({ min: 1, max: 4 }),
    variants: fc.integer({ min: 1, max: 6 }),
    back: fc.integer({ min: 1, max: 6 }),
    paid: fc.nat(200_000),
    reason: fc.constantFrom(...returnReasons),
    subReason: fc.constantFrom('Not received', 'Missing item', 'Too wide'),
    held: fc.integer({ min: 0, max: 40 }),
    since: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
    orders: fc.option(fc.nat(60), { nil: undefined }),
    grams: fc.option(fc.nat(3000), { nil: undefined }),
    history: histories,
  })
  .map((roll) => {
    const lines = Array.from({ length: roll.variants }, (_, index) =>
      line(`v${index}`, { productId: 'p', quantity: roll.units, paid: eur(roll.paid) }),
    );
    const of = order('now', {
      lines,
      placedAt: daysAgo(roll.held + 3),
      deliveredAt: daysAgo(roll.held),
      customer: {
        name: 'A',
        tags: [],
        ...(roll.since !== undefined && { since: daysAgo(roll.since) }),
        ...(roll.orders !== undefined && { orders: roll.orders }),
      },
    });
    const asked = lines.slice(0, roll.back).map(() => ({ reason: roll.reason, subReason: roll.subReason }));
    return {
      order: of,
      request: request(of, asked),
      history: roll.history,
      ...(roll.grams !== undefined && {
        tracking: {
          trackingNumber: 'T',
          carrier: 'post',
          status: 'in_transit' as const,
          carrierStatus: 'x',
          provider: 'post',
          at: daysAgo(0),
          weightGrams: roll.grams,
        },
      }),
    };
  });

const scoreOf = (input: RiskInput): number => scoreRisk(input).score;
const historyOf = ({ history }: RiskInput): CustomerHistory => history ?? parseCustomerHistory({});
const withHistory = (input: RiskInput, change: Partial<CustomerHistory>): RiskInput => ({
  ...input,
  history: { ...historyOf(input), ...change },
});
const eachReturn = (input: RiskInput, change: (entry: PastReturn) => PastReturn): RiskInput =>
  withHistory(input, { returns: historyOf(input).returns.map(change) });
const eachLine = (input: RiskInput, change: (entry: Line) => Line): RiskInput =>
  eachReturn(input, (entry) => ({ ...entry, lines: entry.lines.map(change) }));
const isOwn = ({ claim, reason }: Line): boolean =>
  claim === undefined &&
  ['too_small', 'too_large', 'changed_mind', 'style', 'color', 'other', 'unknown'].includes(reason);

/** Counts of orders grow with the orders. */
const counting = (input: RiskInput, more: number): RiskInput => {
  const { orderCount } = historyOf(input);
  const { customer } = input.order;
  return {
    ...withHistory(input, orderCount === undefined ? {} : { orderCount: orderCount + more }),
    order: {
      ...input.order,
      customer: { ...customer, ...(customer.orders !== undefined && { orders: customer.orders + more }) },
    },
  };
};

/** Each makes things worse, and changes nothing that could be in the shopper's favour. */
const worse: Record<string, (input: RiskInput) => RiskInput> = {
  'an order that was kept comes back': (input) => {
    const [first] = historyOf(input).orders;
    if (first === undefined) return input;
    const entry: PastReturn = {
      id: 'one-more',
      orderId: first.id,
      orderedAt: first.placedAt,
      orderUnits: first.units,
      requestedAt: daysAgo(0),
      decision: 'approved',
      keptItem: false,
      lines: [{ quantity: first.units, reason: 'changed_mind', heldDays: 1, found: [] }],
    };
    return withHistory(input, { returns: [...historyOf(input).returns, entry] });
  },
  'more units come back': (input) => eachLine(input, (entry) => ({ ...entry, quantity: entry.quantity + 1 })),
  'goods are held longer': (input) =>
    eachLine(input, (entry) => ({ ...entry, ...(entry.heldDays !== undefined && { heldDays: entry.heldDays + 9 }) })),
  'goods are found used': (input) =>
    eachLine(input, (entry) => (isOwn(entry) ? { ...entry, found: [...entry.found, { grade: 'used' }] } : entry)),
  'other goods are found': (input) =>
    eachLine(input, (entry) => (isOwn(entry) ? { ...entry, found: [...entry.found, { grade: 'wrong_item' }] } : entry)),
  'nothing is found': (input) =>
    eachLine(input, (entry) => (isOwn(entry) ? { ...entry, found: [...entry.found, { grade: 'missing' }] } : entry)),
  'an order that was kept is said not to have arrived': (input) => claimOnKept(input, 'not_received'),
  'an item of an order that was kept is said to be missing': (input) => claimOnKept(input, 'missing_item'),
  'more variants come back': (input) =>
    eachReturn(input, (entry) =>
      entry.bracket ? { ...entry, bracket: { ...entry.bracket, back: entry.bracket.back + 1 } } : entry,
    ),
  'earlier parcels were lighter': (input) =>
    eachReturn(input, (entry) =>
      entry.scannedGrams === undefined ? entry : { ...entry, scannedGrams: Math.floor(entry.scannedGrams / 2) },
    ),
  'this parcel is lighter': (input) =>
    input.tracking?.weightGrams === undefined
      ? input
      : { ...input, tracking: { ...input.tracking, weightGrams: Math.floor(input.tracking.weightGrams / 2) } },
  'goods are worth more': (input) => ({
    ...input,
    order: {
      ...input.order,
      lines: input.order.lines.map((entry) => ({ ...entry, paid: eur(entry.paid.amount * 2 + 100) })),
    },
  }),
  'somebody at the address has findings': (input) => linked(input, 'address'),
  'somebody with the phone has findings': (input) => linked(input, 'phone'),
  'the mailbox has one more spelling': (input) => {
    const known = historyOf(input).links;
    return withHistory(input, { links: { ...known, spellings: known.spellings + 1 } });
  },
};

function claimOnKept(input: RiskInput, claim: 'not_received' | 'missing_item'): RiskInput {
  const taken = new Set(historyOf(input).returns.map(({ orderId }) => orderId));
  const first = historyOf(input).orders.find(({ id }) => !taken.has(id));
  if (first === undefined) return input;
  const entry: PastReturn = {
    id: 'claim',
    orderId: first.id,
    orderedAt: first.placedAt,
    orderUnits: first.units,
    requestedAt: daysAgo(0),
    decision: 'approved',
    keptItem: true,
    lines: [{ quantity: 1, reason: 'other', claim, found: [] }],
  };
  return withHistory(input, { returns: [...historyOf(input).returns, entry] });
}

function linked(input: RiskInput, by: 'address' | 'phone'): RiskInput {
  const known = historyOf(input).links;
  const { customers, withFindings } = known[by];
  return withHistory(input, {
    links: { ...known, [by]: { customers: customers + 1, withFindings: withFindings + 1 } },
  });
}

/** Each is one more reason to trust. */
const honest: Record<string, (input: RiskInput, days: number) => RiskInput> = {
  'one more order was kept': (input, days) => {
    const orders = [...historyOf(input).orders, { id: 'kept-too', placedAt: daysAgo(days), units: 2 }];
    return counting(withHistory(input, { orders }), 1);
  },
  'there were more orders than are known': (input) => counting(input, 5),
  'the account is older': (input, days) => {
    const { since } = input.order.customer;
    if (since === undefined) return input;
    const earlier = new Date(Date.parse(since) - days * 86_400_000).toISOString();
    return { ...input, order: { ...input.order, customer: { ...input.order.customer, since: earlier } } };
  },
  'an honest customer shares the address': (input) => {
    const known = historyOf(input).links;
    return withHistory(input, {
      links: { ...known, address: { ...known.address, customers: known.address.customers + 1 } },
    });
  },
  'goods came back that were defective': (input, days) =>
    withHistory(input, {
      returns: [
        ...historyOf(input).returns,
        {
          id: 'defect',
          orderId: 'now',
          orderedAt: input.order.placedAt,
          orderUnits: 1,
          requestedAt: daysAgo(days),
          decision: 'approved',
          keptItem: false,
          lines: [{ quantity: 1, reason: 'defective', found: [{ grade: 'damaged' }] }],
        },
      ],
    }),
};

describe('whatever the history', () => {
  it('the same input has the same score', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const copy: unknown = structuredClone(input);
        const before = scoreRisk(input);
        expect(scoreRisk(input)).toEqual(before);
        expect(input).toEqual(copy);
      }),
      RUNS,
    );
  });

  it('the score is 0 to 100, the sum of its points, and fits its schema', () => {
    const weights = fc.record(Object.fromEntries(signalNames.map((name) => [name, fc.integer({ min: 0, max: 100 })])));
    fc.assert(
      fc.property(inputs, weights, (input, rolled) => {
        const score = scoreRisk(input, riskSettingsSchema.parse({ weights: rolled }));
        const sum = score.points.reduce((total, { points }) => total + points, 0);
        expect(score.score).toBe(Math.min(100, sum));
        expect(score.points.every(({ points, weight }) => points > 0 && points <= Math.round(weight))).toBe(true);
        expect(riskScoreSchema.parse(score)).toEqual(score);
      }),
      RUNS,
    );
  });

  it.each(Object.entries(worse))('it does not fall when %s', (_what, change) => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(scoreOf(change(input))).toBeGreaterThanOrEqual(scoreOf(input));
      }),
      RUNS,
    );
  });

  it.each(Object.entries(honest))('it does not rise when %s', (_what, change) => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 400 }), (input, days) => {
        expect(scoreOf(change(input, days))).toBeLessThanOrEqual(scoreOf(input));
      }),
      RUNS,
    );
  });

  /** Always the same, so that what holds for some of them holds every time. */
  const sample = fc.sample(inputs, { seed: 3, numRuns: 600 });
  const before = sample.map(scoreOf);

  it.each(Object.entries(worse))('it rises for some when %s', (_what, change) => {
    expect(sample.some((input, index) => scoreOf(change(input)) > (before[index] ?? 100))).toBe(true);
  });

  it.each(Object.entries(honest).slice(0, 4))('it falls for some when %s', (_what, change) => {
    expect(sample.some((input, index) => scoreOf(change(input, 60)) < (before[index] ?? 0))).toBe(true);
  });

  it('the order of the list does not matter', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { orders, returns } = historyOf(input);
        expect(scoreRisk(withHistory(input, { orders: orders.toReversed(), returns: returns.toReversed() }))).toEqual(
          scoreRisk(input),
        );
      }),
      RUNS,
    );
  });
});

describe('bad input', () => {
  const typed = (run: () => unknown): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      return isReturnsError(error) && error.code === 'invalid_input' && error.description !== '';
    }
  };

  it('at the door is a typed error, whatever it is', () => {
    const shapes = fc.oneof(
      fc.anything(),
      fc.record(
        {
          orders: fc.anything(),
          ordersComplete: fc.anything(),
          orderCount: fc.anything(),
          returns: fc.array(fc.anything()),
          links: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(shapes, (value) => {
        expect(typed(() => parseCustomerHistory(value))).toBe(true);
      }),
      runs(1000),
    );
  });

  const instants = fc.constantFrom(
    daysAgo(3),
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-10-01T00:00:00+14:00',
  );
  it('past the door is a score or a typed error: times of any year, huge amounts, counts that contradict each other', () => {
    fc.assert(
      fc.property(inputs, instants, fc.maxSafeInteger(), fc.maxSafeNat(), (input, instant, amount, count) => {
        const returns = historyOf(input).returns.map((entry) => ({
          ...entry,
          orderedAt: instant,
          orderUnits: count,
          scannedGrams: count,
          lines: entry.lines.map((one) => ({ ...one, quantity: count, worth: eur(amount) })),
        }));
        const history = parseCustomerHistory({
          ...historyOf(input),
          returns,
          orders: [{ id: 'odd', placedAt: instant, units: 0 }],
          links: { address: { customers: 0, withFindings: count }, spellings: count },
        });
        const lines = input.order.lines.map((entry) => ({ ...entry, paid: eur(amount) }));
        expect(
          typed(() => riskScoreSchema.parse(scoreRisk({ ...input, history, order: { ...input.order, lines } }))),
        ).toBe(true);
      }),
      RUNS,
    );
  });

  it('in the settings is a fault of the policy, never a score beyond its bounds', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const result = riskSettingsSchema.safeParse(value);
        if (result.success) expect(result.data.levels.high).toBeGreaterThanOrEqual(result.data.levels.medium);
      }),
    );
    expect(riskSettingsSchema.parse({})).toEqual(defaultRiskSettings);
  });
});
