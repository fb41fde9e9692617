import { z } from 'zod/v4';
import { moneySchema } from '../money';
import { instantSchema } from '../vocabulary';
import { lawReferenceSchema, localisedSchema, offeredResolutions, outcomeSchema } from './decision-terms';
import { idSchema } from './scalars';

/** How the fee of a line is worked out, so that it can be worked out anew when only a part of the goods arrives. */
const feeBasisSchema = z.lazy(() =>
  z.object({
    rule: z.string().meta({ description: 'Lines with fees of one rule share a flat fee per return' }),
    per: z.enum(['return', 'line', 'item']).meta({ description: 'How often a flat fee is kept' }),
    percent: z.number().min(0).max(100).optional().meta({ description: 'Of what is paid back for the line' }),
    amount: moneySchema.optional().meta({ description: 'A flat fee' }),
    minimum: moneySchema.optional(),
    cap: moneySchema.optional(),
  }),
);

export const lineDecisionSchema = z.lazy(() =>
  z.object({
    orderLineId: idSchema,
    quantity: z.int().positive().optional(),
    outcome: outcomeSchema,
    rule: z.string(),
    windowEndsAt: instantSchema.optional(),
    refundable: moneySchema,
    fee: moneySchema.optional().meta({ description: 'The part of the fee that falls to this line' }),
    feeBasis: feeBasisSchema.optional().meta({ description: 'How the fee of this line is worked out' }),
    tax: moneySchema.optional().meta({ description: 'The tax within what is paid back for the goods' }),
    reason: localisedSchema.optional(),
    resolutions: z.array(z.enum(offeredResolutions)).optional(),
    keepItem: z.boolean().optional(),
    missing: z.array(z.string()).optional(),
    rights: z
      .object({
        withdrawal: z.string().optional(),
        withdrawalEndsAt: instantSchema.optional(),
        guarantee: z.string().optional(),
        guaranteeEndsAt: instantSchema.optional(),
        deduction: z
          .object({
            allowed: z.boolean(),
            missing: z.array(z.string()).optional(),
            law: lawReferenceSchema.optional(),
          })
          .optional()
          .meta({
            description: 'Whether a withdrawal may be cut for lost value, and what would have to be shown for it',
          }),
      })
      .optional()
      .meta({ description: 'What the law grants for this line, and until when' }),
  }),
);
