import { sumMoney, parseDecimal, type Inspection, type Refund } from '../../../lib/returns';
import type { ShopifyReturn, SuggestedOutcome } from '../../../lib/shops/shopify';
import { planDispositions } from '../../../lib/shops/shopify/disposition';
import { markOf, planProcess, spreadRefund } from '../../../lib/shops/shopify/process-plan';
import { returnLines } from '../../../lib/shops/shopify/return-lines';
import { refusalOf } from '../http/refusal';
import { fc } from '../../support/properties';

const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });
const orderLineId = 'gid://shopify/LineItem/1';
const attempt = { idempotencyKey: 'case-1.refund', mayHaveHappened: false };
const takeOver = { ...attempt, mayHaveHappened: true };

const refund = (id: string, amount: number, status: Refund['status'] = 'succeeded'): Refund => ({
  provider: 'shopify',
  id,
  status,
  amount: eur(amount),
  providerStatus: 'SUCCESS',
  at: '2026-11-20T09:00:00Z',
});
const returned = (changes: Partial<ShopifyReturn> = {}, line: object = {}): ShopifyReturn => ({
  id: 'gid://shopify/Return/1',
  name: '#1001-R1',
  status: 'OPEN',
  orderId: 'gid://shopify/Order/1',
  orderName: '#1001',
  createdAt: '2026-11-20T09:00:00Z',
  lines: [
    {
      id: 'rl1',
      fulfillmentLineId: 'f1',
      orderLineId,
      quantity: 2,
      reason: 'too_small',
      processable: 2,
      processed: 0,
      refunded: 0,
      ...line,
    },
  ],
  exchangeLines: [],
  reverseOrders: [
    {
      id: 'rfo1',
      status: 'OPEN',
      lines: [{ id: 'rfl1', fulfillmentLineId: 'f1', quantity: 2, disposed: [] }],
      deliveries: [],
    },
  ],
  refunds: [],
  ...changes,
});
const processed = { processable: 0, processed: 2 };
const one = [{ orderLineId, quantity: 1 }];

describe('the difference of an exchange', () => {
  const marked = (amount: number): ShopifyReturn =>
    returned({ refunds: [{ refund: refund('r1', amount), note: `RMA ${markOf(attempt.idempotencyKey)}` }] }, processed);

  it('is found paid by the mark of the attempt that paid it', () => {
    const asked = { attempt: takeOver, difference: true };
    expect(planProcess(marked(1500), asked)).toMatchObject({ kind: 'done', refund: { amount: eur(1500) } });
  });

  it('is nothing where Shopify has booked a refund of nothing, and where it was not asked for', () => {
    expect(planProcess(marked(0), { attempt: takeOver, difference: true })).toEqual({ kind: 'done' });
    expect(planProcess(marked(1500), { attempt: takeOver })).toEqual({ kind: 'done' });
  });
});

