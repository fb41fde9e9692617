import type { Email } from '../returns';
import { ensureSmtpSettings } from './ensure-smtp-settings';
import { ensureHeaderSafe } from './header-values';
import type { Mail } from './mail';
import type { Attachment, SmtpSettings } from './smtp';
import { smtpError } from './smtp-errors';
import { transportOf } from './transport';

export interface Posting {
  readonly smtp: SmtpSettings;
  /** One address, or a list when several people are meant. */
  readonly to: string | readonly string[];
  readonly replyTo?: string;
  readonly mail: Mail;
  readonly attachments?: readonly Attachment[];
  /** Fixed by case and step (see `messageIdFor`), so that a repeat is recognisable. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Hands a mail to the server. With several recipients it counts as sent once the server has taken it for one of them.
 * @param now written on the e-mail chapter
 * @throws ReturnsError `invalid_input` for settings that cannot be right, and anything that does not belong into a header; `unauthorized`,
 *   `provider_refused` (5xx, final), `provider_unavailable` and `timed_out` (4xx and network, worth a repeat) for
 *   what the server says
 */
export async function sendMail(posting: Posting, now: Date): Promise<Email> {
  const { smtp, replyTo, mail, attachments = [], messageId, headers } = posting;
  const { from, fromName } = smtp;
  ensureSmtpSettings(smtp);
  const to = typeof posting.to === 'string' ? [posting.to] : [...posting.to];
  ensureHeaderSafe({
    from,
    fromName,
    to,
    replyTo,
    subject: mail.subject,
    messageId,
    headers,
    attachments: [...attachments],
  });
  try {
    const transport = await transportOf(smtp);
    await transport.sendMail({
      // Addresses go as objects, so that nothing in a name is read as another address.
      from: { name: fromName ?? '', address: from },
      to: to.map((address) => ({ name: '', address })),
      ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId,
      date: now,
      // Out-of-office replies to an automatic mail help nobody. Source: RFC 3834.
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale, ...headers },
      attachments: attachments.map(({ filename, content, contentType }) => ({ filename, content, contentType })),
    });
  } catch (error) {
    throw smtpError(error, smtp);
  }
  return { message: mail.message, messageId, subject: mail.subject, locale: mail.locale, sentAt: now.toISOString() };
}
