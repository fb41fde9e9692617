import { z } from 'zod/v4';
import { outcomes } from '../../returns';
import { localisedTextSchema, MOST_RULES, nameSchema, ruleShape } from './common';

export const routingRuleSchema = z
  .strictObject({
    ...ruleShape,
    outcome: z.enum(outcomes),
    priority: z
      .int()
      .min(-1000)
      .max(1000)
      .default(0)
      .meta({ description: 'The rule with the highest priority decides; among equals the most cautious outcome' }),
    lane: nameSchema.optional().meta({ description: 'Written on the decision, e.g. `vip`' }),
    question: localisedTextSchema.optional().meta({ description: 'What the shopper is asked, for `needs_info`' }),
    reason: localisedTextSchema.optional(),
  })
  .refine(({ outcome, question }) => outcome !== 'needs_info' || question !== undefined, {
    message: 'expected a `question` for the shopper',
    path: ['question'],
  });
export type RoutingRule = z.output<typeof routingRuleSchema>;

export const routingSchema = z
  .array(routingRuleSchema)
  .max(MOST_RULES)
  .default([])
  .meta({
    description:
      'Who decides requests that nothing else refuses. Without a rule that holds they are approved. ' +
      'A rule on whole requests can be overruled by none of its lines.',
  });
