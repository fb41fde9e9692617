import { habitOf } from './habit';
import { counted, percent, type Signal } from './signal';

/** Parcels that the carrier delivered and the shopper did not get. It happens to everybody once. */
export const notReceivedClaims: Signal = (view) => {
  const evidence = view.orders.map(({ notReceived }) => (notReceived ? 1 : 0));
  const claims = evidence.filter((part) => part > 0).length;
  const habit = habitOf(view, evidence, view.settings.thresholds.notReceivedClaims);
  return {
    severity: habit.severity,
    saw: { orders: habit.orders, claims, percentAtLeast: percent(habit.share) },
    text: () =>
      `Of ${counted(habit.orders, 'order')}, ${claims} are said not to have arrived although the carrier delivered them.`,
  };
};
