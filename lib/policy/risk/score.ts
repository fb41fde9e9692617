import { z } from 'zod/v4';
import { riskSchema } from '../../returns';
import { signalNames } from './signal-names';

const countSchema = z.int().nonnegative();

export const riskPointSchema = z.object({
  signal: z.enum(signalNames),
  points: z.int().nonnegative().meta({ description: 'What it adds to the score' }),
  weight: z.number().meta({ description: 'The most that it can add, as the policy has it' }),
  saw: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  text: z.string().meta({ description: 'The same in plain words, for the person who looks at the case' }),
});
export type RiskPoint = z.infer<typeof riskPointSchema>;

/** A risk score with its reasons. It may add a review and never a refusal. */
export const riskScoreSchema = riskSchema
  .extend({
    score: z.int().min(0).max(100),
    level: z.enum(['low', 'medium', 'high']),
    confidence: z.object({
      level: z.enum(['low', 'medium', 'high']),
      orders: countSchema.meta({ description: 'Orders that it rests on' }),
      returns: countSchema,
    }),
    points: z.array(riskPointSchema).meta({ description: 'The largest first' }),
    unknown: z
      .array(z.object({ signal: z.enum(signalNames), needs: z.array(z.string()) }))
      .meta({ description: 'Signals that could not be judged and added nothing, and what they would need' }),
  })
  .meta({ title: 'RiskScore' });
export type RiskScore = z.infer<typeof riskScoreSchema>;
