import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt, EffectResult } from '../../lib/ledger';
import type { Dossier } from '../../lib/returns';
import type { ReturnResult, ShopifyClient } from '../../lib/shops/shopify';
import { asJson, performOnce } from '../shared/case-access';
import type { OperationResult } from '../shared/operation';
import { connectShopify } from '../shared/shopify';
import { returnChapters, returnReference } from './return-fields';

/**
 * Writes to a return once per case and step; the case remembers which return in Shopify is its own.
 * @param step names the effect within the case
 */
export async function writeReturn<T extends ReturnResult>(
  context: IExecuteFunctions,
  itemIndex: number,
  step: string,
  write: (client: ShopifyClient, attempt: Attempt, current: Dossier | undefined) => Promise<T>,
  news: (written: T) => EffectResult<T>['commands'] = () => [],
): Promise<{ written: T; output: OperationResult }> {
  const client = await connectShopify(context, itemIndex);
  const { result, dossier } = await performOnce<T>(context, itemIndex, step, async (attempt, current) => {
    const written = await write(client, attempt, current);
    return {
      result: written,
      commands: [{ type: 'link', references: returnReference(written) }, ...(news(written) ?? [])],
    };
  });
  const chapters = { ...(dossier && asJson(dossier)), ...returnChapters(result) };
  return { written: result, output: { chapters, result: asJson(result.shopifyReturn) } };
}
