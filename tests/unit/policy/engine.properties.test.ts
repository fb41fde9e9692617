import { evaluatePolicy, judge, parsePolicy, type Judgement, type PolicyDocument } from '../../../lib/policy';
import { legalFactsOf } from '../../../lib/policy/engine/legal-facts';
import { isProtected, rightsOf } from '../../../lib/policy/law';
import { decisionSchema, isReturnsError, outcomes, type Decision, type Outcome } from '../../../lib/returns';
import { fc, runs } from '../../support/properties';
import { policies, stories } from './arbitrary-policy';
import { facts, now } from './facts';

const severity = (outcome: Outcome): number => outcomes.indexOf(outcome);
const decide = (document: PolicyDocument, story: Parameters<typeof facts>[0]): Decision =>
  evaluatePolicy(parsePolicy(document), facts(story), now);

/** The rights of a judged request, worked out anew and not by way of the engine's view of them. */
const rightsFor = ({ findings }: Judgement) => rightsOf(legalFactsOf(findings));

describe('whatever the policy and the request', () => {
  it('the law is a floor: what it grants is not refused, costs no forbidden fee and pays no less', () => {
    let granted = 0;
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const judgement = judge(parsePolicy(document), facts(story));
        const rights = rightsFor(judgement);
        for (const [index, line] of judgement.lines.entries()) {
          const own = rights.lines[index];
          if (own === undefined) throw new Error('a line without rights');
          const { withdrawal, undisclosedPolicy, marketplace } = own;
          const isGranted =
            [withdrawal, undisclosedPolicy].some(isProtected) ||
            (isProtected(marketplace) && !marketplace.forDefectsOnly);
          if (!isGranted) continue;
          granted += 1;
          expect(line.outcome).not.toBe('reject');
          expect(judgement.outcome).not.toBe('reject');
          const { fee } = line.findings;
          if (!isProtected(withdrawal) || fee === undefined) continue;
          const isRestocking = fee.rule.kind === 'restocking' || fee.rule.percent !== undefined;
          if (withdrawal.returnCost !== 'consumer' || (isRestocking && rights.feeForbidden.yes)) {
            expect(judgement.fee.ofLines[index]).toBe(0);
          }
        }
      }),
      runs(600),
    );
    expect(granted).toBeGreaterThan(150);
  });

  it('plain goods that a French consumer asks back within 14 days of delivery are paid back whole', () => {
    const isLegal = ({ ground = 'commercial' }) => !['commercial', 'clearance', 'gift_card'].includes(ground);
    fc.assert(
      fc.property(policies, stories, fc.integer({ min: 0, max: 13 }), (anyPolicy, story, days) => {
        const exclusions = (anyPolicy.exclusions ?? []).filter((rule) => !isLegal(rule));
        const document = { ...anyPolicy, exclusions, disclosures: { ...anyPolicy.disclosures, returnFee: false } };
        const deliveredAt = story.order?.fulfilledAt ?? '2026-03-02T09:00:00Z';
        const decision = decide(document, {
          ...story,
          country: 'FR',
          order: { ...story.order, deliveredAt },
          requestedAt: new Date(Date.parse(deliveredAt) + days * 86_400_000).toISOString(),
          lines: (story.lines ?? []).map(({ line: { traits: _traits, ...line } = {}, asked }) => ({
            line,
            asked: { ...asked, reason: 'changed_mind' as const },
          })),
        });
        const worth = decision.lines.reduce((sum, line) => sum + line.refundable.amount, 0);
        expect(decision.outcome).not.toBe('reject');
        expect(decision.lines.map(({ outcome }) => outcome)).not.toContain('reject');
        expect(decision.fee.amount).toBe(0);
        expect(decision.refundable.amount).toBe(worth);
      }),
      runs(200),
    );
  });

  it('goods that are said to be faulty are not refused while the guarantee lasts', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const judgement = judge(parsePolicy(document), facts(story));
        const rights = rightsFor(judgement);
        for (const [index, { findings, outcome }] of judgement.lines.entries()) {
          const own = rights.lines[index];
          const faulty = ['defective', 'damaged_in_transit', 'wrong_item', 'not_as_described'];
          if (own === undefined || !faulty.includes(findings.entry.asked.reason)) continue;
          if ([own.guarantee, own.shortTermReject].some(isProtected)) expect(outcome).not.toBe('reject');
          expect(judgement.fee.ofLines[index]).toBe(0);
        }
      }),
      runs(150),
    );
  });

  it('a risk score adds a review and nothing else', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(policies, stories, score, score, (anyPolicy, story, reviewFrom, points) => {
        fc.pre(!JSON.stringify(anyPolicy).includes('risk.score'));
        const document = { ...anyPolicy, risk: { reviewFrom } };
        const calm = decide({ ...document, risk: {} }, story);
        const risky = decide(document, { ...story, risk: { score: points } });
        expect(['review', calm.outcome]).toContain(risky.outcome);
        expect(risky.fee).toEqual(calm.fee);
        expect(risky.refundable).toEqual(calm.refundable);
      }),
      runs(120),
    );
  });

  it('the same input has the same answer, in another order of keys and after other requests too', () => {
    fc.assert(
      fc.property(policies, stories, stories, (document, story, other) => {
        const policy = parsePolicy(document);
        const once = evaluatePolicy(policy, facts(story), now);
        evaluatePolicy(policy, facts(other), now);
        expect(evaluatePolicy(policy, facts(story), now)).toEqual(once);
        const reversed = Object.fromEntries(Object.entries(document).reverse());
        expect(decide(parsePolicy(reversed), story)).toEqual(once);
      }),
      runs(120),
    );
  });

  it('the index answers as if every rule had been asked', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const policy = parsePolicy(document);
        const { trace, lines } = evaluatePolicy(policy, facts(story), now);
        const heldIn = (part: string, id: string): string[] =>
          trace
            .filter(({ rule, held, orderLineId }) => held && orderLineId === id && rule.startsWith(`${part}.`))
            .map(({ rule }) => rule);
        const judgement = judge(policy, facts(story));
        for (const [index, { findings }] of judgement.lines.entries()) {
          const id = lines[index]?.orderLineId ?? '';
          if (findings.apart?.rule.evenExcluded !== true) {
            expect(findings.excluded.map(({ name }) => name)).toEqual(heldIn('exclusion', id));
          }
          const fees = heldIn('fee', id);
          if (findings.fee !== undefined) expect(findings.fee.name).toBe(fees[0]);
          expect(findings.apart?.name).toBe(heldIn('case', id)[0]);
        }
      }),
      runs(150),
    );
  });

  it('a longer window is never answered more harshly', () => {
    fc.assert(
      fc.property(policies, stories, fc.integer({ min: 1, max: 100 }), (document, story, more) => {
        const { default: usual, rules = [], extensions = [] } = document.windows;
        const windows = {
          default: { ...usual, days: usual.days + more },
          rules: rules.map((rule) => ({ ...rule, days: rule.days + more })),
          extensions,
        };
        const before = decide(document, story);
        const after = decide({ ...document, windows }, story);
        for (const [index, line] of after.lines.entries()) {
          expect(severity(line.outcome)).toBeLessThanOrEqual(severity(before.lines[index]?.outcome ?? 'approve'));
        }
        if (before.outcome === 'approve') expect(after.outcome).not.toBe('reject');
      }),
      runs(150),
    );
  });

  it('the order of routing rules and of exclusions changes no outcome and no amount', () => {
    const shuffled = <T>(list: readonly T[] | undefined, seed: number): T[] =>
      [...(list ?? [])]
        .map((value, index) => ({ value, key: (index * 7919 + seed * 104_729) % 101 }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value);
    fc.assert(
      fc.property(policies, stories, fc.nat(100), (document, story, seed) => {
        const before = decide(document, story);
        const after = decide(
          {
            ...document,
            exclusions: shuffled(document.exclusions, seed),
            routing: shuffled(document.routing, seed),
            itemConditions: shuffled(document.itemConditions, seed),
          },
          story,
        );
        expect(after.outcome).toBe(before.outcome);
        expect(after.lines.map(({ outcome }) => outcome)).toEqual(before.lines.map(({ outcome }) => outcome));
        expect(after.parts).toEqual(before.parts);
        expect(after.missing?.toSorted()).toEqual(before.missing?.toSorted());
      }),
      runs(150),
    );
  });

  it('rules on goods that are not in the request change nothing', () => {
    fc.assert(
      fc.property(policies, stories, policies, (document, story, others) => {
        const elsewhere = <T extends { id: string }>(rules: readonly T[] | undefined): T[] =>
          (rules ?? []).map((rule, index) => ({
            ...rule,
            id: `elsewhere-${index}`,
            when: { 'line.category': 'elsewhere' },
          }));
        const { trace: _before, reason: _reason, policy: _policy, ...before } = decide(document, story);
        const {
          trace: _after,
          reason: _other,
          policy: _hash,
          ...after
        } = decide(
          {
            ...document,
            windows: {
              ...document.windows,
              rules: [...elsewhere(others.windows.rules), ...(document.windows.rules ?? [])],
            },
            exclusions: [...elsewhere(others.exclusions), ...(document.exclusions ?? [])],
            fees: { ...document.fees, rules: [...elsewhere(others.fees?.rules), ...(document.fees?.rules ?? [])] },
            routing: [...elsewhere(others.routing), ...(document.routing ?? [])],
            cases: [...elsewhere(others.cases), ...(document.cases ?? [])],
          },
          story,
        );
        expect(after).toEqual(before);
      }),
      runs(120),
    );
  });

  it('amounts add up to the cent, and nothing beyond what was paid comes back', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const input = facts(story);
        const { parts, refundable, fee, lines, outcome } = evaluatePolicy(parsePolicy(document), input, now);
        if (parts === undefined) throw new Error('an answer without parts');
        const paid = input.order.lines.reduce((sum, line) => sum + line.paid.amount, 0);
        expect(parts.goods.amount + parts.tax.amount + parts.outboundDelivery.amount - parts.fee.amount).toBe(
          parts.total.amount,
        );
        expect(parts.goods.amount + parts.tax.amount - fee.amount).toBe(refundable.amount);
        expect(lines.reduce((sum, line) => sum + line.refundable.amount, 0) - fee.amount).toBe(refundable.amount);
        expect(lines.reduce((sum, line) => sum + (line.fee?.amount ?? 0), 0)).toBe(fee.amount);
        expect(refundable.amount).toBeGreaterThanOrEqual(0);
        expect(parts.goods.amount + parts.tax.amount).toBeLessThanOrEqual(paid);
        expect(parts.outboundDelivery.amount).toBeLessThanOrEqual(input.order.shipping.amount);
        if (outcome === 'reject') expect(parts.total.amount).toBe(0);
      }),
      runs(150),
    );
  });

  it('the answer is a chapter that JSON keeps, with one rule that decides each line', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const decision = decide(document, story);
        expect(decisionSchema.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
        for (const { orderLineId, rule } of decision.lines) {
          expect(
            decision.trace
              .filter((entry) => entry.decided && entry.orderLineId === orderLineId)
              .map((entry) => entry.rule),
          ).toEqual([rule]);
        }
      }),
      runs(120),
    );
  });

  it('needs_info always says what is needed, and what is missing is only told then', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const { outcome, questions = [], missing = [] } = decide(document, story);
        if (outcome === 'needs_info') expect(questions.length).toBeGreaterThan(0);
        else expect([...questions, ...missing]).toEqual([]);
      }),
      runs(150),
    );
  });

  it('anything that is thrown is a typed error', () => {
    const oddText = fc.oneof(fc.string(), fc.constantFrom('9999-12-31T00:00:00Z', '2026-02-30T00:00:00Z', ''));
    fc.assert(
      fc.property(
        policies,
        stories,
        fc.record(
          {
            requestedAt: oddText,
            placedAt: oddText,
            currency: fc.string(),
            country: fc.string(),
            quantity: fc.integer(),
            amount: fc.integer(),
          },
          { requiredKeys: [] },
        ),
        (document, story, odd) => {
          const input = facts({
            ...story,
            ...(odd.requestedAt !== undefined && { requestedAt: odd.requestedAt }),
            ...(odd.country !== undefined && { country: odd.country }),
            order: {
              ...story.order,
              ...(odd.placedAt !== undefined && { placedAt: odd.placedAt }),
              ...(odd.currency !== undefined && { currency: odd.currency }),
            },
            lines: (story.lines ?? []).map(({ line, asked }) => ({
              line: { ...line, ...(odd.amount !== undefined && { paid: { amount: odd.amount, currency: 'EUR' } }) },
              asked: { ...asked, ...(odd.quantity !== undefined && { quantity: odd.quantity }) },
            })),
          });
          try {
            evaluatePolicy(parsePolicy(document), input, now);
          } catch (error) {
            expect(isReturnsError(error)).toBe(true);
          }
        },
      ),
      runs(150),
    );
  });
});