describe('what is left to process', () => {
  it('is all of it, or what is asked for', () => {
    expect(planProcess(returned(), { attempt })).toEqual({
      kind: 'todo',
      lines: [{ id: 'rl1', quantity: 2 }],
      exchange: [],
    });
    expect(planProcess(returned(), { lines: one, attempt })).toMatchObject({ lines: [{ id: 'rl1', quantity: 1 }] });
  });

  it('takes order lines by number too', () => {
    expect(planProcess(returned(), { lines: [{ orderLineId: '1', quantity: 2 }], attempt })).toMatchObject({
      kind: 'todo',
    });
  });

  it('is nothing when the refund carries our mark, whatever else has happened since', () => {
    const note = `RMA-1 ${markOf(attempt.idempotencyKey)}`;
    const value = returned({ refunds: [{ refund: refund('r1', 500), note }] });
    expect(planProcess(value, { amount: eur(1350), attempt })).toEqual({ kind: 'done', refund: refund('r1', 500) });
    expect(planProcess(value, { attempt })).toEqual({ kind: 'done' });
  });

  it('is nothing when the units are processed and the amount was paid', () => {
    const value = returned({ refunds: [{ refund: refund('r1', 1350) }] }, processed);
    expect(planProcess(value, { amount: eur(1350), attempt })).toEqual({ kind: 'done', refund: refund('r1', 1350) });
  });

  it.each([
    ['no refund', []],
    ['a refund of another amount', [{ refund: refund('r1', 1000) }]],
    ['a refund that failed', [{ refund: refund('r1', 1350, 'failed') }]],
    ['a refund of another attempt', [{ refund: refund('r1', 1350), note: markOf('case-9.refund') }]],
  ])('is left to a person when the units are processed with %s', (_what, refunds) => {
    const value = returned({ refunds }, processed);
    expect(refusalOf(() => planProcess(value, { amount: eur(1350), attempt }))).toMatchObject({ code: 'needs_review' });
  });

  it('is left to a person when a taken-over attempt may have paid a refund that is there', () => {
    const value = returned({ refunds: [{ refund: refund('r1', 675) }] }, { processable: 1, processed: 1 });
    expect(refusalOf(() => planProcess(value, { lines: one, amount: eur(675), attempt: takeOver }))).toMatchObject({
      code: 'needs_review',
    });
    expect(planProcess(value, { lines: one, amount: eur(675), attempt })).toMatchObject({ kind: 'todo' });
  });

  it('is refused when there are fewer units than asked for', () => {
    const asked = { lines: [{ orderLineId, quantity: 3 }], attempt };
    expect(refusalOf(() => planProcess(returned(), asked))).toMatchObject({ code: 'conflict', context: { left: 2 } });
    const value = returned({ status: 'REQUESTED' }, { processable: 0 });
    expect(refusalOf(() => planProcess(value, { attempt }))).toMatchObject({ code: 'conflict' });
  });

  it('can be the exchange alone', () => {
    const exchangeLines = [{ id: 'e1', title: 'L', quantity: 1, processable: 1, processed: 0 }];
    expect(planProcess(returned({ exchangeLines }), { lines: [], attempt })).toEqual({
      kind: 'todo',
      lines: [],
      exchange: [{ id: 'e1', quantity: 1 }],
    });
    const sent = [{ id: 'e1', title: 'L', quantity: 1, processable: 0, processed: 1 }];
    expect(planProcess(returned({ exchangeLines: sent }), { lines: [], attempt })).toEqual({ kind: 'done' });
    expect(planProcess(returned({ exchangeLines }), { exchange: false, attempt })).toMatchObject({ exchange: [] });
  });
});

describe('a refund over several payments', () => {
  const outcome = (payments: readonly (readonly [number, number])[]): SuggestedOutcome => ({
    refund: eur(payments.reduce((sum, [suggested]) => sum + suggested, 0)),
    owed: eur(0),
    maximumRefundable: eur(payments.reduce((sum, [, maximum]) => sum + maximum, 0)),
    payments: payments.map(([suggested, maximum], index) => ({
      parentId: `t${index}`,
      suggested: eur(suggested),
      maximum: eur(maximum),
    })),
  });

  it('follows what Shopify suggests, then goes as far as each payment reaches', () => {
    const spread = (amount: number): string[] =>
      spreadRefund(
        eur(amount),
        outcome([
          [1000, 1500],
          [500, 900],
        ]),
      ).map(({ transactionAmount }) => transactionAmount.amount);
    expect(spread(700)).toEqual(['7.00']);
    expect(spread(1300)).toEqual(['10.00', '3.00']);
    expect(spread(2300)).toEqual(['15.00', '8.00']);
  });

  it('is left to a person when the payments do not reach', () => {
    expect(
      refusalOf(() =>
        spreadRefund(
          eur(2401),
          outcome([
            [1000, 1500],
            [500, 900],
          ]),
        ),
      ),
    ).toMatchObject({ code: 'needs_review' });
    expect(refusalOf(() => spreadRefund(eur(1), outcome([])))).toMatchObject({ code: 'needs_review' });
    const dollars = { amount: 100, currency: 'USD' };
    expect(refusalOf(() => spreadRefund(dollars, outcome([[1000, 1500]])))).toMatchObject({ code: 'invalid_input' });
  });

  it('is paid exactly, and on no payment more than it holds', () => {
    const payment = fc
      .tuple(fc.nat(5000), fc.nat(5000))
      .map(([one, two]) => [Math.min(one, two), Math.max(one, two)] as const);
    const cases = fc
      .array(payment, { minLength: 1, maxLength: 4 })
      .filter((payments) => payments.some(([, maximum]) => maximum > 0))
      .chain((payments) => {
        const most = payments.reduce((sum, [, maximum]) => sum + maximum, 0);
        return fc.tuple(fc.constant(payments), fc.integer({ min: 1, max: most }));
      });
    fc.assert(
      fc.property(cases, ([payments, amount]) => {
        const parts = spreadRefund(eur(amount), outcome(payments));
        const read = parts.map(({ transactionAmount }) => parseDecimal(transactionAmount.amount, 'EUR'));
        expect(sumMoney(read, 'EUR')).toEqual(eur(amount));
        for (const [index, { parentId }] of parts.entries()) {
          const maximum = payments[Number(parentId.slice(1))]?.[1] ?? 0;
          expect(read[index]?.amount).toBeGreaterThan(0);
          expect(read[index]?.amount).toBeLessThanOrEqual(maximum);
        }
      }),
    );
  });
});

