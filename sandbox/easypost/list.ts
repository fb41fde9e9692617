import { EasyPostError } from './errors';

interface Listed {
  id: string;
  created_at: string;
}

const mostOnPage = 100;
const usualOnPage = 20;

/** One page, newest first; `before_id` and `after_id` are about age, so `before_id` leads to older ones. */
export function listPage<T extends Listed>(
  all: Iterable<T>,
  query: Readonly<Record<string, string>>,
): { page: T[]; has_more: boolean } {
  const { before_id: before, after_id: after, start_datetime: start, end_datetime: end } = query;
  if (before !== undefined && after !== undefined) {
    throw new EasyPostError(422, 'PARAMETER.INVALID', 'before_id may not be used with after_id.');
  }
  const size = Math.min(Number(query['page_size'] ?? usualOnPage), mostOnPage);
  const items = [...all]
    .filter((item) => start === undefined || Date.parse(item.created_at) > Date.parse(start))
    .filter((item) => end === undefined || Date.parse(item.created_at) < Date.parse(end))
    .reverse();
  if (after !== undefined) {
    const index = items.findIndex((item) => item.id === after);
    const newer = items.slice(0, Math.max(0, index));
    return { page: newer.slice(-size), has_more: newer.length > size };
  }
  const from = before === undefined ? 0 : items.findIndex((item) => item.id === before) + 1;
  return { page: items.slice(from, from + size), has_more: items.length > from + size };
}
