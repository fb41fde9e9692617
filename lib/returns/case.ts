import { z } from 'zod/v4';
import {
  creditSchema,
  decisionSchema,
  emailSchema,
  exchangeSchema,
  inspectionSchema,
  labelSchema,
  orderSchema,
  refundSchema,
  requestSchema,
  shopSchema,
  slipSchema,
  trackingSchema,
} from './chapters';
import { moneySchema } from './money';
import { channelSchema, instantSchema, resolutionSchema, returnReasonSchema } from './vocabulary';

/** A decision, a parcel and a settlement move independently, so a case has three states, not one. */
export const facetStates = {
  decision: ['requested', 'needs_info', 'in_review', 'approved', 'rejected', 'cancelled', 'expired'],
  parcel: [
    'none',
    'label_ready',
    'in_transit',
    'out_for_delivery',
    'delivered',
    'received',
    'lost',
    'returned_to_sender',
    'not_required',
  ],
  settlement: ['none', 'planned', 'pending', 'refunded', 'exchanged', 'credited', 'partially_refunded', 'failed'],
} as const;

export const decisionStateSchema = z.enum(facetStates.decision);
export const parcelStateSchema = z.enum(facetStates.parcel);
export const settlementStateSchema = z.enum(facetStates.settlement);
export type DecisionState = z.infer<typeof decisionStateSchema>;
export type ParcelState = z.infer<typeof parcelStateSchema>;
export type SettlementState = z.infer<typeof settlementStateSchema>;

/** Quantities, not booleans: two of three units may be approved, one received, none restocked. */
export const caseLineSchema = z.lazy(() =>
  z.object({
    orderLineId: z.string(),
    sku: z.string().optional(),
    title: z.string(),
    variantTitle: z.string().optional(),
    reason: returnReasonSchema,
    requested: z.int().positive(),
    approved: z.int().nonnegative(),
    received: z.int().nonnegative(),
    restocked: z.int().nonnegative(),
    writtenOff: z.int().nonnegative(),
  }),
);
export type CaseLine = z.infer<typeof caseLineSchema>;

export const failureSchema = z.lazy(() =>
  z.object({
    code: z.string(),
    message: z.string(),
    step: z.string().optional(),
    workflow: z.string().optional(),
    at: instantSchema,
  }),
);

export type Failure = z.infer<typeof failureSchema>;

/** What was attached to a case: a photo, a receipt. Its content is kept by the ledger, apart from the case. */
export const evidenceSchema = z.lazy(() =>
  z
    .object({
      id: z.string(),
      name: z.string().min(1).max(255).meta({ description: 'The name of the file' }),
      mimeType: z.string().min(1).max(120),
      size: z.int().nonnegative().meta({ description: 'In bytes' }),
      sha256: z.string().meta({ description: 'Of the content, in hexadecimal digits' }),
      orderLineId: z.string().optional().meta({ description: 'The line that it speaks of' }),
      note: z.string().max(2000).optional(),
      attachedAt: instantSchema,
    })
    .meta({ title: 'Evidence' }),
);
export type Evidence = z.infer<typeof evidenceSchema>;

export const caseSchema = z.lazy(() =>
  z
    .object({
      id: z.string(),
      rma: z.string().meta({ description: 'The number that the shopper and the warehouse see, e.g. RMA-2026-000001' }),
      version: z.int().positive().meta({ description: 'Grows by one with every event' }),
      channel: channelSchema,
      externalId: z.string(),
      orderId: z.string(),
      orderName: z.string(),
      resolution: resolutionSchema,
      decision: decisionStateSchema,
      parcel: parcelStateSchema,
      settlement: settlementStateSchema,
      planned: moneySchema.optional().meta({ description: 'The amount that the settlement is to pay' }),
      plannedDelivery: moneySchema.optional().meta({ description: 'The part of it that pays outbound delivery back' }),
      plannedFee: moneySchema.optional().meta({ description: 'The fee that has been taken off it' }),
      lines: z.array(caseLineSchema).min(1),
      references: z
        .record(z.string(), z.string())
        .meta({ description: 'Ids of this case at providers, e.g. `shopifyReturn`, `trackingNumber`, `stripeRefund`' }),
      failures: z
        .array(failureSchema)
        .meta({ description: 'The newest failures, for the person who looks at the case' }),
      evidence: z.array(evidenceSchema).optional().meta({ description: 'What was attached, the oldest first' }),
      openedAt: instantSchema,
      updatedAt: instantSchema,
      erasedAt: instantSchema.optional().meta({ description: 'When personal data last left the case' }),
    })
    .meta({ title: 'Case' }),
);
export type Case = z.infer<typeof caseSchema>;

/** Chapters that commands and effects add while the case lives. */
export const chaptersSchema = z.lazy(() =>
  z.object({
    decision: decisionSchema.optional(),
    label: labelSchema.optional(),
    slip: slipSchema.optional(),
    email: emailSchema.optional(),
    tracking: trackingSchema.optional(),
    inspection: inspectionSchema.optional(),
    refund: refundSchema.optional(),
    exchange: exchangeSchema.optional(),
    credit: creditSchema.optional(),
  }),
);
export type Chapters = z.infer<typeof chaptersSchema>;

/** A whole case as it travels through a workflow: one n8n item. */
export const dossierSchema = z.lazy(() =>
  chaptersSchema
    .unwrap()
    .extend({ case: caseSchema, request: requestSchema, order: orderSchema, shop: shopSchema.optional() })
    .meta({ title: 'Dossier' }),
);
export type Dossier = z.infer<typeof dossierSchema>;

/** How many of the newest failures a case carries; all of them stay in the event log. */
export const KEPT_FAILURES = 5;
