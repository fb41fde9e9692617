import type { History, Money, Order, ReturnRequest } from '../../returns';
import { instantOf } from '../facts/times';
import type { CustomerHistory, PastReturn } from './history';

const DAY_MS = 86_400_000;
const windows = { days30: 30, days90: 90, days180: 180 } as const;

/**
 * The same history as the chapter `history` of a dossier, which the conditions of a policy ask about
 * (`customer.returns90`, `customer.missingClaims` …). Counts are of earlier returns, whatever their reason, without
 * those that were cancelled; rates are told where every order is known.
 * @throws ReturnsError `invalid_input` for a time that cannot be read
 */
export function historyChapterOf(
  history: CustomerHistory,
  { request, order }: { readonly request: ReturnRequest; readonly order: Order },
): History {
  const at = instantOf(request.requestedAt, 'request.requestedAt');
  const returns = history.returns.filter(({ decision }) => decision !== 'cancelled' && decision !== 'expired');
  const orders = Math.max(history.orderCount ?? 0, history.ordersComplete ? history.orders.length : 0);
  const credit = sumIn(
    order.currency,
    returns.flatMap((entry) => entry.credit ?? []),
  );
  return {
    ...(orders > 0 && { orders }),
    returns: {
      ...forEachWindow((days) => returns.filter((entry) => isWithin(entry.requestedAt, at, days)).length),
      ofOrder: returns.filter(({ orderId }) => orderId === order.id).length,
    },
    ...(history.ordersComplete && { returnRate: forEachWindow((days) => rateWithin(history, returns, at, days)) }),
    keptItems: returns.filter(({ keptItem }) => keptItem).length,
    missingClaims: returns.filter(({ lines }) => lines.some(({ claim }) => claim !== undefined)).length,
    credit,
    linkedCustomers: history.links.customers,
  };
}

const forEachWindow = (tell: (days: number) => number): { days30: number; days90: number; days180: number } => ({
  days30: tell(windows.days30),
  days90: tell(windows.days90),
  days180: tell(windows.days180),
});

const isWithin = (instant: string, at: number, days: number): boolean =>
  instantOf(instant, 'history') > at - days * DAY_MS;

/** Units returned of units bought, in percent, of orders placed within the days. */
function rateWithin({ orders }: CustomerHistory, returns: readonly PastReturn[], at: number, days: number): number {
  const bought = new Map(
    orders.filter(({ placedAt }) => isWithin(placedAt, at, days)).map(({ id, units }) => [id, units]),
  );
  const all = [...bought.values()].reduce((sum, units) => sum + units, 0);
  const back = returns
    .filter(({ orderId }) => bought.has(orderId))
    .reduce((sum, { lines }) => sum + lines.reduce((units, { quantity }) => units + quantity, 0), 0);
  return all === 0 ? 0 : Math.min(100, (100 * back) / all);
}

/** Nothing is converted: amounts in other currencies are left out. */
const sumIn = (currency: string, amounts: readonly Money[]): Money => ({
  amount: amounts.reduce((sum, money) => sum + (money.currency === currency ? money.amount : 0), 0),
  currency,
});
