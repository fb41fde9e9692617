import {
  addMoney,
  compareMoney,
  formatMoney,
  ReturnsError,
  shareOf,
  subtractMoney,
  sumMoney,
  zero,
  type CaseLine,
  type Money,
  type Order,
} from '../returns';

export interface RefundPlanInput {
  readonly order: Order;
  readonly lines: readonly CaseLine[];
  /** Which quantity of the case lines is paid back. Default `received`. */
  readonly basis?: 'received' | 'approved';
  /** Kept from the refund. */
  readonly fee?: Money;
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
  /** What the decision pays back of the outbound delivery. */
  readonly decidedDelivery?: Money | undefined;
}

export interface RefundPlan {
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number; readonly amount: Money }[];
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
  const fee = input.fee ?? zero(order.currency);
  const lines = input.lines
    .map((line) => ({ orderLineId: line.orderLineId, quantity: line[basis] }))
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({ ...line, amount: lineShare(order, line, already.units ?? {}) }));
  const goods = sumMoney(
    lines.map(({ amount }) => amount),
    order.currency,
  );
  const delivery = deliveryOf(input, lines);
  const total = subtractMoney(addMoney(goods, delivery), fee);
  ensurePayable(order, total, already.amount ?? zero(order.currency));
  return { lines, delivery, fee, total };
}

type Taken = Readonly<Record<string, number>>;

function lineShare(
  order: Order,
  { orderLineId, quantity }: { orderLineId: string; quantity: number },
  taken: Taken,
): Money {
  const line = order.lines.find(({ id }) => id === orderLineId);
  if (!line) {
    throw new ReturnsError('invalid_input', `Order ${order.name} has no line ${orderLineId}`, {
      description: `Its lines are ${order.lines.map(({ id }) => id).join(', ')}.`,
    });
  }
  const before = taken[orderLineId] ?? 0;
  if (before + quantity > line.quantity) {
    throw new ReturnsError(
      'needs_review',
      `${before + quantity} units of "${line.title}" would be paid back, but only ${line.quantity} were bought`,
      {
        description: 'Check what earlier returns of this order have paid back, and settle the rest by hand.',
        context: { orderLineId, bought: line.quantity, already: before, asked: quantity },
      },
    );
  }
  return shareOf(line.paid, quantity, line.quantity, before);
}

/**
 * The outbound delivery of an order is paid back once, however many returns it has. What was decided holds when all
 * that was approved has come back, and nothing is due for a part of it. A decision on one of several returns knows
 * nothing of the others: the one that completes the order pays the standard delivery back.
 * Source: directive 2011/83/EU art. 13(1) and (2).
 */
function deliveryOf(input: RefundPlanInput, lines: RefundPlan['lines']): Money {
  const { order, already = {}, delivery = 'none', decidedDelivery } = input;
  const nothing = zero(order.currency);
  const paid = already.delivery ?? nothing;
  const left = compareMoney(paid, order.shipping) < 0 ? subtractMoney(order.shipping, paid) : nothing;
  if (delivery === 'none') return nothing;
  if (delivery === 'when_all_is_returned' || decidedDelivery === undefined) {
    return isWholeOrder(input, lines) ? left : nothing;
  }
  if (decidedDelivery.amount > 0) return isComplete(input, lines) ? least(decidedDelivery, left) : nothing;
  const completes = Object.values(already.units ?? {}).some((units) => units > 0) && isWholeOrder(input, lines);
  return completes ? least(order.cheapestShipping ?? order.shipping, left) : nothing;
}

const least = (one: Money, other: Money): Money => (compareMoney(one, other) < 0 ? one : other);

const unitsOf = (lines: RefundPlan['lines'], id: string): number =>
  lines.filter(({ orderLineId }) => orderLineId === id).reduce((sum, { quantity }) => sum + quantity, 0);

const isWholeOrder = ({ order, already }: RefundPlanInput, lines: RefundPlan['lines']): boolean =>
  order.lines.every(({ id, quantity }) => (already?.units?.[id] ?? 0) + unitsOf(lines, id) === quantity);

const isComplete = (input: RefundPlanInput, lines: RefundPlan['lines']): boolean =>
  input.lines.every(({ orderLineId, approved }) => unitsOf(lines, orderLineId) >= approved);

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
