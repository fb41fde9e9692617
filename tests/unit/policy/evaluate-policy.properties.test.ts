import { evaluatePolicy, parsePolicy, type PolicyDocument } from '../../../lib/policy';
import { isReturnsError, outcomes, resolutions, returnReasons, type Decision } from '../../../lib/returns';
import { fc } from '../../support/properties';

import { eur, facts, now, policyDocument, type Story } from './facts';

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const word = fc.constantFrom('shirts', 'shoes', 'outlet', 'sale');

const policies: fc.Arbitrary<PolicyDocument> = fc
  .record({
    defaultDays: fc.nat(60),
    countedFrom: fc.constantFrom('delivery' as const, 'shipment' as const, 'order' as const),
    ground: fc.constantFrom('commercial' as const, 'personalised' as const, 'hygiene_unsealed' as const),
    tags: fc.uniqueArray(word, { minLength: 1 }),
    flat: fc.nat(2000),
    above: fc.nat(20_000),
  })
  .map(({ defaultDays, countedFrom, ground, tags, flat, above }) =>
    policyDocument({
      windows: {
        default: { days: defaultDays, from: countedFrom },
        rules: [{ id: 'shoes', when: { 'line.category': 'shoes' }, days: defaultDays + 10, from: countedFrom }],
      },
      exclusions: [{ id: 'excluded', ground, when: { 'line.tags': tags } }],
      fees: { rules: [{ id: 'flat', amount: eur(flat) }] },
      routing: [{ id: 'above', when: { 'return.worth': { above } }, outcome: 'review' }],
    }),
  );

const lines = fc.array(
  fc
    .record({
      units: fc.integer({ min: 1, max: 5 }),
      asked: fc.integer({ min: 1, max: 5 }),
      returnable: fc.nat(5),
      paid: fc.nat(50_000),
      reason: fc.constantFrom(...returnReasons),
      category: word,
      tags: fc.uniqueArray(word),
    })
    .map(({ units, asked, returnable, paid, reason, category, tags }) => ({
      line: { quantity: units, returnableQuantity: Math.min(returnable, units), paid: eur(paid), category, tags },
      asked: { quantity: Math.min(asked, units), reason },
    })),
  { minLength: 1, maxLength: 4 },
);

/** Times in the order in which they happen: what comes before the order is refused elsewhere. */
const history = fc
  .record({ days: fc.array(day, { minLength: 4, maxLength: 4 }), sent: fc.boolean(), arrived: fc.boolean() })
  .map(({ days, sent, arrived }) => {
    const [placedAt, fulfilledAt, deliveredAt, requestedAt] = days.sort();
    return {
      requestedAt: requestedAt ?? now.toISOString(),
      order: { placedAt, fulfilledAt: sent ? fulfilledAt : placedAt, ...(arrived && { deliveredAt }) },
      undelivered: !arrived,
    };
  });

const stories: fc.Arbitrary<Story> = fc
  .record({
    history,
    resolution: fc.constantFrom(...resolutions),
    country: fc.constantFrom('FR', 'GB', 'US', 'JP'),
    lines,
  })
  .map(({ history: { requestedAt, order, undelivered }, ...story }) => ({
    ...story,
    requestedAt,
    order: Object.fromEntries(Object.entries(order).filter(([, at]) => at !== undefined)),
    undelivered,
  }));

const severity = ({ outcome }: Decision): number => outcomes.indexOf(outcome);

describe('whatever the policy and the request', () => {
  it('the same input has the same answer', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const once = evaluatePolicy(parsePolicy(document), facts(story), now);
        expect(evaluatePolicy(parsePolicy(document), facts(story), now)).toEqual(once);
      }),
    );
  });

  it('nothing beyond what was paid comes back, and lines less the fee are the whole', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const input = facts(story);
        const { refundable, fee, lines: judged } = evaluatePolicy(parsePolicy(document), input, now);
        const paid = input.order.lines.reduce((sum, line) => sum + line.paid.amount, 0);
        expect(refundable.amount).toBeGreaterThanOrEqual(0);
        expect(refundable.amount).toBeLessThanOrEqual(paid);
        expect(judged.reduce((sum, line) => sum + line.refundable.amount, 0) - fee.amount).toBe(refundable.amount);
      }),
    );
  });

  it('a longer window is never answered more harshly', () => {
    fc.assert(
      fc.property(policies, stories, fc.integer({ min: 1, max: 100 }), (document, story, more) => {
        const { default: usual, rules = [] } = document.windows;
        const longer = {
          default: { ...usual, days: usual.days + more },
          rules: rules.map((rule) => ({ ...rule, days: rule.days + more })),
        };
        const before = evaluatePolicy(parsePolicy(document), facts(story), now);
        const after = evaluatePolicy(parsePolicy({ ...document, windows: longer }), facts(story), now);
        expect(severity(after)).toBeLessThanOrEqual(severity(before));
      }),
    );
  });

  it('exactly one rule decides each line', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const { trace, lines: judged } = evaluatePolicy(parsePolicy(document), facts(story), now);
        for (const { orderLineId, rule } of judged) {
          const deciding = trace.filter((entry) => entry.decided && entry.orderLineId === orderLineId);
          expect(deciding.map((entry) => entry.rule)).toEqual([rule]);
        }
      }),
    );
  });

  it('unreadable facts get a typed error', () => {
    const policy = parsePolicy(policyDocument());
    const anyText = fc.oneof(fc.string(), day);
    fc.assert(
      fc.property(anyText, anyText, fc.integer(), fc.string(), (requestedAt, deliveredAt, quantity, orderLineId) => {
        try {
          evaluatePolicy(
            policy,
            facts({ requestedAt, order: { deliveredAt }, lines: [{ asked: { quantity, orderLineId } }] }),
            now,
          );
        } catch (error) {
          expect(isReturnsError(error)).toBe(true);
        }
      }),
    );
  });
});
