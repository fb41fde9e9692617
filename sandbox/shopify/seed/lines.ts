import type { LineItem, ShippingLine } from '../model';
import { allocate, parseMinor, percentOf } from '../money';
import { taxOf } from '../pricing';
import type { World } from '../world';
import { ensureVariant } from './catalog';
import type { OrderSeed } from './order-shape';

/** The lines, each with its part of the order's discount and its tax. */
export function linesOf(world: World, seed: OrderSeed, orderId: string): LineItem[] {
  const { currency } = seed;
  const before = seed.lines.map(
    (line) => parseMinor(line.unitPrice, currency) * line.quantity - parseMinor(line.lineDiscount, currency),
  );
  const total = before.reduce((left, right) => left + right, 0);
  const { discount } = seed;
  const wanted =
    discount === undefined
      ? 0
      : discount.percent === undefined
        ? parseMinor(discount.amount ?? '0', currency)
        : percentOf(total, discount.percent);
  const shares = allocate(Math.min(wanted, total), before);
  return seed.lines.map((line, index) => {
    const variant = ensureVariant(world, line, currency);
    const cartDiscount = shares[index] ?? 0;
    return {
      id: world.nextId(),
      orderId,
      variantId: variant.id,
      productId: variant.productId,
      sku: line.sku,
      title: line.title,
      variantTitle: variant.title,
      vendor: line.vendor,
      quantity: line.quantity,
      unitPrice: parseMinor(line.unitPrice, currency),
      lineDiscount: parseMinor(line.lineDiscount, currency),
      cartDiscount,
      taxRate: line.taxRate,
      tax: taxOf((before[index] ?? 0) - cartDiscount, line.taxRate, seed.taxesIncluded),
      weightGrams: line.weightGrams,
      refundedQuantity: 0,
      exchangeOf: null,
      properties: [],
    };
  });
}

export function shippingOf(world: World, seed: OrderSeed): ShippingLine | null {
  const price = parseMinor(seed.shippingAmount, seed.currency);
  if (price === 0) return null;
  const taxRate = seed.shippingTaxRate ?? (seed.taxesIncluded ? (seed.lines[0]?.taxRate ?? '0') : '0');
  const tax = taxOf(price, taxRate, seed.taxesIncluded);
  return { id: world.nextId(), title: seed.shippingTitle, price, taxRate, tax, refunded: 0, refundedTax: 0 };
}
