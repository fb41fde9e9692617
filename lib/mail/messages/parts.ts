import { ReturnsError, type Dossier, type Label, type Money } from '../../returns';
import type { z } from 'zod/v4';
import type { Button, Fact, ItemRow, Letter } from '../letter';
import type { MailExtra, MailMessage, mailShopSchema } from '../mail';
import type { QuestionMessage } from '../question';
import type { Speaker } from '../speaker';

/** All that a message is written from. */
export interface Occasion {
  readonly dossier: Dossier;
  readonly shop: z.output<typeof mailShopSchema>;
  readonly extra: MailExtra;
  readonly speaker: Speaker;
}

/** Writes one message. */
export type Compose = (occasion: Occasion) => Letter;

/** What every letter to a shopper has: greeting, the case's facts and items, and how to reach the shop. */
export function shopperLetter(
  occasion: Occasion,
  parts: Pick<Letter, 'subject' | 'preheader' | 'title'> & {
    readonly lead: readonly string[];
    readonly facts?: readonly Fact[];
    readonly steps: readonly string[];
    readonly button?: Button;
    readonly items?: NonNullable<Letter['items']>;
  },
): Letter {
  const { dossier, shop, extra, speaker } = occasion;
  const { lead, facts = [], steps, items, ...rest } = parts;
  const name = dossier.order.customer.name.trim();
  const greeting = name === '' ? speaker.say('greeting.unnamed') : speaker.say('greeting', { name });
  const note = extra.note === undefined ? [] : [extra.note];
  return {
    ...buttonTo(extra.statusUrl, speaker.say('button.status')),
    ...rest,
    paragraphs: [greeting, ...lead, ...note],
    facts: [
      { label: speaker.say('fact.rma'), value: dossier.case.rma },
      { label: speaker.say('fact.order'), value: dossier.order.name },
      ...facts,
    ],
    items: items ?? { heading: speaker.say('heading.items'), rows: itemRows(occasion) },
    next: { heading: speaker.say('heading.next'), steps },
    footer: [
      speaker.say('footer.reply', { email: shop.email }),
      speaker.say('footer.why', { order: dossier.order.name }),
      [shop.name, shop.url].filter((part) => part !== undefined).join(' · '),
    ],
  };
}

/** The lines of the case with what came of them: approved units once some are, the requested ones before. */
export function itemRows({ dossier, speaker }: Occasion): ItemRow[] {
  return dossier.case.lines.map((line) => {
    const exchange = dossier.request.lines.find(({ orderLineId }) => orderLineId === line.orderLineId)?.exchangeFor;
    const worth = dossier.decision?.lines.find(({ orderLineId }) => orderLineId === line.orderLineId)?.refundable;
    const units = line.approved > 0 ? line.approved : line.requested;
    const details = [
      line.variantTitle,
      speaker.say('item.quantity', { count: units }),
      exchange && speaker.say('item.exchange', { title: exchange.title }),
    ];
    return {
      title: line.title,
      detail: details.filter((detail) => detail !== undefined).join(' · '),
      amount: worth && worth.amount > 0 && units === line.requested ? speaker.amount(worth) : '',
    };
  });
}

/** What the case is to pay, undefined while nobody knows: a refusal that a person overruled promised nothing. */
export const expectedAmount = ({ case: { planned }, decision }: Dossier): Money | undefined =>
  planned ?? (decision?.outcome === 'reject' ? undefined : decision?.refundable);

/** The return fee as a fact, only when there is one: what is kept, or what was decided while nobody knows more. */
export function feeFacts({ dossier, speaker }: Occasion): Fact[] {
  const fee = dossier.case.plannedFee ?? dossier.decision?.fee;
  return fee && fee.amount > 0 ? [{ label: speaker.say('fact.fee'), value: speaker.amount(fee) }] : [];
}

/** What a refund is going to be, with its fee; nothing for what is not paid in money. */
export function expectedFacts(occasion: Occasion): Fact[] {
  const { dossier, speaker } = occasion;
  const amount = expectedAmount(dossier);
  if (dossier.case.resolution !== 'refund' || amount === undefined) return [];
  return [...feeFacts(occasion), { label: speaker.say('fact.expected'), value: speaker.amount(amount) }];
}

/** The provider of a refund that the shop paid itself, e.g. by bank transfer. */
export const BY_HAND = 'by_hand';

/** What people call the carrier, not the code that a provider has for it. */
export const carrierOf = ({ carrier, carrierName }: Pick<Label, 'carrier' | 'carrierName'>): string =>
  carrierName ?? carrier;

/** A button to a page on the web, none for any other kind of address. */
export const buttonTo = (url: string | undefined, label: string): { button?: Button } =>
  url !== undefined && /^https?:\/\//i.test(url) ? { button: { label, url } } : {};

/** @throws ReturnsError `invalid_input` when the message speaks of something that has not happened */
export function ensureChapter<T>(chapter: T | undefined, name: string, message: MailMessage | QuestionMessage): T {
  if (chapter !== undefined) return chapter;
  throw new ReturnsError('invalid_input', `The message "${message}" needs the ${name} chapter`, {
    description: `Send it after the node that adds "${name}" to the item, or choose another message.`,
    context: { message, chapter: name },
  });
}
