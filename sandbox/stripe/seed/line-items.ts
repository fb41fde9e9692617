import type { LineItem, Product } from '../objects';
import type { CheckoutSeed } from './checkout-shape';
import { type Sale, taxWithin } from './sale';

type SeedItem = CheckoutSeed['items'][number];

function productOf(item: SeedItem, { random, created }: Sale): Product {
  return {
    id: random.id('prod_', 14),
    object: 'product',
    active: true,
    created,
    description: null,
    images: item.image === undefined ? [] : [item.image],
    livemode: false,
    metadata: {
      sku: item.sku,
      ...(item.category === undefined ? {} : { category: item.category }),
      ...item.metadata,
    },
    name: item.name,
  };
}

function priceOf(item: SeedItem, product: Product, { random, created, currency }: Sale): LineItem['price'] {
  return {
    id: random.id('price_1'),
    object: 'price',
    active: true,
    created,
    currency,
    livemode: false,
    metadata: { sku: item.sku },
    product: product.id,
    tax_behavior: 'inclusive',
    type: 'one_time',
    unit_amount: item.unitAmount,
    unit_amount_decimal: String(item.unitAmount),
  };
}

/** What was bought: the line of the session, and the product that it is of. */
export function seedLineItem(item: SeedItem, sale: Sale): { product: Product; lineItem: LineItem } {
  const product = productOf(item, sale);
  const subtotal = item.unitAmount * item.quantity;
  const discount = item.discountAmount ?? 0;
  const lineItem: LineItem = {
    id: sale.random.id('li_1'),
    object: 'item',
    amount_discount: discount,
    amount_subtotal: subtotal,
    amount_tax: taxWithin(subtotal - discount, item.taxRate ?? 0),
    amount_total: subtotal - discount,
    currency: sale.currency,
    description: item.name,
    metadata: { ...item.metadata },
    price: priceOf(item, product, sale),
    quantity: item.quantity,
  };
  return { product, lineItem };
}
