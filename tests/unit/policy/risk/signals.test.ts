import { scoreRisk as scoreOf, type RiskInput } from '../../../../lib/policy/risk';
import type { Grade, ReturnReason } from '../../../../lib/returns';
import { daysAgo, eur, history, input, kept, line, order, past, pastLine, pointOf, pointsOf, request } from './support';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const returned = (count: number, days = (index: number) => 5 * index + 3) =>
  times(count, (index) => past(`r${index}`, { days: days(index) }));

describe('the rate of returns', () => {
  const withOrders = (back: number, keptOrders: number): RiskInput =>
    input({ history: history({ ordersComplete: true, orders: kept(keptOrders), returns: returned(back) }) });

  it('is nothing for the first order that comes back: 1 of 1 is no 100 %', () => {
    expect(pointsOf('return_rate', withOrders(0, 0))).toBe(0);
  });

  it('counts for who sends nearly everything back', () => {
    expect(pointOf('return_rate', withOrders(19, 1))).toMatchObject({
      points: 25,
      saw: { orders: 21, percent: 95, days: 180 },
    });
  });

  it('is nothing for who keeps half', () => {
    expect(pointsOf('return_rate', withOrders(9, 11))).toBe(0);
  });

  it('is not guessed where only orders with returns are known', () => {
    const { points, unknown } = scoreOf(input({ history: history({ returns: returned(12) }) }));
    expect(points.map(({ signal }) => signal)).not.toContain('return_rate');
    expect(unknown).toContainEqual({ signal: 'return_rate', needs: ['history.orders', 'order.customer.orders'] });
  });

  it('is judged by the number of orders where that is told', () => {
    const told = (orderCount: number) => input({ history: history({ orderCount, returns: returned(15) }) });
    expect(pointsOf('return_rate', told(16))).toBeGreaterThan(20);
    expect(pointsOf('return_rate', told(60))).toBe(0);
  });

  it.each<ReturnReason>(['defective', 'damaged_in_transit', 'not_as_described', 'wrong_item', 'arrived_late'])(
    'does not count what comes back because it is %s',
    (reason) => {
      const returns = times(15, (index) => past(`r${index}`, { lines: [pastLine({ reason })] }));
      const of = input({ history: history({ ordersComplete: true, returns }) });
      expect(pointsOf('return_rate', of)).toBe(0);
      expect(pointsOf('return_count', of)).toBe(0);
    },
  );

  it('counts a defect that the inspection refutes', () => {
    const lines = [pastLine({ reason: 'defective', found: [{ grade: 'new' }] })];
    const returns = times(15, (index) => past(`r${index}`, { lines }));
    expect(pointsOf('return_rate', input({ history: history({ ordersComplete: true, returns }) }))).toBeGreaterThan(15);
  });

  it.each(['cancelled', 'expired', 'rejected'] as const)('does not count returns that were %s', (decision) => {
    const returns = times(15, (index) => past(`r${index}`, { decision }));
    expect(pointsOf('return_rate', input({ history: history({ ordersComplete: true, returns }) }))).toBe(0);
  });
});

describe('the number of returns', () => {
  it.each([
    [1, 0],
    [2, 0],
    [5, 4],
    [8, 8],
  ])('%d earlier ones in 30 days add %d points', (count, points) => {
    const returns = returned(count, (index) => index + 1);
    expect(pointsOf('return_count', input({ history: history({ returns }) }))).toBe(points);
  });

  it.each([
    [6, 0],
    [13, 4],
    [19, 8],
  ])('%d earlier ones in 90 days, none of them in 30, add %d points', (count, points) => {
    const returns = returned(count, () => 60);
    expect(pointsOf('return_count', input({ history: history({ returns }) }))).toBe(points);
  });

  it('counts this return, and none of more than 180 days ago', () => {
    const returns = [past('old', { days: 181 }), past('new', { days: 20 })];
    const many = input({ history: history({ returns: [...returned(12, () => 100), ...returns] }) });
    expect(pointOf('return_count', many)?.saw).toEqual({ days30: 2, days90: 2, days180: 14 });
  });
});

