import { respondBy, type ClockAnswer } from '../../lib/policy/marketplace';
import type { ReturnResult } from '../../lib/shops/tiktok-shop';
import { tikTokShop } from '../shared/shops';
import type { ReturnRequest } from '../../lib/returns';

/** Until when TikTok Shop waits for the shop, and how that is known. */
export interface Deadline {
  /** ISO instant. */
  readonly endsAt: string;
  /** `marketplace`: TikTok Shop told it with the return; `published`: worked out by the clocks that it publishes. */
  readonly knownFrom: 'marketplace' | 'published';
  readonly clock?: ClockAnswer['clock'];
}

/** What TikTok Shop says itself comes first. Undefined while it waits for nothing. */
export function deadlineOf(
  { tiktokReturn, request }: Pick<ReturnResult, 'tiktokReturn' | 'request'>,
  region: string | undefined,
): Deadline | undefined {
  if (request.respondBy !== undefined) return { endsAt: request.respondBy, knownFrom: 'marketplace' };
  const subject = tikTokShop().subjectOf(tiktokReturn);
  if (subject === undefined) return undefined;
  const answer = respondBy({
    marketplace: tikTokShop().channel,
    region,
    stage: subject === 'RECEIVED_PACKAGE' ? 'package' : 'request',
    from: subject === 'RECEIVED_PACKAGE' ? tiktokReturn.updatedAt : tiktokReturn.createdAt,
    amount: tiktokReturn.refund.total,
  });
  return answer && { endsAt: answer.endsAt, knownFrom: 'published', clock: answer.clock };
}

/** The request with the deadline in it, which policies and the deadline guard read. */
export function withDeadline(found: ReturnResult, region: string | undefined): ReturnRequest {
  const deadline = deadlineOf(found, region);
  return deadline === undefined ? found.request : { ...found.request, respondBy: deadline.endsAt };
}
