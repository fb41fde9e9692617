import type { TikTokShopClient } from './client';
import { fetchOrders, IDS_AT_ONCE } from './get-orders';
import { readOrder } from './read-order';
import type { OrderAnswer } from './shapes';
import type { OrderResult } from './types';

/** Orders that are fetched while a search still finds more of their ids. */
export interface OrderGathering {
  /** Fetches them when there are fifty that are not fetched yet. */
  add(ids: readonly string[]): void;
  /**
   * All of them; ids that TikTok Shop does not know are left out.
   * @param returning units that are on their way back, which count as returnable still
   * @throws what a call failed with, also while more were added
   */
  finish(returning: readonly string[]): Promise<Map<string, OrderResult>>;
}

/** One call at a time, beside that of the search: reads are limited to a few per second and shop. */
export function gatherOrders(client: TikTokShopClient): OrderGathering {
  const known = new Set<string>();
  const found: OrderAnswer[] = [];
  let waiting: string[] = [];
  let running = Promise.resolve();

  const fetchSome = (): void => {
    const ids = waiting.slice(0, IDS_AT_ONCE);
    waiting = waiting.slice(IDS_AT_ONCE);
    running = running.then(async () => {
      found.push(...(await fetchOrders(client, ids)));
    });
    // A failure waits for `finish`: nobody listens before, and n8n would end over it.
    running.catch(() => undefined);
  };

  return {
    add(ids) {
      const fresh = [...new Set(ids)].filter((id) => !known.has(id));
      for (const id of fresh) known.add(id);
      waiting = [...waiting, ...fresh];
      while (waiting.length >= IDS_AT_ONCE) fetchSome();
    },
    async finish(returning) {
      if (waiting.length > 0) fetchSome();
      await running;
      return new Map(found.map((answer) => [answer.id, readOrder(answer, returning)]));
    },
  };
}
