import { feesOfLines, minMoney, zero, type Decision, type FeeTerms, type Money } from '../returns';
import { arrivalsOf, isComplete } from './arrival';
import type { PaidLine } from './refund-plan';

/**
 * What is kept from a refund. The decided fee once all goods that bear one are back; for a part of them the same rules
 * on that part: percentages of what is paid back, fees per item for the units that came, flat fees as they are. Never
 * more than was decided, nor than the goods are worth. A decision that does not say how its fee came about (those of
 * version 0.1.0 before it carried `feeBasis`, and fees set by hand) is kept whole.
 */
export function keptFee(
  decision: Pick<Decision, 'fee' | 'feeCap' | 'lines'> | undefined,
  paid: readonly PaidLine[],
  goods: Money,
): Money {
  if (decision === undefined) return zero(goods.currency);
  const most = minMoney(decision.fee, goods);
  const arrivals = arrivalsOf(decision.lines, paid);
  const bearing = arrivals.filter(({ decided }) => decided.feeBasis !== undefined);
  if (bearing.every(isComplete)) return most;
  const fees = feesOfLines(
    arrivals.map((arrival) => ({
      terms: termsOf(arrival.decided),
      worth: arrival.paid?.amount.amount ?? 0,
      units: arrival.paid?.quantity ?? 0,
    })),
    decision.feeCap?.amount,
  );
  const amount = fees.reduce((sum, fee) => sum + fee, 0);
  return minMoney(most, { amount, currency: goods.currency });
}

function termsOf({ feeBasis }: Decision['lines'][number]): FeeTerms | undefined {
  if (feeBasis === undefined) return undefined;
  const { amount, minimum, cap, ...terms } = feeBasis;
  return { ...terms, amount: amount?.amount, minimum: minimum?.amount, cap: cap?.amount };
}
