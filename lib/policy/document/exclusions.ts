import { z } from 'zod/v4';
import { withdrawalGrounds } from '../law/facts';
import { localisedTextSchema, MOST_RULES, ruleShape } from './common';

/** Why goods are not taken back: the merchant's own grounds, and those that stand in the law. */
export const exclusionGrounds = ['commercial', 'clearance', 'gift_card', ...withdrawalGrounds] as const;
export type ExclusionGround = (typeof exclusionGrounds)[number];

export const exclusionSchema = z.strictObject({
  ...ruleShape,
  ground: z
    .enum(exclusionGrounds)
    .default('commercial')
    .meta({
      description:
        'Why the goods are excluded. Within a statutory period only a ground that the law knows can refuse; ' +
        '`commercial`, `clearance` and `gift_card` refuse only after it.',
    }),
  reason: localisedTextSchema.optional(),
});
export type Exclusion = z.output<typeof exclusionSchema>;

export const exclusionsSchema = z
  .array(exclusionSchema)
  .max(MOST_RULES)
  .default([])
  .meta({ description: 'Goods that are not taken back: every rule that holds excludes the line' });
