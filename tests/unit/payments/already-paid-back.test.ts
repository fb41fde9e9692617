import { alreadyPaidBack, planRefund } from '../../../lib/payments';
import { applyEvent, decide, type Command, type Dossier, type Order } from '../../../lib/returns';
import { at, caseOf as openedCase, eur } from './opened-case';

/** Three units that cost 10.00 € together: no single one can cost a third of it. */
const { order } = openedCase({
  lines: [{ id: 'a', title: 'Bougie', tags: [], quantity: 3, returnableQuantity: 3, paid: eur(1000), tax: eur(0) }],
});

function caseOf(id: string, commands: readonly Command[], of: Order = order): Dossier {
  const opened = openedCase(of, id);
  return commands.reduce(
    (dossier, command) =>
      decide(dossier, command, at).reduce(
        (current, { change }) => applyEvent(current, { at, version: current.case.version + 1, change }),
        dossier,
      ),
    opened,
  );
}

const inspected: Command[] = [
  { type: 'approve' },
  {
    type: 'inspect',
    inspection: { inspectedAt: at, lines: [{ orderLineId: 'a', quantity: 1, grade: 'new', disposition: 'restock' }] },
  },
];
const refunded = (id: string, amount: number): Command => ({
  type: 'settle',
  refund: { provider: 'shopify', id, status: 'succeeded', amount: eur(amount), providerStatus: 'SUCCESS', at },
});

describe('what other cases of an order have paid back', () => {
  it('counts the units and amounts of cases that have paid', () => {
    const current = caseOf('1', inspected);
    expect(alreadyPaidBack(current, [current, caseOf('2', [...inspected, refunded('r2', 333)])])).toEqual({
      units: { a: 1 },
      amount: eur(333),
      delivery: eur(0),
    });
  });

  it('leaves out the case itself, cases that have paid nothing, and other orders of the same name', () => {
    const current = caseOf('1', [...inspected, refunded('r1', 333)]);
    const elsewhere = caseOf('3', [...inspected, refunded('r3', 333)], { ...order, id: 'order-2' });
    expect(alreadyPaidBack(current, [current, caseOf('2', inspected), elsewhere])).toEqual({
      units: {},
      amount: eur(0),
      delivery: eur(0),
    });
  });

  it('counts the units that a shopper was paid for and keeps, so that they are not paid for again', () => {
    const current = caseOf('1', inspected);
    const kept = caseOf('2', [{ type: 'approve' }, { type: 'keep_item' }, refunded('r2', 333)]);
    expect(alreadyPaidBack(current, [kept])).toMatchObject({ units: { a: 1 }, amount: eur(333) });
  });

  it('counts the difference that an exchange has paid back, and none of its units', () => {
    const current = caseOf('1', inspected);
    const exchange = { provider: 'shopify', id: 'e2', orderName: '#1001', lines: [], at };
    const difference = refunded('r2', 100) as Extract<Command, { type: 'settle' }>;
    const exchanged = caseOf('2', [...inspected, { ...difference, exchange }]);
    expect(exchanged.case.settlement).toBe('exchanged');
    expect(alreadyPaidBack(current, [exchanged])).toEqual({ units: {}, amount: eur(100), delivery: eur(0) });
  });

  it('counts the delivery that they have paid back', () => {
    const current = caseOf('1', inspected);
    const planned: Command = { type: 'plan_settlement', amount: eur(823), delivery: eur(490) };
    const other = caseOf('2', [...inspected, planned, refunded('r2', 823)]);
    expect(alreadyPaidBack(current, [other])).toMatchObject({ amount: eur(823), delivery: eur(490) });
  });

  it('makes the refunds of three single returns sum to what the line cost, with the delivery in the last', () => {
    const paid: Dossier[] = [];
    const totals = ['1', '2', '3'].map((id) => {
      const current = caseOf(id, inspected);
      const { total } = planRefund({
        order,
        lines: current.case.lines,
        delivery: 'when_all_is_returned',
        already: alreadyPaidBack(current, paid),
      });
      paid.push(caseOf(id, [...inspected, refunded(`r${id}`, total.amount)]));
      return total.amount;
    });
    expect(totals).toEqual([333, 334, 333 + 490]);
  });
});
