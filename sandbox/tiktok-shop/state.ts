import { decisionsFor } from './returning/eligibility';
import { toDecimal } from './money';
import { refundTotal } from './refunding';
import type { World } from './world';

/** The marketplace as the page and the control API show it. */
export function stateOf(world: World): unknown {
  return {
    shops: [...world.shops.values()],
    orders: [...world.orders.values()].map((order) => ({
      id: order.id,
      shopId: order.shopId,
      status: order.status,
      userId: order.userId,
      buyer: order.address.name,
      currency: order.currency,
      total: toDecimal(
        order.lines.reduce(
          (sum, line) => sum + line.salePrice + (order.isTaxIncluded ? 0 : line.tax),
          order.shippingFee,
        ),
        order.currency,
      ),
      lines: order.lines.map((line) => ({
        id: line.id,
        sku: line.sellerSku,
        title: line.productName,
        variantTitle: line.skuName,
        status: line.status,
      })),
      replaces: order.replacedOrderId ?? null,
    })),
    returns: [...world.returns.values()].map((entry) => ({
      id: entry.id,
      orderId: entry.orderId,
      type: entry.type,
      status: entry.status,
      arbitration: entry.arbitration ?? null,
      role: entry.role,
      reason: entry.reason,
      units: entry.lines.length,
      refundTotal: toDecimal(refundTotal(entry), world.orderOf(entry).currency),
      refunded: entry.refunded,
      trackingNumber: entry.tracking?.number ?? null,
      isDeliveredBack: entry.deliveredBackTime !== undefined,
      nextAction: entry.action ?? null,
      decisions: decisionsFor(entry),
      offer: entry.offer ?? null,
    })),
    cancellations: [...world.cancellations.values()].map((entry) => ({
      id: entry.id,
      orderId: entry.orderId,
      type: entry.type,
      status: entry.status,
      units: entry.lines.length,
    })),
    aftersales: [...world.aftersales.values()],
    rmas: [...world.rmas.values()],
    stock: [...world.skus.values()].map((sku) => ({
      skuId: sku.id,
      productId: sku.productId,
      sku: sku.sellerSku,
      stock: Object.fromEntries(sku.stock),
    })),
    conversations: [...world.conversations.values()],
    webhooks: [...world.subscriptions.values()],
  };
}
