import { z } from 'zod/v4';
import { ReturnsError } from '../returns';

const control = /[\p{Cc}\u2028\u2029]/u;

/** What a header is made of. Whoever can put a line break into one can add headers and recipients of their own. */
const lineSchema = z
  .string()
  .max(998)
  .refine((value) => !control.test(value), 'holds a line break or another control character');

const addressSchema = z.email('is not one e-mail address such as name@example.com').max(254);

export const isAddress = (text: string): boolean => addressSchema.safeParse(text).success;

/** Headers that belong to the message itself and are set from checked values only. */
const ownHeaders =
  /^(from|to|cc|bcc|sender|reply-to|return-path|subject|date|message-id|mime-version|received|dkim-.*|content-.*)$/i;

export const postingSchema = z.lazy(() =>
  z.object({
    from: addressSchema,
    fromName: lineSchema.max(200).optional(),
    to: z.array(addressSchema).min(1).max(50),
    replyTo: addressSchema.optional(),
    subject: lineSchema.min(1),
    messageId: lineSchema.regex(
      /^<[^\s<>@]{1,200}@[^\s<>@]{1,200}>$/,
      'is not a message id such as <case.step@shop.com>',
    ),
    headers: z
      .record(
        z
          .string()
          .regex(/^[A-Za-z][A-Za-z0-9-]{0,76}$/, 'is not a header name')
          .refine((name) => !ownHeaders.test(name), 'is a header that only the message itself sets'),
        lineSchema,
      )
      .optional(),
    attachments: z.array(
      z.object({
        filename: lineSchema.min(1).max(200),
        contentType: lineSchema.regex(
          /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+="?[\w.-]+"?)*$/,
          'is not a content type such as application/pdf',
        ),
      }),
    ),
  }),
);

/**
 * Refuses whatever could end up in a header and does not belong there.
 * @throws ReturnsError `invalid_input` naming the fields, never their values
 */
export function ensureHeaderSafe(values: z.input<typeof postingSchema>): void {
  const result = postingSchema.safeParse(values);
  if (result.success) return;
  const faults = result.error.issues.map(faultOf);
  throw new ReturnsError('invalid_input', `The mail cannot be sent: ${faults.join('; ')}`, {
    description: 'Correct the fields that are named. Nothing was sent.',
    context: { faults },
  });
}

/** Field names come from us, but for the names of extra headers: those stay out of the message. */
function faultOf({ path: [field, at], code, message, ...issue }: z.core.$ZodIssue): string {
  const where = field === 'headers' ? 'headers' : [field, at].filter((part) => part !== undefined).join('.');
  const inner = code === 'invalid_key' && 'issues' in issue ? issue.issues[0]?.message : undefined;
  return `${where} ${inner ?? message}`;
}
