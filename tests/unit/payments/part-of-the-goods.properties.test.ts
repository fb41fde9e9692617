import type { RefundPlan } from '../../../lib/payments';
import { evaluatePolicy, parsePolicy, type PolicyInput } from '../../../lib/policy';
import { isReturnsError, type Decision } from '../../../lib/returns';
import { policies, stories } from '../policy/arbitrary-policy';
import { eur, facts, now } from '../policy/facts';
import { fc, runs } from '../../support/properties';
import { decide, planOf } from './part-of-the-goods';

/** What a part of the goods pays, or nothing where it is left to a person because nothing would be paid. */
function paidFor(input: PolicyInput, decision: Decision, received: readonly number[]): RefundPlan | undefined {
  try {
    return planOf(input, decision, received);
  } catch (error) {
    if (isReturnsError(error) && error.code === 'needs_review') return undefined;
    throw error;
  }
}

describe('whatever the policy, the request and what of it arrives', () => {
  const shares = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 3, maxLength: 3 });

  it('everything pays what was decided, more goods never pay less, and nothing pays nothing', () => {
    let planned = 0;
    fc.assert(
      fc.property(policies, stories, shares, (document, anyStory, parts) => {
        const input = facts(anyStory);
        const decision = evaluatePolicy(parsePolicy(document), input, now);
        fc.pre(decision.outcome !== 'reject');
        const whole = decision.lines.map(({ outcome, refundable, quantity = 0 }) =>
          outcome === 'reject' && refundable.amount === 0 ? 0 : quantity,
        );
        const least = whole.map((most, index) => Math.min(most, ...(parts[index] ?? [])));
        const more = whole.map((most, index) => Math.min(most, Math.max(...(parts[index] ?? []))));

        const all = paidFor(input, decision, whole);
        if (all !== undefined) {
          planned += 1;
          expect(all).toMatchObject({ total: decision.parts?.total, fee: decision.fee });
        }
        const [some, others] = [paidFor(input, decision, least), paidFor(input, decision, more)];
        for (const plan of [some, others, all]) {
          if (plan === undefined) continue;
          expect(Object.values(plan).every((part) => Array.isArray(part) || Number.isSafeInteger(part.amount))).toBe(
            true,
          );
          expect(plan.fee.amount).toBeLessThanOrEqual(decision.fee.amount);
          expect(plan.delivery.amount).toBeLessThanOrEqual(decision.parts?.outboundDelivery.amount ?? 0);
        }
        expect(some?.total.amount ?? 0).toBeLessThanOrEqual(others?.total.amount ?? 0);
        expect(others?.total.amount ?? 0).toBeLessThanOrEqual(all?.total.amount ?? 0);
        expect(
          paidFor(
            input,
            decision,
            whole.map(() => 0),
          ),
        ).toBeUndefined();
      }),
      runs(600),
    );
    expect(planned).toBeGreaterThan(100);
  });

  it('the returns of an order never pay more than was paid for it, and its delivery once', () => {
    const deliveries = fc.constantFrom(
      'as_law' as const,
      'whole_order' as const,
      'proportional' as const,
      'always' as const,
    );
    const parcels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parcels, fc.nat(30_000), fc.nat(2000), deliveries, (units, paid, shipping, outboundDelivery) => {
        const quantity = units.reduce((sum, count) => sum + count, 0);
        const already = { units: { 'line-1': 0 }, amount: eur(0), delivery: eur(0) };
        for (const count of units) {
          const input = facts({
            order: { shipping: eur(shipping), total: eur(paid + shipping) },
            lines: [
              {
                line: {
                  quantity,
                  returnableQuantity: quantity - already.units['line-1'],
                  paid: eur(paid),
                  tax: eur(0),
                },
                asked: { quantity: count },
              },
            ],
          });
          const decision = decide({ refund: { outboundDelivery } }, input);
          const plan = planOrNothing(input, decision, count, already);
          already.units['line-1'] += count;
          already.amount = eur(already.amount.amount + (plan?.total.amount ?? 0));
          already.delivery = eur(already.delivery.amount + (plan?.delivery.amount ?? 0));
        }
        // French law: the whole order has come back, and so has all that was paid for it.
        expect(already.delivery.amount).toBe(shipping);
        expect(already.amount.amount).toBe(paid + shipping);
      }),
      runs(150),
    );
  });

  const planOrNothing = (
    input: PolicyInput,
    decision: Decision,
    count: number,
    already: NonNullable<Parameters<typeof planOf>[3]>,
  ): RefundPlan | undefined => {
    try {
      return planOf(input, decision, [count], structuredClone(already));
    } catch (error) {
      if (isReturnsError(error) && error.message.includes('would be €0.00')) return undefined;
      throw error;
    }
  };
});
