import { compareMoney, minMoney, shareOf, subtractMoney, sumMoney, zero, type Money } from '../returns';
import { arrivalsOf, isComplete } from './arrival';
import type { PaidLine, RefundPlanInput } from './refund-plan';

/**
 * What a return pays back of the outbound delivery, which is paid back once per order, however many returns it has.
 * What was decided holds when all that was decided on has come back. For a part of it the rule of the policy does: the
 * whole where it always pays, a share of what came where it pays by share, nothing where the order has to be whole. A
 * decision on one of several returns knows nothing of the others: the one that completes the order pays what is owed for
 * a whole one. Source: directive 2011/83/EU art. 13(1) and (2).
 */
export function outboundDelivery(input: RefundPlanInput, paid: readonly PaidLine[], goods: Money): Money {
  const { order, already = {}, delivery = 'none', decision } = input;
  const nothing = zero(order.currency);
  if (delivery === 'none' || paid.every(({ quantity }) => quantity === 0)) return nothing;
  const paidBefore = already.delivery ?? nothing;
  const left = atLeastNothing(subtractMoney(order.shipping, paidBefore));
  const isWhole = isWholeOrder(input, paid);
  if (delivery === 'when_all_is_returned' || decision?.parts === undefined) return isWhole ? left : nothing;

  const decided = decidedPart(input, paid, goods);
  const completes = isWhole && Object.values(already.units ?? {}).some((units) => units > 0);
  if (!completes) return minMoney(decided, left);
  const whole = decision.delivery?.wholeOrder ?? order.cheapestShipping ?? order.shipping;
  return minMoney(left, mostOf(decided, subtractMoney(whole, paidBefore)));
}

function decidedPart({ order, lines, decision }: RefundPlanInput, paid: readonly PaidLine[], goods: Money): Money {
  const nothing = zero(order.currency);
  const decided = decision?.parts?.outboundDelivery;
  if (decision === undefined || decided === undefined) return nothing;
  const isAllBack = decision.delivery
    ? arrivalsOf(decision.lines, paid).every((line) => line.decided.outcome === 'reject' || isComplete(line))
    : lines.every(({ orderLineId, approved }) => unitsOf(paid, orderLineId) >= approved);
  if (isAllBack) return decided;
  switch (decision.delivery?.rule) {
    case 'always':
      return decided;
    case 'proportional':
      return minMoney(decided, shareOfDelivery(order, goods));
    default:
      return nothing;
  }
}

function shareOfDelivery({ lines, shipping, currency }: RefundPlanInput['order'], goods: Money): Money {
  const all = sumMoney(
    lines.map(({ paid }) => paid),
    currency,
  );
  return all.amount === 0 ? zero(currency) : shareOf(shipping, goods.amount, all.amount);
}

const atLeastNothing = (value: Money): Money => mostOf(value, zero(value.currency));
const mostOf = (one: Money, other: Money): Money => (compareMoney(one, other) > 0 ? one : other);

const unitsOf = (paid: readonly PaidLine[], id: string): number =>
  paid.filter(({ orderLineId }) => orderLineId === id).reduce((sum, { quantity }) => sum + quantity, 0);

const isWholeOrder = ({ order, already }: RefundPlanInput, paid: readonly PaidLine[]): boolean =>
  order.lines.every(({ id, quantity }) => (already?.units?.[id] ?? 0) + unitsOf(paid, id) === quantity);
