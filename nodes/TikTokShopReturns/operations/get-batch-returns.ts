import type { IExecuteFunctions } from 'n8n-workflow';
import type { Batch, TikTokShopClient } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { ReturnsError } from '../../../lib/returns';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { batchIdField, batchKindField, batchKindOf } from '../batch-fields';
import { localeField, returnReference } from '../return-fields';
import { orderIdsOf, returnResults, unitIdsOf } from '../return-results';

export const getBatchReturns: Operation = {
  resource: 'batchReturn',
  option: {
    name: 'Get Returns',
    value: 'getReturns',
    action: 'Get returns of batch',
    description: 'Read each return of a batch request or package with its order: each is a case of its own',
  },
  fields: [batchKindField, batchIdField, localeField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const batch = await readBatch(context, itemIndex, client);
    const locale = textParameter(context, 'locale', itemIndex);
    const { returnIds } = batch;
    const found = await tikTokShop().searchReturns(client, { returnIds, ...(locale !== '' && { locale }) });
    ensureAll(batch, new Set(found.map(({ tiktokReturn }) => tiktokReturn.id)));
    const orders = await tikTokShop().getOrders(client, orderIdsOf(found), unitIdsOf(found));
    const { id, kind, status, requestId } = batch;
    return returnResults(client, found, orders, (entry) => ({
      tiktokBatch: { id, kind, ...(status !== undefined && { status }), ...(requestId !== undefined && { requestId }) },
      references: { ...returnReference(entry, client), tiktokBatch: requestId ?? id },
    }));
  },
};

async function readBatch(context: IExecuteFunctions, itemIndex: number, client: TikTokShopClient): Promise<Batch> {
  const id = requiredText(context, 'batchId', 'ID', itemIndex);
  const isRma = batchKindOf(context, itemIndex) === 'RMA';
  const { searchRmas, searchAftersales } = tikTokShop();
  const found = await (isRma ? searchRmas : searchAftersales)(client, { ids: [id] });
  const batch = found.find((entry) => entry.id === id);
  if (batch) return batch;
  throw new ReturnsError('not_found', `TikTok Shop knows no ${isRma ? 'package' : 'request'} ${id}`, {
    provider: 'tiktok_shop',
    retryable: true,
    description: 'Check the id and the kind, and that the field "Shop" names the shop that it belongs to.',
  });
}

/** A return that is left out would be a case that nobody opens. */
function ensureAll({ id, returnIds }: Batch, found: ReadonlySet<string>): void {
  const missing = returnIds.filter((returnId) => !found.has(returnId));
  if (returnIds.length > 0 && missing.length === 0) return;
  throw new ReturnsError(
    'not_found',
    `TikTok Shop tells of batch ${id} ${missing.length > 0 ? `no more than the ids of ${missing.join(', ')}` : 'no return'}`,
    {
      provider: 'tiktok_shop',
      retryable: true,
      description: 'It may tell more in a moment. Else look at the batch in Seller Center, and decide it there.',
    },
  );
}
