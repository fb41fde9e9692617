import { after } from '../clocks';
import type { Return } from '../model';
import type { World } from '../world';
import { awaitSeller } from './await-seller';
import { addRecord, setDeadline, setStatus } from './set-status';
import { succeed } from './settle';

/** The seller offers part of the money, goods kept: the buyer is asked. `amount` in minor units. */
export function offerPartialRefund(world: World, entry: Return, amount: number): void {
  entry.offer = { amount, isRejected: false };
  addRecord(world, entry, 'SELLER', 'Seller offered a partial refund');
  setStatus(world, entry, 'AWAITING_BUYER_RESPONSE');
  setDeadline(world, entry, after(world.now(), world.clocksOf(world.shopOf(entry).region).offer));
  world.record('offer.made', entry.id, { amount, orderId: entry.orderId });
}

function ensureOffered(entry: Return): void {
  if (entry.status !== 'AWAITING_BUYER_RESPONSE') throw new RangeError(`the return is ${entry.status}`);
}

/** @throws RangeError when nothing is offered */
export function acceptOffer(world: World, entry: Return): void {
  ensureOffered(entry);
  entry.canBuyerKeepItem = true;
  addRecord(world, entry, 'BUYER', 'Customer accepted the partial refund');
  succeed(world, entry, 'BUYER');
}

/** The request is as it was before the offer. @throws RangeError when nothing is offered */
export function refuseOffer(world: World, entry: Return): void {
  ensureOffered(entry);
  if (entry.offer !== undefined) entry.offer.isRejected = true;
  addRecord(world, entry, 'BUYER', 'Customer rejected the partial refund');
  setStatus(world, entry, 'RETURN_OR_REFUND_REQUEST_PENDING');
  awaitSeller(world, entry);
}
