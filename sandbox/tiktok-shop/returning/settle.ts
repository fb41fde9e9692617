import { after } from '../clocks';
import type { Return, Role } from '../model';
import { refundTotal } from '../refunding';
import { tellRefund } from '../webhooks';
import type { World } from '../world';
import { addRecord, setDeadline, setStatus, timerKey } from './set-status';

/** The request stands: the buyer has so long to hand over the parcel. */
export function awaitParcel(world: World, entry: Return, role: Role): void {
  addRecord(world, entry, role, role === 'SYSTEM' ? 'Request approved automatically' : 'Return request approved');
  setStatus(world, entry, 'AWAITING_BUYER_SHIP');
  const { ship } = world.clocksOf(world.shopOf(entry).region);
  setDeadline(world, entry, after(world.now(), ship));
  world.record('return.approved', entry.id, { role, orderId: entry.orderId });
}

/** The refund stands; it is paid a little later. */
export function succeed(world: World, entry: Return, role: Role): void {
  addRecord(world, entry, role, role === 'SYSTEM' ? 'Refund approved automatically' : 'Refund approved');
  setStatus(
    world,
    entry,
    entry.type === 'REPLACEMENT' ? 'REPLACEMENT_REQUEST_REFUND_SUCCESS' : 'RETURN_OR_REFUND_REQUEST_SUCCESS',
  );
  world.record('refund.approved', entry.id, { role, orderId: entry.orderId });
  world.timers.set(timerKey(entry), world.now() + world.settings.refundDelaySeconds, () => {
    complete(world, entry);
  });
}

/** The money goes back to the buyer, unless the platform already paid it. */
function complete(world: World, entry: Return): void {
  pay(world, entry);
  addRecord(world, entry, 'SYSTEM', 'Refund completed');
  if (entry.type !== 'REPLACEMENT') setStatus(world, entry, 'RETURN_OR_REFUND_REQUEST_COMPLETE');
}

/** Pays the refund, or what was agreed on. Once. */
export function pay(world: World, entry: Return): void {
  if (entry.refunded > 0) return;
  const order = world.orderOf(entry);
  entry.refunded = entry.offer?.isRejected === false ? entry.offer.amount : refundTotal(entry);
  world.record('refund.made', entry.id, { orderId: order.id, amount: entry.refunded, currency: order.currency });
  tellRefund(world, entry);
}
