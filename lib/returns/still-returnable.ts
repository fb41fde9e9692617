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
 * counts no returns, and a shop system only those it knows: a case that waits for a person is not among them. Nor is a
 * return that the shop came to know after it was asked for the order, as when a form was open twice: in no case does
 * more come back than was bought.
 * @param cases every case of the order; those of another order do not count
 */
export function stillReturnable(order: Order, cases: readonly Dossier[]): Order {
  const all = cases.filter((dossier) => dossier.order.id === order.id);
  const uncounted = all.filter((dossier) => !isKnownToShop(dossier));
  return {
    ...order,
    lines: order.lines.map((line) => {
      const left = line.returnableQuantity - unitsIn(uncounted, line.id, takenBy);
      const notYetBack = line.quantity - unitsIn(all, line.id, comingBack);
      return { ...line, returnableQuantity: Math.max(0, Math.min(left, notYetBack)) };
    }),
  };
}

/** Asked for there, or created there since: the case then has the return's id, as `shopifyReturn`. */
const isKnownToShop = ({ request, order, case: current }: Dossier): boolean =>
  isCountedByShop(request, order) || `${order.channel}Return` in current.references;

const unitsIn = (
  cases: readonly Dossier[],
  orderLineId: string,
  unitsOf: (dossier: Dossier, line: CaseLine) => number,
): number =>
  cases
    .flatMap((dossier) => dossier.case.lines.map((line) => ({ line, units: unitsOf(dossier, line) })))
    .filter(({ line }) => line.orderLineId === orderLineId)
    .reduce((sum, { units }) => sum + units, 0);

function takenBy({ case: { decision } }: Dossier, { requested, approved }: CaseLine): number {
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

/** What was approved and was not in the parcel when it was inspected can be asked for once more. */
const comingBack = (dossier: Dossier, line: CaseLine): number =>
  dossier.inspection === undefined ? takenBy(dossier, line) : Math.min(line.received, takenBy(dossier, line));