describe('the way of the goods', () => {
  type Line = Inspection['lines'][number];
  const inspected = (...lines: Partial<Line>[]): Inspection => ({
    inspectedAt: '2026-11-22T09:00:00Z',
    lines: lines.map((line) => ({ orderLineId, quantity: 1, grade: 'new', disposition: 'restock', ...line })),
  });
  const plan = (value: ShopifyReturn, inspection: Inspection, cumulative = true): unknown[] =>
    planDispositions(value, inspection, () => 'loc', cumulative).map(
      ({ input: { reverseFulfillmentOrderLineItemId: _id, ...rest } }) => rest,
    );

  it('is back on the shelf, out of sale, or missing', () => {
    const inspection = inspected({}, { grade: 'damaged', disposition: 'recycle' });
    expect(plan(returned(), inspection)).toEqual([
      { quantity: 1, dispositionType: 'RESTOCKED', locationId: 'loc' },
      { quantity: 1, dispositionType: 'NOT_RESTOCKED' },
    ]);
    expect(plan(returned(), inspected({ grade: 'missing' }))).toEqual([{ quantity: 1, dispositionType: 'MISSING' }]);
  });

  const half = returned({
    reverseOrders: [
      {
        id: 'rfo1',
        status: 'OPEN',
        deliveries: [],
        lines: [{ id: 'rfl1', fulfillmentLineId: 'f1', quantity: 2, disposed: [{ type: 'RESTOCKED', quantity: 1 }] }],
      },
    ],
  });

  it('is not told twice when it may have been told', () => {
    expect(plan(half, inspected({}))).toEqual([]);
    expect(plan(half, inspected({}), false)).toHaveLength(1);
    expect(plan(half, inspected({ quantity: 2 }))).toMatchObject([{ quantity: 1 }]);
  });

  it('never tells of more units than are expected', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 })), fc.boolean(), (quantities, cumulative) => {
        const inspection = inspected(...quantities.map((quantity) => ({ quantity })));
        const planned = planDispositions(half, inspection, () => 'loc', cumulative);
        expect(planned.reduce((sum, { input }) => sum + input.quantity, 0)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the lines of a new return', () => {
  const line = { orderLineId, quantity: 3, reason: 'too_small' as const };
  const returnable = (id: string, quantity: number): Parameters<typeof returnLines>[1][number] => ({
    fulfillmentLineId: id,
    orderLineId,
    quantity,
  });

  it('are taken from the parcels in turn', () => {
    const lines = returnLines([line], [returnable('f1', 2), returnable('f2', 2)], []);
    expect(lines).toEqual([
      { fulfillmentLineItemId: 'f1', quantity: 2 },
      { fulfillmentLineItemId: 'f2', quantity: 1 },
    ]);
  });

  it('are refused when the parcels do not hold as many', () => {
    expect(refusalOf(() => returnLines([line], [returnable('f1', 2)], []))).toMatchObject({
      code: 'conflict',
      context: { asked: 3, left: 2 },
    });
    expect(refusalOf(() => returnLines([line, line], [returnable('f1', 5)], []))).toMatchObject({ code: 'conflict' });
  });

  it('carry the note as far as Shopify takes it', () => {
    const [first] = returnLines([{ ...line, note: '👗'.repeat(200) }], [returnable('f1', 3)], []);
    expect(first?.returnReasonNote?.length).toBeLessThanOrEqual(255);
    // Half a character would make this throw.
    expect(encodeURIComponent(first?.returnReasonNote ?? '')).toMatch(/%E2%80%A6$/);
  });
});
