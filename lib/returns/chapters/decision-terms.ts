import { z } from 'zod/v4';
import { localeSchema, resolutions } from '../vocabulary';
import { idSchema } from './scalars';

/** From the kindest to the hardest. */
export const outcomes = ['approve', 'review', 'needs_info', 'reject'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** One text per language. A case that was decided before a language came knows fewer: read it with `wordsIn`. */
export const localisedSchema = z.partialRecord(localeSchema, z.string());
export type Localised = z.infer<typeof localisedSchema>;

/** What a policy can offer: what a shopper asks for, and what only a shop proposes. */
export const offeredResolutions = [...resolutions, 'repair', 'keep_item'] as const;
export type OfferedResolution = (typeof offeredResolutions)[number];

/** When a refund or credit is paid, or an exchange sent. */
export const paymentEvents = ['approval', 'label_scan', 'delivery', 'inspection'] as const;
export type PaymentEvent = (typeof paymentEvents)[number];

/**
 * What is paid back of the outbound delivery: what the law asks for; the whole when the whole order comes back; the
 * share of the goods that come back; always the whole.
 */
export const outboundDeliveryRules = ['as_law', 'whole_order', 'proportional', 'always'] as const;
export type OutboundDeliveryRule = (typeof outboundDeliveryRules)[number];

/** Where a law says what a decision rests on. */
export const lawReferenceSchema = z.lazy(() =>
  z.object({
    ruleId: z.string(),
    jurisdiction: z.string().meta({ description: 'e.g. `EU`, `FR`, `UK`, `US-NY`' }),
    article: z.string(),
    source: z.string().meta({ description: 'Where the text can be read' }),
  }),
);
export type LawReference = z.infer<typeof lawReferenceSchema>;

export const traceEntrySchema = z.lazy(() =>
  z.object({
    rule: z.string(),
    orderLineId: idSchema.optional(),
    held: z.boolean().meta({ description: 'Whether the condition of the rule was met' }),
    decided: z.boolean().meta({ description: 'Whether this rule set the outcome' }),
    saw: z.record(z.string(), z.unknown()).meta({ description: 'The facts that the rule looked at' }),
    missing: z.array(z.string()).optional().meta({ description: 'Facts that it would have needed' }),
    effect: z.string().optional().meta({ description: 'What the rule says, in a few words, e.g. `reject`, `30 days`' }),
    overruledBy: lawReferenceSchema.optional().meta({ description: 'The law that kept the rule from having its way' }),
  }),
);
export type TraceEntry = z.infer<typeof traceEntrySchema>;
