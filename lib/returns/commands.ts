import { z } from 'zod/v4';
import { answerSchema } from './answers';
import {
  creditSchema,
  decisionSchema,
  emailSchema,
  exchangeSchema,
  inspectionSchema,
  labelSchema,
  refundSchema,
  slipSchema,
  trackingSchema,
} from './chapters';
import { moneySchema } from './money';

const note = z.string().max(2000).optional();
const references = z.record(z.string(), z.string().min(1)).optional();
const lineQuantities = z.array(z.object({ orderLineId: z.string(), quantity: z.int().nonnegative() })).optional();

/**
 * Everything that can be asked of a case. The first group decides and may be refused; the second reports what has
 * already happened outside and is always kept, even when it comes too late to move the case.
 */
export const commandSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('approve'), decision: decisionSchema.optional(), lines: lineQuantities, note }),
    z.object({ type: z.literal('reject'), decision: decisionSchema.optional(), note }),
    z.object({ type: z.literal('put_in_review'), decision: decisionSchema.optional(), note }),
    z.object({
      type: z.literal('ask_for_information'),
      question: z.string().min(1).max(2000),
      decision: decisionSchema.optional(),
      note,
    }),
    z.object({ type: z.literal('answer'), answers: z.array(answerSchema).min(1).max(1000), note }),
    z.object({ type: z.literal('cancel'), note }),
    z.object({ type: z.literal('expire'), note }),
    z.object({ type: z.literal('reopen'), note }),
    z.object({ type: z.literal('keep_item'), note }),
    z.object({ type: z.literal('receive'), note }),
    z.object({ type: z.literal('inspect'), inspection: inspectionSchema, note }),
    z.object({
      type: z.literal('plan_settlement'),
      amount: moneySchema,
      delivery: moneySchema.optional(),
      fee: moneySchema.optional(),
      note,
    }),

    z.object({ type: z.literal('record_label'), label: labelSchema, references, note }),
    z.object({ type: z.literal('record_parcel'), tracking: trackingSchema, note }),
    z.object({ type: z.literal('record_slip'), slip: slipSchema, note }),
    z.object({ type: z.literal('record_email'), email: emailSchema, note }),
    z.object({
      type: z.literal('settle'),
      refund: refundSchema.optional(),
      exchange: exchangeSchema.optional(),
      credit: creditSchema.optional(),
      references,
      note,
    }),
    z.object({ type: z.literal('link'), references: z.record(z.string(), z.string().min(1)), note }),
    z.object({
      type: z.literal('fail'),
      code: z.string().min(1).max(120),
      message: z.string().min(1).max(2000),
      step: z.string().max(120).optional(),
      workflow: z.string().max(200).optional(),
    }),
    z.object({ type: z.literal('note'), note: z.string().min(1).max(2000) }),
  ]),
);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
