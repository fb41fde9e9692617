import { isSafeLink, plain, typeset, type Block, type Inline, type Line, type Page, type Section } from './page';
import { style } from './style';

/**
 * A page as HTML without scripts and without anything that a browser would have to fetch.
 * @param whole false for the article alone, to be put into a page that has its own head and style
 */
export function toHtml(page: Page, whole: boolean): string {
  const { locale, title, lead, sections, foot } = page;
  const parts = [
    `<article class="returns-policy" lang="${locale}">`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...lead.map(blockHtml),
    ...sections.map(sectionHtml),
    ...(foot.length > 0 ? ['<footer>', ...foot.map(blockHtml), '</footer>'] : []),
    '</article>',
  ];
  const article = typeset(parts.join('\n'), locale);
  if (!whole) return `${article}\n`;
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    article,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** For text and for attributes in double or single quotes. */
export const escapeHtml = (text: string): string =>
  plain(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const sectionHtml = ({ id, heading, blocks }: Section): string =>
  [
    `<section id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-heading">`,
    `<h2 id="${escapeHtml(id)}-heading">${escapeHtml(heading)}</h2>`,
    ...blocks.map(blockHtml),
    '</section>',
  ].join('\n');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lineHtml(block.line)}</p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'list':
      return ['<ul>', ...block.items.map((line) => `<li>${lineHtml(line)}</li>`), '</ul>'].join('\n');
    case 'table':
      return [
        '<table>',
        `<caption>${escapeHtml(block.caption)}</caption>`,
        '<thead>',
        `<tr>${block.heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr>`,
        '</thead>',
        '<tbody>',
        ...block.rows.map(rowHtml),
        '</tbody>',
        '</table>',
      ].join('\n');
  }
}

const rowHtml = ([first = [], ...others]: readonly Line[]): string =>
  `<tr><th scope="row">${lineHtml(first)}</th>${others.map((line) => `<td>${lineHtml(line)}</td>`).join('')}</tr>`;

export const lineHtml = (line: Line): string => line.map(inlineHtml).join('');

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(inline);
  if ('strong' in inline) return `<strong>${escapeHtml(inline.strong)}</strong>`;
  const text = escapeHtml(inline.link);
  return isSafeLink(inline.href) ? `<a href="${escapeHtml(inline.href)}">${text}</a>` : text;
}
