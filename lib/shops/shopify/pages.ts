import { z } from 'zod/v4';

/** A page of a connection. */
export const pageOf = <T extends z.ZodType>(node: T) =>
  z.object({
    nodes: z.array(node),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }).optional(),
  });

interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined } | undefined;
}

/** Reads a connection to its end, or until `limit` nodes are there. */
export async function allNodes<T>(
  read: (after: string | null) => Promise<Page<T>>,
  limit = Number.POSITIVE_INFINITY,
): Promise<T[]> {
  const nodes: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await read(after);
    nodes.push(...page.nodes);
    after = page.pageInfo?.hasNextPage === true ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null && nodes.length < limit);
  return nodes.slice(0, limit);
}
