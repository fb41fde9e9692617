import {
  counted,
  compareMoney,
  formatMoney,
  shareOf,
  subtractMoney,
  sumMoney,
  zero,
  type Decision,
  type Label,
  type Money,
  type Order,
  type Refund,
  type RequestLine,
  type ReturnRequest,
} from '../../returns';
import type { ReturnStanding, ShopifyReturn, ShopifyReturnLine, StandingWord } from './types';

/**
 * How far a return has come in Shopify, read from what Shopify has on record. Pure. What is left is what can still be
 * processed there; where that does not tell what was paid or sent, it is a doubt, and a person looks.
 */

/** A refund of the order that belongs to no return. */
export interface LooseRefund {
  readonly amount: Money;
  /** The order lines that it names; none where it is an amount alone. */
  readonly orderLineIds: readonly string[];
}

const unitsOf = (lines: readonly ShopifyReturnLine[], what: 'processable' | 'processed' | 'refunded'): number =>
  lines.reduce((sum, line) => sum + line[what], 0);

const isApproved = ({ status }: ShopifyReturn): boolean => status === 'OPEN';
const isExchange = ({ exchangeLines }: ShopifyReturn): boolean => exchangeLines.some(({ quantity }) => quantity > 0);
const isSent = ({ exchangeLines }: ShopifyReturn): boolean =>
  exchangeLines.every(({ quantity, processed }) => processed >= quantity);

const effective = ({ refunds }: ShopifyReturn): Refund[] =>
  refunds.map(({ refund }) => refund).filter(({ status, amount }) => status !== 'failed' && amount.amount > 0);

/**
 * The request as far as it is left: the units that can still be processed, and all of them where none can, as before the
 * approval and once the money is back. Each order line stands once, as a case wants it.
 */
