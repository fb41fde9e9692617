import { flag, money, number, text, texts, time, type Subject } from './fact';
import { instantOf } from './times';

const order = ({ input }: Subject): Subject['input']['order'] => input.order;
const at = (iso: string | undefined, what: string): number | undefined =>
  iso === undefined ? undefined : instantOf(iso, what);

export const orderFacts = {
  'order.channel': text('request', 'Where the order was placed, e.g. `shopify`', (s) => order(s).channel),
  'order.market': text('request', 'The market or shop front of the order', (s) => order(s).market ?? ''),
  'order.country': text(
    'request',
    'Country of the shipping address, e.g. `FR`',
    (s) => order(s).shippingAddress?.country,
  ),
  'order.region': text('request', 'Region or state of the shipping address', (s) => order(s).shippingAddress?.region),
  'order.postalCode': text('request', 'Of the shipping address', (s) => order(s).shippingAddress?.postalCode),
  'order.premises': text('request', 'How the contract was concluded', (s) => order(s).premises ?? 'distance', {
    values: ['distance', 'off_premises', 'in_store'],
  }),
  'order.placedAt': time('request', 'When the order was placed', (s) => at(order(s).placedAt, 'order.placedAt')),
  'order.fulfilledAt': time('request', 'When it was sent', (s) => at(order(s).fulfilledAt, 'order.fulfilledAt')),
  'order.deliveredAt': time(
    'request',
    'When its last parcel arrived',
    (s) => at(order(s).deliveredAt, 'order.deliveredAt'),
    {
      asks: 'shopper',
    },
  ),
  'order.seasons': texts('request', 'Seasons of this policy in which the order was placed', (s) =>
    s.seasonsOf(s.dayOf(instantOf(order(s).placedAt, 'order.placedAt'))),
  ),
  'order.currency': text('request', 'ISO 4217, e.g. `EUR`', (s) => order(s).currency),
  'order.total': money('request', 'What the shopper paid for the order', (s) => order(s).total.amount),
  'order.lines': number('request', 'How many lines the order has', (s) => order(s).lines.length),
  'order.discount': money('request', 'What was taken off the order', (s) => order(s).discount?.amount),
  'order.discountPercent': number('request', 'The same in percent of the undiscounted total', (s) => {
    const { discount, total } = order(s);
    if (discount === undefined) return undefined;
    return discount.amount === 0 ? 0 : (100 * discount.amount) / (total.amount + discount.amount);
  }),
  'order.discountCodes': texts('request', 'Codes that the shopper used', (s) => order(s).discountCodes ?? []),
  'order.campaign': text('request', 'The promotion under which the order was placed', (s) => order(s).campaign ?? ''),
  'order.tags': texts('request', 'Tags of the order', (s) => order(s).tags),
  'order.shippingMethod': text('request', 'How the order was sent', (s) => order(s).shippingMethod),
  'order.paymentMethod': text('request', 'How the shopper paid, e.g. `card`', (s) => order(s).payment.method),
  'order.paymentProvider': text('request', 'Through whom the shopper paid', (s) => order(s).payment.provider),
  'order.isGift': flag('request', 'Whether the order was a gift', (s) => order(s).isGift ?? false),
  'order.riskLevel': text('request', "The shop's own fraud rating of the order", (s) => order(s).riskLevel, {
    values: ['low', 'medium', 'high'],
  }),
  'order.priorReturns': number('request', 'Earlier returns of this order', (s) => s.input.history?.returns?.ofOrder),
};
