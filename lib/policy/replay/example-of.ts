import type { Judged } from './judge-past';
import type { ReplayExample } from './report';

/** Lines that an example names. */
const MOST_LINES = 5;

/** A case as an example: goods, reasons, country and amounts, and nothing that tells whose it is. */
export function exampleOf(id: string, { before, after, input }: Judged): Omit<ReplayExample, 'aspects'> {
  const { request, order } = input;
  const country = order.shippingAddress?.country;
  const ordered = new Map(order.lines.map((line) => [line.id, line]));
  return {
    case: id,
    requestedAt: request.requestedAt,
    ...(country !== undefined && { country }),
    lines: request.lines.slice(0, MOST_LINES).map(({ orderLineId, reason }) => {
      const { sku, category } = ordered.get(orderLineId) ?? {};
      return { ...(sku !== undefined && { sku }), ...(category !== undefined && { category }), reason };
    }),
    currency: after.refundable.currency,
    refundable: { before: before.refundable.amount, after: after.refundable.amount },
    fee: { before: before.fee.amount, after: after.fee.amount },
  };
}
