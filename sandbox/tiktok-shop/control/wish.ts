import { z } from 'zod/v4';
import type { Order, OrderLine } from '../model';
import { anyBuyerReason } from '../reasons';
import type { World } from '../world';
import { orderOf } from './route';

export const chosenLines = z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1).default(1) })).optional();

const picture = z.strictObject({ url: z.string(), width: z.int().default(800), height: z.int().default(600) });

const wishShape = z.strictObject({
  orderId: z.string(),
  type: z.enum(['REFUND', 'RETURN_AND_REFUND', 'REPLACEMENT']).default('RETURN_AND_REFUND'),
  /** Everything that was bought when left out. */
  lines: chosenLines,
  /** A reason's name, as the shop's eligibility answers them; the first that fits when left out. */
  reason: z.string().optional(),
  note: z.string().optional(),
  images: z.array(picture).optional(),
  shipmentType: z.enum(['PLATFORM', 'BUYER_ARRANGE']).optional(),
  handoverMethod: z.enum(['DROP_OFF', 'PICKUP']).optional(),
  isQuickRefund: z.boolean().optional(),
});

type Wish = Omit<z.infer<typeof wishShape>, 'orderId' | 'lines' | 'reason'> & {
  order: Order;
  lines: OrderLine[];
  reason: string;
};

function isTaken(world: World, order: Order, { id, status }: OrderLine): boolean {
  if (status === 'CANCELLED') return true;
  const underWay = world.returnsOf(order.id).filter((entry) => !/REJECT|CANCEL$/.test(entry.status));
  return underWay.some((entry) => entry.lines.some(({ orderLineId }) => orderLineId === id));
}

/** The units that are meant: of each SKU so many that nothing is under way for. @throws RangeError when there are not enough */
export function unitsOf(world: World, order: Order, chosen: z.infer<typeof chosenLines>): OrderLine[] {
  const free = order.lines.filter((line) => !isTaken(world, order, line));
  if (chosen === undefined) {
    if (free.length === 0) throw new RangeError('the order has nothing left');
    return free;
  }
  return chosen.flatMap(({ sku, quantity }) => {
    const units = free.filter((line) => line.sellerSku === sku).slice(0, quantity);
    if (units.length < quantity) throw new RangeError(`the order has no ${quantity} of ${sku} left`);
    return units;
  });
}

/** What a buyer asks for, with what they left open filled in. @throws RangeError when they cannot ask for it */
export function readWish(world: World, body: unknown): Wish {
  const { orderId, lines, reason, ...rest } = wishShape.parse(body);
  const order = orderOf(world, orderId);
  const named = reason ?? anyBuyerReason(rest.type, order);
  if (named === undefined) throw new RangeError(`the order is ${order.status}: nothing can be asked for`);
  return { ...rest, order, lines: unitsOf(world, order, lines), reason: named };
}
