import { defined, ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import { readCancellation } from './mapping';
import { languageOfMarket } from './market-language';
import { allPages } from './pages';
import { cancellationsSchema } from './shapes';
import { listed, timeFilters } from './time-filters';
import type { CancellationFilters, CancellationResult } from './types';

/** Cancellations of orders, in the order asked for; all pages of them unless limited. */
export async function searchCancellations(
  client: TikTokShopClient,
  filters: CancellationFilters = {},
): Promise<CancellationResult[]> {
  const language = languageOfMarket(client.shop?.region);
  const json = bodyOf(filters);
  const fetchPage = async (size: number, token: string | undefined) => {
    const { cancellations, next_page_token } = await client.call('searchCancellations', {
      query: { page_size: size, page_token: token, sort_field: filters.sortBy, sort_order: filters.order },
      json,
      data: cancellationsSchema(),
    });
    return { items: cancellations ?? [], next: next_page_token };
  };
  const found = await allPages(fetchPage, { size: 50, ...defined({ limit: filters.limit }) });
  return found.map((answer) => readCancellation(answer, language));
}

const bodyOf = (filters: CancellationFilters): object => ({
  ...defined({
    cancel_ids: listed(filters.cancelIds),
    order_ids: listed(filters.orderIds),
    buyer_user_ids: listed(filters.buyerUserIds),
    cancel_types: listed(filters.types),
    cancel_status: listed(filters.statuses),
    locale: filters.locale,
  }),
  ...timeFilters(filters),
});

/** @throws ReturnsError `not_found` */
export async function getCancellation(client: TikTokShopClient, cancelId: string): Promise<CancellationResult> {
  const found = await searchCancellations(client, { cancelIds: [cancelId] });
  const own = found.find(({ tiktokCancellation }) => tiktokCancellation.id === cancelId);
  if (own) return own;
  throw new ReturnsError('not_found', 'TikTok Shop knows no such cancellation', {
    provider: 'tiktok_shop',
    description: 'Check the id, and that the field "Shop" names the shop that the order belongs to.',
  });
}
