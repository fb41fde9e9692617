import type { CaseFilter, CaseSort, Ledger, Page } from '../../lib/ledger';
import type { Dossier } from '../../lib/returns';

const PAGE_SIZE = 200;

/** Every case that fits, page by page, up to the limit. */
export async function collectCases(
  ledger: Ledger,
  filter: CaseFilter,
  limit = Number.POSITIVE_INFINITY,
  sort?: CaseSort,
): Promise<Dossier[]> {
  const found: Dossier[] = [];
  const pageOf = (cursor?: string): Page => ({
    limit: Math.min(limit - found.length, PAGE_SIZE),
    ...(sort && { sort }),
    ...(cursor !== undefined && { cursor }),
  });
  for (let page: Page | undefined = pageOf(); page !== undefined;) {
    const { items, next } = await ledger.findCases(filter, page);
    found.push(...items);
    page = next !== undefined && found.length < limit ? pageOf(next) : undefined;
  }
  return found;
}
