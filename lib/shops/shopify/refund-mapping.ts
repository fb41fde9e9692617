import { sumMoney, type Refund } from '../../returns';
import type { ShopifyRefund } from './return-documents';

const failed = new Set(['FAILURE', 'ERROR']);

/**
 * A Shopify refund is bookkeeping; the money moves in its transactions, some of them later. The refund has failed when one
 * of them has, and is done when all of them are. Words that are not known keep it pending.
 */
export function readRefund(refund: ShopifyRefund): Refund {
  const moves = refund.transactions.nodes.filter(({ kind }) => kind === 'REFUND');
  const words = moves.map(({ status }) => status);
  const errors = moves.flatMap(({ errorCode }) => (errorCode ? [errorCode] : []));
  const amount =
    moves.length > 0
      ? sumMoney(
          moves.map(({ amountSet }) => amountSet),
          refund.totalRefundedSet.currency,
        )
      : refund.totalRefundedSet;
  return {
    provider: 'shopify',
    id: refund.id,
    status: statusOf(words),
    amount,
    providerStatus: [...new Set(words)].join(',') || 'NO_TRANSACTION',
    ...(errors.length > 0 && { failureReason: errors.join(', ') }),
    at: refund.createdAt ?? new Date(0).toISOString(),
  };
}

function statusOf(words: readonly string[]): Refund['status'] {
  if (words.some((word) => failed.has(word))) return 'failed';
  return words.every((word) => word === 'SUCCESS') ? 'succeeded' : 'pending';
}
