import { planRefund, type RefundPlanInput } from '../../../lib/payments';
import { isReturnsError, type CaseLine, type Order, type OrderLine } from '../../../lib/returns';
import { refusalOf } from '../http/refusal';
import { fc } from '../../support/properties';

const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });

const orderLine = (id: string, quantity: number, paid: number): OrderLine => ({
  id,
  title: `Line ${id}`,
  tags: [],
  quantity,
  returnableQuantity: quantity,
  paid: eur(paid),
  tax: eur(0),
});
const orderOf = (lines: OrderLine[], shipping = 490): Order => ({
  id: 'order-1',
  name: '#1001',
  channel: 'shopify',
  placedAt: '2026-11-01T09:00:00Z',
  currency: 'EUR',
  taxesIncluded: true,
  customer: { name: 'Camille', tags: [] },
  lines,
  shipping: eur(shipping),
  total: eur(lines.reduce((sum, { paid }) => sum + paid.amount, shipping)),
  payment: { provider: 'shopify' },
  tags: [],
});
const caseLine = (orderLineId: string, received: number, approved = received): CaseLine => ({
  orderLineId,
  title: orderLineId,
  reason: 'too_small',
  requested: approved,
  approved,
  received,
  restocked: 0,
  writtenOff: 0,
});

/** As cases in a ledger carry it that were decided before a decision said how its fee came about. */
const decisionOf = (fee: { amount: number; currency: string }, delivery?: number): RefundPlanInput['decision'] => ({
  fee,
  lines: [],
  ...(delivery !== undefined && {
    parts: { goods: eur(0), tax: eur(0), outboundDelivery: eur(delivery), fee, total: eur(0) },
  }),
});

