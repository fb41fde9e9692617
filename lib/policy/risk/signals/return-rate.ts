import { atLeast } from '../at-least';
import { rampOfShare } from '../ramp';
import { ordersWithin, type OrderView, type RiskView } from '../view';
import { counted, percent, type Look, type Signal } from './signal';

interface Rate {
  readonly orders: number;
  /** Orders' worth of goods that came back: half of one order and all of another are 1.5. */
  readonly back: number;
  readonly share: number;
  readonly days: number | undefined;
}

/** How much of what was bought comes back, by units, each order counting alike. Reasons of the shop do not count. */
export const returnRate: Signal = (view) => {
  const rates = ratesOf(view);
  const [first, ...others] = rates;
  if (first === undefined) return { needs: ['history.orders', 'order.customer.orders'] };
  const worst = others.reduce((one, other) => (other.share > one.share ? other : one), first);
  return sightOf(view, worst);
};

/** Each order of a window is one throw: 1 of 1 is not yet a habit. */
function ratesOf(view: RiskView): readonly Rate[] {
  if (view.history.ordersComplete) {
    return [30, 90, 180].map((days) => {
      const orders = ordersWithin(view, days);
      return rateOf(orders, orders.length, days);
    });
  }
  return view.orderCount === undefined ? [] : [rateOf(view.orders, view.orderCount, undefined)];
}

function rateOf(orders: readonly OrderView[], count: number, days: number | undefined): Rate {
  const back = orders.reduce((sum, order) => sum + shareBack(order), 0);
  return { orders: count, back, share: atLeast(back, count - back), days };
}

/** 0 to 1 of what was in an order. */
export const shareBack = ({ back, units }: OrderView): number => (units > 0 ? Math.min(1, back / units) : 0);

function sightOf({ settings }: RiskView, { orders, back, share, days }: Rate): Look {
  const seen = orders === 0 ? 0 : percent(back / orders);
  return {
    severity: rampOfShare(share, settings.thresholds.returnRate),
    saw: { orders, percent: seen, percentAtLeast: percent(share), ...(days !== undefined && { days }) },
    text: () =>
      `Of what was bought in ${counted(orders, 'order')}${days === undefined ? '' : ` of the last ${days} days`}, ` +
      `${seen} % came back; with so many orders that is likely to be ${percent(share)} % or more.`,
  };
}
