import { reject } from '../errors';
import { idOf } from '../gid';
import type { ExchangeLine, Id, ReturnLine } from '../model';
import { formatForMessage } from '../money';
import { type Outcome, outcomeOf, paymentsOf, refundableOf } from '../outcome';
import { totalsOf } from '../pricing';
import type { Repayment } from '../refunding';
import type { FoundReturn } from './ensure-return';
import type { Processed } from './plan-processed-goods';
import { amountOf } from './plan-return-lines';
import type { IssueRefund, ReturnProcessInput } from './return-process-input';

export interface PlannedMoney {
  repayments: Repayment[];
  storeCredit: { amount: number; expiresAt: string | null } | null;
}

/** What is to be paid back and how; more than was paid, or than a payment has left, is rejected. */
export function planMoney({ order }: FoundReturn, transfer: IssueRefund): PlannedMoney {
  const field = ['input', 'financialTransfer', 'issueRefund'];
  const onPayment = new Map<Id, number>();
  const repayments = transfer.orderTransactions.map((wanted, index) => {
    const at = [...field, 'orderTransactions', String(index)];
    const parentId = idOf(wanted.parentId, 'OrderTransaction');
    const payment = paymentsOf(order).find((candidate) => candidate.id === parentId);
    if (payment === undefined) throw reject([...at, 'parentId'], 'Parent transaction was not found.', 'NOT_FOUND');
    const amount = amountOf(wanted.transactionAmount, order, [...at, 'transactionAmount']);
    if (amount <= 0)
      throw reject([...at, 'transactionAmount', 'amount'], 'Amount must be greater than 0', 'GREATER_THAN');
    onPayment.set(parentId, (onPayment.get(parentId) ?? 0) + amount);
    if ((onPayment.get(parentId) ?? 0) > refundableOf(order, payment)) {
      throw reject(
        [...at, 'transactionAmount'],
        'Amount is greater than the maximum refundable of the parent transaction.',
        'TOO_BIG',
      );
    }
    return { payment, amount };
  });
  const credits = (transfer.refundMethods ?? []).flatMap((method) => method.storeCreditRefund ?? []);
  const credited = credits.reduce(
    (total, credit, index) =>
      total + amountOf(credit.amount, order, [...field, 'refundMethods', String(index), 'storeCreditRefund', 'amount']),
    0,
  );
  const amount = repayments.reduce((total, repayment) => total + repayment.amount, credited);
  const { net } = totalsOf(order);
  if (amount > net && transfer.allowOverRefunding !== true) {
    const [asked, left] = [formatForMessage(amount, order.currency), formatForMessage(net, order.currency)];
    throw reject(field, `Refund amount ${asked} is greater than net payment received ${left}`, 'INVALID');
  }
  return {
    repayments,
    storeCredit: credited === 0 ? null : { amount: credited, expiresAt: credits[0]?.expiresAt ?? null },
  };
}

/** What the things processed come to. */
export function outcomeFor(
  found: FoundReturn,
  input: ReturnProcessInput,
  lines: Processed<ReturnLine>[],
  exchange: Processed<ExchangeLine>[],
): Outcome {
  const wanted = input.refundShipping ?? null;
  const shippingAmount = wanted?.shippingRefundAmount ?? null;
  const field = ['input', 'refundShipping', 'shippingRefundAmount'];
  const amount = shippingAmount === null ? 0 : amountOf(shippingAmount, found.order, field);
  const outcome = outcomeOf(found.order, found.entry, {
    returnLines: lines.map(({ line, quantity }) => ({ id: line.id, quantity })),
    exchangeLines: exchange.map(({ line, quantity }) => ({ id: line.id, quantity })),
    shipping: { full: wanted?.fullRefund === true, amount },
  });
  if (amount > outcome.shipping.maximum)
    throw reject(field, 'Shipping refund amount is greater than the maximum refundable.', 'INVALID');
  return outcome;
}