describe('serial returns', () => {
  it('are whole orders, one after the other', () => {
    const of = input({ history: history({ ordersComplete: true, returns: returned(10) }) });
    expect(pointOf('serial_returns', of)).toMatchObject({ points: 30, saw: { orders: 11, whole: 11 } });
  });

  it('are not parts of orders', () => {
    const returns = times(10, (index) => past(`r${index}`, { orderUnits: 4 }));
    const of = input({ history: history({ ordersComplete: true, returns }) });
    expect(pointsOf('serial_returns', of)).toBe(0);
  });
});

describe('the value of a return', () => {
  it.each([
    [20_000, 0],
    [60_000, 3],
    [100_000, 5],
    [900_000, 5],
  ])('of %d cents adds %d points', (amount, points) => {
    expect(pointsOf('value', input({ order: order('now', { lines: [line('a', { paid: eur(amount) })] }) }))).toBe(
      points,
    );
  });

  it('is not judged in a currency for which the policy has no amounts', () => {
    const paid = { amount: 9_000_000, currency: 'JPY' };
    const of = input({ order: order('now', { currency: 'JPY', lines: [line('a', { paid })] }) });
    expect(scoreOf(of).unknown).toContainEqual({ signal: 'value', needs: ['policy.risk.thresholds.value in JPY'] });
  });
});

describe('bracketing', () => {
  const sizes = (count: number, back: number): RiskInput => {
    const lines = times(count, (index) => line(`size-${index}`, { productId: 'shirt', variantId: `shirt-${index}` }));
    const of = order('now', { lines });
    return input({
      order: of,
      request: request(
        of,
        times(back, () => ({})),
      ),
    });
  };
  const bracketed = (count: number) =>
    times(count, (index) => past(`r${index}`, { bracket: { variants: 4, back: 4 }, orderUnits: 4 }));

  it.each([
    [2, 1, 0],
    [3, 1, 0],
    [3, 2, 4],
    [5, 4, 12],
    [5, 5, 12],
    [5, 3, 0],
  ])('%d variants of one product of which %d come back add %d points by themselves', (bought, back, points) => {
    expect(pointsOf('bracketing', sizes(bought, back))).toBe(points);
  });

  it('is worse as a habit', () => {
    const of = { ...sizes(4, 4), history: history({ returns: bracketed(4) }) };
    expect(pointOf('bracketing', of)).toMatchObject({ points: 26, saw: { bracketed: 5 } });
  });

  it('is no habit among many orders of another kind', () => {
    const of = { ...sizes(3, 2), history: history({ orders: kept(40), returns: bracketed(3) }) };
    expect(pointsOf('bracketing', of)).toBe(4);
  });

  it('is not three different products', () => {
    const of = order('now', { lines: [line('a'), line('b'), line('c')] });
    expect(pointsOf('bracketing', input({ order: of }))).toBe(0);
  });
});

describe('wardrobing', () => {
  const found = (grade: Grade, byShopper?: boolean) => (index: number) =>
    past(`r${index}`, {
      lines: [pastLine({ heldDays: 20, found: [{ grade, ...(byShopper !== undefined && { byShopper }) }] })],
    });
  const of = (returns: ReturnType<typeof past>[]): RiskInput =>
    input({ history: history({ returns, orders: kept(3) }) });

  it('is goods that are found used again and again', () => {
    expect(pointsOf('wardrobing', of(times(4, found('used'))))).toBe(40);
  });

  it('is nothing once', () => {
    expect(pointsOf('wardrobing', of(times(1, found('used'))))).toBeLessThan(5);
  });

  it('is not what the carrier did', () => {
    expect(pointsOf('wardrobing', of(times(4, found('used', false))))).toBe(0);
  });

  it('is cleared by an inspection, however late goods came back', () => {
    expect(pointsOf('wardrobing', of(times(8, found('opened'))))).toBe(0);
  });

  it('is lateness alone only as a habit, and then less', () => {
    const late = (index: number) => past(`r${index}`, { lines: [pastLine({ heldDays: 25 })] });
    expect(pointsOf('wardrobing', of([late(0)]))).toBe(0);
    const points = pointsOf('wardrobing', of(times(6, late)));
    expect(points).toBeGreaterThan(20);
    expect(points).toBeLessThan(pointsOf('wardrobing', of(times(6, found('used')))) + 1);
  });
});

