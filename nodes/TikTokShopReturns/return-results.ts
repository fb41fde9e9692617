import type { OrderResult, ReturnResult, TikTokShopClient } from '../../lib/shops/tiktok-shop';
import { asJson } from '../shared/case-access';
import type { OperationResult } from '../shared/operation';
import { withDeadline } from './deadline';
import { returnChapters, returnReference } from './return-fields';

export const orderIdsOf = (found: readonly ReturnResult[]): string[] =>
  found.map(({ tiktokReturn }) => tiktokReturn.orderId);

/** The units that are on their way back. */
export const unitIdsOf = (found: readonly ReturnResult[]): string[] =>
  found.flatMap(({ tiktokReturn }) => tiktokReturn.units.map(({ orderLineId }) => orderLineId));

/** Found returns as items, with their orders where those are wanted. */
export function returnResults(
  client: TikTokShopClient,
  found: readonly ReturnResult[],
  orders: ReadonlyMap<string, OrderResult> | undefined,
  more: (entry: ReturnResult) => object = () => ({}),
): OperationResult[] {
  return found.map((entry) => {
    const bought = orders?.get(entry.tiktokReturn.orderId);
    const extra = asJson(more(entry));
    return {
      chapters: {
        request: asJson(withDeadline(entry, client.shop?.region)),
        ...(bought && { order: asJson(bought.order), tiktokOrder: asJson(bought.tiktokOrder) }),
        references: returnReference(entry, client),
        ...returnChapters(entry),
        ...extra,
      },
      result: { ...asJson(entry.tiktokReturn), ...extra },
    };
  });
}
