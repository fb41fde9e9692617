import { z } from 'zod/v4';
import { evidenceKinds, itemStates } from '../../returns';
import { localisedTextSchema, MOST_RULES, ruleShape } from './common';

export const itemConditionSchema = z
  .strictObject({
    ...ruleShape,
    requires: z
      .array(z.enum(itemStates))
      .max(itemStates.length)
      .default([])
      .meta({ description: 'How the goods have to be' }),
    ask: z.boolean().default(false).meta({
      description: 'Ask the shopper about each state before deciding, instead of looking when the goods are back',
    }),
    proof: z
      .partialRecord(z.enum(evidenceKinds), z.int().min(1).max(50))
      .optional()
      .meta({ description: 'Evidence to hand in before the decision, e.g. `{ "photos": 2 }`' }),
    otherwise: z
      .enum(['review', 'reject'])
      .default('review')
      .meta({ description: 'What follows when the goods are not so' }),
    reason: localisedTextSchema.optional(),
  })
  .refine(({ requires, proof }) => requires.length > 0 || (proof !== undefined && Object.keys(proof).length > 0), {
    message: 'expected `requires` or `proof`',
  });
export type ItemCondition = z.output<typeof itemConditionSchema>;

export const itemConditionsSchema = z
  .array(itemConditionSchema)
  .max(MOST_RULES)
  .default([])
  .meta({ description: 'How goods have to come back, and what has to be shown: every rule that holds counts' });
