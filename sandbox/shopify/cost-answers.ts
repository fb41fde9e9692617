import { maximumQueryCost } from './cost';
import type { ThrottleStatus } from './throttle';

/** What `extensions.cost` of an answer holds. */
export interface Cost {
  requestedQueryCost: number;
  actualQueryCost: number | null;
  throttleStatus: ThrottleStatus;
}

/** The answer while the bucket is too empty: HTTP 200, no data. */
export function throttledBody(requestedQueryCost: number, throttleStatus: ThrottleStatus): unknown {
  const cost: Cost = { requestedQueryCost, actualQueryCost: null, throttleStatus };
  const extensions = { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' };
  return { errors: [{ message: 'Throttled', extensions }], extensions: { cost } };
}

/** The answer to a query that is too dear for any bucket. */
export function tooDearBody(cost: number): unknown {
  const message =
    `Query cost is ${cost}, which exceeds the single query max cost limit (${maximumQueryCost}).\n\n` +
    'See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\n' +
    'cost of a query is calculated.\n';
  const documentation = 'https://shopify.dev/api/usage/rate-limits';
  return {
    errors: [{ message, extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: maximumQueryCost, documentation } }],
  };
}
