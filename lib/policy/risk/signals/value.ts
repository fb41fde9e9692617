import { formatMoney, type Money } from '../../../returns';
import { ramp } from '../ramp';
import type { Look, Signal } from './signal';

/** What is at stake. By itself it says nothing of the shopper, so it weighs little. */
export const value: Signal = ({ present, settings, input }): Look => {
  const { currency } = input.order;
  const { from, full } = settings.thresholds.value;
  const [low, high] = [amountIn(from, currency), amountIn(full, currency)];
  if (low === undefined || high === undefined || high <= low)
    return { needs: [`policy.risk.thresholds.value in ${currency}`] };
  const worth = present.lines.reduce(
    (sum, line) => sum + (line.worth?.currency === currency ? line.worth.amount : 0),
    0,
  );
  return {
    severity: ramp(worth, { from: low, full: high }),
    saw: { worth, currency },
    text: () => `The goods of this return cost ${formatMoney({ amount: worth, currency }, 'en')}.`,
  };
};

const amountIn = (amounts: Money | readonly Money[], currency: string): number | undefined =>
  [amounts].flat().find((amount) => amount.currency === currency)?.amount;
