import type { Cancellation, Order, OrderStatus, Return, ReturnType } from './model';

export interface Reason {
  name: string;
  text: string;
}

type Stage = 'unshipped' | 'on-its-way' | 'delivered';

export function stageOf(status: OrderStatus): Stage | undefined {
  if (status === 'UNPAID' || status === 'ON_HOLD' || status === 'AWAITING_SHIPMENT') return 'unshipped';
  if (status === 'AWAITING_COLLECTION' || status === 'IN_TRANSIT' || status === 'PARTIALLY_SHIPPING')
    return 'on-its-way';
  return status === 'DELIVERED' ? 'delivered' : undefined;
}

const reasons = (...list: readonly (readonly [name: string, text: string])[]): Reason[] =>
  list.map(([name, text]) => ({ name, text }));

const damage = [
  ['not_match', "Product doesn't match description"],
  ['missing_product', 'Missing product or accessories'],
  ['damaged', 'Package or product is damaged'],
  ['defective', "Product is defective or doesn't work"],
  ['wrong_product', 'Wrong product was sent'],
] as const;

/** Partner Center, "Refund reasons": by who asks, for what, and where the order stands. British names end in `_uk`. */
const buyerReasons = {
  CANCEL: {
    unshipped: reasons(
      ['ecom_order_to_ship_canceled_reason_no_longer_needed', 'No longer needed'],
      ['ecom_order_to_ship_canceled_reason_better_price', 'Better price available'],
      ['ecom_order_to_ship_canceled_reason_created_by_mistakes', 'Order created by mistake'],
    ),
    'on-its-way': [],
    delivered: [],
  },
  REFUND: {
    unshipped: [],
    'on-its-way': reasons(['ecom_order_shipped_refund_reason_not_arrive_on_time', "Product wouldn't arrive on time"]),
    delivered: reasons(
      ['ecom_order_delivered_refund_reason_not_received', "Package wasn't received"],
      ...damage.map(([name, text]) => [`ecom_order_delivered_refund_reason_${name}`, text] as const),
      ['buyer_refund_suspected_counterfeit', 'Suspected Counterfeit'],
    ),
  },
  RETURN_AND_REFUND: {
    unshipped: [],
    'on-its-way': [],
    delivered: reasons(
      ['ecom_order_delivered_refund_and_return_reason_no_longer_needed_new', 'No longer needed'],
      ['ecom_order_delivered_refund_and_return_reason_not_match_description', "Product doesn't match description"],
      ['buyer_refund_item_is_too_big/long', 'Item is too big/long'],
      ['buyer_refund_item_is_too_small/short', 'Item is too small/short'],
      ...damage
        .slice(1)
        .map(([name, text]) => [`ecom_order_delivered_refund_and_return_reason_${name}`, text] as const),
    ),
  },
  REPLACEMENT: {
    unshipped: [],
    'on-its-way': [],
    delivered: reasons(
      ...damage.map(([name, text]) => [`ecom_order_delivered_replacement_reason_${name}`, text] as const),
    ),
  },
} as const satisfies Record<string, Record<Stage, readonly Reason[]>>;

const sellerReasons = {
  CANCEL: {
    unshipped: reasons(
      ['seller_cancel_reason_out_of_stock', 'Out of stock'],
      ['seller_cancel_reason_wrong_price', 'Pricing error'],
      ['seller_cancel_paid_reason_address_not_deliver', 'Unable to deliver to the address'],
    ),
    'on-its-way': [],
    delivered: [],
  },
  REFUND: {
    unshipped: [],
    'on-its-way': reasons(
      ['seller_shipped_refund_package_lost', 'Package lost'],
      ['seller_shipped_refund_package_delivery_failed', 'Package delivery failed'],
      ['seller_shipped_refund_miss_estimated_delivery_date', 'Missed estimated delivery date'],
    ),
    delivered: reasons(
      ...damage.map(([name, text]) => [`ecom_order_delivered_refund_reason_${name}_seller`, text] as const),
      ['ecom_order_delivered_refund_reason_not_received_seller', "Package wasn't received"],
      ['ecom_order_delivered_refund_reason_missed_delivery_date_seller', 'Missed estimated delivery date'],
    ),
  },
  RETURN_AND_REFUND: {
    unshipped: [],
    'on-its-way': [],
    delivered: reasons(
      ...damage.map(([name, text]) => [`ecom_order_delivered_refund_and_return_reason_${name}_seller`, text] as const),
    ),
  },
  REPLACEMENT: { unshipped: [], 'on-its-way': [], delivered: [] },
} as const satisfies Record<string, Record<Stage, readonly Reason[]>>;

