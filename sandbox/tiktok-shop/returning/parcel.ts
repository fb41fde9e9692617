import { after } from '../clocks';
import type { Return, Role } from '../model';
import { tellReturn } from '../webhooks';
import type { World } from '../world';
import { addRecord, setDeadline, setStatus } from './set-status';
import { pay, succeed } from './settle';

export interface Handover {
  trackingNumber?: string | undefined;
  providerId?: string | undefined;
  providerName?: string | undefined;
}

/** The buyer hands over the parcel. A quick refund is paid at its first scan. @throws RangeError when it is not awaited */
export function shipBack(world: World, entry: Return, handover: Handover): void {
  if (entry.status !== 'AWAITING_BUYER_SHIP') throw new RangeError(`the return is ${entry.status}`);
  entry.tracking = {
    number: handover.trackingNumber ?? entry.tracking?.number ?? world.random.digits(12),
    providerId: handover.providerId ?? entry.tracking?.providerId ?? '6841743441349706241',
    providerName: handover.providerName ?? entry.tracking?.providerName ?? 'Mondial Relay',
  };
  addRecord(world, entry, 'BUYER', 'Customer shipped the package');
  setStatus(world, entry, 'BUYER_SHIPPED_ITEM');
  world.record('return.shipped', entry.id, { orderId: entry.orderId, trackingNumber: entry.tracking.number });
  if (entry.isQuickRefund) pay(world, entry);
}

/** The parcel is back in the warehouse: the seller has so long to judge it. @throws RangeError when none is on its way */
export function deliverBack(world: World, entry: Return): void {
  if (entry.status !== 'BUYER_SHIPPED_ITEM' || entry.deliveredBackTime !== undefined) {
    throw new RangeError(`the return is ${entry.status}`);
  }
  const now = world.now();
  entry.deliveredBackTime = now;
  entry.updateTime = now;
  const deadline = after(now, world.clocksOf(world.shopOf(entry).region).inspect);
  entry.action = { action: 'SELLER_RESPOND_RECEIVE_PACKAGE', deadline };
  setDeadline(world, entry, deadline);
  world.record('return.delivered', entry.id, { orderId: entry.orderId });
  tellReturn(world, entry);
}

/** The goods are as they should be: the buyer is paid. */
export function acceptParcel(world: World, entry: Return, role: Role): void {
  world.record('parcel.accepted', entry.id, { role, orderId: entry.orderId });
  succeed(world, entry, role);
}
