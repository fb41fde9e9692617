import type { ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import { searchAftersales, searchRmas, type Batch } from './aftersales';
import { isClosedToApp } from './closed-to-app';
import { searchOrders } from './get-orders';
import { searchCancellations } from './search-cancellations';
import { searchReturns } from './search-returns';
import { toSeconds } from './times';
import { changeKey, eventsByType, type ChangeFacts, type TikTokNews } from './webhook';

/** A stretch of time, as ISO instants: from the first, before the second. */
export interface Window {
  readonly from: string;
  readonly before: string;
}

/** The types whose changes a search can find. */
export const searchableTypes: readonly number[] = [1, 11, 12, 64, 65];

/**
 * What changed within a stretch of time, the oldest first, under the same keys as the webhooks of the same changes: found
 * out by asking, for the case that a webhook was missed. A thing that changed twice is found in its newest state.
 * @param types numbers of events
 * @param onClosed is told of a search for batches that TikTok Shop refuses to this app; the other searches go on
 */
export async function findChanges(
  client: TikTokShopClient,
  types: readonly number[],
  window: Window,
  onClosed: (error: ReturnsError) => void = () => undefined,
): Promise<TikTokNews[]> {
  const found: TikTokNews[] = [];
  for (const type of types) {
    const event = eventsByType[type];
    try {
      found.push(...((await searches[type]?.(client, window)) ?? []));
    } catch (error) {
      if (!isClosedToApp(event, error)) throw error;
      onClosed(error);
    }
  }
  return found.sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
}

type Search = (client: TikTokShopClient, window: Window) => Promise<TikTokNews[]>;

const inOrder = ({ from, before }: Window) => ({
  updatedFrom: from,
  updatedBefore: before,
  sortBy: 'update_time' as const,
  order: 'ASC' as const,
});

const searches: Readonly<Record<number, Search>> = {
  1: async (client, window) =>
    (await searchOrders(client, inOrder(window))).map(({ tiktokOrder: { id, status, updatedAt } }) =>
      news(1, { orderId: id, ...(status !== undefined && { status }) }, updatedAt),
    ),
  11: async (client, window) =>
    (await searchCancellations(client, inOrder(window))).map(
      ({ tiktokCancellation: { id, orderId, status, updatedAt } }) =>
        news(11, { cancelId: id, orderId, status }, updatedAt),
    ),
  12: async (client, window) =>
    (await searchReturns(client, inOrder(window))).map(({ tiktokReturn: { id, orderId, status, updatedAt } }) =>
      news(12, { returnId: id, orderId, status }, updatedAt),
    ),
  64: async (client, window) =>
    (await searchAftersales(client, inOrder(window))).map((batch) =>
      news(64, { aftersalesRequestId: batch.id, ...statusOf(batch) }, batch.updatedAt),
    ),
  65: async (client, window) =>
    (await searchRmas(client, inOrder(window))).map((batch) =>
      news(
        65,
        {
          rmaId: batch.id,
          ...(batch.requestId !== undefined && { aftersalesRequestId: batch.requestId }),
          ...statusOf(batch),
        },
        batch.updatedAt,
      ),
    ),
};

const statusOf = ({ status }: Batch): { status?: string } => (status === undefined ? {} : { status });

function news(type: number, facts: Omit<ChangeFacts, 'updatedAt'>, at: string | undefined): TikTokNews {
  const updatedAt = at === undefined ? undefined : toSeconds(at);
  return {
    type,
    event: eventsByType[type] ?? 'UNKNOWN',
    key: changeKey(type, { ...facts, updatedAt }) ?? `search:${type}:${Object.values(facts).join(':')}:${at ?? ''}`,
    foundBy: 'search',
    ...facts,
    ...(at !== undefined && { at }),
    payload: {},
  };
}
