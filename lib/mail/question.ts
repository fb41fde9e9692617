import { z } from 'zod/v4';
import type { Dossier, Locale } from '../returns';
import type { MailShop } from './mail';

/** Questions that a person of the shop answers with one of two buttons, in the order a return meets them. */
export const questionMessages = [
  'shop_review',
  'shop_pay_received',
  'shop_exchange_difference',
  'shop_credit_received',
] as const;
export const questionMessageSchema = z.enum(questionMessages);
export type QuestionMessage = z.infer<typeof questionMessageSchema>;

export const questionExtraSchema = z.lazy(() =>
  z.object({
    note: z.string().max(2000).optional().meta({ description: 'A sentence from whoever asks, added as it is' }),
  }),
);
export type QuestionExtra = z.infer<typeof questionExtraSchema>;

export interface QuestionInput {
  readonly message: QuestionMessage;
  readonly dossier: Dossier;
  readonly shop: MailShop;
  /** The language that the team reads. */
  readonly locale: Locale;
  readonly extra?: QuestionExtra;
}

/** A question ready to be asked by any node that waits for an answer. */
export interface Question {
  readonly message: QuestionMessage;
  readonly subject: string;
  /** A fragment, for whoever has a frame of its own; every value is escaped. */
  readonly html: string;
  /** The same as plain text. */
  readonly text: string;
  /** The words of the button that says yes. */
  readonly approve: string;
  /** The words of the button that says no. */
  readonly reject: string;
  readonly locale: Locale;
}
