import type { Money, ReturnRequest } from '../../returns';
import { subjectOf } from './decisions';
import type { ReturnResult } from './types';

/** What TikTok Shop waits for, in the terms of the clocks that it publishes. */
export interface ShopsTurn {
  readonly stage: 'request' | 'package';
  /** ISO instant from which it counts. */
  readonly from: string;
  readonly amount: Money | undefined;
}

interface Published<Clock> {
  /** ISO instant. */
  readonly endsAt: string;
  readonly clock: Clock;
}

/** Until when TikTok Shop waits for the shop, and how that is known. */
export interface Deadline<Clock> {
  /** ISO instant. */
  readonly endsAt: string;
  /** `marketplace`: TikTok Shop told it with the return; `published`: worked out by the clocks that it publishes. */
  readonly knownFrom: 'marketplace' | 'published';
  readonly clock?: Clock;
}

type Waiting = Pick<ReturnResult, 'tiktokReturn' | 'request'>;

/**
 * What TikTok Shop says itself comes first. Undefined while it waits for nothing.
 * @param published works out the deadline of a market by its clocks
 */
export function deadlineOf<Clock>(
  { tiktokReturn, request }: Waiting,
  published: (turn: ShopsTurn) => Published<Clock> | undefined,
): Deadline<Clock> | undefined {
  if (request.respondBy !== undefined) return { endsAt: request.respondBy, knownFrom: 'marketplace' };
  const subject = subjectOf(tiktokReturn);
  if (subject === undefined) return undefined;
  const answer = published({
    ...(subject === 'RECEIVED_PACKAGE'
      ? { stage: 'package', from: tiktokReturn.updatedAt }
      : { stage: 'request', from: tiktokReturn.createdAt }),
    amount: tiktokReturn.refund.total,
  });
  return answer && { endsAt: answer.endsAt, knownFrom: 'published', clock: answer.clock };
}

/** The request with the deadline in it, which policies and the deadline guard read. */
export const withDeadline = (
  request: ReturnRequest,
  deadline: { readonly endsAt: string } | undefined,
): ReturnRequest => (deadline === undefined ? request : { ...request, respondBy: deadline.endsAt });
