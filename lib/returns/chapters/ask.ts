import { z } from 'zod/v4';
import { localisedSchema, offeredResolutions } from './decision-terms';
import { evidenceKinds, itemStates, returnMethods } from './request';

/** What a shopper can be asked: the state of goods, evidence, a date, a choice, or words of their own. */
export const askables = [...itemStates, ...evidenceKinds, 'delivered_at', 'method', 'resolution', 'words'] as const;

export const askSchema = z.lazy(() =>
  z.object({
    what: z.enum(askables),
    count: z.int().positive().optional().meta({ description: 'How many pieces of evidence' }),
    choices: z
      .array(z.object({ value: z.enum([...returnMethods, ...offeredResolutions]), text: localisedSchema }))
      .optional()
      .meta({ description: 'What there is to choose among' }),
  }),
);
export type Ask = z.infer<typeof askSchema>;
