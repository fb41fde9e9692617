import { invalidRequest } from './errors';
import { type Form, formOf, textOf } from './form';

export interface StripeList<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

interface Listed {
  id: string;
  created?: number;
}

const bounds = {
  gt: (created: number, limit: number) => created > limit,
  gte: (created: number, limit: number) => created >= limit,
  lt: (created: number, limit: number) => created < limit,
  lte: (created: number, limit: number) => created <= limit,
};

function isInRange(item: Listed, form: Form): boolean {
  const range = formOf(form, 'created');
  return Object.entries(bounds).every(([name, isWithin]) => {
    const limit = textOf(range, name);
    return limit === undefined || item.created === undefined || isWithin(item.created, Number(limit));
  });
}

/** How many to a page: 1 to 100, 10 when left out. */
function pageSize(form: Form): number {
  const text = textOf(form, 'limit');
  if (text === undefined) return 10;
  if (!/^\d+$/.test(text)) {
    throw invalidRequest(`Invalid integer: ${text}`, { code: 'parameter_invalid_integer', param: 'limit' });
  }
  const limit = Number(text);
  if (limit < 1) throw invalidRequest('This value must be greater than or equal to 1.', { param: 'limit' });
  return Math.min(limit, 100);
}

/** One page, newest first, after `starting_after` or before `ending_before`. */
export function listPage<T extends Listed>(
  all: Iterable<T>,
  form: Form,
  url: string,
  order: 'newest' | 'as-is' = 'newest',
): StripeList<T> {
  const items = [...all].filter((item) => isInRange(item, form));
  if (order === 'newest') items.sort((one, other) => (other.created ?? 0) - (one.created ?? 0));
  const limit = pageSize(form);
  const indexOf = (param: string): number | undefined => {
    const id = textOf(form, param);
    if (id === undefined) return undefined;
    const index = items.findIndex((item) => item.id === id);
    if (index < 0) throw invalidRequest(`No such object: '${id}'`, { code: 'resource_missing', param });
    return index;
  };
  const before = indexOf('ending_before');
  if (before !== undefined) {
    const start = Math.max(0, before - limit);
    return { object: 'list', data: items.slice(start, before), has_more: start > 0, url };
  }
  const after = indexOf('starting_after');
  const start = after === undefined ? 0 : after + 1;
  return { object: 'list', data: items.slice(start, start + limit), has_more: start + limit < items.length, url };
}
