import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt, EffectResult } from '../../lib/ledger';
import type { Command } from '../../lib/returns';
import type { CancellationResult, ReturnResult, TikTokShopClient } from '../../lib/shops/tiktok-shop';
import { asJson, performOnce } from '../shared/case-access';
import type { OperationResult } from '../shared/operation';
import { cancellationReference, returnChapters, returnReference } from './return-fields';

/**
 * Writes to a return once per case and step; the case remembers which return in TikTok Shop is its own.
 * @param step names the effect within the case
 */
export async function writeReturn(
  context: IExecuteFunctions,
  itemIndex: number,
  client: TikTokShopClient,
  step: string,
  write: (attempt: Attempt) => Promise<ReturnResult>,
  news: (written: ReturnResult) => readonly Command[] = () => [],
): Promise<OperationResult> {
  const { result, dossier } = await performOnce<ReturnResult>(context, itemIndex, step, async (attempt) => {
    const written = await write(attempt);
    const commands: EffectResult<ReturnResult>['commands'] = [
      { type: 'link', references: returnReference(written, client) },
      ...news(written),
    ];
    return { result: written, commands };
  });
  // Money is paid once per case, by whoever came first: the step may hold what another provider answered.
  const own = 'tiktokReturn' in result ? result : undefined;
  return {
    chapters: { ...(dossier && asJson(dossier)), ...(own && returnChapters(own)) },
    result: own ? asJson(own.tiktokReturn) : asJson(result),
  };
}

/** The same for a cancellation. */
export async function writeCancellation(
  context: IExecuteFunctions,
  itemIndex: number,
  client: TikTokShopClient,
  step: string,
  write: (attempt: Attempt) => Promise<CancellationResult>,
): Promise<OperationResult> {
  const { result, dossier } = await performOnce<CancellationResult>(context, itemIndex, step, async (attempt) => {
    const written = await write(attempt);
    return { result: written, commands: [{ type: 'link', references: cancellationReference(written, client) }] };
  });
  const chapter = asJson(result.tiktokCancellation);
  return { chapters: { ...(dossier && asJson(dossier)), tiktokCancellation: chapter }, result: chapter };
}

/** The refund that TikTok Shop has granted, as news for the case. */
export const settlementNews = ({ refund }: ReturnResult): readonly Command[] =>
  refund ? [{ type: 'settle', refund, references: { tiktokRefund: refund.id } }] : [];
