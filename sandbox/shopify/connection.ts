import { GraphQLError } from 'graphql';
import { z } from 'zod/v4';
import type { View } from './view';

const pageArguments = z.object({
  first: z.int().nullish(),
  last: z.int().nullish(),
  after: z.string().nullish(),
  before: z.string().nullish(),
  reverse: z.boolean().nullish(),
});

const largestPage = 250;

function cursorOf(id: string): string {
  return Buffer.from(JSON.stringify({ last_id: id })).toString('base64');
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

/**
 * A Relay connection over a list in its natural order. Throws the API's errors for a page without size and for one of
 * more than 250.
 */
export function connection<T extends { id: string }>(
  items: readonly T[],
  args: unknown,
  view: (item: T) => View,
  rest: Record<string, unknown> = {},
): View {
  const { first, last, after, before, reverse } = pageArguments.parse(args);
  const size = first ?? last;
  if (size === undefined || size === null) throw badRequest('you must provide one of first or last');
  if (size < 0 || size > largestPage)
    throw badRequest(`Limit ${size} exceeds the maximum allowed page size of ${largestPage}`);

  const ordered = reverse === true ? [...items].reverse() : [...items];
  const indexOf = (cursor: string): number => ordered.findIndex((item) => cursorOf(item.id) === cursor);
  const start = after === undefined || after === null ? 0 : indexOf(after) + 1;
  const end = before === undefined || before === null ? ordered.length : indexOf(before);
  const window = ordered.slice(start, end);
  const page =
    first === undefined || first === null ? window.slice(Math.max(0, window.length - size)) : window.slice(0, size);

  const offset = page[0] === undefined ? start : ordered.indexOf(page[0]);
  const edges = page.map((item) => ({ cursor: cursorOf(item.id), node: view(item) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: offset + page.length < ordered.length,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    ...rest,
  };
}
