/** Every status of a return that TikTok documents. Source: the published specification and Partner Center, type 12. */
export const returnStatuses = [
  'RETURN_OR_REFUND_REQUEST_PENDING',
  'REFUND_OR_RETURN_REQUEST_REJECT',
  'AWAITING_BUYER_SHIP',
  'BUYER_SHIPPED_ITEM',
  'REJECT_RECEIVE_PACKAGE',
  'RETURN_OR_REFUND_REQUEST_SUCCESS',
  'RETURN_OR_REFUND_REQUEST_CANCEL',
  'RETURN_OR_REFUND_REQUEST_COMPLETE',
  'AWAITING_BUYER_RESPONSE',
  'REPLACEMENT_REQUEST_PENDING',
  'REPLACEMENT_REQUEST_REJECT',
  'REPLACEMENT_REQUEST_REFUND_SUCCESS',
  'REPLACEMENT_REQUEST_CANCEL',
  'REPLACEMENT_REQUEST_COMPLETE',
] as const;

/** The same states as other pages of Partner Center, and some webhooks, spell them. */
const otherSpellings: Readonly<Record<string, string>> = {
  RETURN_OR_REFUND_REQUEST_REJECT: 'REFUND_OR_RETURN_REQUEST_REJECT',
  REQUEST_REJECTED: 'REFUND_OR_RETURN_REQUEST_REJECT',
  RECEIVE_REJECTED: 'REJECT_RECEIVE_PACKAGE',
  REQUEST_SUCCESS: 'RETURN_OR_REFUND_REQUEST_SUCCESS',
  RETURN_OR_REFUND_CANCEL: 'RETURN_OR_REFUND_REQUEST_CANCEL',
  RETURN_OR_REFUND_REQUEST_CANCELLED: 'RETURN_OR_REFUND_REQUEST_CANCEL',
};

/** One spelling for each known state; any other word is kept as it came. */
export function returnStatusOf(word: string): string {
  const plain = word.trim().toUpperCase().replace(/_+/g, '_');
  const known: readonly string[] = returnStatuses;
  return otherSpellings[plain] ?? (known.includes(plain) ? plain : word);
}

export const cancelStatuses = [
  'CANCELLATION_REQUEST_PENDING',
  'CANCELLATION_REQUEST_SUCCESS',
  'CANCELLATION_REQUEST_CANCEL',
  'CANCELLATION_REQUEST_COMPLETE',
] as const;

/** The same for cancellations, whose end is spelled in two ways. */
export const cancelStatusOf = (word: string): string =>
  word === 'CANCELLATION_REQUEST_CANCELLED' ? 'CANCELLATION_REQUEST_CANCEL' : word;

export const returnTypes = ['REFUND', 'RETURN_AND_REFUND', 'REPLACEMENT', 'EXCHANGE'] as const;
export const arbitrationStatuses = ['IN_PROGRESS', 'SUPPORT_BUYER', 'SUPPORT_SELLER', 'CLOSED'] as const;
export const orderStatuses = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
] as const;

/** How far the money is: `pending` once granted, `succeeded` once paid; undefined before, and for unknown words. */
export function refundStatusOf(status: string): 'pending' | 'succeeded' | undefined {
  if (status === 'RETURN_OR_REFUND_REQUEST_COMPLETE') return 'succeeded';
  const isGranted = ['RETURN_OR_REFUND_REQUEST_SUCCESS', 'REPLACEMENT_REQUEST_REFUND_SUCCESS'].includes(status);
  return isGranted ? 'pending' : undefined;
}
