import { after, respondSpan } from '../clocks';
import type { Return, sellerActions } from '../model';
import { refundTotal } from '../refunding';
import type { World } from '../world';
import { setDeadline } from './set-status';

const answers: Readonly<Record<Return['type'], (typeof sellerActions)[number]>> = {
  REFUND: 'SELLER_RESPOND_REFUND',
  RETURN_AND_REFUND: 'SELLER_RESPOND_RETURN',
  REPLACEMENT: 'SELLER_RESPOND_REPLACEMENT',
};

/** The seller has so long to answer a request that waits; then the platform does. */
export function awaitSeller(world: World, entry: Return): void {
  const clocks = world.clocksOf(world.shopOf(entry).region);
  const span = respondSpan(clocks, world.orderOf(entry), refundTotal(entry));
  const deadline = after(world.now(), span);
  entry.action = { action: answers[entry.type], deadline };
  setDeadline(world, entry, deadline);
}