export function leftOf(value: ShopifyReturn, request: ReturnRequest): ReturnRequest {
  const left = new Map(value.lines.map(({ id, processable }) => [id, processable]));
  const partly = request.lines
    .map((line) => ({ ...line, quantity: left.get(line.returnLineId ?? '') ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const lines = partly.length > 0 ? partly : request.lines.filter(({ quantity }) => quantity > 0);
  return { ...request, lines: onePerOrderLine(lines) };
}

/** Goods of one order line that were sent in two parcels are two lines of a return. */
function onePerOrderLine(lines: readonly RequestLine[]): RequestLine[] {
  const merged = new Map<string, RequestLine>();
  for (const line of lines) {
    const known = merged.get(line.orderLineId);
    merged.set(line.orderLineId, known ? { ...known, quantity: known.quantity + line.quantity } : line);
  }
  return [...merged.values()];
}

/** All that was paid back, where no unit is left to pay. */
export function paidBack(value: ShopifyReturn): Refund | undefined {
  const refunds = effective(value);
  const newest = refunds.at(-1);
  if (newest === undefined || isExchange(value) || unitsOf(value.lines, 'processable') > 0) return undefined;
  const amount = sumMoney(
    refunds.map((refund) => refund.amount),
    newest.amount.currency,
  );
  const isPending = refunds.some(({ status }) => status === 'pending');
  return { ...newest, amount, status: isPending ? 'pending' : 'succeeded' };
}

export const isExchanged = (value: ShopifyReturn): boolean => isExchange(value) && isSent(value);

export function doneOf(value: ShopifyReturn, label: Label | undefined, doubts: readonly string[]): StandingWord[] {
  if (!isApproved(value)) return [];
  const isClear = doubts.length === 0;
  return [
    'approved',
    ...(label ? (['labelled'] as const) : []),
    ...(isReceived(value) ? (['received'] as const) : []),
    ...(isClear && paidBack(value) ? (['refunded'] as const) : []),
    ...(isClear && isExchanged(value) ? (['exchanged'] as const) : []),
  ];
}

/** Goods that are still to be settled have been put somewhere in the warehouse. */
function isReceived(value: ShopifyReturn): boolean {
  const isOver = unitsOf(value.lines, 'processable') === 0;
  return value.lines.some(
    (line) => disposedOf(value, line, (type) => type !== 'MISSING') > (isOver ? 0 : line.processed),
  );
}

function disposedOf(value: ShopifyReturn, line: ShopifyReturnLine, which: (type: string) => boolean): number {
  return value.reverseOrders
    .flatMap(({ lines }) => lines)
    .filter(({ fulfillmentLineId }) => fulfillmentLineId !== undefined && fulfillmentLineId === line.fulfillmentLineId)
    .flatMap(({ disposed }) => disposed)
    .filter(({ type }) => which(type))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Why it cannot be told from Shopify's record what is left to do. */
export function doubtsOf(value: ShopifyReturn, loose: readonly LooseRefund[]): string[] {
  if (!isApproved(value)) return [];
  const untied = value.lines.filter(({ orderLineId }) => orderLineId === undefined).length;
  const missing = value.lines.reduce((sum, line) => sum + disposedOf(value, line, (type) => type === 'MISSING'), 0);
  const failed = value.refunds.filter(({ refund }) => refund.status === 'failed');
  return [
    ...(untied > 0 ? [`${counted(untied, 'line')} of the return cannot be tied to the order`] : []),
    ...(missing > 0 ? [`Shopify counts ${counted(missing, 'unit')} as missing`] : []),
    ...failed.map(({ refund }) => `a refund of ${say(refund.amount)} has failed`),
    ...(isExchange(value) ? exchangeDoubts(value) : refundDoubts(value)),
    ...feeDoubts(value),
    ...looseDoubts(value, loose),
  ];
}

function refundDoubts(value: ShopifyReturn): string[] {
  const [processed, refunded] = [unitsOf(value.lines, 'processed'), unitsOf(value.lines, 'refunded')];
  const paid = effective(value);
  if (processed === 0) {
    return paid.map(({ amount }) => `${say(amount)} was paid back while no unit counts as processed`);
  }
  if (paid.length === 0) return [`${processedUnits(processed)} while nothing was paid back`];
  return refunded === processed ? [] : [`${processedUnits(processed)}, and ${refunded} as refunded`];
}

function exchangeDoubts(value: ShopifyReturn): string[] {
  if (isSent(value)) return [];
  const isBegun = value.exchangeLines.some(({ processed }) => processed > 0);
  const processed = unitsOf(value.lines, 'processed');
  return [
    ...(isBegun ? ['the exchange was sent in part'] : []),
    ...(!isBegun && processed > 0 ? [`${processedUnits(processed)} while the exchange was not sent`] : []),
    ...effective(value).map(({ amount }) => `${say(amount)} was paid back while the exchange was not sent`),
  ];
}

/** Shopify keeps the fee of the way back with the first units that it processes. */
function feeDoubts(value: ShopifyReturn): string[] {
  const { fee, lines } = value;
  const isPartly = unitsOf(lines, 'processed') > 0 && unitsOf(lines, 'processable') > 0;
  return fee && fee.amount > 0 && isPartly ? [`a part of the fee of ${say(fee)} may have been kept already`] : [];
}

/** A refund of other lines is no doubt: an article that was sold out, for example. */
const looseDoubts = (value: ShopifyReturn, loose: readonly LooseRefund[]): string[] =>
  loose
    .filter(
      ({ orderLineIds }) =>
        orderLineIds.length === 0 || value.lines.some((line) => orderLineIds.includes(line.orderLineId ?? '')),
    )
    .map(({ amount }) => `the order has a refund of ${say(amount)} that is not of this return`);

/** The label that was attached last; without a file, what it is tracked by stands in its place. */
export function labelOf(value: ShopifyReturn, currency: string, adminUrl: string): Label | undefined {
  const deliveries = value.reverseOrders.flatMap((order) => order.deliveries);
  const delivery = deliveries.findLast(({ trackingNumber }) => trackingNumber !== undefined);
  if (delivery?.trackingNumber === undefined) return undefined;
  const { carrier, trackingNumber, trackingUrl, labelUrl } = delivery;
  const url = labelUrl ?? trackingUrl ?? adminUrl;
  return {
    carrier: carrier ?? 'unknown',
    service: 'unknown',
    trackingNumber,
    ...(trackingUrl && { trackingUrl }),
    url,
    format: formatOf(url),
    cost: zero(currency),
    shipmentId: delivery.id,
    provider: 'shopify',
    createdAt: value.createdAt,
  };
}

const formatOf = (url: string): Label['format'] => {
  const ending = /\.(png|zpl)(?:$|\?)/i.exec(url)?.[1]?.toLowerCase();
  return ending === 'png' || ending === 'zpl' ? ending : 'pdf';
};

export interface DecidedInput {
  readonly value: ShopifyReturn;
  /** What is left of it. */
  readonly request: ReturnRequest;
  readonly order: Order;
  readonly standing: ReturnStanding;
  /** ISO instant */
  readonly at: string;
}

/**
 * The decision that was taken in Shopify, as a case keeps it: with the fee that the shop agreed on there. Undefined while
 * the return is only requested.
 */
export function decisionOf({ value, request, order, standing, at }: DecidedInput): Decision | undefined {
  const { doubts, refund, adminUrl } = standing;
  if (!isApproved(value)) return undefined;
  const fee = value.fee ?? zero(order.currency);
  const agent =
    doubts.length === 0
      ? `Return ${value.name} was approved in Shopify before it was imported.`
      : `Return ${value.name} was open in Shopify when it was imported, and it cannot be told how it stands: ${doubts.join('; ')}. Approve: the workflows carry on with the units named here, and pay for them once they are inspected. Reject: nothing more happens here, and you settle the return in Shopify: ${adminUrl}`;
  return {
    outcome: doubts.length === 0 ? 'approve' : 'review',
    policy: { name: 'shopify', version: 'imported' },
    evaluatedAt: at,
    fee,
    refundable: refund?.amount ?? worthOf(request, order, fee),
    reason: { shopper: {}, agent, audit: agent },
    lines: [],
    trace: [],
  };
}

function worthOf({ lines }: ReturnRequest, order: Order, fee: Money): Money {
  const shares = lines.flatMap(({ orderLineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    return line ? [shareOf(line.paid, Math.min(quantity, line.quantity), line.quantity)] : [];
  });
  const goods = sumMoney(shares, order.currency);
  return compareMoney(goods, fee) > 0 ? subtractMoney(goods, fee) : zero(order.currency);
}

const processedUnits = (units: number): string =>
  `${counted(units, 'unit')} ${units === 1 ? 'counts' : 'count'} as processed`;
const say = (value: Money): string => formatMoney(value, 'en');
