import { historySchema } from '../../../../lib/returns';
import { historyChapterOf } from '../../../../lib/policy/risk';
import { daysAgo, eur, history, kept, order, past, pastLine, request } from './support';

const now = order('now');
const subject = { request: request(now), order: now };

describe('the chapter that conditions ask about', () => {
  it('counts earlier returns by their age, and those of the same order', () => {
    const returns = [
      past('a', { days: 10 }),
      past('b', { days: 80 }),
      past('c', { days: 170 }),
      past('d', { days: 400 }),
    ];
    const ofOrder = past('e', { orderId: 'now', days: 1 });
    const chapter = historyChapterOf(history({ returns: [...returns, ofOrder] }), subject);
    expect(chapter.returns).toEqual({ days30: 2, days90: 3, days180: 4, ofOrder: 1 });
  });

  it('does not count what was cancelled or expired', () => {
    const returns = [past('a', { decision: 'cancelled' }), past('b', { decision: 'expired' })];
    expect(historyChapterOf(history({ returns }), subject).returns).toMatchObject({ days90: 0 });
  });

  it('tells rates in percent of units, and only where every order is known', () => {
    const orders = [...kept(3), { id: 'big', placedAt: daysAgo(25), units: 5 }];
    const returns = [past('big', { days: 15, orderUnits: 5, lines: [pastLine({ quantity: 4 })] })];
    expect(historyChapterOf(history({ orders, returns }), subject).returnRate).toBeUndefined();
    expect(historyChapterOf(history({ orders, returns, ordersComplete: true }), subject)).toMatchObject({
      orders: 4,
      returnRate: { days30: (100 * 4) / 7, days90: 50, days180: 50 },
    });
  });

  it('sums store credit in the currency of the order, and counts claims and kept items', () => {
    const returns = [
      past('a', { credit: eur(1000), keptItem: true }),
      past('b', { credit: { amount: 9, currency: 'USD' }, lines: [pastLine({ claim: 'missing_item' })] }),
      past('c', { credit: eur(500), lines: [pastLine({ claim: 'not_received' })] }),
    ];
    const base = history({ returns });
    const chapter = historyChapterOf({ ...base, links: { ...base.links, customers: 2 } }, subject);
    expect(chapter).toMatchObject({ credit: eur(1500), keptItems: 1, missingClaims: 2, linkedCustomers: 2 });
  });

  it('fits the schema of the chapter', () => {
    const chapter = historyChapterOf(history({ ordersComplete: true, orders: kept(2), orderCount: 9 }), subject);
    expect(historySchema.parse(chapter)).toEqual(chapter);
    expect(chapter.orders).toBe(9);
  });
});
