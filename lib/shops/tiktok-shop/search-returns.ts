import { defined, ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import { readReturn } from './mapping';
import { languageOfMarket } from './market-language';
import { allPages } from './pages';
import { returnsSchema } from './shapes';
import { listed, timeFilters } from './time-filters';
import type { ReturnFilters, ReturnResult } from './types';

/** TikTok Shop takes pages of 10 to 50 returns. */
const PAGE = { size: 50, smallest: 10 };

/**
 * Returns, refunds and replacements, in the order asked for; all pages of them unless limited.
 * @param onPage is handed each page before the next is asked for; the last one may go beyond the limit
 */
export async function searchReturns(
  client: TikTokShopClient,
  filters: ReturnFilters = {},
  onPage: (page: readonly ReturnResult[]) => void = () => undefined,
): Promise<ReturnResult[]> {
  const language = languageOfMarket(client.shop?.region);
  const json = bodyOf(filters);
  const fetchPage = async (size: number, token: string | undefined) => {
    const { return_orders, next_page_token } = await client.call('searchReturns', {
      query: { page_size: size, page_token: token, sort_field: filters.sortBy, sort_order: filters.order },
      json,
      data: returnsSchema(),
    });
    const items = (return_orders ?? []).map((answer) => readReturn(answer, language));
    onPage(items);
    return { items, next: next_page_token };
  };
  return allPages(fetchPage, { ...PAGE, ...defined({ limit: filters.limit }) });
}

const bodyOf = (filters: ReturnFilters): object => ({
  ...defined({
    return_ids: listed(filters.returnIds),
    order_ids: listed(filters.orderIds),
    buyer_user_ids: listed(filters.buyerUserIds),
    return_types: listed(filters.types),
    return_status: listed(filters.statuses),
    arbitration_status: listed(filters.arbitrationStatuses),
    seller_proposed_return_type: listed(filters.proposedTypes),
    locale: filters.locale,
  }),
  ...timeFilters(filters),
});

/** TikTok Shop has no call for one return: it is searched for. @throws ReturnsError `not_found` */
export async function getReturn(client: TikTokShopClient, returnId: string, locale?: string): Promise<ReturnResult> {
  const found = await searchReturns(client, { returnIds: [returnId], ...defined({ locale }) });
  const own = found.find(({ tiktokReturn }) => tiktokReturn.id === returnId);
  if (own) return own;
  throw new ReturnsError('not_found', 'TikTok Shop knows no such return', {
    provider: 'tiktok_shop',
    description: 'Check the id, and that the field "Shop" names the shop that the return belongs to.',
  });
}
