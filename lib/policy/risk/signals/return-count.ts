import { ramp } from '../ramp';
import { returnsWithin } from '../view';
import { counted, type Signal } from './signal';

/** How many returns there were in 30, 90 and 180 days, this one with them. Reasons of the shop do not count. */
export const returnCount: Signal = (view) => {
  const { days30, days90, days180 } = view.settings.thresholds.returnCount;
  const [in30, in90, in180] = [returnsWithin(view, 30), returnsWithin(view, 90), returnsWithin(view, 180)];
  return {
    severity: Math.max(ramp(in30, days30), ramp(in90, days90), ramp(in180, days180)),
    saw: { days30: in30, days90: in90, days180: in180 },
    text: () => `${counted(in30, 'return')} in 30 days, ${in90} in 90 and ${in180} in 180, this one with them.`,
  };
};
