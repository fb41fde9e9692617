import { oneLine } from './one-line';

/** What a message says, before it is set as HTML or as plain text. Both are made from this, so that they agree. */
export interface Letter {
  readonly subject: string;
  /** The line that mailboxes show beside the subject. */
  readonly preheader: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly button?: Button;
  readonly facts: readonly Fact[];
  readonly items?: { readonly heading: string; readonly rows: readonly ItemRow[] };
  readonly next?: { readonly heading: string; readonly steps: readonly string[] };
  readonly footer: readonly string[];
}

export interface Button {
  readonly label: string;
  readonly url: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ItemRow {
  readonly title: string;
  readonly detail: string;
  readonly amount: string;
}

/** Every value in a letter may come from outside: each is made to stay within its line. */
export function tidied(letter: Letter): Letter {
  const { subject, preheader, title, paragraphs, button, facts, items, next, footer } = letter;
  return {
    subject: oneLine(subject),
    preheader: oneLine(preheader),
    title: oneLine(title),
    paragraphs: paragraphs.map(oneLine),
    ...(button && { button: { label: oneLine(button.label), url: oneLine(button.url) } }),
    facts: facts.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
    ...(items && { items: { heading: oneLine(items.heading), rows: items.rows.map(tidiedRow) } }),
    ...(next && { next: { heading: oneLine(next.heading), steps: next.steps.map(oneLine) } }),
    footer: footer.map(oneLine),
  };
}

const tidiedRow = ({ title, detail, amount }: ItemRow): ItemRow => ({
  title: oneLine(title),
  detail: oneLine(detail),
  amount: oneLine(amount),
});
