import { evaluatePolicy, parsePolicy, type PolicyDocument, type PolicyInput } from '../../../lib/policy';
import type { Decision, Inspection } from '../../../lib/returns';
import { eur, facts, now, policyDocument, type Story } from './facts';

const decide = (story: Story, further: Partial<PolicyInput> = {}, change: Partial<PolicyDocument> = {}): Decision =>
  evaluatePolicy(parsePolicy(policyDocument(change)), { ...facts(story), ...further }, now);

const day25 = '2026-10-25T09:00:00Z';

describe('the deadline of a refund', () => {
  it('is no law’s for a change of mind after the time to withdraw', () => {
    expect(decide({ requestedAt: day25 }).refundDeadline).toBeUndefined();
    expect(decide({ requestedAt: day25 }, {}, { refund: { withinDays: 5 } }).refundDeadline).toEqual({
      days: 5,
      countedFrom: 'informed',
      endsAt: '2026-10-30T22:59:59.999Z',
      mayWithhold: false,
    });
  });

  it('is that of faulty goods for faulty goods', () => {
    const story = { requestedAt: day25, lines: [{ asked: { reason: 'defective' as const } }] };
    expect(decide(story).refundDeadline?.law?.ruleId).toBe('FR-guarantee-refund');
  });

  it('waits for no goods that the shopper keeps, which are paid for at once', () => {
    const keepItem = [{ id: 'cheap', label: eur(6000) }];
    const kept = decide({}, {}, { keepItem });
    expect(kept).toMatchObject({ keepItem: { keep: true }, refundDeadline: { mayWithhold: false } });
    expect(kept.resolutions?.map(({ paidAt }) => paidAt)).toEqual(['approval', 'approval', 'approval']);
    expect(decide({}).refundDeadline?.mayWithhold).toBe(true);
  });

  describe('that has passed in France', () => {
    const sent = { request: { dispatchProofAt: '2026-10-12T09:00:00Z' } };

    it.each([
      ['2026-10-26T12:00:00Z', undefined],
      ['2026-11-06T12:00:00Z', { days: 11, surcharge: eur(274) }],
      ['2026-11-17T12:00:00Z', { days: 22, surcharge: eur(548) }],
    ])('adds at %s what the law says to the 54.80 € that are owed', (asOf, late) => {
      const { refundDeadline } = decide(sent, { asOf });
      if (late === undefined) expect(refundDeadline?.late).toBeUndefined();
      else expect(refundDeadline?.late).toMatchObject({ ...late, law: { ruleId: 'FR-late-withdrawal-refund' } });
    });

    it('names the half-year whose legal rate nobody has given, in the first ten days', () => {
      const asOf = '2026-10-30T12:00:00Z';
      const decision = decide(sent, { asOf }, { refund: { legalRates: [{ from: '2026-01-01', percent: 6 }] } });
      expect(decision.refundDeadline?.late).toMatchObject({
        days: 4,
        surcharge: eur(0),
        needsLegalRate: true,
        missingLegalRates: ['2026-07-01'],
      });
      expect(decision.reason.agent).toContain('`refund.legalRates` of the policy has no rate from 2026-07-01');
    });

    it('adds interest at the legal rate of the policy in the first ten days', () => {
      const legalRates = [{ from: '2026-07-01', percent: 36.5, source: 'an invented decree' }];
      const { late } = decide(sent, { asOf: '2026-10-30T12:00:00Z' }, { refund: { legalRates } }).refundDeadline ?? {};
      expect(late).toMatchObject({ days: 4, surcharge: eur(22) });
      expect(late).not.toHaveProperty('needsLegalRate');
    });

    it.each([
      [[{ from: '2026-02-01', percent: 6 }], 'expected the first day of a half-year'],
      [
        [
          { from: '2026-01-01', percent: 6 },
          { from: '2026-01-01', percent: 7 },
        ],
        'there are two rates for one half-year',
      ],
    ])('refuses the legal rates %j', (legalRates, message) => {
      expect(() => parsePolicy(policyDocument({ refund: { legalRates } }))).toThrow(message);
    });

    it('is none while the shop may wait for the goods', () => {
      expect(decide({}, { asOf: '2026-11-17T12:00:00Z' }).refundDeadline?.late).toBeUndefined();
    });
  });
});

describe('a deduction for lost value', () => {
  const found = (grade: 'new' | 'used'): { inspection: Inspection } => ({
    inspection: {
      inspectedAt: '2026-10-14T09:00:00Z',
      lines: [{ orderLineId: 'line-1', quantity: 1, grade, disposition: 'restock' }],
    },
  });
  const deduction = (told: boolean, grade: 'new' | 'used') =>
    decide({}, found(grade), { disclosures: { withdrawalRight: told } }).lines[0]?.rights?.deduction;

  it('is allowed only with evidence and only where the shopper was told of the right', () => {
    expect(deduction(true, 'used')).toMatchObject({ allowed: true, law: { ruleId: 'FR-deduction' } });
    expect(deduction(true, 'new')).toMatchObject({ allowed: false, missing: ['line.deductionEvidence'] });
    expect(deduction(false, 'used')).toMatchObject({ allowed: false });
  });
});

describe('a gift that its recipient sends back', () => {
  const cases: PolicyDocument['cases'] = [
    {
      id: 'gift',
      kind: 'gift',
      when: { 'return.initiator': 'gift_recipient' },
      resolutions: ['store_credit', 'exchange'],
    },
  ];

  it('is not offered a refund, which would go to the buyer, while nobody knows that the buyer agrees', () => {
    const story = { resolution: 'store_credit' as const, request: { initiator: 'gift_recipient' as const } };
    const offered = decide(story, {}, { cases }).resolutions?.map(({ resolution }) => resolution);
    expect(offered).toEqual(['exchange', 'store_credit']);
  });

  it('waits for the buyer where only the law would take it back, and goes on when the buyer has answered', () => {
    const windows = { default: { days: 1 } };
    const answer = (buyerAgrees?: boolean): Decision =>
      decide(
        { request: { initiator: 'gift_recipient', ...(buyerAgrees !== undefined && { buyerAgrees }) } },
        {},
        { windows },
      );
    expect(answer()).toMatchObject({ outcome: 'needs_info', missing: ['request.buyerAgrees'] });
    expect(answer(true)).toMatchObject({ outcome: 'approve', rule: 'law.FR-withdrawal-period' });
    expect(answer(false).outcome).toBe('reject');
  });

  it('is offered one when the buyer sends it back, whatever the policy says', () => {
    const offered = decide({}, {}, { resolutions: [{ id: 'credit', resolution: 'store_credit' }] }).resolutions;
    expect(offered?.map(({ resolution }) => resolution)).toEqual(['refund', 'store_credit']);
  });
});
