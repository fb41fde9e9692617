import { aboveRefundable, alreadyCompleted, invalidParameter, TikTokError } from '../errors';
import type { Return } from '../model';
import { toMinor } from '../money';
import { isDone, refundTotal } from '../refunding';
import type { World } from '../world';
import { type ApproveDecision, type Decision, decisionsFor, statusRefuses, statusRefusesCode } from './eligibility';
import { offerPartialRefund } from './offer';
import { acceptParcel } from './parcel';
import { sendReplacement } from './replace';
import { awaitParcel, succeed } from './settle';

export interface Approval {
  decision: ApproveDecision;
  buyerKeepsItem: boolean;
  partialRefund: { amount: string; currency: string } | undefined;
}

/** @throws TikTokError when the return does not stand where this can be decided */
export function ensureDecidable(entry: Return, decision: Decision): void {
  if (isDone(entry)) throw alreadyCompleted();
  if (!decisionsFor(entry).includes(decision)) throw new TikTokError(statusRefusesCode, statusRefuses(decision));
}

function offeredAmount(world: World, entry: Return, offer: Approval['partialRefund']): number {
  const { currency } = world.orderOf(entry);
  if (offer === undefined) throw invalidParameter('partial_refund');
  if (offer.currency !== currency) throw invalidParameter('partial_refund.currency');
  const amount = toMinor(offer.amount, currency);
  if (amount === undefined || amount === 0) throw invalidParameter('partial_refund.amount');
  if (amount >= refundTotal(entry)) throw aboveRefundable();
  return amount;
}

/** The seller says yes, or offers a part. @throws TikTokError when it cannot be decided so */
export function approveReturn(world: World, entry: Return, approval: Approval): void {
  const { buyerKeepsItem, partialRefund } = approval;
  // One guide lets a refund without return be approved as refund, when it says that the buyer keeps the goods.
  const isReturnless = entry.type === 'RETURN_AND_REFUND' && buyerKeepsItem && approval.decision === 'APPROVE_REFUND';
  const decision = isReturnless ? 'APPROVE_RETURN' : approval.decision;
  ensureDecidable(entry, decision);
  if (decision === 'OFFER_PARTIAL_REFUND') {
    offerPartialRefund(world, entry, offeredAmount(world, entry, partialRefund));
  } else if (decision === 'APPROVE_RECEIVED_PACKAGE') acceptParcel(world, entry, 'SELLER');
  else if (decision === 'APPROVE_REPLACEMENT') sendReplacement(world, entry, 'SELLER');
  else if (decision === 'APPROVE_RETURN' && !buyerKeepsItem) awaitParcel(world, entry, 'SELLER');
  else {
    entry.canBuyerKeepItem = true;
    succeed(world, entry, 'SELLER');
  }
}
