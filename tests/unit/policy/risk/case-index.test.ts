import { caseIndex, customerHistory, scoreRisk } from '../../../../lib/policy/risk';
import type { Dossier, Order } from '../../../../lib/returns';
import { daysAgo, dossier, eur, hashKey, line, order, request } from './support';

/** A return of another order, asked for days before the subject. */
function earlier(
  id: string,
  change: { days?: number; order?: Partial<Order>; dossier?: Partial<Dossier> } = {},
): Dossier {
  const { days = 30 } = change;
  const of = order(id, { placedAt: daysAgo(days + 9), deliveredAt: daysAgo(days + 5), ...change.order });
  return dossier(of, request(of, undefined, { requestedAt: daysAgo(days) }), change.dossier);
}

const now = order('now');
const subject = { request: request(now), order: now };
const historyOf = (dossiers: readonly Dossier[]) => customerHistory(dossiers, subject, { hashKey });
const idsOf = (dossiers: readonly Dossier[]): string[] => historyOf(dossiers).returns.map(({ id }) => id);

const customer = (change: Partial<Order['customer']>): Partial<Order> => ({
  customer: { name: 'Ana Lima', tags: [], ...change },
});
const elsewhere = { name: 'B', line1: '9 quai Bas', city: 'Nice', postalCode: '06000', country: 'FR' };

describe('the history of a customer', () => {
  it('has the returns of the same account', () => {
    const same = earlier('one', { order: { ...customer({ id: 'customer-1' }), shippingAddress: elsewhere } });
    expect(idsOf([same])).toEqual(['case-one']);
  });

  it('has the returns of the same mailbox, however it is written', () => {
    const anew = { ...now, customer: { ...now.customer, email: 'a.na+1@gmail.com' } };
    const dossiers = ['ana@gmail.com', 'An.A+shop@googlemail.com', 'other@gmail.com'].map((email, index) =>
      earlier(`o${index}`, { order: { ...customer({ id: `guest-${index}`, email }), shippingAddress: elsewhere } }),
    );
    const { returns, links } = customerHistory(dossiers, { request: request(anew), order: anew }, { hashKey });
    expect(returns.map(({ id }) => id)).toEqual(['case-o0', 'case-o1']);
    expect(links.spellings).toBe(2);
  });

  it('does not take accounts of two channels with the same id for one', () => {
    const other = earlier('one', {
      order: { channel: 'market', ...customer({ id: 'customer-1' }), shippingAddress: elsewhere },
    });
    expect(idsOf([other])).toEqual([]);
  });

  it('leaves out the return itself, by its case or by its request', () => {
    const itself = dossier(now, subject.request);
    expect(idsOf([itself])).toEqual([]);
    const renamed = { ...itself, request: { ...itself.request, externalId: 'other' } };
    expect(customerHistory([renamed], { ...subject, case: renamed.case }, { hashKey }).returns).toEqual([]);
  });

  it('is what was known when the return was asked for', () => {
    const inspectedLater = earlier('inspected', {
      dossier: {
        inspection: {
          inspectedAt: daysAgo(-1),
          lines: [{ orderLineId: 'inspected-1', quantity: 1, grade: 'missing', disposition: 'write_off' }],
        },
        tracking: {
          trackingNumber: 'T',
          carrier: 'post',
          status: 'delivered',
          carrierStatus: 'x',
          provider: 'post',
          at: daysAgo(1),
          weightGrams: 80,
        },
      },
    });
    const [entry] = historyOf([inspectedLater, earlier('later', { days: -1 })]).returns;
    expect(historyOf([inspectedLater, earlier('later', { days: -1 })]).returns).toHaveLength(1);
    expect(entry).toMatchObject({ id: 'case-inspected', scannedGrams: 80, lines: [{ found: [] }] });
  });

  it('keeps an inspection of before', () => {
    const inspected = earlier('one', {
      dossier: {
        inspection: {
          inspectedAt: daysAgo(20),
          lines: [
            { orderLineId: 'one-1', quantity: 1, grade: 'used', disposition: 'outlet', damagedBy: 'shopper' },
            { orderLineId: 'other', quantity: 1, grade: 'missing', disposition: 'outlet' },
          ],
        },
      },
    });
    expect(historyOf([inspected]).returns[0]?.lines).toEqual([
      {
        quantity: 1,
        worth: eur(5000),
        reason: 'changed_mind',
        heldDays: 5,
        found: [{ grade: 'used', byShopper: true }],
      },
    ]);
  });

  it('takes a case in its newest shape', () => {
    const index = caseIndex({ hashKey });
    const open = earlier('one');
    index.put({ ...open, case: { ...open.case, decision: 'requested' } });
    index.put({ ...open, case: { ...open.case, decision: 'cancelled' } });
    expect(index.historyOf(subject).returns.map(({ decision }) => decision)).toEqual(['cancelled']);
  });

  it('forgets a case whose personal data was erased', () => {
    const index = caseIndex({ hashKey });
    const one = earlier('one');
    index.put(one);
    index.put({ ...one, case: { ...one.case, erasedAt: daysAgo(1) } });
    expect(index.historyOf(subject).returns).toEqual([]);
  });

  it('counts orders by what the shop tells, and knows each where it is given them', () => {
    const one = earlier('one', { order: customer({ id: 'customer-1', orders: 7 }) });
    expect(historyOf([one])).toMatchObject({ orderCount: 7, ordersComplete: false, orders: [] });
    const orders = [now, one.order, order('kept', { placedAt: daysAgo(60), lines: [line('a', { quantity: 3 })] })];
    const future = order('future', { placedAt: daysAgo(-3) });
    const known = customerHistory([one], subject, { hashKey, orders: [...orders, future] });
    expect(known.ordersComplete).toBe(true);
    expect(known.orders.map(({ id, units }) => [id, units])).toEqual([
      ['now', 1],
      ['one', 1],
      ['kept', 3],
    ]);
  });

  it('asks for a secret', () => {
    expect(() => caseIndex({ hashKey: '' })).toThrow('The key for hashing has 0 characters');
  });
});

