import { compareMoney, subtractMoney, addMoney, type Order, type RequestLine } from '../../returns';

/** Finer than a cent of any price that a shop may ask. */
const DECIMALS = 4;

/** What Shopify takes as the discount on goods that leave for others. */
export interface AppliedDiscount {
  readonly description: string;
  readonly value: { readonly percentage: number };
}

/**
 * The discount under which goods were bought, for those that they are exchanged for: another size of what was on sale is
 * not asked to be paid for once more. As a share, which holds in whatever currency and for a dearer variant too.
 * @returns undefined where the goods were bought at their full price, or their discount is not known
 */
export function exchangeDiscount(order: Order, { orderLineId }: RequestLine): AppliedDiscount | undefined {
  const line = order.lines.find(({ id }) => id === orderLineId);
  if (line?.discount === undefined || line.discount.amount <= 0) return undefined;
  const charged = order.taxesIncluded ? line.paid : subtractMoney(line.paid, line.tax);
  const list = addMoney(charged, line.discount);
  if (compareMoney(line.discount, list) >= 0) return undefined;
  const percentage = Number(((line.discount.amount / list.amount) * 100).toFixed(DECIMALS));
  return { description: `As in order ${order.name}`, value: { percentage } };
}
