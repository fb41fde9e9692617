import { z } from 'zod/v4';
import { currencySchema, moneySchema } from '../money';
import { instantSchema } from '../vocabulary';
import { askSchema } from './ask';
import {
  lawReferenceSchema,
  localisedSchema,
  offeredResolutions,
  outboundDeliveryRules,
  outcomeSchema,
  paymentEvents,
  traceEntrySchema,
} from './decision-terms';
import { lineDecisionSchema } from './line-decision';
import { evidenceKinds, itemStates, returnMethodSchema } from './request';
import { idSchema } from './scalars';

export const decisionSchema = z.lazy(() =>
  z
    .object({
      outcome: outcomeSchema,
      policy: z.object({
        name: z.string(),
        version: z.string(),
        hash: z.string().optional().meta({ description: 'SHA-256 of the document: what decides is told apart' }),
      }),
      evaluatedAt: instantSchema,
      rule: z.string().optional().meta({ description: 'The rule that decided' }),
      fee: moneySchema.meta({ description: 'Kept from the refund' }),
      refundable: moneySchema.meta({
        description: 'What the shopper gets back for the goods, after the fee and without outbound delivery',
      }),
      parts: z
        .object({
          goods: moneySchema.meta({ description: 'Without tax' }),
          tax: moneySchema,
          outboundDelivery: moneySchema,
          fee: moneySchema,
          total: moneySchema.meta({ description: 'goods + tax + outboundDelivery - fee' }),
        })
        .optional()
        .meta({ description: 'What is paid back in all, by its parts' }),
      feeCap: moneySchema.optional().meta({ description: 'All fees of the return together are never more' }),
      delivery: z
        .object({
          rule: z.enum(outboundDeliveryRules).meta({ description: 'What the policy pays back of it' }),
          wholeOrder: moneySchema.meta({ description: 'What policy and law owe once the whole order has come back' }),
        })
        .optional()
        .meta({ description: 'What becomes of the outbound delivery when only a part of the goods arrives' }),
      windowEndsAt: instantSchema.optional(),
      sendBy: instantSchema.optional().meta({
        description:
          'The last instant to send the goods back: the end of the window, or what the law gives after the request where that is later',
      }),
      timeZone: z.string().optional().meta({ description: 'The zone in which the window ends at midnight' }),
      reason: z.object({ shopper: localisedSchema, agent: z.string(), audit: z.string() }),
      declineCode: z.enum(['return_period_ended', 'final_sale', 'other']).optional(),
      lines: z.array(lineDecisionSchema),
      resolutions: z
        .array(
          z.object({
            resolution: z.enum(offeredResolutions),
            paidAt: z.enum(paymentEvents),
            exchange: z.enum(['same_product', 'same_price', 'any']).optional(),
            bonus: moneySchema.optional().meta({ description: 'Added to store credit' }),
            noBonusIn: currencySchema.optional().meta({
              description: 'The currency of the order, where the policy has a bonus and names no amount in it',
            }),
            amount: moneySchema.optional().meta({ description: 'What is paid, with the bonus' }),
          }),
        )
        .optional()
        .meta({ description: 'What is offered, in this order' }),
      methods: z
        .array(
          z.object({
            method: returnMethodSchema,
            carrier: z.string().optional(),
            service: z.string().optional(),
            fee: moneySchema.optional(),
          }),
        )
        .optional()
        .meta({ description: 'How the goods can be sent back, in this order, and what each costs the shopper' }),
      evidence: z
        .array(
          z.object({
            kind: z.union([z.enum(evidenceKinds), z.enum(itemStates)]),
            count: z.int().positive().optional(),
            orderLineId: idSchema,
            rule: z.string(),
            required: z.boolean().meta({ description: 'Nothing is decided before it is there' }),
          }),
        )
        .optional()
        .meta({ description: 'What the shopper is asked to show or to confirm' }),
      questions: z
        .array(
          z.object({
            rule: z.string(),
            facts: z.array(z.string()),
            asks: z.enum(['shopper', 'shop']).meta({ description: 'Who can answer it' }),
            text: localisedSchema,
            orderLineId: idSchema.optional(),
            ask: askSchema
              .optional()
              .meta({ description: 'How the answer looks, for a form; the command `answer` takes it' }),
          }),
        )
        .optional(),
      missing: z.array(z.string()).optional().meta({ description: 'Facts that are not known and would decide' }),
      refundDeadline: z
        .object({
          days: z.int().nonnegative(),
          countedFrom: z.string(),
          endsAt: instantSchema.optional(),
          mayWithhold: z.boolean().meta({ description: 'Whether the refund may wait for the goods' }),
          law: lawReferenceSchema.optional(),
          late: z
            .object({
              days: z.int().positive(),
              surcharge: moneySchema.optional().meta({ description: 'What the law adds to the refund' }),
              needsLegalRate: z.boolean().optional().meta({ description: 'A part at the legal rate is not counted' }),
              missingLegalRates: z
                .array(z.iso.date())
                .optional()
                .meta({ description: 'First days of the half-years that `refund.legalRates` of the policy lacks' }),
              law: lawReferenceSchema.optional(),
            })
            .optional()
            .meta({ description: 'When the deadline of the law had passed as it was decided' }),
        })
        .optional(),
      keepItem: z
        .object({ keep: z.boolean(), rule: z.string(), cost: moneySchema, worth: moneySchema })
        .optional()
        .meta({ description: 'Whether the way back would cost more than the goods are worth' }),
      lane: z.string().optional(),
      overruled: z
        .array(z.object({ rule: z.string(), orderLineId: idSchema.optional(), by: lawReferenceSchema }))
        .optional()
        .meta({ description: 'Rules of the policy that the law kept from having their way' }),
      trace: z.array(traceEntrySchema).meta({ description: 'Empty where it was not asked for' }),
    })
    .meta({ title: 'Decision' }),
);
export type Decision = z.infer<typeof decisionSchema>;
