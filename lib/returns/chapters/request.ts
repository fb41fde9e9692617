import { z } from 'zod/v4';
import { channelSchema, instantSchema, localeSchema, resolutionSchema, returnReasonSchema } from '../vocabulary';
import { idSchema, textSchema } from './scalars';

/** What a policy may ask of goods that come back, and what a shopper can say of them. */
export const itemStates = ['unused', 'tags_on', 'original_packaging', 'seal_intact', 'complete'] as const;
export type ItemState = (typeof itemStates)[number];

/** What a policy may ask for before it decides. */
export const evidenceKinds = ['photos', 'video', 'proof_of_purchase', 'serial_number'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How goods can be sent back. */
export const returnMethods = ['post', 'relay_point', 'store', 'home_pickup', 'qr_code'] as const;
export const returnMethodSchema = z.enum(returnMethods);
export type ReturnMethod = z.infer<typeof returnMethodSchema>;

export const requestLineSchema = z.lazy(() =>
  z.object({
    orderLineId: idSchema,
    quantity: z.int().positive(),
    reason: returnReasonSchema,
    subReason: z.string().max(120).optional(),
    states: z
      .partialRecord(z.enum(itemStates), z.boolean())
      .optional()
      .meta({ description: 'What the shopper says of the goods, e.g. `{ "unused": true, "tags_on": false }`' }),
    evidence: z
      .partialRecord(z.enum(evidenceKinds), z.int().nonnegative())
      .optional()
      .meta({ description: 'How many pieces of each kind the shopper has handed in, e.g. `{ "photos": 2 }`' }),
    note: textSchema.optional(),
    exchangeFor: z
      .object({ variantId: idSchema, title: z.string().max(300) })
      .optional()
      .meta({ description: 'The variant that the shopper wants instead, for an exchange' }),
    returnLineId: idSchema.optional().meta({ description: "The provider's own id of the return line" }),
  }),
);

export const requestSchema = z.lazy(() =>
  z
    .object({
      channel: channelSchema,
      externalId: idSchema.meta({ description: 'Unique within the channel: the same request never opens two cases' }),
      requestedAt: instantSchema,
      resolution: resolutionSchema,
      lines: z.array(requestLineSchema).min(1),
      locale: localeSchema.default('en'),
      note: textSchema.optional(),
      method: returnMethodSchema.optional().meta({ description: 'How the shopper wants to send the goods back' }),
      initiator: z
        .enum(['shopper', 'gift_recipient', 'agent', 'shop', 'marketplace'])
        .optional()
        .meta({ description: 'Who asks; the shopper when absent' }),
      buyerAgrees: z
        .boolean()
        .optional()
        .meta({ description: 'Whether the buyer agrees that somebody who was given the goods sends them back' }),
      creditConsent: z
        .boolean()
        .optional()
        .meta({ description: 'The shopper expressly agreed to store credit instead of money' }),
      dispatchProofAt: instantSchema.optional().meta({ description: 'When the shopper proved to have sent the goods' }),
      goodsReceivedAt: instantSchema.optional(),
      respondBy: instantSchema
        .optional()
        .meta({ description: 'When the marketplace decides by itself, if nobody has answered' }),
    })
    .meta({ title: 'Request' }),
);
export type ReturnRequest = z.infer<typeof requestSchema>;
export type RequestLine = z.infer<typeof requestLineSchema>;
