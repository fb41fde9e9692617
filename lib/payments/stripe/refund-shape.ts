import { z } from 'zod/v4';
import { once } from '../../http';
import type { Refund } from '../../returns';
import { fromStripeAmount } from './amount';

const referenceSchema = once(() =>
  z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
);

export const stripeRefundSchema = once(() =>
  z.object({
    id: z.string(),
    object: z.literal('refund'),
    amount: z.int(),
    currency: z.string(),
    status: z.string().nullish(),
    failure_reason: z.string().nullish(),
    created: z.int(),
    metadata: z.record(z.string(), z.string()).nullish(),
    payment_intent: referenceSchema(),
    charge: referenceSchema(),
  }),
);
export type StripeRefund = z.output<ReturnType<typeof stripeRefundSchema>>;

const statuses: Readonly<Record<string, Refund['status']>> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
};

/** A word that Stripe may add one day is neither money back nor a failure: it stays pending, and is kept as it came. */
export function readRefund(refund: StripeRefund): Refund {
  return {
    provider: 'stripe',
    id: refund.id,
    status: statuses[refund.status ?? ''] ?? 'pending',
    amount: fromStripeAmount(refund.amount, refund.currency),
    providerStatus: refund.status ?? 'unknown',
    ...(refund.failure_reason && { failureReason: refund.failure_reason }),
    at: new Date(refund.created * 1000).toISOString(),
  };
}
