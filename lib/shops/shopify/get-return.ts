import type { Order, ReturnRequest } from '../../returns';
import type { ShopifyClient } from './client';
import { findOrder } from './find-order';
import { gid } from './gid';
import { readReturn } from './read-return';
import type { ReturnDossier } from './types';

/** A return with its order: what opens a case. @throws ReturnsError `not_found` */
export async function getReturn(client: ShopifyClient, { returnId }: { returnId: string }): Promise<ReturnDossier> {
  const result = await readReturn(client, gid('Return', returnId));
  const order = await findOrder(client, { id: result.shopifyReturn.orderId });
  return { ...result, order: beforeReturn(order, result.request) };
}

/**
 * Shopify counts the units of a requested return as no longer returnable. Seen from the request itself they are: the
 * order is given as it stood when the shopper asked.
 */
export function beforeReturn(order: Order, request: ReturnRequest): Order {
  const lines = order.lines.map((line) => {
    const asked = request.lines
      .filter(({ orderLineId }) => orderLineId === line.id)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return { ...line, returnableQuantity: Math.min(line.quantity, line.returnableQuantity + asked) };
  });
  return { ...order, lines };
}
