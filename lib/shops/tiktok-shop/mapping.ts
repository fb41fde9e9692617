import { defined, localeFor, type Refund, type RequestLine, type ReturnRequest } from '../../returns';
import { readAmount } from './money';
import { reasonOf } from './reasons';
import type { CancellationAnswer, NextActionAnswer, RefundAmountAnswer, ReturnAnswer } from './shapes';
import { cancelStatusOf, refundStatusOf, returnStatusOf } from './statuses';
import { readInstant } from './times';
import type {
  CancellationResult,
  NextAction,
  RefundAmounts,
  ReturnResult,
  ReturnUnit,
  TikTokCancellation,
  TikTokReturn,
} from './types';

/** TikTok Shop's returns and cancellations as our chapters. Pure; all money is what the shopper saw and paid. */

export const channel = 'tiktok_shop';

/** @param locale of the shop's market, where it is known: TikTok Shop tells no language of the shopper */
export function readReturn(answer: ReturnAnswer, locale?: string): ReturnResult {
  const tiktokReturn = composeReturn(answer);
  const refund = refundOf(tiktokReturn);
  return { tiktokReturn, request: requestOf(tiktokReturn, locale), ...(refund && { refund }) };
}

function composeReturn(answer: ReturnAnswer): TikTokReturn {
  const nextActions = readNextActions(answer.seller_next_action_response);
  const proposedAmount = readAmount(answer.partial_refund?.amount, answer.partial_refund?.currency);
  return {
    id: answer.return_id,
    orderId: answer.order_id,
    type: answer.return_type,
    status: returnStatusOf(answer.return_status),
    reason: reasonOf(answer.return_reason, answer.return_reason_text),
    units: answer.return_line_items.map((line) => readUnit(line, line.return_line_item_id)),
    refund: readAmounts(answer.refund_amount),
    nextActions,
    buyerMayKeep: answer.can_buyer_keep_item === true,
    quickRefund: answer.is_quick_refund === true,
    createdAt: readInstant(answer.create_time) ?? '1970-01-01T00:00:00.000Z',
    updatedAt: readInstant(answer.update_time) ?? '1970-01-01T00:00:00.000Z',
    ...(answer.seller_proposed_return_type && {
      proposed: {
        type: answer.seller_proposed_return_type,
        ...(proposedAmount && { amount: proposedAmount }),
        rejected: answer.buyer_rejected_partial_refund === true,
      },
    }),
    ...defined({
      role: answer.role?.toUpperCase(),
      tiktokReason: answer.return_reason,
      reasonText: answer.return_reason_text,
      arbitration: answer.arbitration_status,
      respondBy: firstDeadline(nextActions),
      shipmentType: answer.shipment_type,
      handoverMethod: answer.handover_method,
      returnMethod: answer.return_method,
      trackingNumber: answer.return_tracking_number,
      carrier: answer.return_provider_name,
      carrierId: answer.return_provider_id,
      documentType: answer.return_shipping_document_type,
      combinedReturnId: answer.is_combined_return ? answer.combined_return_id : undefined,
      previousReturnId: answer.pre_return_id,
      nextReturnId: answer.next_return_id,
    }),
  };
}

export function readCancellation(answer: CancellationAnswer, locale?: string): CancellationResult {
  const nextActions = readNextActions(answer.seller_next_action_response);
  const tiktokCancellation: TikTokCancellation = {
    id: answer.cancel_id,
    orderId: answer.order_id,
    type: answer.cancel_type,
    status: cancelStatusOf(answer.cancel_status),
    reason: reasonOf(answer.cancel_reason, answer.cancel_reason_text),
    units: answer.cancel_line_items.map((line) => readUnit(line, line.cancel_line_item_id)),
    refund: readAmounts(answer.refund_amount),
    nextActions,
    createdAt: readInstant(answer.create_time) ?? '1970-01-01T00:00:00.000Z',
    updatedAt: readInstant(answer.update_time) ?? '1970-01-01T00:00:00.000Z',
    ...defined({
      role: answer.role?.toUpperCase(),
      tiktokReason: answer.cancel_reason,
      reasonText: answer.cancel_reason_text,
      respondBy: firstDeadline(nextActions),
    }),
  };
  return { tiktokCancellation, request: requestOf({ ...tiktokCancellation, type: 'REFUND' }, locale) };
}

type LineAnswer = ReturnAnswer['return_line_items'][number] | CancellationAnswer['cancel_line_items'][number];

function readUnit(line: LineAnswer, id: string | undefined): ReturnUnit {
  return {
    orderLineId: line.order_line_item_id,
    title: line.product_name ?? line.seller_sku ?? line.order_line_item_id,
    ...defined({ id, skuId: line.sku_id, sku: line.seller_sku, variantTitle: line.sku_name }),
    ...(line.refund_amount && { refund: readAmounts(line.refund_amount) }),
  };
}

export function readAmounts(answer: RefundAmountAnswer | null | undefined): RefundAmounts {
  if (!answer) return {};
  const read = (text: string | undefined) => readAmount(text, answer.currency);
  return defined({
    total: read(answer.refund_total),
    goods: read(answer.refund_subtotal),
    shipping: read(answer.refund_shipping_fee),
    tax: read(answer.refund_tax),
  });
}

const readNextActions = (answers: NextActionAnswer): NextAction[] =>
  answers.map(({ action, deadline }) => ({ action, ...defined({ deadline: readInstant(deadline) }) }));

const firstDeadline = (actions: readonly NextAction[]): string | undefined =>
  actions
    .flatMap(({ deadline }) => (deadline === undefined ? [] : [deadline]))
    .toSorted()
    .at(0);

/** What the shopper asks for. A shopper who wants a replacement wants an exchange for the same goods. */
function requestOf(
  value: Pick<TikTokReturn, 'id' | 'type' | 'reason' | 'reasonText' | 'units' | 'createdAt' | 'respondBy' | 'role'>,
  locale: string | undefined,
): ReturnRequest {
  const isExchange = ['REPLACEMENT', 'EXCHANGE'].includes(value.type);
  const lines = value.units.map((unit): RequestLine => ({
    orderLineId: unit.orderLineId,
    quantity: 1,
    reason: value.reason,
    ...(value.reasonText !== undefined && { note: value.reasonText.slice(0, 2000) }),
    ...(isExchange &&
      unit.skuId !== undefined && { exchangeFor: { variantId: unit.skuId, title: unit.title.slice(0, 300) } }),
    ...(unit.id !== undefined && { returnLineId: unit.id }),
  }));
  return {
    channel,
    externalId: value.id,
    requestedAt: value.createdAt,
    resolution: isExchange ? 'exchange' : 'refund',
    lines,
    locale: localeFor(locale),
    initiator: initiatorOf(value.role),
    ...(value.respondBy !== undefined && { respondBy: value.respondBy }),
  };
}

function initiatorOf(role: string | undefined): NonNullable<ReturnRequest['initiator']> {
  if (role === 'SELLER') return 'shop';
  return role === 'OPERATOR' || role === 'SYSTEM' ? 'marketplace' : 'shopper';
}

/** What TikTok Shop pays for a return; undefined while it pays nothing, and where it tells no amount. */
export function refundOf({ id, status, refund, proposed, updatedAt }: TikTokReturn): Refund | undefined {
  const paid = refundStatusOf(status);
  const offered = proposed?.rejected === false ? proposed.amount : undefined;
  const amount = offered ?? refund.total;
  if (paid === undefined || amount === undefined) return undefined;
  return { provider: 'tiktok_shop', id, status: paid, amount, providerStatus: status, at: updatedAt };
}
