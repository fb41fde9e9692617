import { habitOf } from './habit';
import { counted, percent, type Signal } from './signal';

/**
 * Goods that are worn and sent back: found used, or held for long and not looked at yet. Late alone, and once, is
 * nothing: the law gives every shopper 14 days.
 */
export const wardrobing: Signal = (view) => {
  const evidence = view.orders.map(({ worn }) => worn);
  const habit = habitOf(view, evidence, view.settings.thresholds.wardrobing);
  const used = evidence.filter((worn) => worn === 1).length;
  const late = evidence.filter((worn) => worn > 0 && worn < 1).length;
  const held = Math.max(0, ...view.present.lines.map(({ heldDays }) => heldDays ?? 0));
  return {
    severity: habit.severity,
    saw: { orders: habit.orders, used, late, heldDays: Math.floor(held), percentAtLeast: percent(habit.share) },
    text: () =>
      `Of ${counted(habit.orders, 'order')}, goods of ${used} were found used and goods of ${late} came back late; ` +
      `this return was asked for ${counted(Math.floor(held), 'day')} after delivery.`,
  };
};