describe('claims that a parcel did not arrive', () => {
  const claimed = (count: number) =>
    times(count, (index) => past(`r${index}`, { lines: [pastLine({ reason: 'other', claim: 'not_received' })] }));
  const now = (deliveredAt: string | undefined): RiskInput => {
    const { deliveredAt: _none, ...rest } = order('now');
    const of = deliveredAt === undefined ? rest : { ...rest, deliveredAt };
    return input({ order: of, request: request(of, [{ reason: 'other', subReason: 'Not received' }]) });
  };

  it('are nothing the first time, whatever the history', () => {
    expect(pointsOf('not_received_claims', now(daysAgo(3)))).toBe(0);
  });

  it('are a lot the third time in a few orders', () => {
    const of = { ...now(daysAgo(3)), history: history({ returns: claimed(2), orders: kept(2) }) };
    expect(pointsOf('not_received_claims', of)).toBe(45);
  });

  it('are bad luck, three times in a hundred orders', () => {
    const of = { ...now(daysAgo(3)), history: history({ returns: claimed(2), orderCount: 100 }) };
    expect(pointsOf('not_received_claims', of)).toBe(0);
  });

  it('count for nothing where no carrier says that it delivered', () => {
    const of = { ...now(undefined), history: history({ returns: claimed(1) }) };
    expect(pointsOf('not_received_claims', of)).toBe(0);
  });
});

describe('claims of missing or wrong items', () => {
  const of = (found: Grade | undefined): RiskInput => {
    const lines = [pastLine({ reason: 'wrong_item', claim: 'wrong_item', found: found ? [{ grade: found }] : [] })];
    return input({ history: history({ returns: times(3, (index) => past(`r${index}`, { lines })), orders: kept(2) }) });
  };

  it('are a lot in half of all orders', () => {
    expect(pointsOf('missing_item_claims', of(undefined))).toBe(45);
  });

  it('count for nothing where the inspection saw the shop’s mistake', () => {
    expect(pointsOf('missing_item_claims', of('wrong_item'))).toBe(0);
    expect(pointsOf('swapped_goods', of('wrong_item'))).toBe(0);
  });
});

describe('swapped goods', () => {
  const of = (grade: Grade, orders: number): RiskInput =>
    input({
      history: history({ returns: [past('r', { lines: [pastLine({ found: [{ grade }] })] })], orders: kept(orders) }),
    });

  it.each<[Grade, number, number]>([
    ['wrong_item', 0, 23],
    ['missing', 0, 23],
    ['missing', 60, 0],
    ['used', 0, 0],
  ])('found as %s once, with %d orders that were kept, add %d points', (grade, orders, points) => {
    expect(pointsOf('swapped_goods', of(grade, orders))).toBe(points);
  });

  it('are seen in the inspection of this return', () => {
    const inspected = input({
      inspection: {
        inspectedAt: daysAgo(0),
        lines: [{ orderLineId: 'now-1', quantity: 1, grade: 'wrong_item', disposition: 'write_off' }],
      },
    });
    expect(pointsOf('swapped_goods', inspected)).toBeGreaterThan(10);
  });
});

