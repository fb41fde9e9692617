import type { ReturnReason } from '../../returns';
import { instantOf } from '../facts/times';
import { noHistory, type CustomerHistory, type PastReturn, type PastReturnLine } from './history';
import type { RiskInput } from './input';
import { pastReturnOf } from './past-return';
import { ramp } from './ramp';
import type { RiskSettings } from './settings';

const DAY_MS = 86_400_000;

/** One order with everything that speaks for or against the shopper. */
export interface OrderView {
  placedAt: number;
  units: number;
  /** Units that came back for a reason that is the shopper's own; more than `units` where data contradict each other. */
  back: number;
  bracket: { variants: number; back: number } | undefined;
  /** 1 when goods were found used, up to a half when they came back late and no inspection has cleared them. */
  worn: number;
  notReceived: boolean;
  missingItem: boolean;
  swapped: boolean;
  /** How clearly the parcel was too light, 0 to 1. */
  light: number;
}

/** What signals look at: the history with the present return in it. */
export interface RiskView {
  readonly settings: RiskSettings;
  readonly input: RiskInput;
  /** The request, in epoch milliseconds. */
  readonly at: number;
  readonly present: PastReturn;
  readonly orders: readonly OrderView[];
  /** Instants of returns for the shopper's own reasons, the present one among them if it is such. */
  readonly returnedAt: readonly number[];
  readonly returns: number;
  readonly history: CustomerHistory;
  /** How many orders there ever were; undefined when only those with returns are known. */
  readonly orderCount: number | undefined;
}

/** Goods were not kept back, so that nothing came of the return. */
const undone: ReadonlySet<string> = new Set(['cancelled', 'expired']);

export function riskView(input: RiskInput, settings: RiskSettings): RiskView {
  const { history = noHistory, order, request } = input;
  const present = { ...pastReturnOf(input, settings.claims), decision: 'requested' as const };
  const at = instantOf(request.requestedAt, 'request.requestedAt');
  const orders = new Map<string, OrderView>();
  for (const { id, placedAt, units } of history.orders) {
    const placed = instantOf(placedAt, 'history.orders.placedAt');
    if (placed <= at) orders.set(id, newOrder(placed, units));
  }
  const returnedAt: number[] = [];
  let returns = 0;
  for (const entry of [...history.returns, present]) {
    const requested = instantOf(entry.requestedAt, 'history.returns.requestedAt');
    const isPresent = entry === present;
    if (requested > at || undone.has(entry.decision) || (entry.id === present.id && !isPresent)) continue;
    returns += 1;
    const view = orderOf(orders, entry);
    if (addReturn(view, entry, settings)) returnedAt.push(requested);
  }
  const told = Math.max(history.orderCount ?? 0, order.customer.orders ?? 0);
  const isTold = history.orderCount !== undefined || order.customer.orders !== undefined || history.ordersComplete;
  return {
    settings,
    input,
    at,
    present,
    orders: [...orders.values()],
    returnedAt,
    returns,
    history,
    orderCount: isTold ? Math.max(told, orders.size) : undefined,
  };
}

/** What two returns say of one order may differ: the earlier instant and the larger number hold, in any sequence. */
function orderOf(orders: Map<string, OrderView>, { orderId, orderedAt, orderUnits }: PastReturn): OrderView {
  const placedAt = instantOf(orderedAt, 'order.placedAt');
  const known = orders.get(orderId);
  if (known !== undefined) {
    known.placedAt = Math.min(known.placedAt, placedAt);
    known.units = Math.max(known.units, orderUnits);
    return known;
  }
  const view = newOrder(placedAt, orderUnits);
  orders.set(orderId, view);
  return view;
}

const newOrder = (placedAt: number, units: number): OrderView => ({
  placedAt,
  units,
  back: 0,
  bracket: undefined,
  worn: 0,
  notReceived: false,
  missingItem: false,
  swapped: false,
  light: 0,
});

/** @returns whether goods came back for a reason that is the shopper's own */
function addReturn(view: OrderView, entry: PastReturn, { thresholds }: RiskSettings): boolean {
  const isRefused = entry.decision === 'rejected';
  let isOwn = false;
  for (const line of entry.lines) {
    if (line.claim === 'not_received') view.notReceived = true;
    if (isUnproved(line)) view.missingItem = true;
    if (isSwapped(line)) view.swapped = true;
    if (isRefused || !isOwnChoice(line)) continue;
    isOwn = true;
    view.back += line.quantity;
    view.worn = Math.max(view.worn, wornOf(line, thresholds.wardrobing.heldDays));
  }
  if (entry.bracket && !isRefused) {
    const { variants, back } = entry.bracket;
    view.bracket = {
      variants: Math.max(variants, view.bracket?.variants ?? 0),
      back: back + (view.bracket?.back ?? 0),
    };
  }
  view.light = Math.max(view.light, lightnessOf(entry, thresholds.emptyBox));
  return isOwn;
}

/** Reasons for which the shop or its carrier answers. Source: directive (EU) 2019/771 art. 10; lateness is the carrier's. */
const shopReasons: ReadonlySet<ReturnReason> = new Set([
  'not_as_described',
  'defective',
  'damaged_in_transit',
  'wrong_item',
  'arrived_late',
]);
/** Reasons that an inspection can refute. */
const refutable: ReadonlySet<ReturnReason> = new Set(['defective', 'damaged_in_transit']);

function isOwnChoice({ reason, claim, found }: PastReturnLine): boolean {
  if (claim !== undefined) return false;
  if (!shopReasons.has(reason)) return true;
  return refutable.has(reason) && found.length > 0 && found.every(({ grade }) => grade === 'new');
}

/** A claim of missing or wrong items, unless the inspection saw the wrong item that the shop had sent. */
export const isUnproved = ({ claim, found }: PastReturnLine): boolean =>
  claim === 'missing_item' || (claim === 'wrong_item' && !found.some(({ grade }) => grade === 'wrong_item'));

export const isSwapped = ({ reason, claim, found }: PastReturnLine): boolean =>
  claim === undefined &&
  reason !== 'wrong_item' &&
  found.some(({ grade, byShopper }) => (grade === 'wrong_item' || grade === 'missing') && byShopper !== false);

const clears = ({ grade, byShopper }: PastReturnLine['found'][number]): boolean =>
  grade === 'new' || grade === 'opened' || byShopper === false;

function wornOf({ found, heldDays }: PastReturnLine, days: { from: number; full: number }): number {
  if (found.some(({ grade, byShopper }) => grade === 'used' && byShopper !== false)) return 1;
  const isCleared = found.length > 0 && found.every(clears);
  return isCleared || heldDays === undefined ? 0 : ramp(heldDays, days) / 2;
}

/** How clearly a parcel was too light for what should be in it. */
export function lightnessOf(
  { expectedGrams, scannedGrams }: PastReturn,
  { missing, minGrams }: RiskSettings['thresholds']['emptyBox'],
): number {
  if (expectedGrams === undefined || scannedGrams === undefined || expectedGrams < minGrams) return 0;
  return ramp((100 * (expectedGrams - scannedGrams)) / expectedGrams, missing);
}

/** Orders that were placed within days of the request. */
export const ordersWithin = ({ orders, at }: RiskView, days: number): readonly OrderView[] =>
  orders.filter(({ placedAt }) => placedAt > at - days * DAY_MS);

export const returnsWithin = ({ returnedAt, at }: RiskView, days: number): number =>
  returnedAt.filter((instant) => instant > at - days * DAY_MS).length;
