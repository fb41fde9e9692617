import type { CaseLine, Dossier } from './case';
import type { Order, ReturnRequest } from './chapters';

/**
 * Whether the system that keeps the order has asked for the return itself, and so counts its units itself: what is
 * requested in Shopify is no longer returnable in Shopify.
 */
export const isCountedByShop = (request: Pick<ReturnRequest, 'channel'>, order: Pick<Order, 'channel'>): boolean =>
  request.channel === order.channel;

/**
 * The order with what its cases have asked for taken off the quantities that are left to return. A payment provider
 * counts no returns, and a shop system only those it knows: a case that waits for a person is not among them.
 * @param cases every case of the order; those of another order do not count
 */
export function stillReturnable(order: Order, cases: readonly Dossier[]): Order {
  const uncounted = cases.filter((dossier) => dossier.order.id === order.id && !isKnownToShop(dossier));
  return {
    ...order,
    lines: order.lines.map((line) => ({
      ...line,
      returnableQuantity: Math.max(0, line.returnableQuantity - askedFor(line.id, uncounted)),
    })),
  };
}

/** Asked for there, or created there since: the case then has the return's id, as `shopifyReturn`. */
const isKnownToShop = ({ request, order, case: current }: Dossier): boolean =>
  isCountedByShop(request, order) || `${order.channel}Return` in current.references;

const askedFor = (orderLineId: string, cases: readonly Dossier[]): number =>
  cases
    .flatMap(({ case: current }) => current.lines.map((line) => ({ line, taken: takenBy(current.decision, line) })))
    .filter(({ line }) => line.orderLineId === orderLineId)
    .reduce((sum, { taken }) => sum + taken, 0);

function takenBy(decision: Dossier['case']['decision'], { requested, approved }: CaseLine): number {
  switch (decision) {
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return 0;
    case 'approved':
      return approved;
    default:
      return requested;
  }
}
