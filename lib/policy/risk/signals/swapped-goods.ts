import { habitOf } from './habit';
import { counted, percent, type Signal } from './signal';

/** The inspection found something else in the parcel, or nothing. The shop saw it itself, so that few times are many. */
export const swappedGoods: Signal = (view) => {
  const evidence = view.orders.map((order) => (order.swapped ? 1 : 0));
  const swapped = evidence.filter((part) => part > 0).length;
  const habit = habitOf(view, evidence, view.settings.thresholds.swappedGoods);
  return {
    severity: habit.severity,
    saw: { orders: habit.orders, swapped, percentAtLeast: percent(habit.share) },
    text: () =>
      `In the returns of ${swapped} of ${counted(habit.orders, 'order')} the inspection found other goods, or none.`,
  };
};
