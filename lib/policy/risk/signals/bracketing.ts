import { ramp } from '../ramp';
import type { OrderView, RiskView } from '../view';
import { habitOf } from './habit';
import { counted, percent, type Signal } from './signal';

/** Two variants of one product are how people find their size; from three on it is a way to shop. */
const FEWEST = 3;
/** What this order alone can say; the rest is for the habit. */
const NOW = 0.4;

/** An order with three or more variants of one product, of which at most one is kept. */
const isBracketed = ({ bracket }: OrderView): boolean =>
  bracket !== undefined && bracket.variants >= FEWEST && bracket.back >= bracket.variants - 1;

export const bracketing: Signal = (view) => {
  const { variants, orders, share } = view.settings.thresholds.bracketing;
  const now = backNow(view);
  const evidence = view.orders.map((order) => (isBracketed(order) ? 1 : 0));
  const times = evidence.filter((part) => part > 0).length;
  const habit = habitOf(view, evidence, { orders, share });
  return {
    severity: NOW * ramp(now, variants) + (1 - NOW) * habit.severity,
    saw: { variants: now, orders: habit.orders, bracketed: times, percentAtLeast: percent(habit.share) },
    text: () => `${now >= FEWEST ? ofNow(now) : ''}That was done in ${times} of ${counted(habit.orders, 'order')}.`,
  };
};

const ofNow = (variants: number): string =>
  `${variants} variants of one product were bought in this order, and at most one of them is kept. `;

/** How many variants this order brackets; 0 when it does not. */
function backNow({ present }: RiskView): number {
  const { bracket } = present;
  if (bracket === undefined || bracket.variants < FEWEST || bracket.back < bracket.variants - 1) return 0;
  return bracket.variants;
}
