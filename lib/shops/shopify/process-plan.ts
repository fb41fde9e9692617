import {
  compareMoney,
  equalMoney,
  minMoney,
  ReturnsError,
  subtractMoney,
  sumMoney,
  type Money,
  type Refund,
} from '../../returns';
import { gid } from './gid';
import { moneyInput, type MoneyInput } from './money';
import { exchangeSelection, selectLines, type Selection } from './select-lines';
import type { LineQuantity, ProcessReturnInput, ShopifyReturn, SuggestedOutcome } from './types';

/** Pure decisions of processing a return: what is left to do, and from which payments an amount is paid back. */

export type ProcessPlan =
  | { readonly kind: 'done'; readonly refund?: Refund }
  | { readonly kind: 'todo'; readonly lines: readonly Selection[]; readonly exchange: readonly Selection[] };

type Asked = Pick<ProcessReturnInput, 'lines' | 'amount' | 'difference' | 'exchange' | 'attempt'>;

const markPattern = /\(ref [^)]+\)/;

/** Stands at the end of the note of a refund, so that an attempt finds what the one before it paid. */
export const markOf = (idempotencyKey: string): string => `(ref ${idempotencyKey})`;

/**
 * Shopify has no idempotency for processing, but it processes a unit only once and all of a call or nothing. So the units
 * tell whether the call was done, and the refunds what it paid.
 * @throws ReturnsError `needs_review` when it cannot be told whether the money went out; `conflict` when the units were
 *   processed in another way
 */
export function planProcess(value: ShopifyReturn, asked: Asked): ProcessPlan {
  const mark = markOf(asked.attempt.idempotencyKey);
  const amount = asked.amount !== undefined && asked.amount.amount > 0 ? asked.amount : undefined;
  // Shopify books a refund of nothing where goods come back without money.
  const marked = value.refunds.find(({ note }) => note?.includes(mark));
  const isPaid = amount !== undefined || (asked.difference === true && (marked?.refund.amount.amount ?? 0) > 0);
  if (marked) return { kind: 'done', ...(isPaid && { refund: marked.refund }) };
  const exchange = asked.exchange === false ? [] : exchangeSelection(value);
  // A refund that carries another mark was paid by another attempt at another step.
  const paid = value.refunds
    .filter(({ note, refund }) => !markPattern.test(note ?? '') && refund.status !== 'failed')
    .find(({ refund }) => amount !== undefined && equalMoney(refund.amount, amount));
  if (exchange.length === 0 && areProcessed(value, asked)) {
    if (amount === undefined) return { kind: 'done' };
    if (paid) return { kind: 'done', refund: paid.refund };
    throw unclear(value, 'was processed in Shopify without a refund of this amount');
  }
  if (paid && asked.attempt.mayHaveHappened) {
    throw unclear(value, 'has a refund of the same amount already, which may be this one');
  }
  const lines = selectLines(value, asked.lines);
  if (lines.length > 0 || exchange.length > 0) return { kind: 'todo', lines, exchange };
  throw new ReturnsError(
    'conflict',
    `Return ${value.name} has nothing to process: it is ${value.status.toLowerCase()}`,
    {
      provider: 'shopify',
      description: 'Approve the return first, or look at it in Shopify: it may have been cancelled.',
      context: { status: value.status },
    },
  );
}

function areProcessed(value: ShopifyReturn, { lines, exchange }: Asked): boolean {
  if (lines === undefined) {
    const open = value.lines.some(({ processable }) => processable > 0);
    return !open && value.lines.some(({ processed }) => processed > 0);
  }
  if (lines.length === 0) return exchange !== false && value.exchangeLines.some(({ processed }) => processed > 0);
  return lines.every((line) => isProcessed(value, line));
}

function isProcessed(value: ShopifyReturn, { orderLineId, quantity }: LineQuantity): boolean {
  const own = value.lines.filter((line) => line.orderLineId === gid('LineItem', orderLineId));
  const count = (what: 'processed' | 'processable'): number => own.reduce((sum, line) => sum + line[what], 0);
  return count('processed') >= quantity && count('processable') < quantity;
}

function unclear(value: ShopifyReturn, what: string): ReturnsError {
  return new ReturnsError('needs_review', `Return ${value.name} ${what}`, {
    provider: 'shopify',
    description:
      'Look at the refunds of the order in Shopify, then settle the case by hand. Nothing was paid by this run.',
    context: { returnId: value.id, status: value.status },
  });
}

export interface RefundTransaction {
  readonly parentId: string;
  readonly transactionAmount: MoneyInput;
}

/**
 * Spreads an exact amount over the payments of an order: first as Shopify suggests, then as far as each payment reaches.
 * @param total what is paid back altogether, where a part of it goes another way
 * @throws ReturnsError `needs_review` when the payments do not reach; `invalid_input` for another currency
 */
export function spreadRefund(amount: Money, outcome: SuggestedOutcome, total = amount): RefundTransaction[] {
  const { payments, maximumRefundable } = outcome;
  const none = { amount: 0, currency: maximumRefundable.currency };
  let left = amount;
  const take = (upTo: Money): Money => {
    const part = minMoney(left, upTo.amount > 0 ? upTo : none);
    left = subtractMoney(left, part);
    return part;
  };
  const suggested = payments.map((payment) => take(minMoney(payment.suggested, payment.maximum)));
  const parts = payments.map((payment, index) => {
    const first = suggested[index] ?? none;
    return sumMoney([first, take(subtractMoney(payment.maximum, first))], none.currency);
  });
  if (left.amount > 0 || compareMoney(total, maximumRefundable) > 0) throw beyondPayments(amount, outcome);
  return payments.flatMap(({ parentId }, index) => {
    const part = parts[index] ?? none;
    return part.amount > 0 ? [{ parentId, transactionAmount: moneyInput(part) }] : [];
  });
}

function beyondPayments(amount: Money, outcome: SuggestedOutcome): ReturnsError {
  const { maximumRefundable, refund, payments } = outcome;
  return new ReturnsError('needs_review', 'Shopify has less left to pay back on this order than is to be refunded', {
    provider: 'shopify',
    description: 'Check earlier refunds of the order and its payments in Shopify, then settle the case by hand.',
    context: { amount, maximumRefundable, suggested: refund, payments: payments.length },
  });
}