describe('links to other customers', () => {
  const claim = (id: string, who: Partial<Order>): Dossier => {
    const of = order(id, { placedAt: daysAgo(40), deliveredAt: daysAgo(35), ...who });
    return dossier(of, request(of, [{ reason: 'other', subReason: 'Not received' }], { requestedAt: daysAgo(30) }));
  };
  const somebody = (id: string): Partial<Order> => customer({ id, email: `${id}@mail.example` });

  it('are by address and by phone, each customer once', () => {
    const phone = '0033612345678';
    const dossiers = [
      earlier('a1', { order: somebody('a') }),
      earlier('a2', { order: somebody('a') }),
      claim('b1', { ...customer({ id: 'b', email: 'b@mail.example', phone }), shippingAddress: elsewhere }),
      claim('c1', { ...customer({ id: 'c', email: 'c@mail.example', phone }) }),
    ];
    expect(historyOf(dossiers).links).toEqual({
      spellings: 0,
      address: { customers: 2, withFindings: 1 },
      phone: { customers: 2, withFindings: 2 },
      customers: 3,
    });
  });

  it('are not to oneself', () => {
    expect(historyOf([claim('own', {})]).links).toMatchObject({ address: { customers: 0 }, phone: { customers: 0 } });
  });

  it('are not to who claims later', () => {
    const later = { ...claim('b1', somebody('b')) };
    const request = { ...later.request, requestedAt: daysAgo(-1) };
    expect(historyOf([{ ...later, request }]).links.address.customers).toBe(0);
  });

  it('make a ring visible that spells one address in many ways', () => {
    const lines = ['1, RUE HAUTE', '1 r. Haute', 'rue Haute 1', '1 rue Haute'];
    const dossiers = lines.map((line1, index) =>
      claim(`ring-${index}`, {
        ...somebody(`ring-${index}`),
        shippingAddress: { name: `Name ${index}`, line1, city: 'LYON', postalCode: '69 001', country: 'FR' },
      }),
    );
    const history = historyOf(dossiers);
    expect(history.links.address).toEqual({ customers: 4, withFindings: 4 });
    const { points, level } = scoreRisk({ ...subject, history });
    expect(points.map(({ signal }) => signal)).toEqual(['linked_customers']);
    expect(level).toBe('medium');
  });
});
