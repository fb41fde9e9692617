import { z } from 'zod/v4';
import { once } from '../../http';

/** Points, and points restored per second. Source: shopify.dev, GraphQL Admin API rate limits. */
export const costSchema = once(() =>
  z.object({
    requestedQueryCost: z.number(),
    throttleStatus: z.object({
      maximumAvailable: z.number().optional(),
      currentlyAvailable: z.number(),
      restoreRate: z.number().positive(),
    }),
  }),
);
export type Cost = z.output<ReturnType<typeof costSchema>>;

/** Used where Shopify does not say: half of what a full bucket of the smallest plan restores in ten seconds. */
const unknownDelayMs = 2_000;

/**
 * How long until the bucket holds what the operation costs, in milliseconds. A little more than that, by chance, so that
 * calls of several processes that wait together do not meet again.
 * @param random 0 up to 1
 */
export function throttleDelay(cost: Cost | undefined, random: number): number {
  if (cost === undefined) return Math.round(unknownDelayMs * (1 + random));
  const { currentlyAvailable, restoreRate } = cost.throttleStatus;
  const missing = Math.max(1, cost.requestedQueryCost - currentlyAvailable);
  return Math.ceil((missing / restoreRate) * 1000 + random * 250);
}
