import { createPrivateKey, X509Certificate } from 'node:crypto';
import { selfSigned } from '../../../bench/http/self-signed';
import { agree, answerOf } from '../../../bench/policy/answer';
import { documentOf, manyRules, twelveRules } from '../../../bench/policy/bench-policy';
import { generateCases, largeShop, smallShop } from '../../../bench/policy/cases';
import { jsonLogic } from '../../../bench/policy/json-logic';
import { everyRule, firstHit } from '../../../bench/policy/json-rules-engine';
import { peerFacts } from '../../../bench/policy/peer-facts';
import { zenEngine } from '../../../bench/policy/zen-engine';
import { evaluatePolicy, judge, parsePolicy } from '../../../lib/policy';

const now = new Date('2026-11-22T09:00:00Z');

describe.each([
  ['twelve rules', twelveRules, smallShop],
  ['two hundred rules', manyRules(200), largeShop(200)],
] as const)('the policy of %s', (_, rules, shop) => {
  const policy = parsePolicy(documentOf(rules));
  const cases = generateCases(150, shop);

  it.each([
    ['json-rules-engine', everyRule],
    ['json-rules-engine, first hit', firstHit],
    ['json-logic-js', jsonLogic],
    ['@gorules/zen-engine', zenEngine],
  ] as const)('is answered by %s as by us, with every outcome among the cases', async (_name, peer) => {
    const ask = peer(rules);
    const outcomes = new Set<string>();
    for (const facts of cases) {
      const ours = answerOf(judge(policy, facts));
      const theirs = await ask(peerFacts(facts));
      expect({ ours, theirs, agree: agree(ours, theirs) }).toMatchObject({ agree: true });
      outcomes.add(ours.outcome);
    }
    expect([...outcomes].sort()).toEqual(['approve', 'needs_info', 'reject', 'review']);
  });

  it('has as many rules as it says, the usual window with them', () => {
    const { windows, exclusions, routing } = policy;
    expect([11, 200]).toContain(windows.rules.length + exclusions.length + routing.length);
  });
});

describe('the policy of twelve rules', () => {
  it('asks each of them of a request that is not refused', () => {
    const policy = parsePolicy(documentOf(twelveRules));
    const decisions = generateCases(20).map((facts) => evaluatePolicy(policy, facts, now));
    const trace = decisions.find(({ outcome, rule }) => outcome === 'approve' && rule === 'window')?.trace ?? [];
    const asked = trace.map(({ rule }) => rule).filter((rule) => !rule.startsWith('law.') && rule !== 'shop_at_fault');
    expect(asked).toHaveLength(12);
    expect(new Set(asked).size).toBe(12);
  });

  it('generates the same cases in every run', () => {
    expect(generateCases(5)).toEqual(generateCases(5));
  });
});

describe('two answers', () => {
  it.each([
    ['another outcome', { outcome: 'approve', rule: undefined }, { outcome: 'review', rule: 'window' }, false],
    ['another rule', { outcome: 'reject', rule: 'window' }, { outcome: 'reject', rule: 'exclusion.digital' }, false],
    ['the same rule', { outcome: 'reject', rule: 'window' }, { outcome: 'reject', rule: 'window' }, true],
  ] as const)('with %s', (_, ours, theirs, expected) => {
    expect(agree(ours, theirs)).toBe(expected);
  });
});

describe('the certificate of the run', () => {
  const { key, cert } = selfSigned();
  const certificate = new X509Certificate(cert);

  it('is signed by its own key and serves loopback', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.ca).toBe(true);
  });

  it('is valid now and not for long', () => {
    expect(certificate.validFromDate.getTime()).toBeLessThan(Date.now());
    expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.now());
    expect(certificate.validToDate.getTime() - Date.now()).toBeLessThan(2 * 86_400_000);
  });

  it('is another one each time', () => {
    expect(selfSigned().key).not.toBe(key);
  });
});
