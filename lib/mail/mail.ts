import { z } from 'zod/v4';
import { localeSchema, moneySchema, shopSchema, type Dossier, type Locale } from '../returns';

/** Messages to the shopper, in the order a return meets them, and one to the shop. */
export const mailMessages = [
  'request_received',
  'information_needed',
  'in_review',
  'approved_with_label',
  'approved_keep_item',
  'rejected',
  'in_transit',
  'received',
  'refunded',
  'exchanged',
  'payment_due',
  'credited',
  'shop_alert',
] as const;
export const mailMessageSchema = z.enum(mailMessages);
export type MailMessage = z.infer<typeof mailMessageSchema>;

const webAddressSchema = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

/** Who writes: the shop of the case, with what makes a letter look like its own. */
export const mailShopSchema = shopSchema.partial({ returnAddress: true }).extend({
  url: webAddressSchema.optional(),
  logoUrl: webAddressSchema.optional(),
  accentColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #1f5f4a')
    .optional()
    .meta({ description: 'Tints the top rule and the button; dark enough for white letters' }),
});
export type MailShop = z.input<typeof mailShopSchema>;

/** What a message may add to the dossier; all of it optional. */
export const mailExtraSchema = z.object({
  statusUrl: webAddressSchema.optional().meta({ description: 'Where the shopper follows the case' }),
  answerUrl: webAddressSchema
    .optional()
    .meta({ description: 'Where the shopper answers, for `information_needed`; by e-mail when absent' }),
  owed: moneySchema.optional().meta({ description: 'What is left to pay for an exchange, for `payment_due`' }),
  paymentUrl: webAddressSchema
    .optional()
    .meta({ description: 'Where the shopper pays it, for `payment_due`; by e-mail when absent' }),
  note: z.string().max(2000).optional().meta({ description: 'A sentence from the shop, added as it is' }),
  failure: z
    .object({
      message: z.string().max(2000),
      description: z.string().max(2000).optional(),
      workflow: z.string().max(200).optional(),
      node: z.string().max(200).optional(),
      executionUrl: webAddressSchema.optional(),
    })
    .optional()
    .meta({ description: 'What went wrong, for `shop_alert`; the newest failure of the case when absent' }),
});
export type MailExtra = z.infer<typeof mailExtraSchema>;

export interface MailInput {
  readonly message: MailMessage;
  readonly dossier: Dossier;
  readonly shop: MailShop;
  /** The request's own language when absent. */
  readonly locale?: Locale;
  readonly extra?: MailExtra;
}

export const mailSchema = z.object({
  message: mailMessageSchema,
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  locale: localeSchema,
});
/** A message ready to be sent. */
export type Mail = z.infer<typeof mailSchema>;
