import { ReturnsError } from '../../returns';
import type { Attempt } from '../../http';
import { reviewAftersales, searchAftersales, searchRmas, type Batch, type ReviewFailure } from './aftersales';
import type { TikTokShopClient } from './client';
import type { Approval } from './decisions';
import type { TikTokReturn } from './types';

export interface ReviewReturnInput {
  /** Of the request that the return came in. */
  readonly batchRequestId: string;
  readonly tiktokReturn: TikTokReturn;
  readonly decision: Approval;
  readonly keepsItem: boolean;
  readonly attempt: Attempt;
}

/**
 * Approves a return that came in a batch as what it is to TikTok Shop: lines of the request, and of a package once the
 * goods are back. Source: Partner Center, "Return, refund and cancel API overview", "Batch Return".
 * @throws ReturnsError `provider_refused` naming each line that TikTok Shop did not take; `unsupported` for decisions that
 * a batch does not know; `not_found` where it lists no such lines (yet)
 */
export async function reviewReturn(client: TikTokShopClient, input: ReviewReturnInput): Promise<void> {
  const { batchRequestId, tiktokReturn, decision, keepsItem, attempt } = input;
  if (keepsItem || decision === 'ISSUE_REPLACEMENT_REFUND') throw notInBatches(tiktokReturn);
  const isPackage = decision === 'APPROVE_RECEIVED_PACKAGE';
  const batch = isPackage
    ? await packageOf(client, batchRequestId, tiktokReturn)
    : (await searchAftersales(client, { ids: [batchRequestId] })).find(({ id }) => id === batchRequestId);
  const lines = (batch ? linesOf(batch, tiktokReturn) : []).map((line) => ({
    ...line,
    action: isPackage ? 'APPROVE_RETURN_PACKAGE' : 'APPROVE_REQUEST',
  }));
  if (batch === undefined || lines.length === 0) throw notListed(tiktokReturn, batchRequestId, isPackage);
  const { failed } = await reviewAftersales(client, { id: batch.id, kind: batch.kind, lines, attempt });
  if (failed.length > 0) throw notTaken(tiktokReturn, failed, lines.length);
}

/** The approved lines of one request may come back in several packages. */
async function packageOf(
  client: TikTokShopClient,
  batchRequestId: string,
  tiktokReturn: TikTokReturn,
): Promise<Batch | undefined> {
  const packages = await searchRmas(client, { orderIds: [tiktokReturn.orderId] });
  return packages.find((batch) => batch.requestId === batchRequestId && linesOf(batch, tiktokReturn).length > 0);
}

function linesOf(
  { lines }: Batch,
  { units }: TikTokReturn,
): { readonly returnLineId: string; readonly subReturnLineId?: string }[] {
  const own = new Set(units.map(({ id }) => id));
  return lines.flatMap(({ return_line_item_id: id, sub_return_line_item_id: part }) =>
    id && own.has(id) ? [{ returnLineId: id, ...(part && { subReturnLineId: part }) }] : [],
  );
}

const inSellerCenter = 'Decide it in Seller Center: what is decided there is taken over into the case.';

const notInBatches = ({ id }: TikTokReturn): ReturnsError =>
  new ReturnsError('unsupported', `Return ${id} came in a batch, of which money alone cannot be granted from here`, {
    provider: 'tiktok_shop',
    description: inSellerCenter,
  });

const notListed = ({ id }: TikTokReturn, batchRequestId: string, isPackage: boolean): ReturnsError =>
  new ReturnsError(
    'not_found',
    `TikTok Shop lists no line of return ${id} in ${isPackage ? 'a package of ' : ''}batch ${batchRequestId}`,
    { provider: 'tiktok_shop', retryable: true, description: `It may list it in a moment. ${inSellerCenter}` },
  );

function notTaken({ id }: TikTokReturn, failed: readonly ReviewFailure[], of: number): ReturnsError {
  const each = failed.map(
    ({ returnLineId, code, message }) => `${returnLineId ? `line ${returnLineId}: ` : ''}${message} (${code})`,
  );
  return new ReturnsError(
    'provider_refused',
    `TikTok Shop did not take ${failed.length} of ${of} lines of return ${id}: ${each.join('; ')}`,
    { provider: 'tiktok_shop', description: inSellerCenter, context: { failed } },
  );
}
