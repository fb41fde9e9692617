import { z } from 'zod/v4';
import {
  actorSchema,
  decisionStateSchema,
  instantSchema,
  orderSchema,
  parcelStateSchema,
  parseWith,
  requestSchema,
  resolutionSchema,
  settlementStateSchema,
  shopSchema,
} from '../returns';
import { plain } from './json';
import type { Cause } from './ledger';

const name = z.string().min(1).max(255);

export const openCaseSchema = z.object({
  request: requestSchema,
  order: orderSchema,
  shop: shopSchema.optional(),
  references: z.record(name, name).optional(),
});

const causeSchema = z.object({ actor: actorSchema, cause: z.string().max(500).optional() });

export const caseKeySchema = z.union([
  z.strictObject({ id: name }),
  z.strictObject({ rma: name }),
  z.strictObject({ orderName: name }),
  z.strictObject({ channel: name, externalId: name }),
  z.strictObject({ reference: z.strictObject({ name, value: name }) }),
]);

/** An empty list, like none, asks for any state. */
const stateFilter = {
  decision: z.array(decisionStateSchema).optional(),
  parcel: z.array(parcelStateSchema).optional(),
  settlement: z.array(settlementStateSchema).optional(),
};

export const caseFilterSchema = z.strictObject({
  ...stateFilter,
  channel: name.optional(),
  resolution: resolutionSchema.optional(),
  orderName: name.optional(),
  reference: z.strictObject({ name, value: name }).optional(),
  text: z.string().max(255).optional(),
  updatedFrom: instantSchema.optional(),
  updatedUntil: instantSchema.optional(),
  openedFrom: instantSchema.optional(),
  openedUntil: instantSchema.optional(),
});
export type ParsedCaseFilter = z.output<typeof caseFilterSchema>;

export const pageSchema = z.strictObject({
  limit: z.int().min(1).max(1000),
  cursor: z.string().optional(),
  sort: z.strictObject({ by: z.enum(['change', 'opening']), direction: z.enum(['asc', 'desc']) }).optional(),
});

/** Types are open: a newer version of this package may have written more of them. */
export const eventFilterSchema = z.strictObject({
  types: z.array(name).optional(),
  channel: name.optional(),
  resolution: resolutionSchema.optional(),
  ...stateFilter,
});
export type ParsedEventFilter = z.output<typeof eventFilterSchema>;

export const timelinePageSchema = z.strictObject({
  limit: z.int().min(1).max(1000),
  after: z.int().nonnegative().optional(),
});

/** What is read of new evidence besides its content. */
export const newEvidenceSchema = z.object({
  name: z.string().trim().min(1).max(255),
  mimeType: z
    .string()
    .max(120)
    .regex(/^[\w.+-]+\/[\w.+-]+$/, 'expected a media type such as image/jpeg')
    .toLowerCase(),
  note: z.string().max(2000).optional(),
  orderLineId: name.optional(),
});

export const personQuerySchema = z.strictObject({ email: z.email(), withEvidence: z.boolean().default(true) });

export const personCasesSchema = z.strictObject({ email: z.email(), limit: z.int().min(1).max(1000) });

export const retentionSchema = z.strictObject({ closedBefore: instantSchema, limit: z.int().min(1).max(1000) });

export const pruningSchema = z.strictObject({ receivedBefore: instantSchema, limit: z.int().min(1).max(100_000) });

export const deadLetterFilterSchema = z.strictObject({
  consumer: name.optional(),
  caseId: name.optional(),
  limit: z.int().min(1).max(1000),
});

const durationSchema = z.int().positive();

export const claimSchema = z.strictObject({
  consumer: name,
  title: z.string().min(1).max(500).optional(),
  filter: eventFilterSchema,
  limit: z.int().min(1).max(1000),
  leaseMs: durationSchema,
  startFrom: z.enum(['now', 'beginning']),
});
export type ParsedClaim = z.output<typeof claimSchema>;

export const receivedClaimSchema = z.strictObject({
  source: z.string().min(1),
  limit: z.int().min(1).max(100),
  leaseMs: durationSchema,
});

export const consumerNameSchema = name;

export const stepNameSchema = z.string().min(1).max(120);

export const reasonSchema = z.string().trim().min(1).max(2000);

/** What is read of a settlement besides its news, which are parsed as commands. */
export const settlementSchema = z.object({ reason: reasonSchema });

export function parseCause(cause: Cause): Cause {
  const parsed = parseWith(causeSchema, plain(cause, 'the cause'), 'the cause');
  return { actor: parsed.actor, ...(parsed.cause !== undefined && { cause: parsed.cause }) };
}
