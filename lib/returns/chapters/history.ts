import { z } from 'zod/v4';
import { moneySchema } from '../money';

/** What is known of a customer's earlier returns and claims. Counts are of this shop alone. */
export const historySchema = z.lazy(() =>
  z
    .object({
      orders: z.int().nonnegative().optional(),
      spend: moneySchema.optional().meta({ description: 'Everything this customer has paid' }),
      returns: z
        .object({
          days30: z.int().nonnegative().optional(),
          days90: z.int().nonnegative().optional(),
          days180: z.int().nonnegative().optional(),
          ofOrder: z.int().nonnegative().optional().meta({ description: 'Earlier returns of this order' }),
        })
        .optional(),
      returnRate: z
        .object({ days30: z.number().optional(), days90: z.number().optional(), days180: z.number().optional() })
        .optional()
        .meta({ description: 'Units returned of units bought, in percent' }),
      keptItems: z.int().nonnegative().optional().meta({ description: 'Refunds without a return' }),
      missingClaims: z
        .int()
        .nonnegative()
        .optional()
        .meta({ description: 'Claims that a parcel or item did not arrive, or was a wrong one' }),
      credit: moneySchema.optional().meta({ description: 'Store credit received so far' }),
      failedPayments: z.int().nonnegative().optional(),
      lists: z.array(z.string()).optional().meta({ description: 'Lists that name this customer, e.g. `block`' }),
      linkedCustomers: z
        .int()
        .nonnegative()
        .optional()
        .meta({ description: 'Other customers who share an address, a card or a device with this one' }),
      addressType: z.enum(['home', 'business', 'relay_point', 'forwarder']).optional(),
    })
    .meta({ title: 'History' }),
);
export type History = z.infer<typeof historySchema>;

/** What a risk score says of a request; it may add a review and never a refusal. */
export const riskSchema = z
  .object({
    score: z.number().min(0).max(100),
    level: z.enum(['low', 'medium', 'high']).optional(),
  })
  .meta({ title: 'Risk' });
export type Risk = z.infer<typeof riskSchema>;
