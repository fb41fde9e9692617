import { gid } from './gid';
import { returnStatusOf } from './lookup';
import type { Order, Return } from './model';
import { formatMoney } from './money';
import { totalsOf } from './pricing';
import { refundedBy } from './views/refund';
import { topicPath } from './webhooks';
import type { World } from './world';

function returnState(world: World, order: Order, entry: Return): unknown {
  const skuOf = (lineItemId: string): string => order.lines.find((line) => line.id === lineItemId)?.sku ?? '';
  return {
    id: gid('Return', entry.id),
    name: entry.name,
    status: entry.status,
    decline: entry.decline,
    lines: entry.lines.map((line) => ({
      id: gid('ReturnLineItem', line.id),
      sku: skuOf(line.lineItemId),
      quantity: line.quantity,
      processed: line.processedQuantity,
      refunded: line.refundedQuantity,
      reason: line.reason,
      note: line.customerNote ?? line.note,
    })),
    exchangeLines: entry.exchangeLines.map((line) => ({
      id: gid('ExchangeLineItem', line.id),
      sku: world.store.variants.get(line.variantId)?.sku ?? null,
      quantity: line.quantity,
      processed: line.processedQuantity,
    })),
    reverseDeliveries: entry.reverseOrders.flatMap((reverse) =>
      reverse.deliveries.map((delivery) => ({
        id: gid('ReverseDelivery', delivery.id),
        trackingNumber: delivery.tracking?.number ?? null,
        trackingUrl: delivery.tracking?.url ?? null,
        labelUrl: delivery.label?.publicFileUrl ?? null,
      })),
    ),
    dispositions: entry.reverseOrders.flatMap((reverse) =>
      reverse.lines.flatMap((line) => line.dispositions.map(({ type, quantity }) => ({ type, quantity }))),
    ),
  };
}

/** Amounts of transactions are minor units, the others decimals. */
function orderState(world: World, order: Order): unknown {
  const { currency } = order;
  const totals = totalsOf(order);
  const customer = world.store.customers.get(order.customerId);
  return {
    id: gid('Order', order.id),
    name: order.name,
    email: order.email,
    customer: customer === undefined ? null : `${customer.firstName} ${customer.lastName}`,
    currency,
    total: formatMoney(totals.total, currency),
    refunded: formatMoney(totals.refunded, currency),
    outstanding: formatMoney(totals.outstanding, currency),
    returnStatus: returnStatusOf(order),
    tags: order.tags,
    note: order.note ?? null,
    processedAt: order.processedAt,
    lines: order.lines.map((line) => ({
      id: gid('LineItem', line.id),
      sku: line.sku,
      title: line.title,
      variantTitle: line.variantTitle,
      quantity: line.quantity,
      returned: line.refundedQuantity,
      isExchange: line.exchangeOf !== null,
    })),
    fulfillments: order.fulfillments.map((entry) => ({
      id: gid('Fulfillment', entry.id),
      deliveredAt: entry.deliveredAt,
    })),
    fulfillmentOrders: order.fulfillmentOrders.map((entry) => ({
      id: gid('FulfillmentOrder', entry.id),
      status: entry.status,
      isExchange: entry.returnId !== null,
      skus: entry.lines.map((line) => order.lines.find((item) => item.id === line.lineItemId)?.sku ?? null),
    })),
    transactions: order.transactions.map((entry) => ({
      id: gid('OrderTransaction', entry.id),
      kind: entry.kind,
      status: entry.status,
      gateway: entry.gateway,
      amount: entry.amount,
      paymentId: entry.paymentId,
    })),
    // A processed return leaves a refund on the order even when nothing is paid back; here only money counts.
    refunds: order.refunds
      .filter((refund) => refundedBy(order, refund) > 0)
      .map((refund) => ({
        id: gid('Refund', refund.id),
        returnId: refund.returnId === null ? null : gid('Return', refund.returnId),
        amount: formatMoney(refundedBy(order, refund), currency),
        note: refund.note,
      })),
    returns: order.returns.map((entry) => returnState(world, order, entry)),
  };
}

/** The shop as readable JSON, for the sandbox's page and for tests. */
export function stateOf(world: World): Record<string, unknown> {
  return {
    throttle: world.throttle.status(),
    orders: world.store.allOrders().map((order) => orderState(world, order)),
    inventory: [...world.store.variants.values()].map((variant) => ({
      sku: variant.sku,
      variantId: gid('ProductVariant', variant.id),
      inventoryItemId: gid('InventoryItem', variant.inventoryItemId),
      levels: world.store.levels
        .filter((level) => level.itemId === variant.inventoryItemId)
        .map((level) => ({
          locationId: gid('Location', level.locationId),
          location: world.store.locations.get(level.locationId)?.name ?? null,
          available: level.quantities.available,
          committed: level.committed,
        })),
    })),
    storeCredit: [...world.store.storeCredit.values()].map((account) => ({
      customerId: gid('Customer', account.customerId),
      balance: formatMoney(account.balance, account.currency),
      currency: account.currency,
    })),
    giftCards: [...world.store.giftCards.values()].map((card) => ({
      id: gid('GiftCard', card.id),
      lastCharacters: card.code.slice(-4),
      value: formatMoney(card.initialValue, card.currency),
      currency: card.currency,
    })),
    webhookSubscriptions: [...world.store.subscriptions.values()].map((entry) => ({
      id: gid('WebhookSubscription', entry.id),
      topic: topicPath(entry.topic),
      uri: entry.uri,
    })),
  };
}
