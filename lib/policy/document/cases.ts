import { z } from 'zod/v4';
import { evidenceKinds, offeredResolutions, outcomes, returnMethods } from '../../returns';
import { localisedTextSchema, ruleShape } from './common';

export const caseKinds = ['gift', 'picking_error', 'transport_damage', 'recall', 'not_received', 'other'] as const;

export const caseRuleSchema = z
  .strictObject({
    ...ruleShape,
    kind: z.enum(caseKinds).default('other'),
    outcome: z.enum(outcomes).optional().meta({ description: 'Decides in place of `routing`' }),
    question: localisedTextSchema.optional(),
    anyTime: z.boolean().default(false).meta({ description: 'The return window does not matter' }),
    evenExcluded: z.boolean().default(false).meta({ description: 'Exclusions and item conditions do not matter' }),
    free: z.boolean().default(false).meta({ description: 'No fee' }),
    keepItem: z.boolean().optional().meta({ description: 'The shopper keeps the goods, or never does' }),
    resolutions: z
      .array(z.enum(offeredResolutions))
      .min(1)
      .optional()
      .meta({ description: 'Of what is offered, only these' }),
    methods: z.array(z.enum(returnMethods)).min(1).optional().meta({ description: 'Of the methods, only these' }),
    proof: z
      .partialRecord(z.enum(evidenceKinds), z.int().min(1).max(50))
      .optional()
      .meta({ description: 'Evidence to hand in before the decision' }),
    reason: localisedTextSchema.optional(),
  })
  .refine(({ outcome, question }) => outcome !== 'needs_info' || question !== undefined, {
    message: 'expected a `question` for the shopper',
    path: ['question'],
  });
export type CaseRule = z.output<typeof caseRuleSchema>;

export const casesSchema = z
  .array(caseRuleSchema)
  .max(1000)
  .default([])
  .meta({
    description:
      'Cases apart, such as gifts, picking errors, transport damage and recalls: the first rule that holds for a line ' +
      'changes what the other parts say',
  });

const otherwiseSchema = z.enum(['review', 'needs_info', 'reject']).default('needs_info');

export const togetherSchema = z
  .strictObject({
    mixedLines: z.enum(['review', 'approve_part']).default('review').meta({
      description: 'When some lines are refused and others are not: a person decides, or the others are approved',
    }),
    bundles: z
      .strictObject({
        comeBack: z.enum(['apart', 'together']).default('apart'),
        otherwise: otherwiseSchema,
      })
      .prefault({})
      .meta({ description: 'Whether lines that were sold as a bundle may come back one by one' }),
    promotionGifts: z
      .strictObject({
        comeBack: z.boolean().default(false),
        otherwise: otherwiseSchema,
      })
      .prefault({})
      .meta({ description: 'Whether what came free with goods has to come back with them' }),
  })
  .prefault({})
  .meta({ description: 'What belongs together: partial returns, bundles, free gifts of a promotion' });
