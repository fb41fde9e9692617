import type { Case, DecisionState, ParcelState, SettlementState } from './case';
import type { CommandType } from './commands';
import type { EventType } from './events';

/**
 * The one table of what may happen when. `docs/state-machine.md` is drawn from it.
 * A row says from which states a facet may move to `to`, and the event that tells of it.
 */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly event: EventType;
}

/** Commands that decide. Asked in any other state, they are refused. */
export const decisionMoves = {
  approve: { from: ['requested', 'needs_info', 'in_review'], to: 'approved', event: 'decision.approved' },
  reject: { from: ['requested', 'needs_info', 'in_review'], to: 'rejected', event: 'decision.rejected' },
  put_in_review: { from: ['requested', 'needs_info'], to: 'in_review', event: 'decision.in_review' },
  ask_for_information: { from: ['requested', 'in_review'], to: 'needs_info', event: 'decision.needs_info' },
  answer: { from: ['needs_info'], to: 'requested', event: 'decision.answered' },
  cancel: {
    from: ['requested', 'needs_info', 'in_review', 'approved'],
    to: 'cancelled',
    event: 'decision.cancelled',
  },
  expire: { from: ['requested', 'needs_info', 'approved'], to: 'expired', event: 'decision.expired' },
  reopen: { from: ['rejected', 'cancelled', 'expired'], to: 'requested', event: 'decision.reopened' },
} as const satisfies Partial<Record<CommandType, Move<DecisionState>>>;

/** News of the parcel. Told in any other state, it is noted and moves nothing: scans arrive late and out of order. */
export const parcelMoves = {
  label_ready: { from: ['none'], to: 'label_ready', event: 'label.created' },
  in_transit: { from: ['none', 'label_ready', 'lost'], to: 'in_transit', event: 'parcel.in_transit' },
  out_for_delivery: {
    from: ['none', 'label_ready', 'in_transit', 'lost'],
    to: 'out_for_delivery',
    event: 'parcel.out_for_delivery',
  },
  delivered: {
    from: ['none', 'label_ready', 'in_transit', 'out_for_delivery', 'lost', 'returned_to_sender'],
    to: 'delivered',
    event: 'parcel.delivered',
  },
  // The warehouse has it in its hands: that outranks whatever the carrier last said.
  received: {
    from: ['none', 'label_ready', 'in_transit', 'out_for_delivery', 'delivered', 'lost', 'returned_to_sender'],
    to: 'received',
    event: 'parcel.received',
  },
  lost: { from: ['label_ready', 'in_transit', 'out_for_delivery'], to: 'lost', event: 'parcel.lost' },
  returned_to_sender: {
    from: ['label_ready', 'in_transit', 'out_for_delivery', 'lost'],
    to: 'returned_to_sender',
    event: 'parcel.returned_to_sender',
  },
  not_required: { from: ['none', 'label_ready'], to: 'not_required', event: 'parcel.not_required' },
} as const satisfies Partial<Record<ParcelState, Move<ParcelState>>>;

/** News of the money. A refund that succeeded can still fail later, when the bank sends it back. */
export const settlementMoves = {
  planned: { from: ['none', 'failed'], to: 'planned', event: 'settlement.planned' },
  pending: { from: ['none', 'planned', 'failed'], to: 'pending', event: 'settlement.pending' },
  refunded: {
    from: ['none', 'planned', 'pending', 'failed', 'partially_refunded'],
    to: 'refunded',
    event: 'settlement.refunded',
  },
  partially_refunded: {
    from: ['none', 'planned', 'pending', 'failed'],
    to: 'partially_refunded',
    event: 'settlement.partially_refunded',
  },
  exchanged: { from: ['none', 'planned', 'pending', 'failed'], to: 'exchanged', event: 'settlement.exchanged' },
  credited: { from: ['none', 'planned', 'pending', 'failed'], to: 'credited', event: 'settlement.credited' },
  failed: {
    from: ['none', 'planned', 'pending', 'refunded', 'partially_refunded'],
    to: 'failed',
    event: 'settlement.failed',
  },
} as const satisfies Partial<Record<SettlementState, Move<SettlementState>>>;

export type DecisionCommand = keyof typeof decisionMoves;
export type ParcelNews = keyof typeof parcelMoves;
export type SettlementNews = keyof typeof settlementMoves;

const allows = (move: Move<string>, state: string): boolean => move.from.includes(state);

export const canDecide = (state: DecisionState, command: DecisionCommand): boolean =>
  allows(decisionMoves[command], state);

export const canMoveParcel = (state: ParcelState, news: ParcelNews): boolean => allows(parcelMoves[news], state);

export const canMoveSettlement = (state: SettlementState, news: SettlementNews): boolean =>
  allows(settlementMoves[news], state);

/** Goods are with the shopper still, and no money has moved: the case can be given up. */
export const isUntouched = (value: Case): boolean =>
  ['none', 'label_ready'].includes(value.parcel) && ['none', 'planned', 'failed'].includes(value.settlement);

const finalDecisions: readonly DecisionState[] = ['rejected', 'cancelled', 'expired'];
const finalSettlements: readonly SettlementState[] = ['refunded', 'partially_refunded', 'exchanged', 'credited'];
const underWay: readonly ParcelState[] = ['in_transit', 'out_for_delivery'];

/**
 * Nothing is owed or awaited any more: the return was turned down or given up, or the money was settled, and neither a
 * parcel nor a payment is under way. Only then may the person leave the case.
 */
export const isClosed = ({ decision, parcel, settlement }: Pick<Case, 'decision' | 'parcel' | 'settlement'>): boolean =>
  (finalDecisions.includes(decision) || (decision === 'approved' && finalSettlements.includes(settlement))) &&
  settlement !== 'pending' &&
  !underWay.includes(parcel);

/** News and notes: always legal, because what has happened has happened. */
const alwaysLegal = [
  'record_label',
  'record_parcel',
  'record_slip',
  'record_email',
  'settle',
  'link',
  'fail',
  'note',
] as const satisfies readonly CommandType[];

/** The commands that the case accepts as it stands, for errors and for pickers. */
export function legalCommands(value: Case): CommandType[] {
  const decisions = (Object.keys(decisionMoves) as DecisionCommand[]).filter(
    (command) => canDecide(value.decision, command) && (!['cancel', 'expire'].includes(command) || isUntouched(value)),
  );
  const approved = value.decision === 'approved';
  const handling: CommandType[] = approved
    ? [
        ...(canMoveParcel(value.parcel, 'not_required') ? (['keep_item'] as const) : []),
        ...(canMoveParcel(value.parcel, 'received') ? (['receive'] as const) : []),
        ...(value.parcel !== 'not_required' && value.lines.some((line) => line.received < line.approved)
          ? (['inspect'] as const)
          : []),
        ...(canMoveSettlement(value.settlement, 'planned') ? (['plan_settlement'] as const) : []),
      ]
    : [];
  return [...decisions, ...handling, ...alwaysLegal];
}
