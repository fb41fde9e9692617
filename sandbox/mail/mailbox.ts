import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

export interface StoredMail {
  id: string;
  at: string;
  /** What the SMTP envelope said, whatever the headers say. */
  envelope: { from: string; to: string[] };
  raw: Buffer;
  parsed: ParsedMail;
}

export interface MailSummary {
  id: string;
  at: string;
  from: string;
  to: string;
  subject: string;
  messageId: string | undefined;
  envelope: StoredMail['envelope'];
  attachments: { index: number; filename: string; contentType: string; size: number }[];
}

function addressText(address: AddressObject | AddressObject[] | undefined): string {
  if (address === undefined) return '';
  return (Array.isArray(address) ? address : [address]).map((one) => one.text).join(', ');
}

/** Everything that was delivered, oldest first. */
export class Mailbox {
  private mails: StoredMail[] = [];

  /** Reads and keeps a message. */
  async keep(mail: Omit<StoredMail, 'parsed'>): Promise<StoredMail> {
    // Pictures stay attachments: the page shows them from there, as a mail program does.
    const parsed = await simpleParser(mail.raw, { skipImageLinks: true });
    const stored = { ...mail, parsed };
    this.mails.push(stored);
    return stored;
  }

  all(): readonly StoredMail[] {
    return this.mails;
  }

  find(id: string): StoredMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  clear(): void {
    this.mails = [];
  }
}

/** What a list of mails shows of one. */
export function summaryOf({ id, at, envelope, parsed }: StoredMail): MailSummary {
  return {
    id,
    at,
    from: addressText(parsed.from),
    to: addressText(parsed.to),
    subject: parsed.subject ?? '',
    messageId: parsed.messageId,
    envelope,
    attachments: parsed.attachments.map(({ filename, contentType, size }, index) => ({
      index,
      filename: filename ?? `attachment-${index + 1}`,
      contentType,
      size,
    })),
  };
}

/** Everything a test may want to know of a mail, as JSON. */
export function detailOf(mail: StoredMail): object {
  const { parsed, raw } = mail;
  return {
    ...summaryOf(mail),
    cc: addressText(parsed.cc),
    replyTo: addressText(parsed.replyTo),
    date: parsed.date?.toISOString(),
    headers: parsed.headerLines.map(({ line }) => line),
    html: parsed.html === false ? undefined : parsed.html,
    text: parsed.text,
    size: raw.length,
  };
}
