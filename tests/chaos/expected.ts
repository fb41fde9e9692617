import type { PlannedReturn } from './plan';

/** What the templates' policy keeps from a refund, unless the goods cost `FREE_FROM` or more. */
const FEE = 300;
const FREE_FROM = 6_000;
/** What the shopper had paid for the way out, with an order from which something else was kept or not. */
export const DELIVERY = 490;

/** The mails that a shopper gets, by the message that the template sends; `in_transit` comes only when it was in time. */
export type Letter =
  'request_received' | 'approved_with_label' | 'in_transit' | 'received' | 'refunded' | 'exchanged' | 'rejected';

export interface Expected {
  readonly decision: 'approved' | 'rejected';
  readonly parcel: 'received' | 'none';
  readonly settlement: 'refunded' | 'exchanged' | 'none';
  /** Minor units of euros. */
  readonly refunded: number;
  readonly refunds: 0 | 1;
  readonly labels: 0 | 1;
  readonly exchanges: 0 | 1;
  /** Units back in stock. */
  readonly restocked: 0 | 1;
  readonly letters: readonly Letter[];
  /** In the chat of TikTok Shop. */
  readonly messages: 0 | 3;
}

/** How a return is to end: worked out here, from what was sold and what the templates promise, not by the product. */
export function expectedOf(planned: PlannedReturn): Expected {
  const { kind, grade } = planned;
  if (kind === 'too_late') {
    const nothing = { refunded: 0, refunds: 0, labels: 0, exchanges: 0, restocked: 0 } as const;
    const letters = ['request_received', 'rejected'] as const;
    return { decision: 'rejected', parcel: 'none', settlement: 'none', ...nothing, letters, messages: 0 };
  }
  if (kind === 'tiktok_refund') return expectedOnTikTok(planned);
  const isExchange = kind === 'exchange';
  const inShopify = kind === 'shopify_refund' || kind === 'form_refund' || isExchange;
  return {
    decision: 'approved',
    parcel: 'received',
    settlement: isExchange ? 'exchanged' : 'refunded',
    refunded: isExchange ? 0 : refundOf(planned),
    refunds: isExchange ? 0 : 1,
    labels: 1,
    exchanges: isExchange ? 1 : 0,
    restocked: inShopify && grade !== 'used' ? 1 : 0,
    letters: ['request_received', 'approved_with_label', 'received', isExchange ? 'exchanged' : 'refunded'],
    messages: 0,
  };
}

/** TikTok Shop takes no fee and sells no label of ours; it knows the shopper, the shop does not. */
function expectedOnTikTok({ price, discount, isWholeOrder, grade }: PlannedReturn): Expected {
  return {
    ...{ decision: 'approved', parcel: 'received', settlement: 'refunded' },
    refunded: price - (price * discount) / 100 + (isWholeOrder ? DELIVERY : 0),
    ...{ refunds: 1, labels: 0, exchanges: 0 },
    restocked: grade === 'used' ? 0 : 1,
    ...{ letters: [], messages: 3 },
  };
}

function refundOf({ price, discount, isWholeOrder }: PlannedReturn): number {
  const paid = price - (price * discount) / 100;
  const fee = paid >= FREE_FROM ? 0 : FEE;
  return paid - fee + (isWholeOrder ? DELIVERY : 0);
}