describe('an empty box', () => {
  const scanned = (weightGrams: number | undefined, goods = 500): RiskInput =>
    input({
      order: order('now', { lines: [line('now-1', { weightGrams: goods })] }),
      tracking: {
        trackingNumber: 'T1',
        carrier: 'post',
        status: 'in_transit',
        carrierStatus: 'scanned',
        at: daysAgo(0),
        provider: 'post',
        ...(weightGrams !== undefined && { weightGrams }),
      },
    });

  it.each([
    [600, 0],
    [500, 0],
    [330, 0],
    [225, 25],
    [50, 50],
  ])('that weighs %d g instead of 500 adds %d points', (grams, points) => {
    expect(pointsOf('empty_box', scanned(grams))).toBe(points);
  });

  it('is not judged where the goods weigh next to nothing', () => {
    expect(pointsOf('empty_box', scanned(10, 100))).toBe(0);
  });

  it('is unknown before the parcel is scanned', () => {
    expect(scoreOf(scanned(undefined)).unknown).toContainEqual({
      signal: 'empty_box',
      needs: ['tracking.weightGrams'],
    });
  });

  it('expects no more than what was approved', () => {
    const of = order('now', { lines: [line('a'), line('b')] });
    const asked = request(of);
    const tracking = scanned(500).tracking;
    const caseLine = (orderLineId: string, approved: number) => ({
      orderLineId,
      title: orderLineId,
      reason: 'changed_mind' as const,
      requested: 1,
      approved,
      received: 0,
      restocked: 0,
      writtenOff: 0,
    });
    const half = { decision: 'approved' as const, lines: [caseLine('a', 1), caseLine('b', 0)] };
    expect(pointsOf('empty_box', input({ order: of, request: asked, tracking }))).toBeGreaterThan(0);
    expect(pointsOf('empty_box', input({ order: of, request: asked, tracking, case: half }))).toBe(0);
  });
});

describe('a new account', () => {
  const young = (change: Partial<RiskInput['order']> = {}): RiskInput => {
    const since = daysAgo(2);
    const base = order('now', { placedAt: daysAgo(2), deliveredAt: daysAgo(1), ...change });
    return input({ order: { ...base, customer: { ...base.customer, since } } });
  };

  it('is nothing by itself', () => {
    expect(scoreOf(young()).score).toBe(0);
  });

  it('counts beside a claim', () => {
    const of = young();
    const asked = request(of.order, [{ reason: 'other', subReason: 'Not received' }]);
    expect(pointsOf('new_account', { ...of, request: asked })).toBe(10);
  });

  it('counts beside a high value', () => {
    expect(pointsOf('new_account', young({ lines: [line('a', { paid: eur(100_000) })] }))).toBe(10);
  });

  it('is not new with an old order', () => {
    const of = young({ lines: [line('a', { paid: eur(100_000) })] });
    expect(pointsOf('new_account', { ...of, history: history({ orders: kept(8) }) })).toBe(0);
  });

  it('is unknown where nobody says since when, and how many orders there were', () => {
    expect(scoreOf(input()).unknown.map(({ signal }) => signal)).toContain('new_account');
  });
});

describe('links', () => {
  const linked = (customers: number, withFindings: number, by: 'address' | 'phone'): RiskInput => {
    const base = history();
    return input({ history: { ...base, links: { ...base.links, [by]: { customers, withFindings } } } });
  };

  it.each<[string, number, number, number, number]>([
    ['a family', 3, 0, 0, 0],
    ['a family with one claim', 3, 1, 0, 3],
    ['a ring', 4, 4, 38, 40],
    ['a relay point with the claims of everybody', 300, 12, 0, 0],
    ['a relay point that a ring uses', 20, 14, 38, 40],
  ])('with %s: %d others, %d with findings', (_name, customers, withFindings, least, most) => {
    for (const by of ['address', 'phone'] as const) {
      const points = pointsOf('linked_customers', linked(customers, withFindings, by));
      expect(points).toBeGreaterThanOrEqual(least);
      expect(points).toBeLessThanOrEqual(most);
    }
  });

  it.each([
    [0, 0],
    [1, 0],
    [2, 5],
    [4, 15],
  ])('of a mailbox with %d further spellings add %d points', (spellings, points) => {
    const base = history();
    expect(pointsOf('shared_mailbox', input({ history: { ...base, links: { ...base.links, spellings } } }))).toBe(
      points,
    );
  });
});
