import { z } from 'zod/v4';
import { instantSchema, moneySchema, shopSchema, type Dossier, type Locale } from '../returns';

/** Messages to the shop, each for one kind of thing that needs a person. */
export const shopMessages = [
  'shop_alert',
  'shop_given_up',
  'shop_refund_failed',
  'shop_money_owed',
  'shop_deadline',
] as const;

/** Messages to the shopper, in the order a return meets them, and those to the shop. */
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
  ...shopMessages,
] as const;
export const mailMessageSchema = z.enum(mailMessages);
export type MailMessage = z.infer<typeof mailMessageSchema>;

export const isToShop = (message: MailMessage): boolean => shopMessages.some((name) => name === message);

const webAddressSchema = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

/** Who writes: the shop of the case, with what makes a letter look like its own. */
export const mailShopSchema = z.lazy(() =>
  shopSchema
    .unwrap()
    .partial({ returnAddress: true })
    .extend({
      url: webAddressSchema.optional(),
      logoUrl: webAddressSchema.optional(),
      accentColor: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #1f5f4a')
        .optional()
        .meta({ description: 'Tints the top rule and the button; dark enough for white letters' }),
    }),
);
export type MailShop = z.input<typeof mailShopSchema>;

/** What a message may add to the dossier; all of it optional. */
export const mailExtraSchema = z.lazy(() =>
  z.object({
    statusUrl: webAddressSchema.optional().meta({ description: 'Where the shopper follows the case' }),
    answerUrl: webAddressSchema
      .optional()
      .meta({ description: 'Where the shopper answers, for `information_needed`; by e-mail when absent' }),
    owed: moneySchema.optional().meta({
      description:
        'What the shopper has left to pay for an exchange, for `payment_due`; what the shop owes the shopper, for `shop_money_owed`',
    }),
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
      .meta({
        description:
          'What went wrong, for `shop_alert` and `shop_given_up`; the newest failure of the case when absent',
      }),
    deadline: z
      .object({
        endsAt: instantSchema.meta({ description: 'When the marketplace does not wait any longer' }),
        marketplace: z.string().min(1).max(80).meta({ description: 'What it is called, e.g. `TikTok Shop`' }),
        awaits: z.enum(['answer', 'inspection']).meta({
          description:
            'What it waits for: an answer, or it decides by itself; a look at the parcel, or it pays by itself',
        }),
        byDefault: z
          .object({ decision: z.enum(['approve', 'reject']), hoursBefore: z.number().positive() })
          .optional()
          .meta({
            description: 'What the workflow decides so many hours before that, if nobody has; nothing when absent',
          }),
      })
      .optional()
      .meta({ description: 'For `shop_deadline`' }),
  }),
);
export type MailExtra = z.infer<typeof mailExtraSchema>;

export interface MailInput {
  readonly message: MailMessage;
  readonly dossier: Dossier;
  readonly shop: MailShop;
  /** The request's own language when absent. */
  readonly locale?: Locale;
  readonly extra?: MailExtra;
}

/** A message ready to be sent. */
export interface Mail {
  readonly message: MailMessage;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly locale: Locale;
}