describe('the refund plan', () => {
  const order = orderOf([orderLine('a', 3, 1000), orderLine('b', 1, 1350)]);

  it('pays back what the units that came back cost', () => {
    expect(planRefund({ order, lines: [caseLine('a', 1, 2), caseLine('b', 1)] })).toEqual({
      lines: [
        { orderLineId: 'a', quantity: 1, amount: eur(333) },
        { orderLineId: 'b', quantity: 1, amount: eur(1350) },
      ],
      delivery: eur(0),
      fee: eur(0),
      total: eur(1683),
    });
  });

  it('pays back what was approved where goods are not waited for', () => {
    expect(planRefund({ order, basis: 'approved', lines: [caseLine('a', 0, 2)] }).total).toEqual(eur(667));
  });

  it('keeps the fee', () => {
    expect(planRefund({ order, lines: [caseLine('b', 1)], decision: decisionOf(eur(300)) })).toMatchObject({
      fee: eur(300),
      total: eur(1050),
    });
  });

  it('pays the outbound delivery back only when the whole order has come back, and only if the shop says so', () => {
    const whole = [caseLine('a', 3), caseLine('b', 1)];
    expect(planRefund({ order, lines: whole }).total).toEqual(eur(2350));
    expect(planRefund({ order, lines: whole, delivery: 'when_all_is_returned' }).total).toEqual(eur(2840));
    expect(planRefund({ order, lines: whole.slice(1), delivery: 'when_all_is_returned' }).delivery).toEqual(eur(0));
    const last = { order, lines: [caseLine('b', 1)], delivery: 'when_all_is_returned' as const };
    expect(planRefund({ ...last, already: { units: { a: 3 }, amount: eur(1000) } }).delivery).toEqual(eur(490));
  });

  describe('with the outbound delivery as the policy decided', () => {
    const whole = [caseLine('a', 3), caseLine('b', 1)];
    const decided = { order: orderOf(order.lines, 1490), delivery: 'as_decided' as const };

    it('pays what was decided and no more: the standard delivery, not the express that was chosen', () => {
      expect(planRefund({ ...decided, lines: whole, decision: decisionOf(eur(0), 490) }).delivery).toEqual(eur(490));
    });

    it('pays nothing where the policy and the law owe nothing, though the whole order comes back', () => {
      expect(planRefund({ ...decided, lines: whole, decision: decisionOf(eur(0), 0) }).delivery).toEqual(eur(0));
    });

    it('pays the share of a part of the order that was promised, once all of that part is back', () => {
      const share = { ...decided, decision: decisionOf(eur(0), 600) };
      expect(planRefund({ ...share, lines: [caseLine('b', 1)] }).delivery).toEqual(eur(600));
      expect(planRefund({ ...share, lines: [caseLine('a', 1, 2), caseLine('b', 1)] }).delivery).toEqual(eur(0));
    });

    it('pays it once, however many returns of the order were promised it', () => {
      const already = { units: { a: 3 }, amount: eur(2490), delivery: eur(1490) };
      expect(
        planRefund({ ...decided, lines: [caseLine('b', 1)], decision: decisionOf(eur(0), 1490), already }),
      ).toMatchObject({
        delivery: eur(0),
        total: eur(1350),
      });
    });

    it('pays the standard delivery with the return that completes the order', () => {
      const already = { units: { a: 3 }, amount: eur(1000), delivery: eur(0) };
      const last = { ...decided, lines: [caseLine('b', 1)], decision: decisionOf(eur(0), 0), already };
      expect(planRefund({ ...last, order: { ...last.order, cheapestShipping: eur(490) } }).delivery).toEqual(eur(490));
    });

    it('pays when all is returned where nothing was decided', () => {
      expect(planRefund({ ...decided, lines: whole }).delivery).toEqual(eur(1490));
    });
  });

  it.each([
    ['nothing came back', { lines: [caseLine('b', 0, 1)] }],
    ['the fee eats it all', { lines: [caseLine('b', 1)], decision: decisionOf(eur(1350)) }],
    ['more units than were bought', { lines: [caseLine('b', 1)], already: { units: { b: 1 } } }],
    ['more money than was paid', { lines: [caseLine('b', 1)], already: { amount: eur(2000) } }],
  ])('leaves it to a person when %s', (_when, input) => {
    expect(refusalOf(() => planRefund({ order, ...input }))).toMatchObject({ code: 'needs_review' });
  });

  it('refuses lines that the order has not, and another currency', () => {
    expect(refusalOf(() => planRefund({ order, lines: [caseLine('z', 1)] }))).toMatchObject({ code: 'invalid_input' });
    const decision = decisionOf({ amount: 100, currency: 'USD' });
    expect(refusalOf(() => planRefund({ order, lines: [caseLine('b', 1)], decision }))).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('pays each line back to the cent, in however many parcels it comes', () => {
    const parcels = fc
      .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 })
      .chain((parts) => fc.tuple(fc.constant(parts), fc.integer({ min: parts.length * 50, max: 10_000_000 })));
    fc.assert(
      fc.property(parcels, ([parts, paid]) => {
        const quantity = parts.reduce((sum, part) => sum + part, 0);
        const whole = orderOf([orderLine('a', quantity, paid)], 0);
        let units = 0;
        let amount = 0;
        for (const part of parts) {
          const already = { units: { a: units }, amount: eur(amount) };
          amount += planRefund({ order: whole, lines: [caseLine('a', part)], already }).total.amount;
          units += part;
        }
        expect(amount).toBe(paid);
      }),
    );
  });

  it('never pays more than was paid, nor nothing, whatever it is given', () => {
    const quantity = fc.nat(6);
    const input = fc.record({
      lines: fc.array(fc.record({ id: fc.constantFrom('a', 'b'), received: quantity }), { maxLength: 4 }),
      fee: fc.nat(4000),
      units: fc.record({ a: quantity, b: quantity }),
      amount: fc.nat(4000),
      delivery: fc.constantFrom('none' as const, 'when_all_is_returned' as const),
    });
    fc.assert(
      fc.property(input, ({ lines, fee, units, amount, delivery }) => {
        try {
          const plan = planRefund({
            order,
            lines: lines.map(({ id, received }) => caseLine(id, received)),
            decision: decisionOf(eur(fee)),
            already: { units, amount: eur(amount) },
            delivery,
          });
          expect(plan.total.amount).toBeGreaterThan(0);
          expect(plan.total.amount + amount).toBeLessThanOrEqual(order.total.amount);
          const goods = plan.lines.reduce((sum, line) => sum + line.amount.amount, 0);
          expect(goods + plan.delivery.amount - plan.fee.amount).toBe(plan.total.amount);
        } catch (error) {
          if (!isReturnsError(error)) throw error;
          expect(error.code).toBe('needs_review');
        }
      }),
    );
  });
});
