import type { Locale } from '../returns';
import type { ItemRow, Letter } from './letter';

/** French sets a no-break space before a colon. */
export const colonIn = (locale: Locale): string => (locale === 'fr' ? '\u00a0: ' : ': ');

/** The letter for people who read mail as plain text: the same facts, set for a page without columns. */
export const plainText = (letter: Letter, locale: Locale): string =>
  `${[...sectionsOf(letter, locale), ['-- ', ...letter.footer].join('\n')].join('\n\n')}\n`;

/** The same for a chat, which shows by itself who writes, and to whom an answer goes: without the foot of a mail. */
export const chatText = (letter: Letter, locale: Locale): string => sectionsOf(letter, locale).join('\n\n');

function sectionsOf(letter: Letter, locale: Locale): readonly string[] {
  const { title, paragraphs, button, facts, items, next } = letter;
  const colon = colonIn(locale);
  const rowText = (row: ItemRow): string =>
    `- ${row.title}${row.detail && ` (${row.detail})`}${row.amount && `${colon}${row.amount}`}`;
  return [
    title,
    ...paragraphs,
    ...(button ? [`${button.label}${colon.trimEnd()}\n${button.url}`] : []),
    facts.map(({ label, value }) => `${label}${colon}${value}`).join('\n'),
    ...(items ? [[items.heading, ...items.rows.map(rowText)].join('\n')] : []),
    ...(next ? [[next.heading, ...next.steps.map((step, index) => `${index + 1}. ${step}`)].join('\n')] : []),
  ];
}
