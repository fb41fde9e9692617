import { z } from 'zod/v4';
import {
  decisionStateSchema,
  gradeSchema,
  instantSchema,
  moneySchema,
  parseWith,
  returnReasonSchema,
} from '../../returns';

const countSchema = z.int().nonnegative();
const idSchema = z.string().min(1).max(255);

export const claimKinds = ['not_received', 'missing_item', 'wrong_item'] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const pastOrderSchema = z.object({ id: idSchema, placedAt: instantSchema, units: countSchema });
export type PastOrder = z.infer<typeof pastOrderSchema>;

export const pastReturnLineSchema = z.object({
  quantity: countSchema,
  worth: moneySchema.optional(),
  reason: returnReasonSchema,
  claim: z
    .enum(claimKinds)
    .optional()
    .meta({ description: 'What the shopper says of a parcel that the carrier delivered' }),
  heldDays: z.number().nonnegative().optional().meta({ description: 'Days from delivery to the request' }),
  found: z
    .array(z.object({ grade: gradeSchema, byShopper: z.boolean().optional() }))
    .max(1000)
    .default([])
    .meta({ description: 'What the inspection found; `byShopper` is false where carrier or shop did the damage' }),
});
export type PastReturnLine = z.infer<typeof pastReturnLineSchema>;

/** One return as a risk score looks at it: who the shopper is does not stand in it. */
export const pastReturnSchema = z.object({
  id: idSchema,
  orderId: idSchema,
  orderedAt: instantSchema,
  orderUnits: countSchema,
  requestedAt: instantSchema,
  decision: decisionStateSchema,
  keptItem: z.boolean().default(false).meta({ description: 'Paid back without the goods coming back' }),
  lines: z.array(pastReturnLineSchema).max(10_000),
  bracket: z
    .object({ variants: countSchema, back: countSchema })
    .optional()
    .meta({ description: 'A product bought in three variants or more: how many, and how many of them came back' }),
  expectedGrams: z.number().nonnegative().optional(),
  scannedGrams: z.number().nonnegative().optional().meta({ description: 'What the carrier weighed' }),
  credit: moneySchema.optional(),
});
export type PastReturn = z.infer<typeof pastReturnSchema>;

const linkSchema = z.object({
  customers: countSchema.meta({ description: 'Other customers with cases' }),
  withFindings: countSchema.meta({ description: 'Those of them with a claim or a bad inspection' }),
});
export type Link = z.infer<typeof linkSchema>;

/** What a shop knows of a customer when a return is asked for. The return itself is not in it. */
export const customerHistorySchema = z
  .object({
    orders: z.array(pastOrderSchema).max(100_000).default([]),
    ordersComplete: z.boolean().default(false).meta({
      description: '`orders` has every order of the last 180 days; else it may have only those with returns',
    }),
    orderCount: countSchema.optional().meta({ description: 'Orders ever placed, where the shop tells' }),
    returns: z.array(pastReturnSchema).max(100_000).default([]),
    links: z
      .object({
        spellings: countSchema.default(0).meta({ description: 'Further ways in which the same mailbox was written' }),
        address: linkSchema.default({ customers: 0, withFindings: 0 }),
        phone: linkSchema.default({ customers: 0, withFindings: 0 }),
        customers: countSchema.default(0).meta({ description: 'Other customers by address or phone, each once' }),
      })
      .prefault({}),
  })
  .meta({ title: 'CustomerHistory' });
export type CustomerHistory = z.infer<typeof customerHistorySchema>;

export const noHistory: CustomerHistory = customerHistorySchema.parse({});

/** @throws ReturnsError `invalid_input` listing every fault with its path */
export const parseCustomerHistory = (value: unknown): CustomerHistory =>
  parseWith(customerHistorySchema, value, 'the history of the customer');
