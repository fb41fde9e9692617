import { evaluatePolicy, parsePolicy, type PolicyDocument } from '../../../lib/policy';
import type { Decision } from '../../../lib/returns';
import { facts, now, policyDocument, type Story } from './facts';

const decide = (change: Partial<PolicyDocument>, story: Story = {}): Decision =>
  evaluatePolicy(parsePolicy(policyDocument(change)), facts(story), now);

/** What random policies have found, told plainly. */
describe('exclusions on several grounds of law', () => {
  const exclusions = [
    { id: 'underwear', ground: 'hygiene_unsealed' as const },
    { id: 'magazine', ground: 'press' as const },
  ];
  /** Nobody told of the exceptions before the order: what follows from that is for a person. */
  const document = { exclusions, disclosures: { exceptions: false } };

  it('one that needs a fact and one that is for a person are answered alike in either order', () => {
    const before = decide(document);
    const after = decide({ ...document, exclusions: exclusions.toReversed() });
    expect(after.outcome).toBe(before.outcome);
    expect(after.lines.map(({ outcome }) => outcome)).toEqual(before.lines.map(({ outcome }) => outcome));
    expect(after.parts).toEqual(before.parts);
    expect(after.missing).toEqual(before.missing);
    expect(before.outcome).toBe('review');
  });
});

describe('a threshold of risk', () => {
  const risk = { reviewFrom: 30 };
  /** After the time in which the law lets nobody be asked a question. */
  const day19 = { requestedAt: '2026-10-20T09:00:00Z' };
  const risky = { ...day19, risk: { score: 80 } };
  const route = (outcome: 'approve' | 'review' | 'reject', priority: number) => ({
    routing: [{ id: 'rule', outcome, priority }],
    exclusions: [{ id: 'engraved', ground: 'personalised' as const }],
  });

  it.each([-1, 0, 5])('lifts no refusal of priority %d', (priority) => {
    const calm = decide(route('reject', priority), day19);
    const answer = decide({ ...route('reject', priority), risk }, risky);
    expect(calm.outcome).toBe('reject');
    expect(answer).toMatchObject({ outcome: 'reject', refundable: calm.refundable });
  });

  const plain = (outcome: 'approve' | 'needs_info', priority: number) => ({
    routing: [{ id: 'rule', outcome, priority, ...(outcome === 'needs_info' && { question: { en: 'Which one?' } }) }],
  });

  it.each([
    ['approve', -1, 'review'],
    ['approve', 0, 'review'],
    ['approve', 5, 'approve'],
    ['needs_info', -1, 'needs_info'],
    ['needs_info', 5, 'needs_info'],
  ] as const)('beside a rule %s of priority %d means %s', (outcome, priority, expected) => {
    expect(decide({ ...plain(outcome, priority), risk }, risky).outcome).toBe(expected);
  });

  it('asks for the score where it could add a review, and not where it could not', () => {
    expect(decide({ ...plain('approve', 0), risk }, day19)).toMatchObject({
      outcome: 'needs_info',
      missing: ['risk.score'],
    });
    expect(decide({ ...plain('approve', 5), risk }, day19).outcome).toBe('approve');
  });

  it.each(['risk.score', 'risk.level'] as const)('makes no exception of law: goods are not made by a %s', (fact) => {
    const when = fact === 'risk.score' ? { [fact]: { atLeast: 50 } } : { [fact]: 'high' };
    const exclusions = [{ id: 'risky', ground: 'personalised' as const, when }];
    const scored = { risk: { score: 80, level: 'high' as const } };
    expect(decide({ exclusions }, scored)).toMatchObject({
      outcome: 'approve',
      overruled: [{ rule: 'exclusion.risky', by: { ruleId: 'FR-withdrawal-period' } }],
    });
    expect(decide({ exclusions }).outcome).toBe('approve');
    expect(decide({ exclusions }, { ...scored, ...day19 }).outcome).toBe('reject');
  });

  it('is in the trace with what it saw', () => {
    const { trace, rule } = decide({ risk }, risky);
    expect(rule).toBe('risk.review-from');
    expect(trace.find((entry) => entry.rule === rule)).toMatchObject({
      held: true,
      decided: true,
      effect: 'review',
      saw: { 'risk.score': 80 },
    });
  });
});
