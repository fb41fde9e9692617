import { z } from 'zod/v4';
import { once, type Attempt } from '../../http';
import { ReturnsError, toDecimal, type Money } from '../../returns';
import { afterWrite, type TikTokShopClient } from './client';
import { isDecided, partialOffer, type Approval, type Decision, type Rejection } from './decisions';
import { reviewReturn } from './review-return';
import { getReturn } from './search-returns';
import type { ReturnResult, UploadedImage } from './types';

/** Decisions are answered with nothing. */
const nothing = once(() => z.unknown());

export interface ApproveInput {
  readonly returnId: string;
  readonly decision: Approval;
  /** A refund without the goods. */
  readonly keepsItem?: boolean;
  /** The return as it was read a moment ago: one that is decided so already is left as it is. */
  readonly known?: ReturnResult | undefined;
  /** Of a return that came in a batch: it is approved as its lines there. */
  readonly batchRequestId?: string;
  readonly attempt: Attempt;
}

/** Approving a received package, or a refund, pays the shopper and cannot be taken back. */
export const approveReturn = (
  client: TikTokShopClient,
  { returnId, decision, keepsItem = false, known, batchRequestId = '', attempt }: ApproveInput,
): Promise<ReturnResult> =>
  decide(client, { returnId, decision, attempt, keepsItem, known }, async () => {
    if (batchRequestId !== '') {
      const { tiktokReturn } = known ?? (await getReturn(client, returnId));
      return reviewReturn(client, { batchRequestId, tiktokReturn, decision, keepsItem, attempt });
    }
    return client.call('approveReturn', {
      ids: { return_id: returnId },
      json: { decision, ...(keepsItem && { buyer_keep_item: true }) },
      idempotencyKey: keyOf(attempt, returnId, decision),
      data: nothing(),
    });
  });

export interface RejectInput {
  readonly returnId: string;
  readonly decision: Rejection;
  /** The name of one of the reasons that TikTok Shop gives for this very return. */
  readonly reason: string;
  readonly comment?: string;
  readonly images?: readonly UploadedImage[];
  readonly known?: ReturnResult | undefined;
  readonly attempt: Attempt;
}

export const rejectReturn = (
  client: TikTokShopClient,
  { returnId, decision, reason, comment, images = [], known, attempt }: RejectInput,
): Promise<ReturnResult> =>
  decide(client, { returnId, decision, attempt, keepsItem: false, known }, () =>
    client.call('rejectReturn', {
      ids: { return_id: returnId },
      json: { decision, reject_reason: reason, ...(comment && { comment }), ...imagesBody(images) },
      idempotencyKey: keyOf(attempt, returnId, decision),
      data: nothing(),
    }),
  );

export interface OfferInput {
  readonly returnId: string;
  readonly amount: Money;
  readonly attempt: Attempt;
}

/** Offers part of the money and lets the shopper keep the goods; the shopper may say no. */
export const offerPartialRefund = (
  client: TikTokShopClient,
  { returnId, amount, attempt }: OfferInput,
): Promise<ReturnResult> =>
  decide(client, { returnId, decision: partialOffer, attempt, keepsItem: false, known: undefined }, () =>
    client.call('approveReturn', {
      ids: { return_id: returnId },
      json: {
        decision: partialOffer,
        partial_refund: { amount: toDecimal(ensurePositive(amount)), currency: amount.currency },
      },
      idempotencyKey: keyOf(attempt, returnId, partialOffer),
      data: nothing(),
    }),
  );

function ensurePositive(amount: Money): Money {
  if (amount.amount > 0) return amount;
  throw new ReturnsError('invalid_input', 'A partial refund must be more than nothing', {
    description: 'Correct the amount, or reject the return.',
  });
}

export const imagesBody = (images: readonly UploadedImage[]): object =>
  images.length === 0
    ? {}
    : {
        images: images.map(({ id, mimeType, width, height }) => ({ image_id: id, mime_type: mimeType, width, height })),
      };

interface Deciding {
  readonly returnId: string;
  readonly decision: Decision;
  readonly attempt: Attempt;
  readonly keepsItem: boolean;
  readonly known: ReturnResult | undefined;
}

/**
 * A decision is made once. Where an earlier attempt may have got through, the return is looked at first: TikTok Shop would
 * refuse the second one as out of turn. Answers the return as it stands then.
 */
async function decide(
  client: TikTokShopClient,
  { returnId, decision, attempt, keepsItem, known }: Deciding,
  send: () => Promise<unknown>,
): Promise<ReturnResult> {
  const before = attempt.mayHaveHappened ? await getReturn(client, returnId) : known;
  if (before && isDecided(decision, before.tiktokReturn, keepsItem)) return before;
  await send();
  return afterWrite(() => getReturn(client, returnId));
}

/** Two decisions of one step are two effects: TikTok Shop answers a known key with what it answered then. */
const keyOf = ({ idempotencyKey }: Attempt, id: string, decision: string): string =>
  `${idempotencyKey}-${id}-${decision}`.slice(0, 255);
