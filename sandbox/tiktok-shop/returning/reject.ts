import { invalidParameter, reasonUnknown } from '../errors';
import type { Picture, Return } from '../model';
import { rejectReasonsOf } from '../reasons';
import type { World } from '../world';
import { ensureDecidable } from './approve';
import type { RejectDecision } from './eligibility';
import { addRecord, setStatus } from './set-status';

export interface Rejection {
  decision: RejectDecision;
  reason: string;
  comment: string | undefined;
  /** Ids of uploaded images. */
  images: readonly string[];
}

/** Longer comments come back as "the length of seller words is over limit". */
const longestComment = 500;

/** The images of these ids. @throws TikTokError when one was not uploaded */
export function uploaded(world: World, ids: readonly string[]): Picture[] {
  return ids.map((id) => {
    const image = world.images.get(id);
    if (image === undefined) throw invalidParameter('images.image_id');
    return { url: image.url, width: image.width, height: image.height };
  });
}

export function ensureComment(comment: string | undefined): void {
  if (Buffer.byteLength(comment ?? '') > longestComment)
    throw invalidParameter('the length of seller words is over limit');
}

/** The seller says no, for one of the reasons that this return allows. @throws TikTokError when it cannot be decided so */
export function rejectReturn(world: World, entry: Return, rejection: Rejection): void {
  const { decision, reason, comment, images } = rejection;
  ensureDecidable(entry, decision);
  if (!rejectReasonsOf(entry, world.shopOf(entry).region).some(({ name }) => name === reason)) throw reasonUnknown();
  ensureComment(comment);
  const pictures = uploaded(world, images);
  addRecord(world, entry, 'SELLER', 'Seller rejected the request', { reason, note: comment, images: pictures });
  const status =
    decision === 'REJECT_RECEIVED_PACKAGE'
      ? 'REJECT_RECEIVE_PACKAGE'
      : decision === 'REJECT_REPLACEMENT'
        ? 'REPLACEMENT_REQUEST_REJECT'
        : 'REFUND_OR_RETURN_REQUEST_REJECT';
  setStatus(world, entry, status);
  world.record('return.rejected', entry.id, { decision, reason, images: pictures.length, orderId: entry.orderId });
}
