import {
  counted,
  addMoney,
  compareMoney,
  formatMoney,
  ReturnsError,
  shareOf,
  subtractMoney,
  sumMoney,
  zero,
  type CaseLine,
  type Decision,
  type Money,
  type Order,
} from '../returns';
import { keptFee } from './kept-fee';
import { outboundDelivery } from './outbound-delivery';

export interface RefundPlanInput {
  readonly order: Order;
  readonly lines: readonly CaseLine[];
  /** Which quantity of the case lines is paid back. Default `received`. */
  readonly basis?: 'received' | 'approved';
  /** What was decided on the case: its fee, and what becomes of the outbound delivery. */
  readonly decision?: Pick<Decision, 'fee' | 'feeCap' | 'delivery' | 'lines' | 'parts'> | undefined;
  /** What earlier returns of the same order have paid back: units per line, and the sum of it all. */
  readonly already?: {
    readonly units?: Readonly<Record<string, number>>;
    readonly amount?: Money;
    /** The part of it that paid the outbound delivery back. */
    readonly delivery?: Money;
  };
  /**
   * Whether the outbound delivery is paid back: never, when every unit of the order has come back, or as the policy
   * decided. Without a decision the latter is the second.
   */
  readonly delivery?: 'none' | 'when_all_is_returned' | 'as_decided';
}

/** Units of one line that are paid back, and what they cost. */
export interface PaidLine {
  readonly orderLineId: string;
  readonly quantity: number;
  readonly amount: Money;
}

export interface RefundPlan {
  readonly lines: readonly PaidLine[];
  readonly delivery: Money;
  readonly fee: Money;
  /** lines + delivery - fee, to be paid back exactly. */
  readonly total: Money;
}

/**
 * What a return pays back, line by line. A line's share is counted on from the units that earlier returns have paid
 * back, so that however a line comes back, in one parcel or in many, its refunds sum to what was paid, to the cent.
 * @throws ReturnsError `needs_review` when the sum would be nothing, or more than what is left of the payment;
 *   `invalid_input` for lines that the order does not have and for mixed currencies
 */
export function planRefund(input: RefundPlanInput): RefundPlan {
  const { order, basis = 'received', already = {} } = input;
  const lines = paidLines(order, input.lines, basis, already.units ?? {});
  const goods = sumMoney(
    lines.map(({ amount }) => amount),
    order.currency,
  );
  const fee = keptFee(input.decision, lines, goods);
  const delivery = outboundDelivery(input, lines, goods);
  const total = subtractMoney(addMoney(goods, delivery), fee);
  ensurePayable(order, total, already.amount ?? zero(order.currency));
  return { lines: lines.filter(({ quantity }) => quantity > 0), delivery, fee, total };
}

/** What came back of each line, and what it cost. Units of a line that is named twice never count twice. */
function paidLines(
  order: Order,
  lines: readonly CaseLine[],
  basis: 'received' | 'approved',
  already: Readonly<Record<string, number>>,
): PaidLine[] {
  const taken = new Map(Object.entries(already));
  return lines.map(({ orderLineId, [basis]: quantity }) => {
    const before = taken.get(orderLineId) ?? 0;
    taken.set(orderLineId, before + quantity);
    return { orderLineId, quantity, amount: lineShare(order, orderLineId, quantity, before) };
  });
}

function lineShare(order: Order, orderLineId: string, quantity: number, before: number): Money {
  if (quantity === 0) return zero(order.currency);
  const line = order.lines.find(({ id }) => id === orderLineId);
  if (!line) {
    throw new ReturnsError('invalid_input', `Order ${order.name} has no line ${orderLineId}`, {
      description: `Its lines are ${order.lines.map(({ id }) => id).join(', ')}.`,
    });
  }
  if (before + quantity > line.quantity) {
    throw new ReturnsError(
      'needs_review',
      `${counted(before + quantity, 'unit')} of "${line.title}" would be paid back, but only ${counted(line.quantity, 'was', 'were')} bought`,
      {
        description: 'Check what earlier returns of this order have paid back, and settle the rest by hand.',
        context: { orderLineId, bought: line.quantity, already: before, asked: quantity },
      },
    );
  }
  return shareOf(line.paid, quantity, line.quantity, before);
}

function ensurePayable(order: Order, total: Money, already: Money): void {
  const context = { total, already, paid: order.total };
  if (total.amount <= 0) {
    throw new ReturnsError('needs_review', `The refund of order ${order.name} would be ${say(total)}`, {
      description:
        'Nothing is left to pay back after the fee. Check the lines and the fee, or close the case without a refund.',
      context,
    });
  }
  if (compareMoney(addMoney(total, already), order.total) > 0) {
    throw new ReturnsError(
      'needs_review',
      `Order ${order.name} would be paid back ${say(addMoney(total, already))} in all, but only ${say(order.total)} was paid`,
      { description: 'Check what has been paid back before, and settle the rest by hand.', context },
    );
  }
}

const say = (value: Money): string => formatMoney(value, 'en');
