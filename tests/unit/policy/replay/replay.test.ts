import {
  evaluatePolicy,
  parsePolicy,
  replayCaseOf,
  replayPolicy,
  type PolicyDocument,
  type ReplayCase,
} from '../../../../lib/policy';
import { eur, facts, now, policyDocument, type Story } from '../facts';

const policy = (change: Partial<PolicyDocument> = {}) => parsePolicy(policyDocument(change));
const past = (story: Story = {}, id?: string): ReplayCase => ({ ...facts(story), ...(id !== undefined && { id }) });

const strict = policy({ windows: { default: { days: 30 } } });
const kind = policy({ version: '8', windows: { default: { days: 60 } } });
/** 45 days after delivery: outside the strict window and inside the kind one. */
const late: Story = { requestedAt: '2026-11-15T09:00:00Z' };

describe('a replay', () => {
  it('counts what changes, by the rules that decide, with money', () => {
    const shoes = { id: 'shoes', when: { 'line.category': 'shirts' }, days: 60 };
    const draft = policy({ version: '8', windows: { default: { days: 30 }, rules: [shoes] } });
    const report = replayPolicy({ current: strict, draft, now, cases: [past(late, 'RMA-1'), past(late), past()] });
    expect(report).toMatchObject({ cases: 3, changed: 2, same: 1, sameByAnotherRule: 1, ungrouped: 0, unjudged: [] });
    expect(report.groups).toEqual([
      {
        before: { outcome: 'reject', rule: 'window', words: 'All goods can be sent back within 30 days.' },
        after: {
          outcome: 'approve',
          rule: 'window.shoes',
          words: 'Shirts can be sent back within 60 days from delivery of the item.',
        },
        cases: 2,
        money: [
          {
            currency: 'EUR',
            cases: 2,
            refundable: { before: 0, after: 9980 },
            fee: { before: 0, after: 0 },
            approved: { before: 0, after: 9980 },
          },
        ],
        examples: [
          expect.objectContaining({ case: 'RMA-1', aspects: ['outcome', 'refundable'], country: 'FR' }),
          expect.objectContaining({ case: 'case 2' }),
        ],
      },
    ]);
    expect(report.money).toMatchObject([{ cases: 3, refundable: { before: 4990, after: 14_970 } }]);
    expect(report.outcomes).toEqual([
      { before: 'reject', after: 'approve', cases: 2 },
      { before: 'approve', after: 'approve', cases: 1 },
    ]);
    expect(report.requested).toEqual({ from: '2026-10-10T09:00:00.000Z', to: '2026-11-15T09:00:00.000Z' });
  });

  it('keeps as many examples of each group as were asked for', () => {
    const cases = Array.from({ length: 5 }, () => past(late));
    const kept = (examples?: number) =>
      replayPolicy({ current: strict, draft: kind, now, cases, examples }).groups.map((group) => group.examples.length);
    expect([kept(), kept(1), kept(0)]).toEqual([[3], [1], [0]]);
  });

  it('counts a fee as a change although the outcome stays', () => {
    const draft = policy({
      disclosures: { returnFee: true, withdrawalRight: true },
      fees: { rules: [{ id: 'flat', amount: eur(300) }] },
    });
    const report = replayPolicy({ current: strict, draft, now, cases: [past()] });
    expect(report.aspects).toEqual([
      { aspect: 'refundable', cases: 1 },
      { aspect: 'fee', cases: 1 },
    ]);
    expect(report.money).toMatchObject([
      {
        fee: { before: 0, after: 300 },
        refundable: { before: 4990, after: 4690 },
        approved: { before: 4990, after: 4690 },
      },
    ]);
  });

  it('keeps sums of currencies apart', () => {
    const pounds = facts(late);
    const gbp = (amount: number) => ({ amount, currency: 'GBP' });
    const order = {
      ...pounds.order,
      currency: 'GBP',
      shipping: gbp(490),
      total: gbp(5480),
      lines: pounds.order.lines.map((line) => ({ ...line, paid: gbp(4990), tax: gbp(832) })),
    };
    const report = replayPolicy({
      current: strict,
      draft: kind,
      now,
      cases: [{ ...pounds, order }, past(late), past()],
    });
    expect(report.money.map(({ currency, cases, refundable }) => [currency, cases, refundable.after])).toEqual([
      ['EUR', 2, 9980],
      ['GBP', 1, 4990],
    ]);
  });

  it('is held against the decision that was made, where there is no current policy', () => {
    const decision = evaluatePolicy(strict, facts(late), now);
    const report = replayPolicy({ draft: kind, now, cases: [{ ...past(late), decision }] });
    expect(report).toMatchObject({ against: 'recorded', changed: 1 });
    expect(report).not.toHaveProperty('current');
    expect(report.groups[0]?.before).toEqual({ outcome: 'reject', rule: 'window' });
    expect(replayPolicy({ draft: strict, now, cases: [{ ...past(late), decision }] }).changed).toBe(0);
  });

  it('leaves out what came to be known after the decision', () => {
    const draft = policy({
      routing: [{ id: 'arrived', when: { 'shipment.status': 'delivered' }, outcome: 'review' }],
    });
    const scanned = (at: string): ReplayCase => ({
      ...past(),
      decision: evaluatePolicy(strict, facts(), new Date('2026-10-11T00:00:00Z')),
      tracking: {
        trackingNumber: 'T',
        carrier: 'C',
        status: 'delivered',
        carrierStatus: 'D',
        at,
        provider: 'easypost',
      },
    });
    const changed = (at: string) => replayPolicy({ draft, now, cases: [scanned(at)] });
    expect(changed('2026-10-10T12:00:00Z')).toMatchObject({ changed: 1 });
    expect(changed('2026-10-20T12:00:00Z')).toMatchObject({ changed: 0, unjudged: [{ reason: 'facts_missing' }] });
  });
});

