import { flag, money, number, text, texts, type Subject } from './fact';
import { instantOf } from './times';

const customer = ({ input }: Subject): Subject['input']['order']['customer'] => input.order.customer;
const history = ({ input }: Subject): Subject['input']['history'] => input.history;

/** An amount in another currency says nothing here: nothing is converted silently. */
const inOrderCurrency = (
  { input }: Subject,
  value: { amount: number; currency: string } | undefined,
): number | undefined => (value?.currency === input.order.currency ? value.amount : undefined);

export const customerFacts = {
  'customer.orders': number('request', 'Orders of this customer', (s) => customer(s).orders ?? history(s)?.orders),
  'customer.spend': money('request', 'Everything this customer has paid', (s) => inOrderCurrency(s, history(s)?.spend)),
  'customer.days': number('request', 'Days since the account was made', (s) => {
    const { since } = customer(s);
    return since === undefined ? undefined : s.dayOf(s.requestedAt) - s.dayOf(instantOf(since, 'order.customer.since'));
  }),
  'customer.tags': texts('request', 'Tags of the customer', (s) => customer(s).tags),
  'customer.segments': texts('request', 'e.g. `vip`, `b2b`, `subscriber`', (s) => customer(s).segments ?? []),
  'customer.isConsumer': flag('request', 'False for a buyer who acts for a trade', (s) => customer(s).isConsumer),
  'customer.language': text('request', 'Language of the customer, e.g. `fr`', (s) => customer(s).locale),
  'customer.returns30': number('request', 'Returns in 30 days', (s) => history(s)?.returns?.days30),
  'customer.returns90': number('request', 'Returns in 90 days', (s) => history(s)?.returns?.days90),
  'customer.returns180': number('request', 'Returns in 180 days', (s) => history(s)?.returns?.days180),
  'customer.returnRate30': number(
    'request',
    'Percent of units returned, 30 days',
    (s) => history(s)?.returnRate?.days30,
  ),
  'customer.returnRate90': number(
    'request',
    'Percent of units returned, 90 days',
    (s) => history(s)?.returnRate?.days90,
  ),
  'customer.returnRate180': number(
    'request',
    'Percent of units returned, 180 days',
    (s) => history(s)?.returnRate?.days180,
  ),
  'customer.keptItems': number('request', 'Refunds without a return so far', (s) => history(s)?.keptItems),
  'customer.missingClaims': number('request', 'Claims of missing or wrong items', (s) => history(s)?.missingClaims),
  'customer.credit': money('request', 'Store credit received so far', (s) => inOrderCurrency(s, history(s)?.credit)),
  'customer.failedPayments': number('request', 'Payments that failed', (s) => history(s)?.failedPayments),
  'customer.lists': texts('request', 'Lists that name the customer, e.g. `block`', (s) => history(s)?.lists ?? []),
  'customer.linked': number('request', 'Customers who share an address or card', (s) => history(s)?.linkedCustomers),
  'customer.addressType': text('request', 'What kind of address it is', (s) => history(s)?.addressType, {
    values: ['home', 'business', 'relay_point', 'forwarder'],
  }),
};
