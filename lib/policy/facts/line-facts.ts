import { goodsTraits } from '../../returns';
import { flag, money, number, text, texts, time, type Subject } from './fact';
import { instantOf } from './times';

function deliveredAt({ line, input }: Subject): number | undefined {
  const iso = line.deliveredAt ?? input.order.deliveredAt;
  return iso === undefined ? undefined : instantOf(iso, 'order.lines.deliveredAt');
}

function daysSinceDelivery(s: Subject): number | undefined {
  const delivered = deliveredAt(s);
  return delivered === undefined ? undefined : s.dayOf(s.requestedAt) - s.dayOf(delivered);
}

export const lineFacts = {
  'line.sku': text('line', 'Article number', ({ line }) => line.sku ?? ''),
  'line.title': text('line', 'Name of the product', ({ line }) => line.title),
  'line.product': text('line', "The shop's id of the product", ({ line }) => line.productId ?? ''),
  'line.variant': text('line', "The shop's id of the variant", ({ line }) => line.variantId ?? ''),
  'line.category': text('line', 'Product category', ({ line }) => line.category ?? ''),
  'line.type': text('line', 'Product type', ({ line }) => line.productType ?? ''),
  'line.vendor': text('line', 'Brand or supplier', ({ line }) => line.vendor ?? ''),
  'line.collections': texts('line', 'Collections that the product is in', ({ line }) => line.collections ?? []),
  'line.tags': texts('line', 'Tags of the product', ({ line }) => line.tags),
  'line.traits': texts('line', 'What the goods are, e.g. `customised`', ({ line }) => line.traits ?? [], {
    values: goodsTraits,
  }),
  'line.digitalConsent': flag('line', 'Digital content: begun with consent', ({ line }) => line.digitalConsent),
  'line.soldAs': text('line', 'As what the goods were sold', ({ line }) => line.soldAs ?? 'new', {
    values: ['new', 'used', 'refurbished'],
  }),
  'line.worth': money('line', 'What the shopper paid for the units that come back, tax included', ({ worth }) => worth),
  'line.unitPrice': money('line', 'What one unit was paid, tax included', ({ line }) =>
    Math.round(line.paid.amount / line.quantity),
  ),
  'line.discount': money('line', 'What was taken off the line', ({ line }) => line.discount?.amount),
  'line.discounted': flag('line', 'Whether anything was taken off', ({ line }) =>
    line.discount === undefined ? undefined : line.discount.amount > 0,
  ),
  'line.cost': money('line', 'What one unit costs the shop', ({ line, input }) =>
    line.cost?.currency === input.order.currency ? line.cost.amount : undefined,
  ),
  'line.stock': number('line', 'Units of the variant that the shop has now', ({ line }) => line.stock),
  'line.weight': number('line', 'Grams of one unit', ({ line }) => line.weightGrams),
  'line.quantity': number('line', 'Units that come back', ({ asked }) => asked.quantity),
  'line.ordered': number('line', 'Units that were ordered', ({ line }) => line.quantity),
  'line.deliveredAt': time('line', 'When the last parcel of the line arrived', deliveredAt, { asks: 'shopper' }),
  'line.daysSinceDelivery': number('line', 'Days from delivery to the request', daysSinceDelivery, { asks: 'shopper' }),
  'line.inBundle': flag('line', 'Whether the line was sold in a bundle', ({ line }) => line.bundle !== undefined),
  'line.isPromotionGift': flag(
    'line',
    'Whether it came free with other lines',
    ({ line }) => line.giftWith !== undefined,
  ),
};
