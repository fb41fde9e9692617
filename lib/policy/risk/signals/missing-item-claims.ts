import { habitOf } from './habit';
import { counted, percent, type Signal } from './signal';

/** Orders of which something is said to be missing or wrong, and no inspection has shown the shop's mistake. */
export const missingItemClaims: Signal = (view) => {
  const evidence = view.orders.map(({ missingItem }) => (missingItem ? 1 : 0));
  const claims = evidence.filter((part) => part > 0).length;
  const habit = habitOf(view, evidence, view.settings.thresholds.missingItemClaims);
  return {
    severity: habit.severity,
    saw: { orders: habit.orders, claims, percentAtLeast: percent(habit.share) },
    text: () => `Of ${counted(habit.orders, 'order')}, ${claims} are said to have come with missing or wrong items.`,
  };
};
