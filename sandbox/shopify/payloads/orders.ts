import { gid } from '../gid';
import { lineOf, returnStatusOf } from '../lookup';
import type { InventoryLevel, Order, Refund, Transaction } from '../model';
import { formatMoney } from '../money';
import { totalsOf } from '../pricing';
import { type Payload, priceSet, reference } from './common';

/** `order_transactions/create`. */
export function transactionPayload(order: Order, entry: Transaction): Payload {
  return {
    ...reference('OrderTransaction', entry.id),
    order_id: Number(order.id),
    parent_id: entry.parentId === null ? null : Number(entry.parentId),
    kind: entry.kind.toLowerCase(),
    gateway: entry.gateway,
    status: entry.status.toLowerCase(),
    amount: formatMoney(entry.amount, order.currency),
    currency: order.currency,
    payment_id: entry.paymentId,
    created_at: entry.createdAt,
    processed_at: entry.createdAt,
    test: true,
  };
}

/** `refunds/create`. */
export function refundPayload(order: Order, refund: Refund): Payload {
  const transactions = order.transactions.filter((entry) => refund.transactionIds.includes(entry.id));
  return {
    ...reference('Refund', refund.id),
    order_id: Number(order.id),
    created_at: refund.createdAt,
    processed_at: refund.processedAt,
    note: refund.note,
    user_id: null,
    return: refund.returnId === null ? null : reference('Return', refund.returnId),
    duties: [],
    total_duties_set: priceSet(0, order.currency),
    refund_line_items: refund.lines.map((line) => ({
      id: Number(line.id),
      line_item_id: Number(line.lineItemId),
      location_id: line.locationId === null ? null : Number(line.locationId),
      quantity: line.quantity,
      restock_type: line.restockType.toLowerCase(),
      subtotal: formatMoney(line.subtotal, order.currency),
      subtotal_set: priceSet(line.subtotal, order.currency),
      total_tax: formatMoney(line.tax, order.currency),
      total_tax_set: priceSet(line.tax, order.currency),
      line_item: { ...reference('LineItem', line.lineItemId), sku: lineOf(order, line.lineItemId).sku },
    })),
    refund_shipping_lines: [],
    order_adjustments: [],
    transactions: transactions.map((entry) => transactionPayload(order, entry)),
  };
}

/** `orders/create`, `orders/updated`, `orders/fulfilled`: the parts of the long REST order that a return needs. */
export function orderPayload(order: Order): Payload {
  const totals = totalsOf(order);
  const { currency } = order;
  return {
    ...reference('Order', order.id),
    name: order.name,
    number: order.number,
    order_number: order.number,
    confirmation_number: order.confirmationNumber,
    email: order.email,
    contact_email: order.email,
    phone: order.phone,
    currency,
    presentment_currency: currency,
    taxes_included: order.taxesIncluded,
    customer_locale: order.locale,
    created_at: order.createdAt,
    processed_at: order.processedAt,
    updated_at: order.updatedAt,
    closed_at: order.closedAt,
    cancelled_at: null,
    tags: order.tags.join(', '),
    return_status: returnStatusOf(order).toLowerCase(),
    total_price: formatMoney(totals.total, currency),
    total_tax: formatMoney(totals.tax, currency),
    total_discounts: formatMoney(totals.discounts, currency),
    subtotal_price: formatMoney(totals.subtotal, currency),
    current_total_price: formatMoney(totals.currentTotal, currency),
    total_outstanding: formatMoney(totals.outstanding, currency),
    customer: reference('Customer', order.customerId),
    line_items: order.lines.map((line) => ({
      ...reference('LineItem', line.id),
      sku: line.sku,
      title: line.title,
      variant_title: line.variantTitle,
      quantity: line.quantity,
      current_quantity: line.quantity - line.refundedQuantity,
      price: formatMoney(line.unitPrice, currency),
      total_discount: formatMoney(line.lineDiscount, currency),
    })),
    refunds: order.refunds.map((refund) => reference('Refund', refund.id)),
    returns: order.returns.map((entry) => reference('Return', entry.id)),
  };
}

/** `inventory_levels/update`. */
export function inventoryLevelPayload(level: InventoryLevel): Payload {
  return {
    inventory_item_id: Number(level.itemId),
    location_id: Number(level.locationId),
    available: level.quantities.available,
    updated_at: level.updatedAt,
    admin_graphql_api_id: `${gid('InventoryLevel', level.id)}?inventory_item_id=${level.itemId}`,
  };
}
