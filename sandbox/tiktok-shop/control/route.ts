import { TikTokError } from '../errors';
import type { Order, Return } from '../model';
import type { World } from '../world';

/** What a control route is asked. */
export interface Asked {
  world: World;
  /** That of the path; empty where it has none. */
  id: string;
  body: unknown;
}

/** A POST. What it cannot use it throws as ZodError or RangeError, which is answered with 400 and the reason. */
export interface ControlRoute {
  /** Below `/control/tiktok-shop/`. */
  path: string;
  /** Of the answer when it goes well; 200 when left out. */
  status?: 201;
  handle: (asked: Asked) => object;
}

export function orderOf(world: World, id: string): Order {
  const order = world.orders.get(id);
  if (order === undefined) throw new RangeError(`no order ${id}`);
  return order;
}

/** Runs what the business may refuse; here a refusal is a 400 that says why. */
export function attempt<T>(effect: () => T): T {
  try {
    return effect();
  } catch (error) {
    if (error instanceof TikTokError) throw new RangeError(`${error.code}: ${error.message}`);
    throw error;
  }
}

export const returnSummary = (entry: Return): object => ({
  returnId: entry.id,
  orderId: entry.orderId,
  type: entry.type,
  status: entry.status,
  reason: entry.reason,
  trackingNumber: entry.tracking?.number ?? null,
  deadline: entry.action?.deadline ?? null,
  nextReturnId: entry.nextReturnId ?? null,
  lines: entry.lines.map(({ id, orderLineId }) => ({ id, orderLineId })),
});
