import { z } from 'zod/v4';
import {
  caseLineSchema,
  chaptersSchema,
  decisionStateSchema,
  evidenceSchema,
  failureSchema,
  parcelStateSchema,
  settlementStateSchema,
} from './case';
import { orderSchema, requestSchema, shopSchema } from './chapters';
import { moneySchema } from './money';
import { instantSchema, resolutionSchema } from './vocabulary';

/** Past participles, grouped by what they speak of. The trigger offers this list. */
export const eventTypes = [
  'case.opened',
  'case.linked',
  'case.noted',
  'case.failed',
  'case.erased',
  'decision.approved',
  'decision.rejected',
  'decision.in_review',
  'decision.needs_info',
  'decision.answered',
  'decision.cancelled',
  'decision.expired',
  'decision.reopened',
  'label.created',
  'slip.created',
  'email.sent',
  'parcel.in_transit',
  'parcel.out_for_delivery',
  'parcel.delivered',
  'parcel.received',
  'parcel.lost',
  'parcel.returned_to_sender',
  'parcel.not_required',
  'parcel.noted',
  'inspection.recorded',
  'settlement.planned',
  'settlement.pending',
  'settlement.refunded',
  'settlement.partially_refunded',
  'settlement.exchanged',
  'settlement.credited',
  'settlement.failed',
  'settlement.noted',
  'evidence.attached',
  'step.reopened',
  'step.settled',
] as const;
export type EventType = (typeof eventTypes)[number];

export const actorSchema = z.lazy(() =>
  z.object({
    kind: z.enum(['shopper', 'agent', 'workflow', 'provider', 'system']),
    name: z.string().max(200).optional(),
  }),
);
export type Actor = z.infer<typeof actorSchema>;

/**
 * What an event changed. Events carry their change, so that folding them needs no rule of its own, and an older
 * program folds an event type that it has never heard of.
 */
export const changeSchema = z.lazy(() =>
  z.object({
    decision: decisionStateSchema.optional(),
    parcel: parcelStateSchema.optional(),
    settlement: settlementStateSchema.optional(),
    resolution: resolutionSchema.optional(),
    planned: moneySchema.optional(),
    plannedDelivery: moneySchema.optional(),
    plannedFee: moneySchema.optional(),
    lines: z.array(caseLineSchema).optional(),
    references: z.record(z.string(), z.string()).optional(),
    request: requestSchema.optional().meta({ description: 'What is asked for, with what the shopper has answered' }),
    order: orderSchema.optional(),
    chapters: chaptersSchema.optional(),
    failure: failureSchema.optional(),
    evidence: evidenceSchema.optional().meta({ description: 'One piece that was added' }),
    step: z.string().optional().meta({ description: 'The step that a person has opened again, or settled by hand' }),
    erasedAt: instantSchema.optional(),
  }),
);
export type Change = z.infer<typeof changeSchema>;

export const openedSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    rma: z.string(),
    request: requestSchema,
    order: orderSchema,
    shop: shopSchema.optional(),
    references: z.record(z.string(), z.string()),
  }),
);
export type Opened = z.infer<typeof openedSchema>;

/** An event before the ledger has given it its place in the log. */
export interface EventDraft {
  readonly type: EventType;
  readonly change: Change;
  readonly note?: string;
}

export const caseEventSchema = z.lazy(() =>
  z.object({
    seq: z.int().positive().meta({ description: 'Place in the log of all cases' }),
    caseId: z.string(),
    version: z.int().positive().meta({ description: 'Place in the log of this case' }),
    type: z.string().meta({ description: 'One of the event types, or one of a newer version of this package' }),
    at: instantSchema,
    actor: actorSchema,
    cause: z.string().optional().meta({ description: 'What led to it: an execution, a webhook delivery' }),
    note: z.string().optional(),
    opened: openedSchema.optional(),
    change: changeSchema,
  }),
);
export type CaseEvent = z.infer<typeof caseEventSchema>;
