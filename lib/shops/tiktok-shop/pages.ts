/** One page of a search: what is on it, and the token of the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/**
 * Walks the pages of a search until they end, or until there is enough.
 * @param size the largest page that TikTok Shop gives
 * @param smallest the smallest one
 */
export async function allPages<T>(
  fetchPage: (size: number, token: string | undefined) => Promise<Page<T>>,
  {
    size,
    smallest = 1,
    limit = Infinity,
  }: { readonly size: number; readonly smallest?: number; readonly limit?: number },
): Promise<T[]> {
  const found: T[] = [];
  const pageSize = Math.max(smallest, Math.min(size, limit));
  for (let token: string | undefined; found.length < limit;) {
    const page = await fetchPage(pageSize, token);
    found.push(...page.items);
    // A token that does not move on would never end.
    if (page.next === undefined || page.next === token) break;
    token = page.next;
  }
  return limit === Infinity ? found : found.slice(0, limit);
}
