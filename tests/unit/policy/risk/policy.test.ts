import { evaluatePolicy, parsePolicy } from '../../../../lib/policy';
import { defaultRiskSettings, scoreRisk } from '../../../../lib/policy/risk';
import { isReturnsError } from '../../../../lib/returns';
import { fc } from '../../../support/properties';
import { history, input, order, past, pastLine, request } from './support';

const policyWith = (risk: unknown) =>
  parsePolicy({
    name: 'shop',
    version: '1',
    windows: { default: { days: 30 } },
    ...(risk === undefined ? {} : { risk }),
  });

const faultsOf = (risk: unknown): unknown => {
  try {
    policyWith(risk);
    return [];
  } catch (error) {
    if (isReturnsError(error)) return error.context['faults'];
    throw error;
  }
};

const now = new Date('2026-10-10T10:00:00Z');
const of = order('now');
const claims = ['a', 'b', 'c'].map((id) => past(id, { lines: [pastLine({ reason: 'other', claim: 'not_received' })] }));
const suspicious = input({
  order: of,
  request: request(of, [{ reason: 'other', subReason: 'Not received' }]),
  history: history({ returns: claims }),
});

describe('the part `risk` of a policy', () => {
  it('fills in what it does not say', () => {
    expect(policyWith({}).risk).toEqual(defaultRiskSettings);
    expect(policyWith({ weights: { value: 0 } }).risk?.weights).toEqual({ ...defaultRiskSettings.weights, value: 0 });
  });

  it('sets weights and thresholds', () => {
    const { risk } = policyWith({
      weights: { not_received_claims: 12 },
      thresholds: { notReceivedClaims: { orders: { from: 0, full: 9 } } },
    });
    expect(scoreRisk(suspicious, risk)).toMatchObject({ score: 5, points: [{ weight: 12 }] });
  });

  it.each([
    [{ medium: 46, high: 60 }, 'low'],
    [{ medium: 45, high: 60 }, 'medium'],
    [{ medium: 30, high: 46 }, 'medium'],
    [{ medium: 30, high: 45 }, 'high'],
  ])('with the levels %j, 45 points are %s', (levels, level) => {
    expect(scoreRisk(suspicious, policyWith({ levels }).risk)).toMatchObject({ score: 45, level });
  });

  it.each([
    [2, 'low'],
    [3, 'medium'],
    [9, 'medium'],
    [10, 'high'],
  ])('%d orders give a confidence that is %s', (orderCount, level) => {
    const known = input({ order: of, request: request(of), history: history({ orderCount }) });
    expect(scoreRisk(known).confidence).toMatchObject({ level, orders: orderCount });
  });

  it('says what is wrong with it, and what was probably meant', () => {
    expect(
      faultsOf({
        weights: { bracketting: 10, value: 101 },
        levels: { medium: 70, high: 60 },
        thresholds: { returnRate: { from: 90, full: 50 } },
      }),
    ).toEqual([
      expect.stringMatching(/^risk\.levels\.high: expected `high` not below `medium`/),
      expect.stringMatching(/^risk\.weights\.value: /),
      'risk.weights.bracketting: `bracketting` is unknown, did you mean `bracketing`?',
      'risk.thresholds.returnRate.full: expected `full` above `from`',
    ]);
  });
});

describe('a policy with `reviewFrom`', () => {
  const policy = policyWith({ reviewFrom: 30 });
  const decided = (score: number) =>
    evaluatePolicy(policy, { request: suspicious.request, order: of, risk: { score } }, now).outcome;

  it('sends returns from that score on to a person', () => {
    const risk = scoreRisk(suspicious, policy.risk);
    expect(risk.score).toBe(45);
    const decision = evaluatePolicy(policy, { request: suspicious.request, order: of, risk }, now);
    expect({ outcome: decision.outcome, rule: decision.rule }).toEqual({ outcome: 'review', rule: 'risk.review-from' });
    expect(decided(29)).toBe('approve');
  });

  it.each([
    [29, 'approve'],
    [30, 'review'],
    [100, 'review'],
  ])('a score of %d means %s where `reviewFrom` is 30', (score, outcome) => {
    expect(decided(score)).toBe(outcome);
  });

  it('never refuses by a score, however high', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (score) => {
        expect(decided(score)).not.toBe('reject');
      }),
    );
  });
});
