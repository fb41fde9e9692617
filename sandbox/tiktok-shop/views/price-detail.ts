import type { Order, OrderLine } from '../model';
import { toDecimal } from '../money';

/** Prices of units as Get Price Detail names them; shipping as far as it falls on them. */
function prices(
  order: Order,
  lines: readonly OrderLine[],
  freight: Record<'list' | 'paid' | 'seller' | 'platform', number>,
): object {
  const text = (minor: number): string => toDecimal(minor, order.currency);
  const sum = (pick: (line: OrderLine) => number): number => lines.reduce((total, line) => total + pick(line), 0);
  const goods = sum(({ salePrice }) => salePrice);
  const tax = sum((line) => line.tax);
  const taxOnTop = order.isTaxIncluded ? 0 : tax;
  return {
    currency: order.currency,
    sku_list_price: text(sum(({ originalPrice }) => originalPrice)),
    sku_sale_price: text(goods),
    subtotal_deduction_seller: text(sum(({ sellerDiscount }) => sellerDiscount)),
    subtotal_deduction_platform: text(sum(({ platformDiscount }) => platformDiscount)),
    subtotal: text(goods + taxOnTop),
    subtotal_tax_amount: text(tax),
    tax_amount: text(tax),
    tax_rate: String(lines[0]?.taxRate ?? 0),
    net_price_amount: text(goods + taxOnTop),
    shipping_list_price: text(freight.list),
    shipping_sale_price: text(freight.paid),
    shipping_fee_deduction_seller: text(freight.seller),
    shipping_fee_deduction_platform: text(freight.platform),
    payment: text(goods + taxOnTop + freight.paid),
    total: text(sum(({ originalPrice }) => originalPrice) + freight.list),
  };
}

export function priceDetail(order: Order): object {
  const { shippingFee: paid, shippingSellerDiscount: seller, shippingPlatformDiscount: platform } = order;
  return {
    ...prices(order, order.lines, { list: paid + seller + platform, paid, seller, platform }),
    line_items: order.lines.map((line) => ({
      id: line.id,
      ...prices(order, [line], { list: line.shippingShare, paid: line.shippingShare, seller: 0, platform: 0 }),
    })),
  };
}
