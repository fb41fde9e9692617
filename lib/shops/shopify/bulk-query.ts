import { z } from 'zod/v4';
import { once, streamLines } from '../../http';
import { isReturnsError, ReturnsError } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { apiVersions } from './versions';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const startDocument = defineDocument(
  `mutation ReturnsStartBulk($query: String!, $groupObjects: Boolean!) {
    bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) {
      bulkOperation { id status }
      userErrors { field message code }
    }
  }`,
  () =>
    z.object({
      bulkOperationRunQuery: z.object({
        bulkOperation: z.object({ id: z.string() }).nullish(),
        userErrors: userErrorsSchema(),
      }),
    }),
);

const pollDocument = defineDocument(
  `query ReturnsBulk($id: ID!) {
    node(id: $id) { ... on BulkOperation { id status errorCode objectCount url } }
  }`,
  () =>
    z.object({
      node: z
        .object({
          id: z.string(),
          status: z.string(),
          errorCode: z.string().nullish(),
          objectCount: z.coerce.number(),
          url: z.string().nullish(),
        })
        .nullable(),
    }),
);

/** What is asked of the whole shop at once: a query without pages, whose answer is a file of JSON lines. */
export interface BulkQuery {
  readonly name: string;
  /** @param search in Shopify's search syntax */
  readonly text: (version: string, search: string) => string;
  readonly versions: readonly string[];
}

const registry: BulkQuery[] = [];

/** Every bulk query that this adapter may start, so that all of them are checked against the published schemas. */
export const bulkQueries: readonly BulkQuery[] = registry;

export function defineBulkQuery(name: string, text: BulkQuery['text']): BulkQuery {
  const query = { name, text, versions: apiVersions };
  registry.push(query);
  return query;
}

/** An object at the root of the answer, with those that its connections hold. */
export interface BulkEntry {
  readonly root: Readonly<Record<string, unknown>>;
  readonly children: readonly Readonly<Record<string, unknown>>[];
}

interface BulkOptions {
  /** Milliseconds until the answer must be there. Default an hour. */
  readonly patienceMs?: number;
}

const lineSchema = once(() => z.looseObject({ id: z.string().optional(), __parentId: z.string().optional() }));

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

/**
 * Asks the whole shop at once. The answer is read as it arrives, one root object with its children at a time, so memory
 * does not grow with the shop. Costs hardly any points of the bucket.
 * @throws ReturnsError `conflict` (retryable) while another bulk operation of the app is running; `timed_out`
 */
export async function* runBulkQuery(
  client: ShopifyClient,
  query: BulkQuery,
  search: string,
  { patienceMs = 3_600_000 }: BulkOptions = {},
): AsyncGenerator<BulkEntry> {
  const text = query.text(client.version, search);
  // Grouped, the children follow their root; otherwise they may come anywhere, and all of it had to be held.
  const { bulkOperationRunQuery: started } = await client.run(startDocument, { query: text, groupObjects: true });
  if (
    started.userErrors.some(({ code, message }) => code === 'OPERATION_IN_PROGRESS' || /in progress/i.test(message))
  ) {
    throw new ReturnsError('conflict', 'Another bulk operation of the app is running in this shop', {
      provider: 'shopify',
      description: 'Run the item again when that one is done: Shopify takes one after the other.',
      retryable: true,
    });
  }
  ensureAccepted(started.userErrors, 'start the bulk query');
  const id = started.bulkOperation?.id;
  if (id === undefined) throw lost(query.name);
  const url = await finished(client, query.name, id, patienceMs);
  if (url !== undefined) yield* readGroups(client, url);
}

async function finished(
  client: ShopifyClient,
  name: string,
  id: string,
  patienceMs: number,
): Promise<string | undefined> {
  const { now, sleep, signal } = client.environment;
  const startedAt = now();
  let waited = 0;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 1.5)) {
    const { node } = await client.run(pollDocument, { id });
    if (!node) throw lost(name);
    if (node.status === 'COMPLETED') return node.url ?? undefined;
    if (['CANCELED', 'CANCELING', 'EXPIRED', 'FAILED'].includes(node.status)) throw failed(node.status, node.errorCode);
    if (signal?.aborted || Math.max(now() - startedAt, waited) + pause > patienceMs) throw tooLate(id);
    await sleep(pause, signal);
    waited += pause;
  }
}

async function* readGroups(client: ShopifyClient, url: string): AsyncGenerator<BulkEntry> {
  const who = { provider: 'shopify', displayName: 'Shopify' };
  let root: BulkEntry['root'] | undefined;
  let children: BulkEntry['root'][] = [];
  for await (const line of streamLines(who, url, client.environment)) {
    const { __parentId: parent, ...object } = readLine(line);
    if (parent !== undefined) {
      if (parent !== root?.['id']) throw strayChild();
      children.push(object);
      continue;
    }
    if (root) yield { root, children };
    root = object;
    children = [];
  }
  if (root) yield { root, children };
}

function readLine(line: string) {
  try {
    return lineSchema().parse(JSON.parse(line));
  } catch (error) {
    if (isReturnsError(error)) throw error;
    throw new ReturnsError('unexpected_answer', 'Shopify answered the bulk query with a line that is no JSON object', {
      provider: 'shopify',
      description: 'Run the item again. Nothing was changed.',
      retryable: true,
    });
  }
}

const strayChild = (): ReturnsError =>
  new ReturnsError('unexpected_answer', 'Shopify answered the bulk query in an order that is not known', {
    provider: 'shopify',
    description: 'Run the item again. Nothing was changed.',
    retryable: true,
  });

const lost = (name: string): ReturnsError =>
  new ReturnsError('unexpected_answer', `Shopify knows nothing of the bulk operation ${name} any more`, {
    provider: 'shopify',
    description: 'Run the item again. Nothing was changed.',
    retryable: true,
  });

const failed = (status: string, code: string | null | undefined): ReturnsError =>
  new ReturnsError(
    code === 'ACCESS_DENIED' ? 'forbidden' : 'provider_unavailable',
    `The bulk operation ended ${status.toLowerCase()}`,
    {
      provider: 'shopify',
      description:
        code === 'ACCESS_DENIED'
          ? 'Give the app the access scopes that the documentation lists, install it again, and enter its new token.'
          : 'Run the item again, or ask for a shorter period.',
      retryable: code !== 'ACCESS_DENIED',
      context: { status, ...(code && { providerCode: code }) },
    },
  );

const tooLate = (id: string): ReturnsError =>
  new ReturnsError('timed_out', 'Shopify has not finished the bulk operation in time', {
    provider: 'shopify',
    description: 'Ask for a shorter period, or run the item again later.',
    retryable: true,
    context: { id },
  });
