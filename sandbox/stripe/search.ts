import { invalidRequest } from './errors';
import { type Form, textOf } from './form';
import type { Metadata } from './objects';

interface Searchable {
  id: string;
  created: number;
  amount: number;
  currency: string;
  status: string;
  metadata: Metadata;
}

const clausePattern = /^(-?)(?:metadata\[(['"])(.+?)\2\]|(\w+))\s*(:|~|>=|<=|>|<)\s*(?:(['"])(.*)\6|(null|\d+))$/;

function compare(operator: string, actual: string | number | undefined, wanted: string): boolean {
  if (wanted === 'null') return actual === undefined;
  if (actual === undefined) return false;
  switch (operator) {
    case ':':
      return String(actual) === wanted;
    case '~':
      return String(actual).includes(wanted);
    case '>':
      return Number(actual) > Number(wanted);
    case '>=':
      return Number(actual) >= Number(wanted);
    case '<':
      return Number(actual) < Number(wanted);
    default:
      return Number(actual) <= Number(wanted);
  }
}

/** One test of Stripe's search query language (docs.stripe.com/search): clauses joined by AND or by OR, never both. */
function readQuery(query: string): (item: Searchable) => boolean {
  const isOr = /\s+OR\s+/.test(query);
  if (isOr && /\s+AND\s+/.test(query)) {
    throw invalidRequest('We do not currently support combining AND and OR in the same query.', { param: 'query' });
  }
  const clauses = query.split(/\s+(?:AND|OR)\s+/).map((clause) => {
    const match = clausePattern.exec(clause.trim());
    if (match === null)
      throw invalidRequest(`We were unable to parse your search query. Invalid clause: ${clause}`, { param: 'query' });
    const [, negation, , key, field = '', operator = ':', , quoted, bare = ''] = match;
    return (item: Searchable): boolean => {
      const fields: Record<string, string | number> = {
        amount: item.amount,
        created: item.created,
        currency: item.currency,
        status: item.status,
      };
      const actual = key === undefined ? fields[field] : item.metadata[key];
      return compare(operator, actual, quoted ?? bare) !== (negation === '-');
    };
  });
  return (item) => (isOr ? clauses.some((clause) => clause(item)) : clauses.every((clause) => clause(item)));
}

/** A `search_result`, newest first. `page` is the number of objects to skip. */
export function search<T extends Searchable>(all: Iterable<T>, form: Form, url: string): object {
  const query = textOf(form, 'query');
  if (query === undefined) {
    throw invalidRequest('Missing required param: query.', { code: 'parameter_missing', param: 'query' });
  }
  const found = [...all].filter(readQuery(query)).sort((one, other) => other.created - one.created);
  const limit = Math.min(Number(textOf(form, 'limit') ?? '10'), 100);
  const start = Number(textOf(form, 'page') ?? '0');
  const hasMore = start + limit < found.length;
  return {
    object: 'search_result',
    data: found.slice(start, start + limit),
    has_more: hasMore,
    next_page: hasMore ? String(start + limit) : null,
    url,
  };
}
