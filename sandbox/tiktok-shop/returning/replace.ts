import type { Order, Return, Role } from '../model';
import { tellOrder } from '../webhooks';
import type { World } from '../world';
import { addRecord, setStatus } from './set-status';

/** The same units once more, for nothing, as an order of its own that names the one it replaces. */
function placeReplacement(world: World, entry: Return): Order {
  const order = world.orderOf(entry);
  const now = world.now();
  const packageId = world.nextId('1153');
  const ids = new Set(entry.lines.map(({ orderLineId }) => orderLineId));
  const replacement: Order = {
    ...order,
    id: world.nextId('5764'),
    status: 'AWAITING_SHIPMENT',
    shippingFee: 0,
    shippingSellerDiscount: 0,
    shippingPlatformDiscount: 0,
    trackingNumber: '',
    lines: order.lines
      .filter(({ id }) => ids.has(id))
      .map((line) => ({
        ...line,
        id: world.nextId('5764'),
        packageId,
        status: 'AWAITING_SHIPMENT',
        sellerDiscount: 0,
        platformDiscount: line.originalPrice,
        salePrice: 0,
        tax: 0,
        shippingShare: 0,
      })),
    createTime: now,
    paidTime: now,
    shippedTime: undefined,
    deliveryTime: undefined,
    cancelTime: undefined,
    cancelReason: undefined,
    isBuyerRequestCancel: false,
    replacedOrderId: order.id,
    updateTime: now,
  };
  world.orders.set(replacement.id, replacement);
  tellOrder(world, replacement);
  return replacement;
}

/** The buyer gets the goods again and keeps what came. */
export function sendReplacement(world: World, entry: Return, role: Role): void {
  const replacement = placeReplacement(world, entry);
  entry.canBuyerKeepItem = true;
  addRecord(world, entry, role, 'Replacement approved');
  setStatus(world, entry, 'REPLACEMENT_REQUEST_COMPLETE');
  world.record('replacement.sent', entry.id, { role, orderId: entry.orderId, replacementOrderId: replacement.id });
}
