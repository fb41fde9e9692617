import { planRefund, type RefundPlan } from '../../../lib/payments';
import { evaluatePolicy, parsePolicy, type PolicyDocument, type PolicyInput } from '../../../lib/policy';
import { isReturnsError, type CaseLine, type Decision } from '../../../lib/returns';
import { policies, stories } from '../policy/arbitrary-policy';
import { eur, facts, now, policyDocument, type Story } from '../policy/facts';
import { fc, runs } from '../../support/properties';

type Part = 'fees' | 'refund';

/** Three towels of 10.00 € and a robe of 20.01 €, all asked back, where no law has a say. */
const story: Story = {
  country: 'JP',
  lines: [
    { line: { quantity: 3, returnableQuantity: 3, paid: eur(3000), tax: eur(0) }, asked: { quantity: 3 } },
    { line: { sku: 'ROBE', quantity: 1, paid: eur(2001), tax: eur(0) } },
  ],
};
const decide = (change: Pick<Partial<PolicyDocument>, Part>, input: PolicyInput): Decision =>
  evaluatePolicy(parsePolicy(policyDocument(change)), input, now);

const caseLines = ({ request }: PolicyInput, received: readonly number[]): CaseLine[] =>
  request.lines.map(({ orderLineId, quantity, reason }, index) => ({
    orderLineId,
    title: orderLineId,
    reason,
    requested: quantity,
    approved: quantity,
    received: received[index] ?? 0,
    restocked: 0,
    writtenOff: 0,
  }));

const planOf = (
  input: PolicyInput,
  decision: Decision,
  received: readonly number[],
  already?: { units?: Record<string, number>; amount?: { amount: number; currency: string } },
): RefundPlan =>
  planRefund({
    order: input.order,
    lines: caseLines(input, received),
    decision,
    delivery: 'as_decided',
    ...(already && { already }),
  });

describe('when only a part of the goods arrives', () => {
  const input = facts(story);
  const feeFor = (fees: PolicyDocument['fees'], received: readonly number[]): number =>
    planOf(input, decide({ fees }, input), received).fee.amount;

  it.each<[string, NonNullable<PolicyDocument['fees']>, number[], number]>([
    ['a percentage is of what is paid back', { rules: [{ id: 'p', percent: 10 }] }, [1, 0], 100],
    ['a percentage of everything', { rules: [{ id: 'p', percent: 10 }] }, [3, 1], 500],
    ['a fee per item is for the units that came', { rules: [{ id: 'i', amount: eur(150), per: 'item' }] }, [2, 0], 300],
    ['a fee per line is for the lines that came', { rules: [{ id: 'l', amount: eur(150), per: 'line' }] }, [1, 0], 150],
    ['a flat fee stays', { rules: [{ id: 'f', amount: eur(490) }] }, [1, 0], 490],
    ['a minimum holds for the part', { rules: [{ id: 'p', percent: 10, minimum: eur(250) }] }, [1, 0], 250],
    ['a cap holds for the part', { rules: [{ id: 'p', percent: 50, cap: eur(250) }] }, [1, 0], 250],
    ['the cap of all fees holds', { cap: eur(200), rules: [{ id: 'i', amount: eur(150), per: 'item' }] }, [2, 1], 200],
    [
      'no fee is more than its goods are worth',
      { rules: [{ id: 'robe', amount: eur(9999), per: 'line', when: { 'line.sku': 'ROBE' } }] },
      [1, 1],
      2001,
    ],
    [
      'the fee of a line that did not come is not kept',
      {
        rules: [
          { id: 'robe', amount: eur(700), per: 'line', when: { 'line.sku': 'ROBE' } },
          { id: 'towel', amount: eur(100), per: 'line' },
        ],
      },
      [1, 0],
      100,
    ],
    [
      'of flat fees per return the highest of what came is kept',
      {
        rules: [
          { id: 'robe', amount: eur(700), when: { 'line.sku': 'ROBE' } },
          { id: 'towel', amount: eur(100) },
        ],
      },
      [2, 0],
      100,
    ],
  ])('%s', (_what, fees, received, expected) => {
    expect(feeFor(fees, received)).toBe(expected);
  });

  it('keeps what a person has waived waived, and a fee set by hand as it is', () => {
    const decision = decide({ fees: { rules: [{ id: 'p', percent: 10 }] } }, input);
    expect(planOf(input, { ...decision, fee: eur(0) }, [1, 0]).fee).toEqual(eur(0));
    const byHand = { ...decision, fee: eur(320), lines: decision.lines.map(({ feeBasis: _basis, ...line }) => line) };
    expect(planOf(input, byHand, [1, 0]).fee).toEqual(eur(320));
  });

  it.each<[NonNullable<PolicyDocument['refund']>['outboundDelivery'], string, number[], number]>([
    ['always', 'JP', [1, 0], 490],
    ['proportional', 'JP', [1, 0], 98],
    ['proportional', 'JP', [3, 1], 490],
    ['whole_order', 'JP', [3, 0], 0],
    ['whole_order', 'JP', [3, 1], 490],
    ['as_law', 'JP', [3, 1], 0],
    ['as_law', 'FR', [3, 1], 490],
    ['as_law', 'FR', [3, 0], 0],
  ])('pays the outbound delivery back %s in %s when %j came: %i', (outboundDelivery, country, received, expected) => {
    const asked = facts({ ...story, country });
    const decision = decide({ refund: { outboundDelivery } }, asked);
    expect(planOf(asked, decision, received).delivery).toEqual(eur(expected));
  });

  it('pays nothing for the delivery, and keeps no fee, while nothing has come', () => {
    const decision = decide(
      { refund: { outboundDelivery: 'always' }, fees: { rules: [{ id: 'f', amount: eur(1) }] } },
      input,
    );
    expect(() => planOf(input, decision, [0, 0])).toThrow('would be €0.00');
  });

  it('pays the rest of the delivery with the return that completes the order, and nothing where nothing is owed', () => {
    const second = facts({
      ...story,
      country: 'FR',
      request: { lines: [{ orderLineId: 'line-2', quantity: 1, reason: 'too_small' }] },
    });
    const already = { units: { 'line-1': 3 }, amount: eur(3000) };
    const deliveryIn = (country: string, rule: 'as_law' | 'proportional'): number => {
      const asked = facts({ ...story, country, request: second.request });
      return planOf(asked, decide({ refund: { outboundDelivery: rule } }, asked), [1], already).delivery.amount;
    };
    expect(deliveryIn('FR', 'as_law')).toBe(490);
    expect(deliveryIn('JP', 'as_law')).toBe(0);
    expect(deliveryIn('JP', 'proportional')).toBe(490);
  });
});

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
