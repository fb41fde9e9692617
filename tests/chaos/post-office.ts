import type { Effect, Journal } from '../../sandbox/core/journal';
import { z } from 'zod/v4';

const detailSchema = z.object({
  to: z.array(z.string()),
  subject: z.string(),
  messageId: z.string().nullable(),
  isAnswerLost: z.boolean(),
});

/** A mail that the mail server has taken, whether or not its sender heard of it. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly at: string;
  readonly isAnswerLost: boolean;
}

const STEP = /\.email-([a-z_]+)[^@]*@/;
const RMA = /RMA-\d{4}-\d+/;

/** Which message of a case a mail is, by the step in its Message-ID; undefined for mail that is not a step's. */
export const letterOf = ({ messageId }: Pick<Mail, 'messageId'>): string | undefined => STEP.exec(messageId)?.[1];

export const rmaOf = ({ subject }: Pick<Mail, 'subject'>): string | undefined => RMA.exec(subject)?.[0];

export function mailsIn(journal: readonly Effect[]): Mail[] {
  return journal.flatMap((effect) => {
    if (effect.effect !== 'mail.accepted') return [];
    const { to, subject, messageId, isAnswerLost } = detailSchema.parse(effect.detail);
    return to.map((address) => ({ to: address, subject, messageId: messageId ?? '', at: effect.at, isAnswerLost }));
  });
}

/** Hands each shopper their mail as it comes, so that nobody has to look again and again. */
export class PostOffice {
  private readonly mails = new Map<string, Mail[]>();
  private readonly waiting = new Set<() => void>();

  constructor(journal: Journal) {
    journal.onEffect((effect) => {
      for (const mail of mailsIn([effect])) this.mails.set(mail.to, [...(this.mails.get(mail.to) ?? []), mail]);
      for (const look of this.waiting) look();
    });
  }

  /** The first mail of this message to an address. Rejects when the signal is given. */
  async letter(address: string, message: string, signal: AbortSignal): Promise<Mail> {
    const find = (): Mail | undefined => this.mails.get(address)?.find((mail) => letterOf(mail) === message);
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const mail = find();
        if (mail === undefined) return;
        this.waiting.delete(look);
        signal.removeEventListener('abort', giveUp);
        resolve(mail);
      };
      const giveUp = (): void => {
        this.waiting.delete(look);
        reject(new Error(`no mail "${message}" came to ${address}`));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting.add(look);
      look();
    });
  }
}