it('tells another offer from another amount', () => {
  const offering = (percent: number, paidAt: 'inspection' | 'delivery') =>
    policy({
      resolutions: [
        { id: 'c', resolution: 'store_credit', bonus: { percent }, paidAt },
        { id: 'r', resolution: 'refund' },
      ],
    });
  const aspects = (current: ReturnType<typeof policy>, draft: ReturnType<typeof policy>) =>
    replayPolicy({ current, draft, now, cases: [past()] }).aspects.map(({ aspect }) => aspect);
  expect(aspects(offering(5, 'inspection'), offering(5, 'inspection'))).toEqual([]);
  expect(aspects(offering(5, 'inspection'), offering(10, 'inspection'))).toEqual(['resolutions']);
  expect(aspects(offering(5, 'inspection'), offering(5, 'delivery'))).toEqual(['resolutions']);
  const sending = (method: 'post' | 'store') => policy({ methods: [{ id: 'm', method }] });
  expect(aspects(sending('post'), sending('store'))).toEqual(['methods']);
});

describe('a case that cannot be judged', () => {
  const draft = policy({ routing: [{ id: 'often', when: { 'customer.orders': { above: 3 } }, outcome: 'review' }] });

  it.each<[string, ReplayCase]>([
    ['unreadable', replayCaseOf('nothing')],
    ['no_request', { order: facts().order }],
    ['no_order', { request: facts().request }],
    ['no_decision', past()],
  ])('is counted: %s', (reason, it) => {
    expect(replayPolicy({ draft, now, cases: [it] })).toMatchObject({
      cases: 1,
      same: 0,
      changed: 0,
      money: [],
      unjudged: [{ reason, cases: 1 }],
    });
  });

  it('is counted with the facts that are missing, and in no sum', () => {
    const report = replayPolicy({ current: strict, draft, now, cases: [past(), past()] });
    expect(report).toMatchObject({ changed: 0, same: 0, money: [], groups: [] });
    expect(report.unjudged).toEqual([
      { reason: 'facts_missing', cases: 2, details: [{ what: 'customer.orders', cases: 2 }] },
    ]);
  });

  it('is counted when its request asks for what the order does not have', () => {
    const odd = facts();
    const request = { ...odd.request, lines: [{ orderLineId: 'x', quantity: 1, reason: 'other' as const }] };
    expect(replayPolicy({ current: strict, draft: kind, now, cases: [{ ...odd, request }] }).unjudged).toEqual([
      { reason: 'impossible', cases: 1, details: [{ what: 'The order has no line x', cases: 1 }] },
    ]);
  });
});

describe('reading a dossier', () => {
  it('takes the chapters and the number of the case', () => {
    const read = replayCaseOf({ ...facts(), case: { rma: 'RMA-7', id: 'c1' }, refund: { amount: 'odd' } });
    expect(read).toMatchObject({ id: 'RMA-7', order: { id: 'order-1' }, request: { resolution: 'refund' } });
    expect(read).not.toHaveProperty('refund');
  });

  it('says where a fault is and nothing of what stands there', () => {
    const bad = { ...facts(), order: { ...facts().order, lines: [{ id: 'ana@example.com', paid: 'much' }] } };
    const { fault } = replayCaseOf(bad);
    expect(fault).toMatch(/^order\.lines\[\]/);
    expect(fault).not.toContain('ana@');
  });
});
