import { search } from '../../../sandbox/shopify/search';

const orders = [
  { name: '#1001', email: 'zoe@example.test', at: '2026-10-01T08:00:00Z', status: 'OPEN' },
  { name: '#1002', email: 'jean dupont@example.test', at: '2026-11-01T08:00:00Z', status: 'CLOSED' },
  { name: '#1003', email: 'zoe@example.test', at: '2026-11-15T08:00:00Z', status: 'OPEN' },
];
const fields = {
  name: (order: (typeof orders)[number]) => [order.name, order.name.slice(1)],
  email: (order: (typeof orders)[number]) => [order.email],
  created_at: (order: (typeof orders)[number]) => [order.at],
  status: (order: (typeof orders)[number]) => [order.status],
};

describe('a search query', () => {
  it.each([
    [null, ['#1001', '#1002', '#1003']],
    ['name:#1001', ['#1001']],
    ['name:1001', ['#1001']],
    ['name:"#1002"', ['#1002']],
    ["email:'jean dupont@example.test'", ['#1002']],
    ['email:jean\\ dupont@example.test', ['#1002']],
    ['email:ZOE@example.test', ['#1001', '#1003']],
    ['email:zoe*', ['#1001', '#1003']],
    ['email:zoe@example.test created_at:>2026-11-01', ['#1003']],
    ['email:zoe@example.test AND created_at:<=2026-10-01T08:00:00Z', ['#1001']],
    ['name:1001 OR name:1002', ['#1001', '#1002']],
    ['-status:open', ['#1002']],
    ['NOT status:open', ['#1002']],
    ['status:any', ['#1001', '#1002', '#1003']],
    ['status:open (name:1001 OR name:1002)', ['#1001']],
    ['name:1', []],
  ])('%p finds %p', (query, names) => {
    expect(search(orders, query, fields).map((order) => order.name)).toEqual(names);
  });

  it('says so when it is asked about a field that is not simulated', () => {
    expect(() => search(orders, 'po_number:7', fields)).toThrow('not simulated: search by po_number');
  });
});
