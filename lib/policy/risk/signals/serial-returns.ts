import { atLeast } from '../at-least';
import { ramp, rampOfShare } from '../ramp';
import { ordersWithin } from '../view';
import { shareBack } from './return-rate';
import { counted, percent, type Signal } from './signal';

/** Orders that came back to four fifths or more count as whole. */
const WHOLE = 0.8;

/** One whole order after the other comes back. */
export const serialReturns: Signal = (view) => {
  const { history, orderCount, settings } = view;
  const orders = history.ordersComplete ? ordersWithin(view, 180) : view.orders;
  const count = history.ordersComplete ? orders.length : orderCount;
  if (count === undefined) return { needs: ['history.orders', 'order.customer.orders'] };
  const whole = orders.filter((order) => shareBack(order) >= WHOLE).length;
  const share = atLeast(whole, count - whole);
  const thresholds = settings.thresholds.serialReturns;
  return {
    severity: ramp(whole, thresholds.orders) * rampOfShare(share, thresholds.share),
    saw: { orders: count, whole, percentAtLeast: percent(share) },
    text: () =>
      `${whole} of ${counted(count, 'order')} came back whole; that is likely to be a habit for ${percent(share)} % of orders or more.`,
  };
};
