import type { Return } from '../model';
import { tellReturn } from '../webhooks';
import type { World } from '../world';
import { addRecord } from './set-status';
import { awaitParcel, succeed } from './settle';

/** The buyer does not accept the rejection and asks the platform. @throws RangeError when nothing was rejected */
export function appeal(world: World, entry: Return): void {
  const isRejected = entry.status === 'REFUND_OR_RETURN_REQUEST_REJECT' || entry.status === 'REJECT_RECEIVE_PACKAGE';
  if (!isRejected || entry.arbitration !== undefined) throw new RangeError(`the return is ${entry.status}`);
  entry.arbitration = 'IN_PROGRESS';
  entry.updateTime = world.now();
  addRecord(world, entry, 'BUYER', 'Customer appealed');
  tellReturn(world, entry);
}

/** The platform decides. @throws RangeError when it was not asked */
export function arbitrate(world: World, entry: Return, inFavourOf: 'BUYER' | 'SELLER'): void {
  if (entry.arbitration !== 'IN_PROGRESS') throw new RangeError('the return is not in arbitration');
  const wasParcel = entry.status === 'REJECT_RECEIVE_PACKAGE';
  entry.arbitration = inFavourOf === 'BUYER' ? 'SUPPORT_BUYER' : 'SUPPORT_SELLER';
  entry.updateTime = world.now();
  addRecord(world, entry, 'OPERATOR', `The platform decided for the ${inFavourOf.toLowerCase()}`);
  if (inFavourOf === 'SELLER') tellReturn(world, entry);
  else if (entry.type === 'RETURN_AND_REFUND' && !wasParcel) awaitParcel(world, entry, 'OPERATOR');
  else succeed(world, entry, 'OPERATOR');
}
