import { instantOf } from '../../facts/times';
import { ramp } from '../ramp';
import type { RiskView } from '../view';
import { linkedCustomers } from './linked-customers';
import { counted, severityOf, type Signal } from './signal';
import { value } from './value';

const DAY_MS = 86_400_000;

/** A new customer is what every shop wants: it counts only beside a claim, a high value or a link. */
export const newAccount: Signal = (view) => {
  const days = daysKnown(view);
  if (days === undefined) return { needs: ['order.customer.since', 'history.orders'] };
  const isClaim = view.present.lines.some(({ claim }) => claim !== undefined);
  const beside = Math.max(isClaim ? 1 : 0, severityOf(value(view)), severityOf(linkedCustomers(view)));
  return {
    severity: (1 - ramp(days, view.settings.thresholds.newAccount.days)) * beside,
    saw: { days: Math.floor(days), claim: isClaim },
    text: () =>
      `The customer has been known for ${counted(Math.floor(days), 'day')}, and this return is ${isClaim ? 'a claim' : 'worth much or linked to others'}.`,
  };
};

/** Since the account was made, or since the first order where all are known, whichever is longer. */
function daysKnown({ input, at, orders, history, orderCount }: RiskView): number | undefined {
  const { since } = input.order.customer;
  const isFirst = history.ordersComplete || orderCount === orders.length;
  const starts = [
    ...(since === undefined ? [] : [instantOf(since, 'order.customer.since')]),
    ...(since !== undefined || isFirst ? orders.map(({ placedAt }) => placedAt) : []),
  ];
  if (starts.length === 0) return undefined;
  return Math.max(0, (at - starts.reduce((one, other) => Math.min(one, other))) / DAY_MS);
}
