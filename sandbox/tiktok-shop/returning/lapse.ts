import type { Return } from '../model';
import type { World } from '../world';
import { refuseOffer } from './offer';
import { acceptParcel } from './parcel';
import { sendReplacement } from './replace';
import { addRecord, setStatus } from './set-status';
import { awaitParcel, succeed } from './settle';

/** What happens when nobody did anything in time: the platform answers for the seller, and closes for the buyer. */
export function lapse(world: World, entry: Return): void {
  if (entry.status === 'REPLACEMENT_REQUEST_PENDING') sendReplacement(world, entry, 'SYSTEM');
  else if (entry.status === 'RETURN_OR_REFUND_REQUEST_PENDING') {
    if (entry.type === 'REFUND') succeed(world, entry, 'SYSTEM');
    else awaitParcel(world, entry, 'SYSTEM');
  } else if (entry.status === 'AWAITING_BUYER_SHIP') {
    addRecord(world, entry, 'SYSTEM', 'Request closed: the package was not handed over in time');
    setStatus(world, entry, 'RETURN_OR_REFUND_REQUEST_CANCEL');
    world.record('return.cancelled', entry.id, { role: 'SYSTEM' });
  } else if (entry.status === 'BUYER_SHIPPED_ITEM') acceptParcel(world, entry, 'SYSTEM');
  else if (entry.status === 'AWAITING_BUYER_RESPONSE') refuseOffer(world, entry);
}
