import { z } from 'zod/v4';
import {
  historySchema,
  inspectionSchema,
  instantSchema,
  moneySchema,
  offeredResolutions,
  orderLineSchema,
  orderSchema,
  outcomes,
  requestLineSchema,
  requestSchema,
  returnMethods,
  riskSchema,
  trackingSchema,
} from '../../returns';
import { nameSchema } from './common';

const lineSchema = z.strictObject({
  ...orderLineSchema.unwrap().partial().shape,
  asked: z
    .union([z.literal(false), z.strictObject(requestLineSchema.unwrap().partial().shape)])
    .optional()
    .meta({ description: 'What the request says of the line: too small when absent; false for a line that stays' }),
});

/** A case in a few words: what is left out is an ordinary order of one shirt, delivered in time. */
export const givenSchema = z.strictObject({
  country: z.string().length(2).optional(),
  region: z.string().optional(),
  currency: z.string().optional(),
  placedAt: instantSchema.optional(),
  deliveredAt: instantSchema.nullable().optional().meta({ description: 'null: nobody knows' }),
  requestedAt: instantSchema.optional(),
  asOf: instantSchema.optional().meta({ description: 'When clocks are read: when it was asked for, unless given' }),
  lines: z.array(lineSchema).min(1).optional(),
  order: z
    .strictObject(orderSchema.unwrap().partial().shape)
    .optional()
    .meta({ description: 'Further parts of the order' }),
  customer: z.strictObject(orderSchema.unwrap().shape.customer.partial().shape).optional(),
  request: z
    .strictObject(requestSchema.unwrap().partial().shape)
    .optional()
    .meta({ description: 'Further parts of the request' }),
  history: historySchema.optional(),
  risk: riskSchema.optional(),
  tracking: trackingSchema.optional(),
  inspection: inspectionSchema.optional(),
});
export type Given = z.output<typeof givenSchema>;

export const expectedSchema = z
  .strictObject({
    outcome: z.enum(outcomes).optional(),
    rule: z.string().optional().meta({ description: 'The rule that decides, e.g. `exclusion.final-sale`' }),
    windowEndsAt: instantSchema.optional(),
    fee: moneySchema.optional(),
    refundable: moneySchema.optional(),
    outboundDelivery: moneySchema.optional(),
    keepItem: z.boolean().optional(),
    lane: z.string().optional(),
    missing: z.array(z.string()).optional().meta({ description: 'Facts that are asked for' }),
    resolutions: z.array(z.enum(offeredResolutions)).optional(),
    methods: z.array(z.enum(returnMethods)).optional(),
    lines: z
      .array(z.strictObject({ outcome: z.enum(outcomes).optional(), rule: z.string().optional() }))
      .optional()
      .meta({ description: 'The same of each line, in their order' }),
  })
  .refine((expected) => Object.keys(expected).length > 0, { message: 'expected something to compare' });
export type Expected = z.output<typeof expectedSchema>;

export const policyTestSchema = z.strictObject({
  name: nameSchema,
  given: givenSchema.prefault({}),
  expect: expectedSchema,
});
export type PolicyTest = z.output<typeof policyTestSchema>;

export const policyTestsSchema = z
  .array(policyTestSchema)
  .max(1000)
  .default([])
  .meta({ description: 'Cases with the decision that this policy must give; they run when it is validated' });
