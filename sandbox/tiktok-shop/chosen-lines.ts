import { z } from 'zod/v4';
import { invalidParameter, tooManyLines } from './errors';
import type { Order, OrderLine } from './model';
import { reverseStateOf } from './refunding';
import type { World } from './world';

/** How a request names units: by line, or so many of a SKU. */
export const chosenShape = {
  order_line_item_ids: z.array(z.string()).optional(),
  skus: z.array(z.strictObject({ sku_id: z.string(), quantity: z.int().min(1) })).optional(),
};

interface Chosen {
  order_line_item_ids?: string[] | undefined;
  skus?: { sku_id: string; quantity: number }[] | undefined;
}

/** The units that a request names; the whole order when it names none. @throws TikTokError when the order has them not */
export function chosenLines(world: World, order: Order, { order_line_item_ids: ids, skus }: Chosen): OrderLine[] {
  if (ids !== undefined && ids.length > 0) {
    if (new Set(ids).size > order.lines.length) throw tooManyLines();
    return [...new Set(ids)].map((id) => {
      const found = order.lines.find((line) => line.id === id);
      if (found === undefined) throw invalidParameter('order_line_item_ids');
      return found;
    });
  }
  if (skus === undefined || skus.length === 0) return order.lines.filter(({ status }) => status !== 'CANCELLED');
  return skus.flatMap(({ sku_id: skuId, quantity }) => {
    const units = order.lines.filter((line) => line.skuId === skuId);
    if (units.length === 0) throw invalidParameter('skus.sku_id');
    if (units.length < quantity) throw tooManyLines();
    // What is under way comes last, so that it is named only when there is nothing else.
    const isFree = (line: OrderLine): boolean => reverseStateOf(world, order, line) === undefined;
    return [...units.filter(isFree), ...units.filter((line) => !isFree(line))].slice(0, quantity);
  });
}
