import type { Dossier } from '../../returns';
import type { Fact } from '../letter';
import type { Speaker } from '../speaker';

/** All that a question is written from. */
export interface Inquiry {
  readonly dossier: Dossier;
  readonly speaker: Speaker;
}

/** What a question says, before it is set as HTML or as plain text. */
export interface QuestionLetter {
  readonly subject: string;
  readonly goods: readonly QuestionGoods[];
  readonly facts: readonly QuestionFact[];
  readonly paragraphs: readonly QuestionParagraph[];
  readonly approve: string;
  readonly reject: string;
}

/** Goods on one line: `2 × Linen shirt: too small, in exchange for L`, or with what was found in the first place. */
export interface QuestionGoods {
  readonly title: string;
  readonly strong?: string;
  readonly details: string;
  /** Somebody's own words on them. */
  readonly quoted?: string;
}

export interface QuestionFact extends Fact {
  /** Whom a mail can be written to, beside the value. */
  readonly email?: string;
}

export interface QuestionParagraph {
  /** What is not to be overlooked, at the beginning. */
  readonly strong?: string;
  readonly text: string;
}

/** Writes one question. */
export type ComposeQuestion = (inquiry: Inquiry) => QuestionLetter;

/** Who asks for the return, from where, and how to reach them; nothing once their data was erased. */
export function shopperFacts({ dossier: { order }, speaker }: Inquiry): QuestionFact[] {
  const { name, email } = order.customer;
  const country = order.shippingAddress?.country;
  const value = [name.trim(), country && speaker.country(country)].filter(Boolean).join(', ');
  if (value === '' && email === undefined) return [];
  return [{ label: speaker.say('shop_refund_failed.fact.shopper'), value, ...(email !== undefined && { email }) }];
}

export const titled = (quantity: number, ...titles: readonly (string | undefined)[]): string =>
  `${quantity} × ${titles.filter(Boolean).join(' ')}`;

export const quotedNote = (note: string | undefined, speaker: Speaker): Pick<QuestionGoods, 'quoted'> =>
  note === undefined || note.trim() === '' ? {} : { quoted: speaker.say('question.quoted', { words: note.trim() }) };
