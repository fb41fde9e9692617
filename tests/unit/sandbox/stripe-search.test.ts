import { parseForm } from '../../../sandbox/stripe/form';
import { search } from '../../../sandbox/stripe/search';

const payments = [
  { id: 'pi_1', created: 1, amount: 100, currency: 'eur', status: 'succeeded', metadata: { order_number: 'AL-1' } },
  { id: 'pi_2', created: 2, amount: 200, currency: 'eur', status: 'canceled', metadata: { order_number: 'AL-2' } },
  { id: 'pi_3', created: 3, amount: 300, currency: 'usd', status: 'succeeded', metadata: {} },
];

describe('the search query of Stripe', () => {
  const idsFor = (query: string): unknown =>
    JSON.parse(
      JSON.stringify(search(payments, parseForm(`query=${encodeURIComponent(query)}`), '/v1/payment_intents/search')),
    );

  it.each([
    [`metadata['order_number']:'AL-1'`, ['pi_1']],
    [`metadata["order_number"]:"AL-2"`, ['pi_2']],
    [`currency:'eur' AND amount>100`, ['pi_2']],
    [`status:'succeeded' AND -metadata['order_number']:null`, ['pi_1']],
    [`amount<=100 OR currency:'usd'`, ['pi_3', 'pi_1']],
  ])('%s finds %j', (query, ids) => {
    expect(idsFor(query)).toMatchObject({ data: ids.map((id) => ({ id })), object: 'search_result' });
  });

  it('refuses what it cannot read', () => {
    expect(() => idsFor(`currency:'eur' AND amount>1 OR amount<5`)).toThrow(/combining AND and OR/);
    expect(() => idsFor('order is AL-1')).toThrow(/unable to parse/);
    expect(() => search(payments, {}, '')).toThrow(/query/);
  });
});