export type RequestType = 'CANCEL' | ReturnType;
export type Asker = 'BUYER' | 'SELLER';

/** What may be given as reason for this kind of request about an order as it stands. */
export function requestReasons(asker: Asker, type: RequestType, status: OrderStatus): readonly Reason[] {
  const stage = stageOf(status);
  return stage === undefined ? [] : (asker === 'BUYER' ? buyerReasons : sellerReasons)[type][stage];
}

/** Whether anybody may give this reason for anything. */
export function isKnownReason(name: string): boolean {
  return [buyerReasons, sellerReasons].some((byType) =>
    Object.values(byType).some((byStage) =>
      Object.values(byStage).some((list) => list.some((one) => one.name === name)),
    ),
  );
}

const rejectRequest = reasons(
  ['reverse_reject_request_reason_1', 'Buyer return reason is not valid'],
  ['reverse_reject_request_reason_2', 'Change of mind returns are not applicable'],
  ['reverse_reject_request_reason_3', 'Product already used, damaged or removed from original packaging'],
  ['reverse_reject_request_reason_4', 'Product delivery is on schedule'],
  ['reverse_reject_request_reason_5', 'You have reached an agreement with the buyer'],
  ['seller_reject_apply_item_is_correct', 'Item is correct'],
  ['seller_reject_apply_reason_is_unclear_or_lack_of_evidence', 'Reason is unclear or lack of evidence'],
);

const rejectParcel = reasons(
  ['reverse_reject_return_parcel_reason_1', 'The returned product is not the product that was sold'],
  ['reverse_reject_return_parcel_reason_2', 'The returned product is not eligible for return'],
  ['reverse_reject_return_parcel_reason_3', 'Product or accessories are missing from the return'],
  ['reverse_reject_return_parcel_reason_4', "Haven't received the returned package"],
  ['reverse_reject_return_parcel_reason_5', 'The returned product is damaged or used'],
);

const rejectCancellation = reasons(
  ['seller_reject_apply_product_has_been_packed', 'Product has been packed'],
  ['order_manage_list_action_respond_popup_reject_reason_delivered', 'Product delivery is on schedule'],
  ['order_manage_list_action_respond_popup_reject_reason_buyer_agree', 'Reached an agreement with the buyer'],
);

/**
 * What the seller may answer to this very return, by where it stands; British shops have their own names for the first
 * five. Empty when there is nothing to reject.
 */
export function rejectReasonsOf(entry: Return, region: string): readonly Reason[] {
  if (entry.status === 'BUYER_SHIPPED_ITEM') return rejectParcel;
  const isOpen = entry.status === 'RETURN_OR_REFUND_REQUEST_PENDING' || entry.status === 'REPLACEMENT_REQUEST_PENDING';
  if (!isOpen) return [];
  // The goods of a refund without return stay with the buyer: their state is no reason.
  const fit = entry.type === 'REFUND' ? rejectRequest : rejectRequest.filter(({ name }) => !name.endsWith('_reason_4'));
  if (region !== 'GB') return fit;
  return fit.map(({ name, text }) => ({ name: /_reason_\d$/.test(name) ? `${name}_uk` : name, text }));
}

export function cancellationRejectReasons(entry: Cancellation): readonly Reason[] {
  return entry.status === 'CANCELLATION_REQUEST_PENDING' ? rejectCancellation : [];
}

const everyReason = [buyerReasons, sellerReasons].flatMap((byType) =>
  Object.values(byType).flatMap((byStage) => Object.values(byStage).flat()),
);

/** The reason in words, for `*_reason_text`. */
export const reasonText = (name: string): string => everyReason.find((one) => one.name === name)?.text ?? name;

/** The first reason that a buyer may give, for a test that does not care. */
export const anyBuyerReason = (type: RequestType, order: Order): string | undefined =>
  requestReasons('BUYER', type, order.status)[0]?.name;
